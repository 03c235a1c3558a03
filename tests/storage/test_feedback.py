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
    FormIsClosed,
    NothingAnswered,
    SentenceTooLong,
    TooManyNamed,
    find_form,
    take_answer,
)
from storage.feedback_forms import (
    QuestionIsFixed,
    UnfitKpi,
    add_form,
    bin_form,
    change_form,
    close_form,
    list_forms,
    open_form,
    restore_form,
)
from storage.feedback_questions import KpiIsFed
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.kpis import add_kpi
from storage.revisions import MEASUREMENTS, PLAN, audible_revisions, revisions_of
from storage.rounds import begin_next_round
from storage.settling import GAP
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves, restore_wave
from storage.surveys import store_survey
from storage.team_view import count_mentions, read_team_view
from tests.storage._place import Place
from tests.storage._public_forms import NOON, answer, form, set_clock, shown
from tests.storage._surveys import a_survey
from touchpoints.model import FeedbackKind, IntentRecord, Question, Survey

PassTime = Callable[[timedelta], datetime]


@pytest.fixture(autouse=True)
def noon(store: Store) -> None:
    """All of it happens at noon: near midnight the day of a project is another one than that of UTC."""
    set_clock(store, NOON)


ASKING = {"name": "Counter", "kind": "nps"}


def only_kpi(place: Place) -> KpiStanding:
    [standing] = read_kpi_board(*place.where)
    return standing


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


def test_a_kpi_of_another_kind_or_fed_by_an_import_is_refused(place: Place) -> None:
    kpi = add_kpi(*place.where, {"name": "Costs", "kind": "money"})
    with pytest.raises(UnfitKpi):
        add_form(*place.where, {**ASKING, "kpi_id": kpi})
    store_survey(*place.where, a_survey())
    with place.store.unchecked() as session:
        question = session.exec(select(Question)).first()
    assert question is not None
    fed = add_kpi(*place.where, {"name": "Fed", "kind": "mean_rating", "question_id": question.id})
    with pytest.raises(KpiIsFed):
        add_form(*place.where, {**ASKING, "kpi_id": fed})
    assert list_forms(*place.where) == ()


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


def test_a_closed_a_binned_and_an_unknown_form_take_nothing_and_opened_again_it_does(place: Place) -> None:
    made = form(place)
    for shut, reopen in ((close_form, open_form), (bin_form, restore_form)):
        shut(*place.where, made.id)
        with pytest.raises(FormIsClosed):
            find_form(place.store, made.code)
        with pytest.raises(FormIsClosed):
            answer(place, made.code, 9)
        reopen(*place.where, made.id)
        answer(place, made.code, 9)
    with pytest.raises(FormIsClosed):
        find_form(place.store, "nothing")
    assert shown(place, made.id).answers == 2


def test_its_last_day_is_the_whole_of_it(place: Place, pass_time: PassTime) -> None:
    made = form(place, ends_on=NOON.date())
    answer(place, made.code, 9)
    pass_time(timedelta(days=1))
    with pytest.raises(FormIsClosed):
        answer(place, made.code, 9)


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


def test_a_form_about_a_touchpoint_tells_its_name_and_what_it_asks(place: Place) -> None:
    made = form(place, touchpoint_id=place.desk, question="How was it?", asks_sentence=False)
    told = find_form(place.store, made.code)
    assert (told.kind, told.question, told.touchpoint, told.asks_sentence, told.places) == (
        FeedbackKind.NPS,
        "How was it?",
        "Desk",
        False,
        (),
    )
    assert [one.name for one in find_form(place.store, form(place, "top_ten").code).places] == ["Desk"]


def test_only_words_and_days_of_a_form_are_changed(place: Place) -> None:
    made = form(place)
    change_form(*place.where, made.id, made.version, {"name": "Gate", "question": "And?"})
    assert (shown(place, made.id).name, shown(place, made.id).question) == ("Gate", "And?")
    with pytest.raises(QuestionIsFixed):
        change_form(*place.where, made.id, made.version + 1, {"kind": "csat"})


def test_answers_do_not_disturb_whoever_edits_the_form(place: Place) -> None:
    made = form(place)
    answer(place, made.code, 9)
    change_form(*place.where, made.id, made.version, {"name": "Gate"})
    assert shown(place, made.id).answers == 1


def test_two_forms_and_a_survey_of_one_name_stay_apart(place: Place) -> None:
    store_survey(*place.where, a_survey())
    with place.store.unchecked() as session:
        name = session.exec(select(Survey.name)).one()
    for _ in range(2):
        form(place, name=name)
    with place.store.unchecked() as session:
        names = set(session.exec(select(Survey.name)))
    assert names == {name, f"{name} (2)", f"{name} (3)"}


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


def test_a_kpi_made_with_its_form_goes_and_comes_back_with_it(place: Place) -> None:
    made = form(place, makes_kpi=True)
    bin_form(*place.where, made.id, with_kpi=made.kpi_id)
    assert (read_kpi_board(*place.where), list_forms(*place.where)) == ((), ())
    restore_form(*place.where, made.id, with_kpi=made.kpi_id)
    assert only_kpi(place).kpi.id == made.kpi_id


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
