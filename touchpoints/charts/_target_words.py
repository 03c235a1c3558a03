"""What the target journey says: whose current level it starts from, the gaps, what goes and what comes."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.charts._chart import Table
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._words import NOT_MEASURED_YET, WITHHELD
from touchpoints.messages import N_
from touchpoints.standing import View
from touchpoints.target_journey import (
    Ending,
    TargetJourney,
    TargetPoint,
    consequences_of,
    said_of_consequences,
)

NOT_RATED = N_("not rated by the team yet")
NEW = N_("new: in the target journey only")
REMOVED = N_("to be removed")
COMBINED = N_("to be combined with another one")
CURRENT_BY = {
    View.CUSTOMER: N_("● current level, as customers rate it"),
    View.TEAM: N_("■ current level, as the team sees it"),
    None: N_("no current level known yet"),
}


class TargetWords(StandingWords):
    """Puts what the target journey says into words."""

    def heading(self, journey: TargetJourney) -> str:
        """What is drawn, and the signs that occur."""
        points = journey.points
        said = [self.say("−2 (worst) … +2 (best)"), self.phrase(CURRENT_BY[journey.view])]
        if journey.aimed:
            said.append(self.say("◆ target, the upright is the gap"))
        if any(point.is_planned for point in journey.aimed):
            said.append(self.say("◇ new in the target journey"))
        if any(point.ending for point in points):
            said.append(self.say("✕ ends"))
        return "   ".join(said)

    def notes(self, journey: TargetJourney) -> list[str]:
        """Whose current level it is, for whom the targets are, and what the decisions mean."""
        return [
            self._whose(journey),
            self._for_whom(journey),
            *(self.say(one).removesuffix(".") for one in said_of_consequences(consequences_of(journey))),
        ]

    def describe(self, journey: TargetJourney) -> str:
        """The gaps one by one, for those who do not see them."""
        gaps = [
            self.say("{name}: {levels} levels", name=point.name, levels=self.number(gap, 1))
            for point, gap in journey.gaps[:5]
        ]
        listed = [self.say("Gaps: {gaps}.", gaps="; ".join(gaps))] if gaps else []
        return " ".join([*listed, *(f"{note}." for note in self.notes(journey))])

    def hover(self, point: TargetPoint, journey: TargetJourney) -> str:
        """What is said of a touchpoint when it is pointed at."""
        return told(point.name, point.phase, *self._facts(point, journey))

    def fate(self, point: TargetPoint, journey: TargetJourney) -> str:
        """What becomes of a touchpoint, "" where it stays."""
        if point.is_planned:
            return self.phrase(NEW)
        if point.ending is Ending.REMOVED:
            return self.phrase(REMOVED)
        if point.ending is Ending.COMBINED:
            partner = journey.name_of(point.joins)
            joined = self.say("to be combined with {touchpoint}", touchpoint=partner)
            return joined if partner else self.phrase(COMBINED)
        return ""

    def source_of_targets(self, journey: TargetJourney) -> str:
        """Where the current levels come from; the targets are the team's in any case."""
        current = [self.say("the team")] if journey.view is View.TEAM else journey.sources
        sources = "; ".join([*current, self.say("targets: the team")])
        return self.say("Source: {sources}", sources=sources)

    def table(self, journey: TargetJourney) -> Table:
        """Every touchpoint with both levels, its gap and what becomes of it."""
        columns = (
            self.say("Touchpoint"),
            self.say("Phase"),
            self.say("Current level (−2 to +2)"),
            self.say("95 % interval of the mean"),
            self.say("n"),
            self.say("Target"),
            self.say("Gap"),
            self.say("What becomes of it"),
        )
        return Table(columns, tuple(self._row(point, journey) for point in journey.points))

    def _row(self, point: TargetPoint, journey: TargetJourney) -> tuple[str, ...]:
        current = point.current
        known = (
            (
                self.mean(current.value),
                self.estimated_mean(current)[1] if current.has_interval else "",
                self.count(current.n),
            )
            if current
            else (self._why_unknown(point, journey), "", "")
        )
        target = "" if point.target is None else self.mean(point.target)
        gap = "" if point.gap is None else self.mean(point.gap)
        return point.name, point.phase, *known, target, gap, self.fate(point, journey)

    def _facts(self, point: TargetPoint, journey: TargetJourney) -> Iterator[str]:
        if point.current:
            yield self.say("current level {level}", level=self.mean(point.current.value))
        elif not point.is_planned:
            yield self._why_unknown(point, journey)
        if point.aim is not None:
            yield self.say("target {level}", level=self.mean(point.aim))
        if (gap := point.gap) is not None and round(gap, 1) > 0:
            yield self.say("{levels} levels to go", levels=self.number(gap, 1))
        if fate := self.fate(point, journey):
            yield fate

    def _why_unknown(self, point: TargetPoint, journey: TargetJourney) -> str:
        if point.is_planned:
            return ""
        if point.is_withheld:
            return self.phrase(WITHHELD)
        return self.phrase(NOT_RATED if journey.view is View.TEAM else NOT_MEASURED_YET)

    def _whose(self, journey: TargetJourney) -> str:
        if journey.view is View.TEAM:
            return self.say("current level: the team's view, no survey")
        if journey.view is None:
            return self.say("no current level known yet")
        if journey.group and journey.wave:
            return self.say(
                "current level: “{group}” in the survey, {wave}", group=journey.group, wave=journey.wave
            )
        if journey.group:
            return self.say("current level: “{group}” in the survey", group=journey.group)
        if journey.wave:
            return self.say("current level: all customers, {wave}", wave=journey.wave)
        return self.say("current level: all customers")

    def _for_whom(self, journey: TargetJourney) -> str:
        if journey.segment:
            return self.say("targets for {segment}, else those for all", segment=journey.segment)
        return self.say("targets for all customers")
