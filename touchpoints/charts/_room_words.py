"""What the charts of a room say: medians and counts of those who were there, never a margin of error."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.activities import RateScale
from touchpoints.charts._text import plain
from touchpoints.charts._words import Words
from touchpoints.messages import N_, plural
from touchpoints.room.picture import OTHERS, Figure

DISAGREES = N_("you disagree")
OTHERS_NAMED = N_("all others")


class RoomWords(Words):
    """Puts what a chart says of a room into words."""

    def value(self, value: float, scale: RateScale) -> str:
        """A value or a median of a scale; with its sign where the scale has two sides."""
        digits = 0 if value == int(value) else 1
        shown = round(value, digits) + 0.0
        if scale.low < 0:
            return self.mean(shown, digits)
        return self._once(("value", digits, shown), lambda: self._wording.number(shown, digits))

    def decimal(self, value: float) -> str:
        """A figure per person."""
        shown = round(value, 1)
        return self._once(("decimal", 1, shown), lambda: self._wording.number(shown, 1))

    def word(self, value: int, scale: RateScale) -> str:
        """What a value of a scale is called, "" where it has no word."""
        return self.phrase(scale.words[value]) if value in scale.words else ""

    def named(self, value: int, scale: RateScale) -> str:
        """A value with its word."""
        return f"{self.value(value, scale)} {self.word(value, scale)}".rstrip()

    def middle_half(self, figure: Figure, scale: RateScale) -> str:
        """Between which values the middle half of the room lies."""
        low, high = (self.value(end, scale) for end in (figure.low_quartile, figure.high_quartile))
        return self.say("{low} to {high}", low=low, high=high)

    def too_few(self, floor: int) -> str:
        """Why nothing is shown."""
        return self.say("fewer than {floor} answers", floor=floor)

    def department(self, name: str) -> str:
        """A department, or all whose department does not stand alone."""
        return self.phrase(OTHERS_NAMED) if name == OTHERS else name

    def people(self, counts: list[int]) -> str:
        """How many have answered, from the fewest to the most; "" where nothing is shown."""
        if not counts:
            return ""
        if min(counts) == max(counts):
            return f"n = {self.count(counts[0])}"
        return self.say("n = {low} to {high}", low=self.count(min(counts)), high=self.count(max(counts)))

    def more(self, left_out: Sequence[object]) -> str:
        """How many stand in the table alone, "" where all are drawn."""
        return self.say(plural("and {count} more", "and {count} more", len(left_out))) if left_out else ""

    def source_of_room(self) -> str:
        """Whose view this is."""
        return self.say("Source: {sources}", sources=self.say("the room, no survey"))


def bold(text: str) -> str:
    """A text of a user, escaped, in bold."""
    return f"<b>{plain(text)}</b>"
