"""Acted participants answer what is asked, each something else, and nothing that a phone could not say."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from storage.wording import wording_for
from touchpoints.acted_texts import TEXTS
from touchpoints.acting import acted_answer, acted_cards, acted_department, acted_name
from touchpoints.activities import ActivityKind, Write, activity_kind, all_activities
from touchpoints.ballots import is_complete, parts_asked, take_up
from touchpoints.model import CardKind

TODAY = date(2026, 11, 2)
SUBJECTS = [f"touchpoint-{number}" for number in range(12)]
EVERYBODY = [Random(number) for number in range(25)]


@pytest.mark.parametrize("kind", all_activities().values(), ids=lambda kind: kind.id)
def test_whatever_they_answer_is_what_a_phone_may_send(kind: ActivityKind) -> None:
    parts = parts_asked(kind, kind.settings)
    for chance in EVERYBODY:
        answer = acted_answer(parts, SUBJECTS, chance, TODAY)
        take_up({}, answer, parts, SUBJECTS)
        for card in acted_cards(parts, SUBJECTS, chance, wording_for("en")):
            [write] = [part for part in parts if isinstance(part, Write)]
            assert card["kind"] in write.kinds
            assert card.get("touchpoint_id") is None or write.asks_touchpoint


@pytest.mark.parametrize("kind_id", ["importance", "blind_top_ten", "dot_vote", "fist_of_five"])
def test_budgets_and_dots_are_spent_whole(kind_id: str) -> None:
    parts = parts_asked(activity_kind(kind_id), {})
    answers = [acted_answer(parts, SUBJECTS, chance, TODAY) for chance in EVERYBODY]
    assert all(is_complete(answer, parts, SUBJECTS) for answer in answers)


def test_they_are_of_different_opinions_but_see_the_same_things() -> None:
    parts = parts_asked(activity_kind("experience"), {})
    answers = [acted_answer(parts, SUBJECTS, chance, TODAY)["rate"] for chance in EVERYBODY]
    means = {}
    for subject in SUBJECTS:
        values = [answer[subject]["experience"] for answer in answers if subject in answer]
        assert len(set(values)) > 1
        means[subject] = sum(values) / len(values)
    assert max(means.values()) - min(means.values()) > 1


def test_without_anything_to_ask_about_nothing_is_answered() -> None:
    for kind_id in ("experience", "importance", "dot_vote", "commit"):
        parts = parts_asked(activity_kind(kind_id), {})
        assert acted_answer(parts, [], Random(1), TODAY) == {}


def test_somebody_is_the_same_person_each_time() -> None:
    parts = parts_asked(activity_kind("importance"), {})
    first, again = (acted_answer(parts, SUBJECTS, Random(7), TODAY) for _ in range(2))
    assert first == again


def test_there_is_something_to_write_on_every_kind_of_card() -> None:
    assert set(TEXTS) == set(CardKind)
    assert all(1 <= len(text) <= 300 for texts in TEXTS.values() for text in texts)


def test_twenty_five_people_have_names_of_their_own_and_three_departments() -> None:
    assert len({acted_name(number) for number in range(25)}) == 25
    assert len({acted_department(chance, wording_for("en")) for chance in EVERYBODY}) == 3
