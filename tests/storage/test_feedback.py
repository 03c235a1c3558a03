"""Customers' answers are counted when they are confirmed, feed their KPI by themselves, and name nobody."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import col, delete, select

from storage.board import NewTouchpoint, add_touchpoints
from storage.feedback_answers import (
    CustomerAnswer,
    NothingAnswered,
    SentenceTooLong,
    TooManyNamed,
    take_answer,
)
from storage.kpis import add_kpi
from storage.revisions import MEASUREMENTS, PLAN, audible_revisions, revisions_of
from storage.rounds import begin_next_round
from storage.settling import GAP
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves, restore_wave
from storage.team_view import count_mentions, read_team_view
from tests.storage._place import Place
from tests.storage._public_forms import NOON, answer, form, only_kpi, set_clock, shown
from touchpoints.model import IntentRecord, Survey

PassTime = Callable[[timedelta], datetime]


@pytest.fixture(autouse=True)
def noon(store: Store) -> None:
    """All of it happens at noon: near midnight the day of a project is another one than that of UTC."""
    set_clock(store, NOON)


def test_answers_make_the_value_of_a_new_kpi_in_a_wave_of_the_month(place: Place) -> None:
    made = form(place, makes_kpi=True, touchpoint_id=place.desk)
    answer(place, made.code, 10, 10, 9, 7, 3)
    [value] = only_kpi(place).values.values
    assert (value.value, value.n, value.wave) == (40, 5, "2026-03")
    assert (only_kpi(place).kpi.name, only_kpi(place).kpi.touchpoint) == ("Counter", "Desk")
    assert shown(place, made.id).answers == 5


@pytest.mark.parametrize(
    ("kind", "points", "value"), [("csat", (5, 4, 4, 1, 2), 0.6), ("ces", (7, 6, 5, 4, 1), 0.6)]
)
def test_each_kind_has_its_scale(place: Place, kind: str, points: tuple[int, ...], value: float) -> None:
    made = form(place, kind, makes_kpi=True)
    answer(place, made.code, *points)
    assert only_kpi(place).values.last is not None
    assert only_kpi(place).values.values[0].value == pytest.approx(value)


def test_the_next_month_is_another_value(place: Place, pass_time: PassTime) -> None:
    made = form(place, makes_kpi=True)
    answer(place, made.code, *[10] * 5)
    pass_time(timedelta(days=32))
    answer(place, made.code, *[0] * 5)
    assert [one.value for one in only_kpi(place).values.values] == [100, -100]


def test_fewer_than_five_answers_show_no_figure(place: Place) -> None:
    made = form(place, makes_kpi=True)
    answer(place, made.code, 10, 10, 10, 10)
    assert only_kpi(place).values.values == ()


def test_a_form_feeds_a_kpi_that_was_there_and_a_second_form_the_same_one(place: Place) -> None:
    kpi = add_kpi(*place.where, {"name": "Loyalty", "kind": "nps"})
    first, second = form(place, kpi_id=kpi), form(place, kpi_id=kpi)
    answer(place, first.code, 10, 10, 10)
    answer(place, second.code, 10, 10)
    assert [one.n for one in only_kpi(place).values.values] == [5]
    assert [shown(place, one.id).answers for one in (first, second)] == [3, 2]


def test_the_ten_most_important_are_named_beside_what_was_typed(place: Place) -> None:
    gate = NewTouchpoint("Gate")
    add_touchpoints(*place.where, [gate])
    count_mentions(*place.where, {place.desk: 3}, 4)
    made = form(place, "top_ten")
    for named in ((place.desk,), (place.desk, gate.id)):
        take_answer(place.store, made.code, CustomerAnswer(named=named))
    team = read_team_view(*place.where)
    assert (team.mentions, team.customers_asked) == ({place.desk: 5, gate.id: 1}, 6)
    assert shown(place, made.id).answers == 2


def test_no_more_than_ten_are_named_and_only_touchpoints_of_the_project(place: Place) -> None:
    more = [NewTouchpoint(f"Gate {number}") for number in range(11)]
    add_touchpoints(*place.where, more)
    made = form(place, "top_ten")
    with pytest.raises(TooManyNamed):
        take_answer(place.store, made.code, CustomerAnswer(named=[one.id for one in more]))
    with pytest.raises(NothingAnswered):
        take_answer(place.store, made.code, CustomerAnswer(named=[made.id]))
    assert read_team_view(*place.where).customers_asked is None


def test_mentions_of_the_next_round_begin_anew(place: Place) -> None:
    made = form(place, "top_ten")
    take_answer(place.store, made.code, CustomerAnswer(named=[place.desk]))
    begin_next_round(*place.where, NOON.date())
    take_answer(place.store, made.code, CustomerAnswer(named=[place.desk]))
    assert read_team_view(*place.where).customers_asked == 1


@pytest.mark.parametrize("point", [None, -1, 11])
def test_a_point_off_the_scale_is_no_answer(place: Place, point: int | None) -> None:
    made = form(place, makes_kpi=True)
    with pytest.raises(NothingAnswered):
        take_answer(place.store, made.code, CustomerAnswer(point))
    assert shown(place, made.id).answers == 0


def test_a_sentence_that_is_too_long_is_refused_whole(place: Place) -> None:
    made = form(place)
    with pytest.raises(SentenceTooLong):
        take_answer(place.store, made.code, CustomerAnswer(9, sentence="x" * 501))
    assert shown(place, made.id).answers == 0


def test_what_is_confirmed_at_once_by_many_is_stored(place: Place) -> None:
    forms = [form(place, "csat", makes_kpi=True)]
    forms.append(form(place, "csat", kpi_id=forms[0].kpi_id))
    with ThreadPoolExecutor(8) as customers:
        list(customers.map(lambda number: answer(place, forms[number % 2].code, number % 5 + 1), range(60)))
    [value] = only_kpi(place).values.values
    assert (value.n, [shown(place, one.id).answers for one in forms]) == (60, [30, 30])


def test_mentions_at_once_by_many_are_all_counted(place: Place) -> None:
    forms = [form(place, "top_ten"), form(place, "top_ten")]
    named = CustomerAnswer(named=[place.desk])
    with ThreadPoolExecutor(8) as customers:
        list(customers.map(lambda number: take_answer(place.store, forms[number % 2].code, named), range(40)))
    team = read_team_view(*place.where)
    assert (team.mentions[place.desk], team.customers_asked) == (40, 40)


def test_no_answer_leaves_a_moment_or_a_person_behind(place: Place) -> None:
    made = form(place)
    with place.store.unchecked() as session:
        before = len(session.exec(select(IntentRecord)).all())
    answer(place, made.code, 9, sentence="Friendly")
    with place.store.unchecked() as session:
        assert len(session.exec(select(IntentRecord)).all()) == before


def test_answers_after_their_wave_was_thrown_away_are_counted_in_another_one(place: Place) -> None:
    made = form(place, makes_kpi=True)
    answer(place, made.code, *[10] * 5)
    [wave] = list_all_waves(*place.where)
    bin_wave(*place.where, wave.id)
    answer(place, made.code, *[0] * 6)
    [value] = only_kpi(place).values.values
    assert (value.value, value.n) == (-100, 6)
    restore_wave(*place.where, wave.id)
    assert sum(one.rows for one in list_all_waves(*place.where)) == 11


def test_a_form_whose_question_is_gone_asks_it_anew(place: Place) -> None:
    made = form(place, makes_kpi=True)
    with place.store.writing() as session:
        session.execute(delete(Survey).where(col(Survey.project_id) == place.project))
    answer(place, made.code, *[10] * 5)
    assert only_kpi(place).values.values[0].n == 5


def numbers(place: Place) -> tuple[int | None, int | None]:
    found = revisions_of(*place.where)
    return found.get(MEASUREMENTS), found.get(PLAN)


def test_what_screens_compute_follows_the_answers_every_few_seconds(
    place: Place, pass_time: PassTime
) -> None:
    made = form(place)
    start = numbers(place)
    pass_time(GAP)
    answer(place, made.code, 9)
    first = numbers(place)
    answer(place, made.code, 9, 9)
    assert first != start
    assert numbers(place) == first
    pass_time(GAP)
    assert numbers(place) != first
    assert numbers(place)[1] == start[1]


def test_whoever_listens_hears_each_of_them(place: Place) -> None:
    made = form(place)
    before = audible_revisions(*place.where)["feedback"]
    answer(place, made.code, 9, 9)
    assert audible_revisions(*place.where)["feedback"] == before + 2


def test_another_projects_touchpoint_is_not_asked_about(place: Place, other_project: UUID) -> None:
    other = NewTouchpoint("Other")
    add_touchpoints(place.store, place.actor, other_project, [other])
    made = form(place, "top_ten")
    with pytest.raises(NothingAnswered):
        take_answer(place.store, made.code, CustomerAnswer(named=[other.id]))
