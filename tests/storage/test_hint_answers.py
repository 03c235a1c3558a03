"""A hint is waved off with a reason, discussed or made an action, and comes back when its facts change."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.actions import bin_actions, list_actions
from storage.checking import UnusableInput
from storage.hint_answers import (
    ToldHint,
    answer_to,
    list_hint_answers,
    mark_discussed,
    restore_answer,
    take_back_answer,
    turn_into_action,
    wave_off,
)
from storage.revisions import COACH, CONTENT, PLAN
from storage.store import Store
from tests._stored import revision_of
from tests.touchpoints.coach._scenes import place
from tests.touchpoints.coach._scenes import project as made_of
from touchpoints.coach import Hint, hints_of
from touchpoints.model import HintState

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


def hint_about(*touchpoints: str) -> Hint:
    """That targets have no action."""
    facts = made_of(*(place(one, target=1.0) for one in touchpoints))
    return next(hint for hint in hints_of(facts) if hint.id == "r01-targets")


def told(hint: Hint) -> ToldHint:
    return ToldHint(hint.id, "3 targets have no action", hint.facts)


def test_a_hint_is_waved_off_with_its_reason(where: Where) -> None:
    hint = hint_about("desk", "web")
    wave_off(*where, told(hint), "We close the desk in May.")
    answer = answer_to(hint, list_hint_answers(*where))
    assert answer is not None
    assert (answer.state, answer.reason) == (HintState.WAVED_OFF, "We close the desk in May.")
    assert answer.said == "3 targets have no action"


def test_a_hint_is_not_waved_off_without_a_reason(where: Where) -> None:
    with pytest.raises(UnusableInput):
        wave_off(*where, told(hint_about("desk")), "  ")
    assert list_hint_answers(*where) == ()


def test_a_waved_off_hint_comes_back_with_a_new_case(where: Where) -> None:
    wave_off(*where, told(hint_about("desk", "web")), "Later")
    answers = list_hint_answers(*where)
    assert answer_to(hint_about("desk", "web", "till"), answers) is None


def test_a_waved_off_hint_stays_away_while_nothing_is_added_to_it(where: Where) -> None:
    wave_off(*where, told(hint_about("desk", "web")), "Later")
    assert answer_to(hint_about("web"), list_hint_answers(*where)) is not None


def test_an_answer_is_taken_back_and_stays_in_the_history(where: Where) -> None:
    hint = hint_about("desk")
    answer = mark_discussed(*where, told(hint))
    take_back_answer(*where, answer)
    [kept] = list_hint_answers(*where)
    assert answer_to(hint, [kept]) is None
    assert kept.taken_back_at is not None
    restore_answer(*where, answer)
    assert answer_to(hint, list_hint_answers(*where)) is not None


def test_the_newest_answer_comes_first(where: Where) -> None:
    hint = hint_about("desk")
    mark_discussed(*where, told(hint))
    wave_off(*where, told(hint), "Later")
    assert [one.state for one in list_hint_answers(*where)] == [HintState.WAVED_OFF, HintState.DISCUSSED]


def test_a_hint_becomes_an_action_and_comes_back_when_that_is_thrown_away(where: Where) -> None:
    hint = hint_about("desk")
    action = turn_into_action(*where, told(hint), {"name": "Ask the team at the desk"})
    assert [one.name for one in list_actions(*where)] == ["Ask the team at the desk"]
    assert answer_to(hint, list_hint_answers(*where)) is not None
    bin_actions(*where, [action])
    assert answer_to(hint, list_hint_answers(*where)) is None


def test_an_answer_moves_the_coach_and_nothing_else(where: Where) -> None:
    before = {scope: revision_of(*where, scope) for scope in (COACH, CONTENT, PLAN)}
    mark_discussed(*where, told(hint_about("desk")))
    assert revision_of(*where, COACH) == before[COACH] + 1
    assert {scope: revision_of(*where, scope) for scope in (CONTENT, PLAN)} == {
        scope: before[scope] for scope in (CONTENT, PLAN)
    }


def test_the_same_answer_sent_twice_is_stored_once(where: Where) -> None:
    store, actor, project = where
    once = actor.once()
    for _ in range(2):
        wave_off(store, once, project, told(hint_about("desk")), "Later")
    assert len(list_hint_answers(*where)) == 1
