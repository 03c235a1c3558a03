"""KPIs are kept with their values; imported waves feed them, and what is thrown away comes back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_status import set_status
from storage.actions import add_action, bin_actions
from storage.answers import read_answers
from storage.checking import UnusableInput
from storage.goals import add_goal
from storage.intents import NoSuchRow, VersionConflict
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.kpis import (
    ImpossibleValue,
    KpiEntry,
    add_kpi,
    bin_kpi,
    change_kpi,
    link_actions,
    list_kpis,
    restore_kpi,
)
from storage.measurements import (
    NewMeasurement,
    add_measurement,
    add_series,
    bin_measurements,
    change_measurement,
    list_measurements,
    restore_measurements,
)
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves
from storage.surveys import store_survey
from tests.storage._surveys import HOTLINE, RECOMMEND, count, counted, mean
from touchpoints.effect import Verdict
from touchpoints.kpi_kinds import UnknownKind
from touchpoints.kpi_status import Standing
from touchpoints.model import ActionStatus, Direction
from touchpoints.statistics import MoreAnswersThanCustomers


@pytest.fixture
def nps(store: Store, facilitator: Actor, project: UUID) -> UUID:
    return add_kpi(store, facilitator, project, {"name": "NPS", "kind": "nps"})


def kpis(store: Store, actor: Actor, project: UUID) -> list[KpiEntry]:
    return list(list_kpis(store, actor, project))


def standing(store: Store, actor: Actor, project: UUID) -> KpiStanding:
    [found] = read_kpi_board(store, actor, project)
    return found


def day(month: int, **more: Any) -> NewMeasurement:
    return NewMeasurement(date(2026, month, 1), date(2026, month, 28), **more)


def test_a_name_and_a_kind_make_a_kpi(store: Store, facilitator: Actor, project: UUID) -> None:
    add_kpi(store, facilitator, project, {"name": "First", "kind": "churn"})
    add_kpi(store, facilitator, project, {"name": "Second", "kind": "csat"})
    assert [(kpi.name, kpi.kind) for kpi in kpis(store, facilitator, project)] == [
        ("First", "churn"),
        ("Second", "csat"),
    ]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": "", "kind": "nps"}, UnusableInput),
        ({"name": "A", "kind": "luck"}, UnknownKind),
        ({"name": "A", "kind": "nps", "target": 101}, ImpossibleValue),
        ({"name": "A", "kind": "share", "baseline": 40}, ImpossibleValue),
    ],
)
def test_what_makes_no_kpi_is_refused(
    store: Store, facilitator: Actor, project: UUID, values: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        add_kpi(store, facilitator, project, values)
    assert kpis(store, facilitator, project) == []


def test_its_definition_is_edited_and_a_later_editor_is_told(
    store: Store, facilitator: Actor, project: UUID, nps: UUID
) -> None:
    change_kpi(store, facilitator, project, nps, 1, {"target": 30.0, "direction": Direction.UP})
    with pytest.raises(VersionConflict):
        change_kpi(store, facilitator, project, nps, 1, {"target": 20.0})
    [kpi] = kpis(store, facilitator, project)
    assert (kpi.target, kpi.version) == (30.0, 2)


def test_it_goes_into_the_bin_with_its_values_and_comes_back(
    store: Store, facilitator: Actor, project: UUID, nps: UUID
) -> None:
    add_measurement(store, facilitator, project, nps, day(1, value=20))
    bin_kpi(store, facilitator, project, nps)
    assert kpis(store, facilitator, project) == []
    restore_kpi(store, facilitator, project, nps)
    assert [value.value for value in standing(store, facilitator, project).values.values] == [20]


def test_counts_give_the_value_and_its_interval(
    store: Store, facilitator: Actor, project: UUID, nps: UUID
) -> None:
    add_measurement(store, facilitator, project, nps, day(1, n=10, favourable=5, unfavourable=2))
    [value] = standing(store, facilitator, project).values.values
    assert value.estimate.low is not None
    assert value.estimate.high is not None
    assert (value.value, round(value.estimate.low), round(value.estimate.high)) == (30, -19, 65)


@pytest.mark.parametrize(
    ("measured", "error"),
    [
        (day(1), UnusableInput),
        (day(1, value=101.0), ImpossibleValue),
        (day(1, n=10, favourable=8, unfavourable=3), UnusableInput),
        (NewMeasurement(date(2026, 2, 1), date(2026, 1, 1), 3), UnusableInput),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    store: Store,
    facilitator: Actor,
    project: UUID,
    nps: UUID,
    measured: NewMeasurement,
    error: type[Exception],
) -> None:
    with pytest.raises(error):
        add_measurement(store, facilitator, project, nps, measured)
    assert list_measurements(store, facilitator, project) == ()


def test_more_answers_than_customers_are_refused(store: Store, facilitator: Actor, project: UUID) -> None:
    kpi = add_kpi(store, facilitator, project, {"name": "A", "kind": "share", "customer_base": 50})
    with pytest.raises(MoreAnswersThanCustomers):
        add_measurement(store, facilitator, project, kpi, day(1, n=51, favourable=5))
    add_measurement(store, facilitator, project, kpi, day(1, n=50, favourable=5))
    [value] = standing(store, facilitator, project).values.values
    assert (value.value, value.estimate.has_interval) == (0.1, False)


def test_a_series_is_stored_whole_or_not_at_all(
    store: Store, facilitator: Actor, project: UUID, nps: UUID
) -> None:
    with pytest.raises(ImpossibleValue):
        add_series(store, facilitator, project, nps, [day(1, value=1), day(2, value=500)])
    assert list_measurements(store, facilitator, project) == ()
    series = [day(2, value=2), day(1, value=1)]
    add_series(store, facilitator, project, nps, series)
    assert [one.value for one in list_measurements(store, facilitator, project)] == [1, 2]
    bin_measurements(store, facilitator, project, [one.id for one in series])
    assert list_measurements(store, facilitator, project) == ()
    restore_measurements(store, facilitator, project, [series[0].id])
    assert [one.value for one in list_measurements(store, facilitator, project)] == [2]


def test_a_value_is_corrected(store: Store, facilitator: Actor, project: UUID, nps: UUID) -> None:
    id_ = add_measurement(store, facilitator, project, nps, day(1, n=10, favourable=5, unfavourable=2))
    change_measurement(store, facilitator, project, id_, 1, {"favourable": 6})
    [one] = list_measurements(store, facilitator, project)
    assert (one.favourable, one.value) == (6, 40)


def survey(wave: str, good: int, bad: int) -> Any:
    return counted(
        count(10, good, question=RECOMMEND, wave=wave),
        count(0, bad, question=RECOMMEND, wave=wave),
        questions=[RECOMMEND],
    )


def test_a_new_wave_feeds_the_kpi_by_itself(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, survey("2024", 60, 40))
    [question] = read_answers(store, facilitator, project).questions
    add_kpi(
        store,
        facilitator,
        project,
        {"name": "NPS", "kind": "nps", "question_id": UUID(question.id), "target": 50},
    )
    before = standing(store, facilitator, project)
    assert [(one.wave, round(one.value), one.n) for one in before.values.values] == [("2024", 20, 100)]
    assert before.status.standing is Standing.MISSED
    store_survey(store, facilitator, project, survey("2025", 900, 100))
    after = standing(store, facilitator, project)
    assert [(one.wave, round(one.value)) for one in after.values.values] == [("2024", 20), ("2025", 80)]
    assert [(one.starts_on, one.ends_on) for one in after.values.values][1] == (
        date(2025, 1, 1),
        date(2025, 12, 31),
    )
    assert after.status.standing is Standing.REACHED
    [wave] = [one for one in list_all_waves(store, facilitator, project) if one.label == "2025"]
    bin_wave(store, facilitator, project, wave.id)
    assert [one.wave for one in standing(store, facilitator, project).values.values] == ["2024"]


@pytest.mark.parametrize(("wave", "good", "undated"), [("2024", 3, ()), ("Pilot", 60, ("Pilot",))])
def test_a_wave_of_fewer_than_five_and_one_without_a_date_give_no_value(
    store: Store, facilitator: Actor, project: UUID, wave: str, good: int, undated: tuple[str, ...]
) -> None:
    store_survey(store, facilitator, project, survey(wave, good, 1))
    [question] = read_answers(store, facilitator, project).questions
    add_kpi(store, facilitator, project, {"name": "NPS", "kind": "nps", "question_id": UUID(question.id)})
    found = standing(store, facilitator, project).values
    assert (found.values, found.undated) == ((), undated)


def test_a_mean_that_came_alone_feeds_a_mean_rating(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(
        store, facilitator, project, counted(questions=[HOTLINE], means=[mean(3.5, 40, wave="2025")])
    )
    [question] = read_answers(store, facilitator, project).questions
    values = {"name": "Hotline", "kind": "mean_rating", "question_id": UUID(question.id)}
    add_kpi(store, facilitator, project, values)
    assert [(one.value, one.n) for one in standing(store, facilitator, project).values.values] == [(3.5, 40)]


def test_linked_actions_are_judged_and_unlinked_again(
    store: Store, facilitator: Actor, project: UUID, nps: UUID
) -> None:
    action = add_action(store, facilitator, project, {"name": "Train", "starts_on": date(2026, 2, 1)})
    link_actions(store, facilitator, project, nps, [action])
    add_measurement(store, facilitator, project, nps, day(1, value=1))
    [effect] = standing(store, facilitator, project).effects
    assert (effect.action.name, effect.verdict) == ("Train", Verdict.OPEN)
    link_actions(store, facilitator, project, nps, [])
    assert standing(store, facilitator, project).effects == ()
    assert kpis(store, facilitator, project)[0].action_ids == ()


def test_what_serves_a_goal_shall_move_its_kpi_whichever_came_first(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    goal, other = add_goal(*where, {"name": "Shorter waits"}), add_goal(*where, {"name": "Warmer rooms"})
    before, dropped, binned = (
        add_action(*where, {"name": name, "goal_id": goal}) for name in ("Helpers", "Gate", "Sign")
    )
    set_status(*where, [dropped], ActionStatus.DROPPED, date(2026, 3, 1))
    bin_actions(*where, [binned])
    add_action(*where, {"name": "Heating", "goal_id": other})
    add_kpi(*where, {"name": "Wait", "kind": "time", "goal_id": goal})
    after = add_action(*where, {"name": "Roster", "goal_id": goal})
    assert kpis(*where)[0].action_ids == (before, after)


def test_another_projects_kpi_cannot_be_touched(
    store: Store, facilitator: Actor, other_project: UUID, nps: UUID
) -> None:
    with pytest.raises(NoSuchRow):
        add_measurement(store, facilitator, other_project, nps, day(1, value=1))
