"""A customer's sentence is seen by nobody but who releases it, and goes for good where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from storage.feedback_sentences import (
    let_sentence_wait,
    list_waiting,
    refuse_sentence,
    release_sentence,
)
from storage.findings import list_findings
from storage.store import Store
from storage.upkeep import tidy_up
from tests._hostile_texts import HOSTILE, as_kept
from tests.storage._place import Place
from tests.storage._public_forms import NOON, answer, form, set_clock, shown
from touchpoints.model import FeedbackSentence, Source

PassTime = Callable[[timedelta], datetime]


@pytest.fixture(autouse=True)
def noon(store: Store) -> None:
    """All of it happens at noon: near midnight the day of a project is another one than that of UTC."""
    set_clock(store, NOON)


def test_a_sentence_waits_and_becomes_a_finding_in_the_customers_words(place: Place) -> None:
    made = form(place, touchpoint_id=place.desk)
    answer(place, made.code, 3, sentence=" Too slow ")
    [waiting] = list_waiting(*place.where)
    assert (waiting.text, waiting.form, list_findings(*place.where)) == ("Too slow", "Counter", ())
    release_sentence(*place.where, waiting.id)
    [finding] = list_findings(*place.where)
    assert (finding.text, finding.source, finding.kind, finding.touchpoint) == (
        "Too slow",
        Source.CUSTOMER,
        None,
        "Desk",
    )
    assert (list_waiting(*place.where), shown(place, made.id).waiting) == ((), 0)


def test_releasing_and_refusing_are_undone(place: Place) -> None:
    made = form(place)
    answer(place, made.code, 3, sentence="Too slow")
    [waiting] = list_waiting(*place.where)
    first = release_sentence(*place.where, waiting.id)
    let_sentence_wait(*place.where, waiting.id)
    assert (len(list_waiting(*place.where)), list_findings(*place.where)) == (1, ())
    refuse_sentence(*place.where, waiting.id)
    assert list_waiting(*place.where) == ()
    let_sentence_wait(*place.where, waiting.id)
    assert release_sentence(*place.where, waiting.id) == first


def test_a_form_that_asks_for_none_keeps_none(place: Place) -> None:
    made = form(place, asks_sentence=False)
    answer(place, made.code, 3, sentence="Too slow")
    assert (list_waiting(*place.where), shown(place, made.id).answers) == ((), 1)


@pytest.mark.parametrize("days", [30, 31])
def test_a_refused_sentence_is_erased_after_thirty_days(place: Place, pass_time: PassTime, days: int) -> None:
    made = form(place)
    answer(place, made.code, 3, 4, sentence="Too slow")
    refuse_sentence(*place.where, list_waiting(*place.where)[0].id)
    pass_time(timedelta(days=days))
    tidy_up(place.store)
    with place.store.unchecked() as session:
        assert len(session.exec(select(FeedbackSentence)).all()) == (2 if days == 30 else 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_sentence_is_kept_as_it_was_typed(place: Place, text: str) -> None:
    answer(place, form(place).code, 3, sentence=text)
    assert [one.text for one in list_waiting(*place.where)] == [as_kept(text)]
