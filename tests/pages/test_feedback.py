"""The page of customers' feedback: forms made in a minute, sentences to be read, each step undone."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.feedback_answers import CustomerAnswer, take_answer
from storage.feedback_forms import FormEntry, add_form, list_forms
from storage.feedback_sentences import list_waiting
from storage.findings import list_findings
from storage.kpis import add_kpi, list_kpis
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import dialog_title, is_shown, open_page, press, press_in_dialog, run_dialog, texts
from tests.pages.conftest import OpenFrame
from touchpoints.model import FeedbackKind


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame) -> AppTest:
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return opened


def forms(store: Store, hotel: UUID) -> tuple[FormEntry, ...]:
    return list_forms(store, COMMAND_LINE, hotel)


def make(store: Store, hotel: UUID, **more: Any) -> FormEntry:
    add_form(store, COMMAND_LINE, hotel, {"name": "Counter", "kind": "nps", **more}, makes_kpi=True)
    return next(one for one in forms(store, hotel) if one.name == more.get("name", "Counter"))


def answer(store: Store, form: FormEntry, *points: int, sentence: str = "") -> None:
    for point in points:
        take_answer(store, form.code, CustomerAnswer(point, sentence=sentence))


def choose_in_dialog(frame: AppTest, label: str, value: Any) -> None:
    next(one for one in frame.selectbox if one.label == label).set_value(value)


def test_the_first_form_needs_two_presses_and_makes_its_kpi(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    open_page(frame, "feedback", hotel)
    press(frame, "Make a form")
    assert dialog_title(frame) == "Make a form"
    press_in_dialog(frame, "Make the form")
    [form] = forms(store, hotel)
    assert (form.kind, form.name, form.is_open, form.kpi) == (FeedbackKind.NPS, "NPS", True, "NPS")
    open_page(frame, "feedback", hotel)
    assert is_shown(frame, "● open · 0 answers")
    press(frame, "Address and QR code")
    assert [one.value.rsplit("/", 1)[1] for one in frame.code] == [form.code]


def test_making_a_form_is_undone_with_its_kpi(frame: AppTest, store: Store, hotel: UUID) -> None:
    open_page(frame, "feedback", hotel)
    press(frame, "Make a form")
    press_in_dialog(frame, "Make the form")
    press(frame.run(), "Undo")
    assert (forms(store, hotel), list_kpis(store, COMMAND_LINE, hotel)) == ((), ())


def test_a_form_is_about_a_touchpoint_and_feeds_a_kpi_that_fits(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, COMMAND_LINE, hotel, [desk])
    kpi = add_kpi(store, COMMAND_LINE, hotel, {"name": "Ease", "kind": "ces"})
    add_kpi(store, COMMAND_LINE, hotel, {"name": "Costs", "kind": "money"})
    open_page(frame, "feedback", hotel)
    press(frame, "Make a form")
    choose_in_dialog(frame, "What is asked?", FeedbackKind.CES)
    choose_in_dialog(frame, "About", desk.id)
    run_dialog(frame)
    [kpis] = [one for one in frame.selectbox if one.label == "Feeds the KPI"]
    assert kpis.options == ["A new KPI", "Ease", "None: only the survey is kept"]
    kpis.set_value(kpi)
    next(one for one in frame.text_input if one.label == "Question in your own words").set_value("Easy?")
    press_in_dialog(frame, "Make the form")
    [form] = forms(store, hotel)
    assert (form.touchpoint, form.kpi_id, form.question, form.name) == ("Desk", kpi, "Easy?", "CES Desk")


def test_the_ten_most_important_ask_for_neither_touchpoint_nor_kpi(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    open_page(frame, "feedback", hotel)
    press(frame, "Make a form")
    choose_in_dialog(frame, "What is asked?", FeedbackKind.TOP_TEN)
    run_dialog(frame)
    assert {"About", "Feeds the KPI"} & {one.label for one in frame.selectbox} == set()
    press_in_dialog(frame, "Make the form")
    assert [(one.kind, one.kpi) for one in forms(store, hotel)] == [(FeedbackKind.TOP_TEN, None)]


def test_answers_are_counted_on_the_page_and_stand_at_the_kpi(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    form = make(store, hotel)
    answer(store, form, 10, 10, 10, 10, 0)
    open_page(frame, "feedback", hotel)
    assert is_shown(frame, "5 answers")
    assert is_shown(frame, "feeds the KPI Counter")
    open_page(frame, "kpis", hotel, kpi=str(form.kpi_id))
    assert [one.value["n"].tolist() for one in frame.dataframe if "n" in one.value] == [["5"]]


def test_a_form_is_changed_closed_and_opened_again_in_its_drawer(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    form = make(store, hotel)
    open_page(frame, "feedback", hotel)
    press(frame, "Edit", str(form.id))
    press_in_dialog(frame, "Close the form")
    assert not forms(store, hotel)[0].is_open
    next(one for one in frame.text_input if one.label == "Name of the form, for you alone").set_value("Gate")
    next(one for one in frame.date_input if one.label == "Open until").set_value(date(2030, 1, 1))
    press_in_dialog(frame, "Save")
    [changed] = forms(store, hotel)
    assert (changed.name, changed.ends_on, changed.is_open) == ("Gate", date(2030, 1, 1), False)
    press_in_dialog(frame, "Open the form again")
    assert forms(store, hotel)[0].is_open


def test_a_form_goes_into_the_bin_and_comes_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    form = make(store, hotel)
    open_page(frame, "feedback", hotel)
    press(frame, "Edit", str(form.id))
    press_in_dialog(frame, "Move to bin")
    assert forms(store, hotel) == ()
    press(frame, "Undo")
    assert [one.id for one in forms(store, hotel)] == [form.id]


def test_sentences_wait_to_be_read_and_are_released_or_refused(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    form = make(store, hotel)
    answer(store, form, 9, sentence="Friendly")
    open_page(frame, "feedback", hotel)
    assert is_shown(frame, "1 sentence waits to be read")
    press(frame, "Release")
    assert [one.text for one in list_findings(store, COMMAND_LINE, hotel)] == ["Friendly"]
    press(frame, "Undo")
    press(frame, "Refuse")
    assert (list_waiting(store, COMMAND_LINE, hotel), list_findings(store, COMMAND_LINE, hotel)) == ((), ())
    press(frame, "Undo")
    assert len(list_waiting(store, COMMAND_LINE, hotel)) == 1


def test_many_sentences_are_shown_a_few_at_a_time(frame: AppTest, store: Store, hotel: UUID) -> None:
    answer(store, make(store, hotel), *[9] * 22, sentence="Friendly")
    open_page(frame, "feedback", hotel)
    assert is_shown(frame, "22 sentences wait to be read")
    assert is_shown(frame, "and 2 more")


def test_hostile_texts_are_shown_as_typed(frame: AppTest, store: Store, hotel: UUID) -> None:
    for text in HOSTILE:
        form = make(store, hotel, name=as_kept(text)[:100], question=text)
        answer(store, form, 9, sentence=text)
    open_page(frame, "feedback", hotel)
    shown = [" ".join(one.split()) for one in texts(frame)]
    for text in HOSTILE:
        assert sum(" ".join(as_kept(text).split()) in one for one in shown) >= 2, text


def test_guests_see_nothing_of_it(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_frame(project=str(hotel))
    frame._page_hash = calc_hash("feedback")  # what the browser sends for this address
    frame.run()
    assert [title.value for title in frame.title] == ["Join with a code"]
