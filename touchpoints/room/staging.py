"""What a facilitator sets while an activity is on: which screen stands on the wall, and who may write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Both stand among the settings of the activity, beside what it asks for.
FOR_ALL, SCREEN = "for_all", "screen"


def is_for_all(settings: Mapping[str, Any]) -> bool:
    """Whether every phone may write, though the activity is one of tables."""
    return bool(settings.get(FOR_ALL))


def one_writes_for_each(by_table: bool, settings: Mapping[str, Any]) -> bool:  # noqa: FBT001 - the field as stored
    """Whether one phone alone writes for each table."""
    return by_table and not is_for_all(settings)


def screen_number(settings: Mapping[str, Any]) -> int:
    """How far the facilitator went on from the first screen; back from it is less than none."""
    return int(settings.get(SCREEN, 0))


def screen_shown(settings: Mapping[str, Any], screens: int) -> int:
    """Which of so many screens stands on the wall: behind the last one comes the first."""
    return screen_number(settings) % max(screens, 1)


def from_the_first_screen(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of an activity that shows something new."""
    return {name: value for name, value in settings.items() if name != SCREEN}
