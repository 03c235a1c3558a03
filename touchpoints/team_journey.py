"""The journey as the team sees it: the median of its ratings at each touchpoint, apart from customers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from touchpoints.journey_lines import JourneyStop
from touchpoints.messages import Message, Number, message, plural
from touchpoints.standing import named
from touchpoints.statistics import FLOOR, RoomFigure, room_figure

# More than so many that are lowest together, and naming two of them would mislead.
NAMED_AT_MOST = 5


@dataclass(frozen=True)
class TeamPoint:
    """One touchpoint; without a room where nobody rated it, or where too few did so one by one."""

    touchpoint_id: str
    name: str
    phase: str
    phase_is_before_contact: bool
    room: RoomFigure | None = None
    is_withheld: bool = False

    @property
    def is_joint(self) -> bool:
        """Whether the team gave one answer together."""
        return self.room is not None and self.room.n == 1

    @property
    def votes(self) -> RoomFigure | None:
        """The room, where so many voted one by one that its spread may be told."""
        return self.room if self.room and self.room.n >= FLOOR else None


@dataclass(frozen=True)
class LastRound:
    """The medians of the round before, by touchpoint; what was withheld then has none."""

    number: int
    medians: Mapping[str, float]


@dataclass(frozen=True)
class TeamJourney:
    """Every touchpoint in the order of the journey, rated by the team or not."""

    points: tuple[TeamPoint, ...]
    last: LastRound | None = None

    @property
    def rated(self) -> tuple[tuple[TeamPoint, RoomFigure], ...]:
        """The touchpoints whose figure may be shown, each with it."""
        return tuple((point, point.room) for point in self.points if point.room)


def last_round(number: int, journey: TeamJourney) -> LastRound:
    """What is left of a round's ratings for the next one to be seen against."""
    return LastRound(number, {point.touchpoint_id: room.median for point, room in journey.rated})


def team_journey(stops: Iterable[JourneyStop], answers: Mapping[str, Mapping[int, int]]) -> TeamJourney:
    """The journey from how many of the team gave each point -2..+2, by touchpoint."""
    return TeamJourney(tuple(_point(stop, answers.get(stop.id, {})) for stop in stops))


def _point(stop: JourneyStop, counts: Mapping[int, int]) -> TeamPoint:
    room = room_figure(counts)
    # One answer is a joint one; two to four people would find each other out.
    is_withheld = room is not None and 1 < room.n < FLOOR
    shown = None if is_withheld else room
    return TeamPoint(stop.id, stop.name, stop.phase, stop.is_before_contact, shown, is_withheld)


def median_digits(room: RoomFigure) -> int:
    """The decimals of a median: a half only where there is one."""
    return 0 if room.median == int(room.median) else 1


def finding_of_team(journey: TeamJourney) -> Message:
    """Where the team sees the lowest experience; a statement about the room, never about customers."""
    medians = {room.median for _, room in journey.rated}
    if not medians:
        return message("The team has not rated a touchpoint yet")
    lowest = [(point, room) for point, room in journey.rated if room.median == min(medians)]
    median = Number(min(medians), median_digits(lowest[0][1]), signed=True)
    if len(journey.rated) > 1 and len(medians) == 1:
        return message("The team sees all touchpoints that it rated alike: {median}", median=median)
    if len(lowest) > NAMED_AT_MOST:
        return plural(
            "The team sees the lowest experience at {count} touchpoint: {median}",
            "The team sees the lowest experience at {count} touchpoints: {median}",
            len(lowest),
            median=median,
        )
    names = named([point.name for point, _ in lowest])
    return message(
        "The team sees the lowest experience at {touchpoint}: {median}", touchpoint=names, median=median
    )
