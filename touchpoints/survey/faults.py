"""Errors that tell everything that is wrong at once, so that it is mended in one go."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import ClassVar

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, message, plural

MOST_SHOWN = 20


class ListedFaults(TouchpointsError):
    """Base of errors that carry a list of faults; the message names up to twenty of them."""

    sentence: ClassVar[str] = N_("Please mend this first: {faults}")

    def __init__(self, faults: Iterable[Message]) -> None:
        self.faults = tuple(faults)
        super().__init__(faults=listed(self.faults))


def listed(faults: tuple[Message, ...]) -> Message:
    """The faults behind one another, as one message."""
    shown = list(faults[:MOST_SHOWN])
    hidden = len(faults) - len(shown)
    if hidden:
        shown.append(plural("And {count} more fault.", "And {count} more faults.", hidden))
    return reduce(lambda rest, fault: message("{first} {rest}", first=fault, rest=rest), reversed(shown))


class MappingFaults(ListedFaults):
    """A mapping contradicts itself, or says something that nobody knows."""

    sentence = N_("The mapping cannot be used. {faults}")


class FrameFaults(ListedFaults):
    """A file does not have what the mapping says of it."""

    sentence = N_("The file does not fit its mapping. {faults}")
