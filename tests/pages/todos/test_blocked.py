"""Blocked without a reason is not stored, and whoever presses it is told so at once."""

from __future__ import annotations

from storage.access import COMMAND_LINE
from storage.actions import list_actions
from tests.pages._screen import is_shown
from tests.pages.todos._team import Open, Team, field, run, tap
from touchpoints.model import ActionStatus

SAID = "It counts as blocked as soon as this is told"


def test_blocked_says_that_it_waits_for_its_reason(team: Team, visit: Open) -> None:
    oven = team.add("Oven", 3)
    frame = tap(visit(), oven)
    assert not is_shown(frame, SAID)
    field(frame.segmented_control, "Status").set_value(ActionStatus.BLOCKED)
    run(frame)
    assert is_shown(frame, SAID)
    assert [one.status for one in list_actions(team.store, COMMAND_LINE, team.bakery)] == [
        ActionStatus.PLANNED
    ]
    frame = tap(visit(), oven)
    assert not is_shown(frame, SAID)
