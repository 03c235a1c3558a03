"""The sample answers the questions of steps 2 to 4, or the guide says what its plan leaves open."""

from __future__ import annotations

import re
from collections.abc import Collection
from uuid import UUID

import pytest

from storage.store import Store
from tests.pages._guide_walk import Walk
from tests.pages._screen import is_shown
from tests.pages.conftest import OpenFrame
from touchpoints.guide import Step

# An owner, the work itself, and when to ask again: left open on purpose.
OPEN = {Step.TARGET_STRATEGY: (), Step.TODO_PLAN: ("3.1", "3.7"), Step.MONITORING: ("4.4",)}


@pytest.mark.parametrize(("step", "open_ids"), OPEN.items())
def test_each_question_is_answered_or_leads_to_just_what_is_open(
    facilitator: str,
    open_frame: OpenFrame,
    store: Store,
    airport: UUID,
    step: Step,
    open_ids: Collection[str],
) -> None:
    assert facilitator
    walk = Walk(open_frame(), store, airport, step)
    said = walk.look()
    assert tuple(walk.open_ids()) == tuple(open_ids)
    for id_ in open_ids:
        [(count, all_)] = re.findall(r"open at (\d+) of (\d+) ", said[id_])
        assert 0 < int(count) < int(all_)
        shown = is_shown(walk.follow(id_), f"{count} of ")
        assert shown, said[id_]
