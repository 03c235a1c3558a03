"""The figures and phrases of one chart in one language, each formatted once: 250 touchpoints repeat them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from touchpoints.journey import (
    JourneyLine,
    JourneyPoint,
    mean_digits,
    measured,
    share_digits,
    sources,
)
from touchpoints.messages import N_, Message, Value, Wording, plural
from touchpoints.statistics import Estimate

NAMED_AT_MOST = 5
NOT_MEASURED_YET = N_("not measured yet")
NO_INTERVAL = N_("no interval")
NO_ANSWERS_HERE = N_("measured elsewhere, not here")
WITHHELD = N_("withheld")
WHY_WITHHELD = N_("withheld: fewer than 5 answers here or in a cell that this one would reveal")


class Words:
    """Puts what a chart says into words."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._known: dict[tuple[str, int, float], str] = {}
        self._phrases: dict[str, str] = {}

    def say(self, text: Message | str, /, **values: Value) -> str:
        """The text in the language of the chart."""
        return self._wording.say(text, **values)

    def phrase(self, marked: str) -> str:
        """A text without values that many points repeat; its literal is marked with N_ where it stands."""
        if marked not in self._phrases:
            self._phrases[marked] = self.say(marked)
        return self._phrases[marked]

    def mean(self, value: float, digits: int = 1) -> str:
        """A mean on -2..+2 with its sign."""
        shown = round(value, digits) + 0.0  # no "-0.0"
        return self._once(("mean", digits, shown), lambda: self._wording.number(shown, digits, signed=True))

    def share(self, value: float, digits: int = 0) -> str:
        """A share in per cent."""
        shown = round(value, digits + 2)
        return self._once(("share", digits, shown), lambda: self._wording.percent(shown, digits))

    def count(self, number: int) -> str:
        """A number of answers."""
        return self._once(("count", 0, number), lambda: self._wording.number(number))

    def amount(self, amount: Decimal, digits: int = 0) -> str:
        """Money without its currency; whole units do in a figure, cents belong into a table."""
        return self._wording.number(float(amount), digits)

    def date(self, day: date) -> str:
        """A calendar day."""
        return self._wording.date(day)

    def estimated_mean(self, mean: Estimate) -> tuple[str, str]:
        """A mean and its interval, with the decimals that its answers carry."""
        return self._estimate(mean, self.mean, mean_digits(mean))

    def estimated_share(self, share: Estimate) -> tuple[str, str]:
        """A share and its interval, with the decimals that its answers carry."""
        return self._estimate(share, self.share, share_digits(share))

    def reason(self, point: JourneyPoint) -> str:
        """Why a point shows no figure."""
        if point.is_withheld:
            return self.phrase(WITHHELD)
        return self.phrase(NO_ANSWERS_HERE if point.is_asked else NOT_MEASURED_YET)

    def _estimate(
        self, estimate: Estimate, written: Callable[[float, int], str], digits: int
    ) -> tuple[str, str]:
        value = written(estimate.value, digits)
        if estimate.low is None or estimate.high is None:
            return value, self.phrase(NO_INTERVAL)
        low, high = written(estimate.low, digits), written(estimate.high, digits)
        return value, self.say("{low} to {high}", low=low, high=high)

    def _once(self, figure: tuple[str, int, float], write: Callable[[], str]) -> str:
        if figure not in self._known:
            self._known[figure] = write()
        return self._known[figure]

    def names(self, names: Sequence[str], most: int = NAMED_AT_MOST) -> str:
        """A list of names, cut where it gets long; of those that share a value the first is enough."""
        shown = ", ".join(names[:most])
        more = len(names) - most
        if more <= 0:
            return shown
        return self.say(plural("{names} and {count} more", "{names} and {count} more", more, names=shown))

    def answers(self, lines: Iterable[JourneyLine]) -> str:
        """How many answers stand behind each touchpoint, from the fewest to the most."""
        counts = [point.n for line in lines for point in measured(line.points)]
        if not counts:
            return self.say("no answers yet")
        if min(counts) == max(counts):
            return self.say("n = {n} answers per touchpoint", n=self.count(counts[0]))
        return self.say(
            "n = {low} to {high} answers per touchpoint",
            low=self.count(min(counts)),
            high=self.count(max(counts)),
        )

    def ends(self, lines: Iterable[JourneyLine]) -> list[str]:
        """The lowest and the highest experience, nothing where nothing is measured."""
        points = [(point, line) for line in lines for point in measured(line.points)]
        if not points:
            return []
        ordered = sorted(points, key=lambda placed: placed[0].experience)
        low, high = (self.mean(placed[0].experience) for placed in (ordered[0], ordered[-1]))
        # As they are read: what differs by less than is written shares its place.
        lowest, highest = (
            [labelled(*placed) for placed in order if self.mean(placed[0].experience) == end]
            for order, end in ((ordered, low), (ordered[::-1], high))
        )
        return [self.said_of_ends(lowest, low, highest, high)]

    def said_of_ends(self, lowest: Sequence[str], low: str, highest: Sequence[str], high: str) -> str:
        """What has the lowest and what the highest value; of several the first, and how many more."""
        return self.say(
            "Lowest: {lowest}, {low}. Highest: {highest}, {high}.",
            lowest=self.names(lowest, 1),
            low=low,
            highest=self.names(highest, 1),
            high=high,
        )

    def source(self, lines: Iterable[JourneyLine]) -> str:
        """Where the figures come from, "" where nothing is measured."""
        found = sources(lines)
        return self.say("Source: {sources}", sources="; ".join(found)) if found else ""


def labelled(point: JourneyPoint, line: JourneyLine) -> str:
    """The touchpoint's name, with the line's where it has one."""
    return f"{point.name} ({line.label})" if line.label else point.name
