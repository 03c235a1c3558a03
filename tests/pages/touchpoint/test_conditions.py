"""The conditions at a key touchpoint: asked where the team is, a few at a time, each stored at once."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.conditions import change_conditions, read_conditions
from storage.store import Store
from tests.pages._screen import is_shown
from tests.pages.touchpoint._hand import Hand
from tests.pages.touchpoint._stored import at_depth
from touchpoints.conditions import Conditions
from touchpoints.model import Answer, Degree, Depth, RunBy

WHO, TURNOVER = "Who meets the customer here?", "How high is the turnover in this role?"
GIVES_BACK = "Does the customer get something for his data?"
FIVE = "Do five people or more work here in one role?"


@pytest.fixture
def counter(hand: Hand, store: Store, bakery: UUID) -> UUID:
    """A key touchpoint, open at its conditions."""
    id_ = at_depth(store, bakery, Depth.KEY)
    hand.open(id_)
    hand.part("conditions")
    return id_


def said(store: Store, project: UUID, touchpoint: UUID) -> Conditions:
    return read_conditions(store, COMMAND_LINE, project, touchpoint).said


def test_each_answer_is_stored_as_it_is_given(hand: Hand, store: Store, bakery: UUID, counter: UUID) -> None:
    hand.choose(WHO, RunBy.OURSELVES)
    hand.choose("How much know-how is there?", Degree.NOT_KNOWN)
    found = said(store, bakery, counter)
    assert (found.run_by, found.know_how) == (RunBy.OURSELVES, Degree.NOT_KNOWN)


def test_the_turnover_is_asked_of_large_roles_alone(
    hand: Hand, store: Store, bakery: UUID, counter: UUID
) -> None:
    assert not hand.has_field(TURNOVER)
    hand.choose(FIVE, Answer.YES)
    hand.choose(TURNOVER, Degree.HIGH)
    assert said(store, bakery, counter).turnover is Degree.HIGH
    hand.choose(FIVE, Answer.NO)
    assert not hand.has_field(TURNOVER)
    assert said(store, bakery, counter).turnover is None


@pytest.mark.usefixtures("counter")
def test_where_nobody_works_nothing_is_asked_about_people(hand: Hand) -> None:
    hand.choose(WHO, RunBy.NOBODY)
    assert not hand.has_field("How much know-how is there?")


@pytest.mark.usefixtures("counter")
def test_at_most_seven_questions_stand_there_at_a_time(hand: Hand) -> None:
    hand.choose(FIVE, Answer.YES)
    assert len(questions(hand)) == 7
    hand.choose("What about?", "data")
    hand.choose("Are customer data captured here?", Answer.YES)
    hand.choose(GIVES_BACK, Answer.YES)
    assert len(questions(hand)) == 6
    hand.choose("What does the customer get for his data?", "A reminder in time")


def test_that_nobody_knows_who_works_there_or_what_is_given_for_data_can_be_said(
    hand: Hand, store: Store, bakery: UUID, counter: UUID
) -> None:
    hand.choose(WHO, RunBy.NOT_KNOWN)
    hand.choose("What about?", "data")
    hand.choose("Are customer data captured here?", Answer.YES)
    hand.choose(GIVES_BACK, Answer.NOT_KNOWN)
    assert not hand.has_field("What does the customer get for his data?")
    found = said(store, bakery, counter)
    assert (found.run_by, found.gives_back) == (RunBy.NOT_KNOWN, Answer.NOT_KNOWN)


def questions(hand: Hand) -> list[str]:
    return [str(one.label) for one in hand.fields() if str(one.key).startswith("condition-")]


def test_whoever_was_slower_sees_both_answers(hand: Hand, store: Store, bakery: UUID, counter: UUID) -> None:
    change_conditions(store, COMMAND_LINE, bakery, counter, 0, {"run_by": RunBy.OUTSIDERS})
    hand.choose(WHO, RunBy.BOTH)
    assert is_shown(hand.frame, "outsiders")
    hand.press("Save mine")
    assert said(store, bakery, counter).run_by is RunBy.BOTH


def test_a_touchpoint_on_the_shortlist_is_not_asked(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    assert not hand.has_field(WHO)
