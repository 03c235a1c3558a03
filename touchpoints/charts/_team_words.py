"""What the team's curve says: medians and votes of a room, never a margin of error or of customers."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.charts._chart import Table
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.messages import N_, plural
from touchpoints.statistics import RoomFigure
from touchpoints.team_journey import LastRound, TeamJourney, TeamPoint

NOT_RATED = N_("not rated by the team yet")
TOO_FEW = N_("fewer than 5 answers")
JOINT = N_("one joint answer of the team")
DISAGREES = N_("the room disagrees")


class TeamWords(StandingWords):
    """Puts what the team's curve says into words."""

    def heading(self, journey: TeamJourney) -> str:
        """What is drawn, and the signs that occur."""
        said = [self.say("How the team believes that customers experience it: −2 (worst) … +2 (best)")]
        if any(point.votes for point in journey.points):
            said.append(self.say("■ median, pale bar: middle half of the room"))
        if any(room.disagrees for _, room in journey.rated):
            said.append(f"□ {self.phrase(DISAGREES)}")
        if journey.last and journey.last.medians:
            said.append(f"▪─ {self.last_round(journey.last)}")
        return "   ".join(said)

    def last_round(self, last: LastRound) -> str:
        """What the thin line is."""
        return self.say("round {number}, as the team saw it then", number=last.number)

    def notes(self, journey: TeamJourney) -> list[str]:
        """Whose view it is, how many stand behind it, and what is missing."""
        return [
            self.say("the team's view, no survey"),
            self._answers(journey),
            *self._unrated(journey),
            *self._withheld(journey),
            *self._disagreement(journey),
        ]

    def ends_of(self, journey: TeamJourney) -> list[str]:
        """The lowest and the highest median, nothing where nothing is rated."""
        ordered = sorted(journey.rated, key=lambda rated: rated[1].median)
        if not ordered:
            return []
        low, high = (self.median(room) for _, room in (ordered[0], ordered[-1]))
        lowest, highest = (
            [point.name for point, room in ordered if self.median(room) == end] for end in (low, high)
        )
        return [self.said_of_ends(lowest, low, highest, high)]

    def hover(self, point: TeamPoint) -> str:
        """What is said of a touchpoint when it is pointed at."""
        if point.room is None:
            return told(point.name, point.phase, self.reason_of(point))
        said = [self.say("team: median {median}", median=self.median(point.room))]
        if point.votes:
            said.append(
                self.say("middle half of the room: {quartiles}", quartiles=self.quartiles(point.room))
            )
        if point.room.disagrees:
            said.append(self.phrase(DISAGREES))
        return told(point.name, point.phase, *said, self._votes(point, point.room))

    def reason_of(self, point: TeamPoint) -> str:
        """Why a touchpoint shows no figure."""
        return self.phrase(TOO_FEW if point.is_withheld else NOT_RATED)

    def source_of_team(self, journey: TeamJourney) -> str:
        """The team, "" where it has said nothing."""
        return self.say("Source: {sources}", sources=self.say("the team")) if journey.rated else ""

    def table(self, journey: TeamJourney) -> Table:
        """Every touchpoint with its median, the middle half of its room, and its votes."""
        columns = (
            self.say("Touchpoint"),
            self.say("Phase"),
            self.say("Median of the team (−2 to +2)"),
            self.say("Middle half of the room"),
            self.say("n of the team"),
            self.say("Note"),
        )
        rows = tuple(self._row(point) for point in journey.points)
        if journey.last is None or not journey.last.medians:
            return Table(columns, rows)
        then = (self._then(journey.last, point) for point in journey.points)
        with_last = tuple((*row, cell) for row, cell in zip(rows, then, strict=True))
        return Table((*columns, self.say("Median in round {number}", number=journey.last.number)), with_last)

    def _then(self, last: LastRound, point: TeamPoint) -> str:
        median = last.medians.get(point.touchpoint_id)
        return "" if median is None else self.mean(median, 0 if median == int(median) else 1)

    def _row(self, point: TeamPoint) -> tuple[str, ...]:
        room, votes = point.room, point.votes
        if room is None:
            return point.name, point.phase, self.reason_of(point), "", "", ""
        note = JOINT if point.is_joint else DISAGREES if room.disagrees else ""
        quartiles = self.quartiles(votes) if votes else ""
        cells = (self.median(room), quartiles, self.count(room.n), self.phrase(note) if note else "")
        return point.name, point.phase, *cells

    def _votes(self, point: TeamPoint, room: RoomFigure) -> str:
        return self.phrase(JOINT) if point.is_joint else f"n = {self.count(room.n)}"

    def _answers(self, journey: TeamJourney) -> str:
        """How many of the team stand behind each touchpoint, from the fewest to the most."""
        counts = [room.n for _, room in journey.rated]
        if not counts:
            return self.say("no answers yet")
        low, high = self.count(min(counts)), self.count(max(counts))
        if max(counts) == 1:
            return self.say("one joint answer for each touchpoint")
        if low == high:
            return self.say("n = {n} answers per touchpoint", n=low)
        return self.say("n = {low} to {high} answers per touchpoint", low=low, high=high)

    def _unrated(self, journey: TeamJourney) -> Iterator[str]:
        if missing := sum(point.room is None and not point.is_withheld for point in journey.points):
            yield self.say(
                plural("{count} touchpoint not rated yet", "{count} touchpoints not rated yet", missing)
            )

    def _withheld(self, journey: TeamJourney) -> Iterator[str]:
        if names := [point.name for point in journey.points if point.is_withheld]:
            yield f"{self.phrase(TOO_FEW)} ({self.names(names)})"

    def _disagreement(self, journey: TeamJourney) -> Iterator[str]:
        if names := [point.name for point, room in journey.rated if room.disagrees]:
            yield f"{self.phrase(DISAGREES)} ({self.names(names)})"
