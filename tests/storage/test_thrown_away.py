"""Everything of a project that lies in its bin is listed, and comes back together, whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from storage.actions import bin_actions
from storage.bin import empty_bin
from storage.board import NewTouchpoint, add_touchpoints, take_back_added
from storage.goals import list_goals
from storage.journey import bin_touchpoint, list_phases, list_touchpoints, read_touchpoint
from storage.kpis import bin_kpi, list_kpis
from storage.measurements import list_measurements
from storage.options import add_option, bin_option, choose_option, list_options
from storage.reviews import bin_review
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, revisions_of
from storage.segments import NameIsUsedAgain, add_segment, bin_segment, list_segments
from storage.thrown_away import (
    GoneFromBin,
    list_thrown_away,
    restore_thrown_away,
    throw_away_again,
)
from tests.storage._place import Place
from tests.storage._rows import history_of, only_row
from tests.storage._thrown import (
    DAY,
    THROWN,
    Throw,
    action,
    described,
    entry,
    goal,
    kpi,
    meeting,
    option,
    phase,
    review,
    thrown,
    value,
    wave,
)
from touchpoints.model import (
    ENTITIES,
    Factor,
    Finding,
    Kpi,
    Phase,
)


@pytest.mark.parametrize(("throw", "listed"), THROWN, ids=[listed[0] for _, listed in THROWN])
def test_whatever_was_thrown_away_is_listed_and_comes_back(
    place: Place, throw: Throw, listed: tuple[str, str, str]
) -> None:
    throw(place)
    [one] = thrown(place)
    assert (one.kind, one.name, one.belongs_to) == listed
    restore_thrown_away(*place.where, [one])
    assert thrown(place) == ()
    assert [(name, kind) for name, kind, *_ in history_of(place.store, "restore from bin")] == [
        (listed[0], "restored")
    ]


def test_every_kind_of_thing_that_can_be_thrown_away_is_listed(place: Place) -> None:
    phase(place)
    for throw, _ in THROWN:
        throw(place)
    kinds = {one.kind for one in thrown(place)}
    binnable = {mapper.class_ for mapper in ENTITIES.mappers if "binned_at" in mapper.columns}
    # A project lies in the bin of the installation.
    assert kinds == {entity.__name__ for entity in binnable} - {"Project"}


def test_all_of_it_comes_back_at_once(place: Place) -> None:
    phase(place)
    for throw, _ in THROWN:
        throw(place)
    restore_thrown_away(*place.where, thrown(place))
    assert thrown(place) == ()


def test_what_was_thrown_away_last_stands_first(
    place: Place, pass_time: Callable[[timedelta], object]
) -> None:
    for name in ("one", "two"):
        pass_time(timedelta(minutes=1))
        entry(Finding, text=name)(place)
    assert [one.name for one in thrown(place)] == ["two", "one"]


def test_what_tells_alike_things_apart_is_told(place: Place) -> None:
    meeting(place)
    value(place)
    told = {one.kind: (one.segment, one.day) for one in thrown(place)}
    assert told == {"Encounter": ("Families", None), "Measurement": ("", DAY)}


def test_a_finding_about_the_whole_journey_belongs_to_nothing(place: Place) -> None:
    entry(Finding, text="Too loud", touchpoint_id=None)(place)
    assert described(place) == {("Finding", "Too loud", "")}


def test_what_a_thing_would_stand_nowhere_without_comes_back_with_it(place: Place) -> None:
    meeting(place)
    [families] = list_segments(*place.where)
    bin_segment(*place.where, families.id)
    bin_touchpoint(*place.where, place.desk)
    [met] = [one for one in thrown(place) if one.kind == "Encounter"]
    assert set(met.needs) == {families.id, place.desk}
    restore_thrown_away(*place.where, [met])
    assert thrown(place) == ()
    [shown] = read_touchpoint(*place.where, place.desk).encounters
    assert (shown.segment, shown.occasion) == ("Families", "on arrival")


def test_a_factor_brings_back_its_touchpoint_and_that_its_phase(place: Place) -> None:
    before = [one.id for one in list_phases(*place.where)]
    added = NewTouchpoint("Farewell", "After")
    add_touchpoints(*place.where, [added])
    entry(Factor, level="okay", text="A smile", touchpoint_id=added.id)(place)
    take_back_added(*place.where, [added.id], before)
    [factor] = [one for one in thrown(place) if one.kind == "Factor"]
    after = only_row(place.store, Phase, name="After")
    assert factor.needs == (added.id, after.id)
    restore_thrown_away(*place.where, [factor])
    assert thrown(place) == ()
    assert [(one.name, one.phase) for one in list_touchpoints(*place.where)][-1] == ("Farewell", "After")


@pytest.mark.parametrize("throw", [action, kpi, review])
def test_what_is_shown_without_its_touchpoint_leaves_it_in_the_bin(
    place: Place, throw: Callable[[Place], UUID]
) -> None:
    id_ = throw(place)
    bin_touchpoint(*place.where, place.desk)
    {action: lambda: bin_actions(*place.where, [id_]), kpi: lambda: bin_kpi(*place.where, id_)}.get(
        throw, lambda: bin_review(*place.where, id_)
    )()
    [one] = [one for one in thrown(place) if one.id == id_]
    assert one.needs == ()
    restore_thrown_away(*place.where, [one])
    assert [left.kind for left in thrown(place)] == ["Touchpoint"]


def test_a_value_brings_back_its_kpi(place: Place) -> None:
    value(place)
    bin_kpi(*place.where, only_row(place.store, Kpi).id)
    [measured] = [one for one in thrown(place) if one.kind == "Measurement"]
    restore_thrown_away(*place.where, [measured])
    assert len(list_kpis(*place.where)) == len(list_measurements(*place.where)) == 1


def test_an_option_comes_back_unchosen_where_another_one_was_chosen_meanwhile(place: Place) -> None:
    kiosk, till = (
        add_option(*place.where, {"name": name, "touchpoint_id": place.desk}) for name in ("Kiosk", "Till")
    )
    choose_option(*place.where, kiosk, "cheap")
    bin_option(*place.where, kiosk)
    choose_option(*place.where, till, "quick")
    restore_thrown_away(*place.where, thrown(place))
    assert {one.name: one.is_chosen for one in list_options(*place.where)} == {"Kiosk": False, "Till": True}


@pytest.mark.parametrize(
    ("throw", "raised"), [(entry(Finding, text="Too loud"), CONTENT), (wave, MEASUREMENTS), (goal, PLAN)]
)
def test_only_what_was_brought_back_is_computed_anew(place: Place, throw: Throw, raised: str) -> None:
    throw(place)
    before = revisions_of(*place.where)
    restore_thrown_away(*place.where, thrown(place))
    after = revisions_of(*place.where)
    assert {scope for scope in after if after[scope] != before.get(scope)} == {raised}


def test_a_goal_that_brings_back_its_touchpoint_counts_for_both(place: Place) -> None:
    goal(place)
    bin_touchpoint(*place.where, place.desk)
    before = revisions_of(*place.where)
    restore_thrown_away(*place.where, [one for one in thrown(place) if one.kind == "Goal"])
    after = revisions_of(*place.where)
    assert {scope for scope in after if after[scope] != before.get(scope)} == {CONTENT, PLAN}
    assert [one.touchpoint for one in list_goals(*place.where)] == ["Desk"]


def test_where_one_thing_is_gone_nothing_comes_back(
    place: Place, pass_time: Callable[[timedelta], object]
) -> None:
    entry(Finding, text="Too loud")(place)
    pass_time(timedelta(days=20))
    goal(place)
    chosen = thrown(place)
    pass_time(timedelta(days=20))
    empty_bin(place.store)
    with pytest.raises(GoneFromBin):
        restore_thrown_away(*place.where, chosen)
    assert described(place) == {("Goal", "Shorter wait", "Desk")}


def test_where_a_segment_of_the_same_name_is_there_again_nothing_comes_back(place: Place) -> None:
    meeting(place)
    entry(Finding, text="Too loud")(place)
    [families] = list_segments(*place.where)
    bin_segment(*place.where, families.id)
    add_segment(*place.where, "families")
    before = thrown(place)
    with pytest.raises(NameIsUsedAgain):
        restore_thrown_away(*place.where, [one for one in before if one.kind != "Segment"])
    assert thrown(place) == before


def test_what_somebody_else_brought_back_meanwhile_stays_as_it_is(place: Place) -> None:
    goal(place)
    option(place)
    chosen = thrown(place)
    restore_thrown_away(*place.where, chosen[:1])
    restore_thrown_away(*place.where, chosen)
    assert thrown(place) == ()
    assert len(history_of(place.store, "restore from bin")) == 2


def test_bringing_back_is_undone_to_the_day_it_was_thrown_away(
    place: Place, pass_time: Callable[[timedelta], object]
) -> None:
    goal(place)
    wave(place)
    before = thrown(place)
    pass_time(timedelta(days=3))
    restore_thrown_away(*place.where, before)
    throw_away_again(*place.where, before)
    assert thrown(place) == before


def test_another_projects_bin_is_out_of_reach(place: Place, other_project: UUID) -> None:
    goal(place)
    elsewhere = (place.store, place.actor, other_project)
    assert list_thrown_away(*elsewhere) == ()
    with pytest.raises(GoneFromBin):
        restore_thrown_away(*elsewhere, thrown(place))
    assert len(thrown(place)) == 1
