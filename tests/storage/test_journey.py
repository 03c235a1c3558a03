"""The journey comes in its order, with all that is known of a touchpoint, and is edited without loss."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.checking import UnusableInput
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import (
    TouchpointEntry,
    bin_touchpoint,
    change_touchpoint,
    list_phases,
    list_touchpoints,
    read_touchpoint,
    restore_touchpoint,
)
from storage.store import Store
from storage.surveys import store_survey
from storage.thrown_away import list_thrown_away
from tests.storage._rows import history_of, only_row
from tests.storage._surveys import a_survey
from tests.storage.conftest import Opened
from touchpoints.model import Depth, Layer, Level, Period, Touchpoint


@pytest.fixture
def hotline(store: Store, facilitator: Actor, project: UUID) -> TouchpointEntry:
    """A touchpoint that a survey asked about."""
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    return entry


def named(sample: Opened, name: str) -> TouchpointEntry:
    entries = list_touchpoints(sample.store, sample.actor, sample.project)
    return next(entry for entry in entries if entry.name == name)


def test_touchpoints_come_phase_by_phase(sample: Opened) -> None:
    phases = list_phases(sample.store, sample.actor, sample.project)
    walked = [entry.phase for entry in list_touchpoints(sample.store, sample.actor, sample.project)]
    assert list(dict.fromkeys(walked)) == [phase.name for phase in phases]
    assert walked == sorted(walked, key=[phase.name for phase in phases].index)


def test_a_touchpoint_shows_its_phase_its_depth_and_who_answers_for_it(sample: Opened) -> None:
    wifi = named(sample, "Wi-Fi")
    assert (wifi.depth, wifi.is_before_contact) == (Depth.KEY, False)
    assert wifi.owner
    assert wifi.owner_position


def test_all_that_step_one_knows_of_a_touchpoint_is_read_together(sample: Opened) -> None:
    security = named(sample, "Security check")
    details = read_touchpoint(sample.store, sample.actor, sample.project, security.id)
    assert details.touchpoint == security
    assert {factor.level for factor in details.factors} == set(Level)
    assert {step.layer for step in details.steps} <= set(Layer)
    assert details.steps
    assert details.findings
    assert all(encounter.segment and isinstance(encounter.period, Period) for encounter in details.encounters)
    assert any(isinstance(encounter.frequency, Decimal) for encounter in details.encounters)


def test_a_touchpoint_that_is_gone_or_another_project_s_is_not_read(
    store: Store, facilitator: Actor, other_project: UUID, hotline: TouchpointEntry
) -> None:
    for id_ in (hotline.id, uuid4()):
        with pytest.raises(NoSuchRow):
            read_touchpoint(store, facilitator, other_project, id_)


def test_edited_fields_are_saved_clean_and_the_others_stay(
    store: Store, facilitator: Actor, project: UUID, hotline: TouchpointEntry
) -> None:
    changes = {"name": " Hot\0line\u202e ", "depth": "key"}
    change_touchpoint(store, facilitator, project, hotline.id, hotline.version, changes)
    (entry,) = list_touchpoints(store, facilitator, project)
    assert (entry.name, entry.depth, entry.phase_id) == ("Hotline", Depth.KEY, hotline.phase_id)
    ((_, _, before, after),) = history_of(store, "change touchpoint")
    assert (before, after) == ({"name": "Hotline", "depth": "all"}, {"name": "Hotline", "depth": "key"})


def test_an_older_form_is_refused_with_both_versions(
    store: Store, facilitator: Actor, project: UUID, hotline: TouchpointEntry
) -> None:
    change_touchpoint(store, facilitator, project, hotline.id, hotline.version, {"note": "mine"})
    with pytest.raises(VersionConflict) as conflict:
        change_touchpoint(store, facilitator, project, hotline.id, hotline.version, {"note": "yours"})
    assert (conflict.value.stored, conflict.value.wanted) == ({"note": "mine"}, {"note": "yours"})


@pytest.mark.parametrize(
    "changes", [{"name": ""}, {"name": "x" * 121}, {"depth": "deep"}, {"note": "x" * 2001}, {"rank": "a9"}]
)
def test_fields_that_cannot_be_are_refused(
    store: Store, facilitator: Actor, project: UUID, hotline: TouchpointEntry, changes: dict[str, object]
) -> None:
    with pytest.raises(UnusableInput):
        change_touchpoint(store, facilitator, project, hotline.id, hotline.version, changes)
    assert only_row(store, Touchpoint).version == hotline.version


def test_another_project_s_touchpoint_cannot_be_changed(
    store: Store, facilitator: Actor, other_project: UUID, hotline: TouchpointEntry
) -> None:
    with pytest.raises(NoSuchRow):
        change_touchpoint(store, facilitator, other_project, hotline.id, hotline.version, {"note": "x"})
    with pytest.raises(NoSuchRow):
        bin_touchpoint(store, facilitator, other_project, hotline.id)


def test_a_touchpoint_in_the_bin_comes_back_to_its_place(
    store: Store, facilitator: Actor, project: UUID, hotline: TouchpointEntry
) -> None:
    bin_touchpoint(store, facilitator, project, hotline.id)
    assert list_touchpoints(store, facilitator, project) == ()
    (binned,) = list_thrown_away(store, facilitator, project)
    assert binned.id == hotline.id
    restore_touchpoint(store, facilitator, project, hotline.id)
    (entry,) = list_touchpoints(store, facilitator, project)
    assert (entry.id, entry.phase_id) == (hotline.id, hotline.phase_id)
