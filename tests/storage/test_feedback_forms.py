"""A public form is made, changed, closed and thrown away, and says what it asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from storage.feedback_answers import (
    FormIsClosed,
    find_form,
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
from storage.kpi_board import read_kpi_board
from storage.kpis import add_kpi
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._place import Place
from tests.storage._public_forms import NOON, answer, form, only_kpi, set_clock, shown
from tests.storage._surveys import a_survey
from touchpoints.model import FeedbackKind, Question, Survey

PassTime = Callable[[timedelta], datetime]


@pytest.fixture(autouse=True)
def noon(store: Store) -> None:
    """All of it happens at noon: near midnight the day of a project is another one than that of UTC."""
    set_clock(store, NOON)


ASKING = {"name": "Counter", "kind": "nps"}


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


def test_a_kpi_made_with_its_form_goes_and_comes_back_with_it(place: Place) -> None:
    made = form(place, makes_kpi=True)
    bin_form(*place.where, made.id, with_kpi=made.kpi_id)
    assert (read_kpi_board(*place.where), list_forms(*place.where)) == ((), ())
    restore_form(*place.where, made.id, with_kpi=made.kpi_id)
    assert only_kpi(place).kpi.id == made.kpi_id
