"""What rounds are compared by stands with the round to which it belongs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints
from storage.journey import list_phases
from storage.round_records import list_lifetimes, read_round_records
from storage.rounds import begin_next_round
from storage.segments import add_segment
from storage.store import Store
from storage.survey_waves import bin_wave
from storage.surveys import store_survey
from storage.targets import add_planned_touchpoint, decide, set_target
from storage.team_view import rate_touchpoint
from tests.storage._rows import only_row
from tests.storage._surveys import a_survey
from touchpoints.model import Aspect, Decision, Wave
from touchpoints.rounds_results import Lifetime

Where = tuple[Store, Actor, UUID]
TODAY = date(2026, 7, 1)


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def desk(where: Where) -> UUID:
    desk = NewTouchpoint("Desk")
    add_touchpoints(*where, [desk])
    return desk.id


def test_each_round_keeps_its_own_ratings_targets_and_waves(where: Where, desk: UUID) -> None:
    rate_touchpoint(*where, desk, Aspect.EXPERIENCE, {-1: 3, 0: 2})
    rate_touchpoint(*where, desk, Aspect.BRAND, {2: 1})
    set_target(*where, desk, None, 1.5)
    set_target(*where, desk, add_segment(*where, "Families"), 2.0)
    store_survey(*where, a_survey(wave="2018"))
    begin_next_round(*where, TODAY)
    rate_touchpoint(*where, desk, Aspect.EXPERIENCE, {1: 1})
    store_survey(*where, a_survey(wave="2019"))
    first, second = read_round_records(*where)
    assert (first.round.number, second.round.number) == (1, 2)
    assert (first.experience, second.experience) == ({desk: {-1: 3, 0: 2}}, {desk: {1: 1}})
    assert (first.targets, second.targets) == ({desk: 1.5}, {})
    ids = {label: only_row(where[0], Wave, label=label).id for label in ("2018", "2019")}
    assert (first.waves, second.waves) == ({ids["2018"]}, {ids["2019"]})
    bin_wave(*where, ids["2018"])
    assert read_round_records(*where)[0].waves == frozenset()


def test_the_life_of_a_touchpoint_begins_and_ends_with_a_round(where: Where, desk: UUID) -> None:
    fax = NewTouchpoint("Fax")
    add_touchpoints(*where, [fax])
    decide(*where, fax.id, Decision.REMOVE)
    add_planned_touchpoint(*where, "App", list_phases(*where)[0].id)
    assert list_lifetimes(*where) == (Lifetime("Desk", 1), Lifetime("Fax", 1))
    begin_next_round(*where, TODAY)
    bin_touchpoints(*where, [desk])
    assert list_lifetimes(*where) == (Lifetime("App", 2), Lifetime("Fax", 1, 1))
