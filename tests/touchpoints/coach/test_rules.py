"""Each hint of the coach: where it fires, where it must stay silent, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from storage.wording import languages, wording_for
from tests.touchpoints.coach._people_scenes import PEOPLE_SCENES
from tests.touchpoints.coach._plan_scenes import PLAN_SCENES
from tests.touchpoints.coach._scenes import Scene, place, project
from tests.touchpoints.coach._state_scenes import STATE_SCENES
from touchpoints.coach import CoachFacts, Consequence, Hint, all_rules, hints_of
from touchpoints.conditions import CONDITIONS
from touchpoints.messages import in_english
from touchpoints.model import Answer, ContactType, Degree, TouchpointConditionsInput

SCENES: dict[str, Scene] = {**PLAN_SCENES, **STATE_SCENES, **PEOPLE_SCENES}
SILENT = [(id_, why, facts) for id_, scene in SCENES.items() for why, facts in scene.silent.items()]


def ids(facts: CoachFacts) -> set[str]:
    return {hint.id for hint in hints_of(facts)}


def the_hint(id_: str) -> Hint:
    return next(hint for hint in hints_of(SCENES[id_].fires) if hint.id == id_)


@pytest.mark.parametrize("id_", SCENES)
def test_a_hint_fires_where_it_should(id_: str) -> None:
    assert id_ in ids(SCENES[id_].fires)


@pytest.mark.parametrize(("id_", "why", "facts"), SILENT, ids=[f"{id_}: {why}" for id_, why, _ in SILENT])
def test_a_hint_stays_silent_in_a_plausible_project(id_: str, why: str, facts: CoachFacts) -> None:
    assert id_ not in ids(facts), why


def test_every_reminder_of_the_method_is_a_rule_with_scenes() -> None:
    assert list(all_rules()) == [f"r{number:02}" for number in range(1, 22)]
    assert {id_.partition("-")[0] for id_ in SCENES} == set(all_rules())
    assert all(len(scene.silent) >= 2 for scene in SCENES.values())


def test_every_hint_that_any_scene_brings_has_a_scene_of_its_own() -> None:
    everything = [scene.fires for scene in SCENES.values()] + [facts for *_, facts in SILENT]
    assert {id_ for facts in everything for id_ in ids(facts)} <= set(SCENES)


PREREQUISITES: dict[str, dict[str, Answer]] = {
    "turnover": {"is_role_of_five": Answer.YES},
    "trains_capture": {"captures_data": Answer.YES},
    "checks_capture": {"captures_data": Answer.YES},
    "gives_back": {"captures_data": Answer.YES},
}
ANSWERED = [name for name in CONDITIONS if name != "given_for_data"]


@pytest.mark.parametrize("name", ANSWERED)
def test_that_nobody_knows_a_condition_is_an_answer_and_a_finding(name: str) -> None:
    answer = next(one for one in get_args(TouchpointConditionsInput.model_fields[name].annotation)[0])
    known = PREREQUISITES.get(name, {})
    asked = place(**known, contact_type=ContactType.MEDIAL, **{name: type(answer)("not_known")})
    assert [id_ for id_ in ids(project(asked)) if id_.endswith("-unknown")]


def test_all_that_nobody_knows_of_a_rule_is_one_hint_that_names_each() -> None:
    desk = place(know_how=Degree.NOT_KNOWN, standing=Degree.NOT_KNOWN)
    facts = project(desk, place("till", know_how=Degree.NOT_KNOWN), place("door"))
    [hint] = (hint for hint in hints_of(facts) if hint.id == "r14-unknown")
    assert in_english(hint.seen) == (
        "At 2 of 3 key touchpoints something is not known: Desk (how much know-how there is and which "
        "standing the people there have) and Till (how much know-how there is)"
    )
    assert hint.facts == ("desk:know_how,standing", "till:know_how")


def test_one_question_that_nobody_can_answer_is_named_once() -> None:
    facts = project(place(know_how=Degree.NOT_KNOWN), place("till", know_how=Degree.NOT_KNOWN))
    [hint] = (hint for hint in hints_of(facts) if hint.id == "r14-unknown")
    assert in_english(hint.seen) == (
        "At 2 of 2 key touchpoints nobody knows how much know-how there is: Desk and Till"
    )


@pytest.mark.parametrize("id_", SCENES)
@pytest.mark.parametrize("language", languages())
def test_a_hint_can_be_said_in_every_language(id_: str, language: str) -> None:
    hint, say = the_hint(id_), wording_for(language).say
    for said in (say(hint.seen), say(hint.why), say(hint.advice)):
        assert said
        assert not re.search(r"[{}]", said)


@pytest.mark.parametrize("id_", SCENES)
def test_a_hint_says_why_it_matters_in_one_sentence_and_what_to_do(id_: str) -> None:
    hint = the_hint(id_)
    assert re.fullmatch(r"[^.?!]+[.]", hint.why)
    assert hint.advice[-1] in ".?"
    assert hint.rule == f"R{int(id_[1:3])}"
    assert hint.cases


UNFILTERED = {
    "r02-phase": "what is missing lies in all the other phases",
    "r02-team": "what is missing lies in all the other departments",
    "r02-channel": "what is missing lies in all the other channels",
    "r04-begin": "nothing is written down that could be listed",
    "r05-share": "the money of the whole plan is too little",
}


@pytest.mark.parametrize("id_", SCENES)
def test_the_way_of_a_hint_leads_to_what_it_is_about_alone(id_: str) -> None:
    assert the_hint(id_).is_filtered is (id_ not in UNFILTERED), UNFILTERED.get(id_)


def test_the_gravest_comes_first() -> None:
    found = hints_of(project(place(target=1.0, captures_data=Answer.YES, has_importance=True)))
    graves = [hint.consequence for hint in found]
    assert graves == sorted(graves)
    assert graves[0] is Consequence.BLOCKS


def many(number: int) -> Iterator[object]:
    return (place(f"point {n}", target=1.0) for n in range(number))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 of 1 targets that are not reached yet has no action: Point 0"),
        (2, "2 of 2 targets that are not reached yet have no action: Point 0 and Point 1"),
        (3, "3 of 3 targets that are not reached yet have no action: Point 0, Point 1 and Point 2"),
        (9, "9 of 9 targets that are not reached yet have no action: Point 0, Point 1, Point 2 and 6 more"),
    ],
)
def test_a_hint_names_three_and_counts_the_rest(number: int, said: str) -> None:
    [hint] = (hint for hint in hints_of(project(*many(number))) if hint.id == "r01-targets")
    assert in_english(hint.seen) == said


def test_a_hint_is_told_again_by_its_cases_and_not_by_their_names() -> None:
    before = project(place(target=1.0))
    after = project(replace(place(target=1.0), name="Reception"))
    [first] = (hint for hint in hints_of(before) if hint.id == "r01-targets")
    [second] = (hint for hint in hints_of(after) if hint.id == "r01-targets")
    assert first.facts == second.facts
    assert in_english(first.seen) != in_english(second.seen)


def test_no_rule_fires_on_wording() -> None:
    # The same facts under names that would mislead whoever read them.
    for scene in SCENES.values():
        for facts in (scene.fires, *scene.silent.values()):
            assert ids(renamed(facts)) == ids(facts)


def renamed(facts: CoachFacts) -> CoachFacts:
    """The same project in which everything is called alike."""
    misleading = "Discount, bonus card, training"
    told: dict[str, Any] = {}
    for field in ("touchpoints", "segments", "goals", "actions", "kpis", "surveys", "phases"):
        told[field] = tuple(replace(thing, name=misleading) for thing in getattr(facts, field))
    findings = tuple(replace(finding, text=misleading) for finding in facts.findings)
    return replace(facts, findings=findings, **told)
