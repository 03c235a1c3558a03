"""The guide: twelve questions as they stand, each with one way to where it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._guide_ways import way_to
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.entries import add_entry
from storage.journey import list_phases, list_touchpoints
from storage.projects import SAMPLE, new_project
from storage.segments import add_segment
from storage.store import Store
from storage.team_view import give_points, rate_touchpoint
from storage.wording import wording_for
from tests.pages._screen import PAGES, is_shown, open_page, texts
from tests.pages.conftest import OpenFrame
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.model import Aspect, Depth, Encounter, Finding, ProcessStep, ProjectInput
from touchpoints.project_facts import KEY, SHORTLIST, ProjectFacts, TouchpointFacts

pytestmark = pytest.mark.usefixtures("facilitator")
IDS = [question.id for question in QUESTIONS]
Link = tuple[str, Mapping[str, str], str]


@pytest.fixture
def bakery(store: Store) -> UUID:
    """A project with two touchpoints that nobody has chosen yet."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    add_touchpoints(store, COMMAND_LINE, project, [NewTouchpoint("Counter"), NewTouchpoint("Door")])
    return project


def links(frame: AppTest) -> dict[str, Link]:
    """Page, address and label of the link of each question; those of the coach stand above."""
    shown = [one.proto for one in frame.main.page_link][-len(IDS) :]
    found = [(one.page, dict(parse_qsl(one.query_string)), one.label) for one in shown]
    return dict(zip(IDS, found, strict=True))


def choose(store: Store, project: UUID, depth: Depth, *names: str) -> list[UUID]:
    """Put touchpoints on a depth; gives their ids."""
    entries = list_touchpoints(store, COMMAND_LINE, project)
    ids = [entry.id for entry in entries if entry.name in names]
    set_depth(store, COMMAND_LINE, project, ids, depth)
    return ids


def line(frame: AppTest, id_: str) -> str:
    """What stands beside a question."""
    return next(text for text in texts(frame) if f"· {id_} " in text)


def test_a_project_without_touchpoints_is_led_to_the_board_to_get_some(
    open_frame: OpenFrame, hotel: UUID
) -> None:
    frame = open_page(open_frame(), "guide", hotel)
    assert frame.get("progress")[0].proto.text == "0 of 12 questions answered"
    assert links(frame)["1.1"] == ("touchpoint_board", {"project": str(hotel)}, "Add touchpoints")


def test_without_a_choice_the_guide_leads_to_choosing(
    open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    frame = open_page(open_frame(), "guide", bakery)
    assert "the shortlist is still empty" in line(frame, "1.1")
    assert links(frame)["1.1"][2] == links(frame)["1.2"][2] == "Choose the shortlist"
    choose(store, bakery, Depth.SHORTLIST, "Counter")
    frame = open_page(frame, "guide", bakery)
    assert "no key touchpoint is chosen yet" in line(frame, "1.2")
    here = {"project": str(bakery), "depth": "shortlist"}
    assert links(frame)["1.2"] == ("touchpoint_board", here, "Choose key touchpoints")


def test_an_open_question_says_at_how_many_it_is_open_and_leads_to_those(
    open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    choose(store, bakery, Depth.KEY, "Counter")
    choose(store, bakery, Depth.SHORTLIST, "Door")
    frame = open_page(open_frame(), "guide", bakery)
    assert ":material/circle: open at 2 of 2 on the shortlist" in line(frame, "1.1")
    assert ":material/circle: open at 1 of 1 key touchpoints" in line(frame, "1.5")
    assert links(frame)["1.1"] == ("encounters", {"project": str(bakery)}, "Begin")
    for id_ in ("1.2", "1.3", "1.4", "1.5"):
        here = {"project": str(bakery), "missing": id_}
        assert links(frame)[id_] == ("touchpoint_board", here, "Begin")
    assert links(frame)["1.6"][:2] == ("rating", {"project": str(bakery), "step": "experience"})


def test_a_question_that_was_begun_leads_to_what_is_missing(
    open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    [door] = choose(store, bakery, Depth.SHORTLIST, "Door")
    choose(store, bakery, Depth.KEY, "Counter")
    met = {"touchpoint_id": door, "segment_id": add_segment(store, COMMAND_LINE, bakery, "Regulars")}
    add_entry(store, COMMAND_LINE, bakery, Encounter, {**met, "occasion": "Bread"})
    rate_touchpoint(store, COMMAND_LINE, bakery, door, Aspect.EXPERIENCE, {1: 1})
    give_points(store, COMMAND_LINE, bakery, {door: 30})
    frame = open_page(open_frame(), "guide", bakery)
    for id_ in ("1.1", "1.6"):
        assert ":material/contrast: open at 1 of 2 on the shortlist" in line(frame, id_)
        here = {"project": str(bakery), "missing": id_}
        assert links(frame)[id_] == ("touchpoint_board", here, "Go on")
    assert "1 of at least 3 touchpoints with importance and experience" in line(frame, "1.11")
    assert links(frame)["1.11"] == ("rating", {"project": str(bakery), "step": "points"}, "Go on")


def test_an_answered_question_leads_to_its_answer(open_frame: OpenFrame, store: Store, bakery: UUID) -> None:
    [counter] = choose(store, bakery, Depth.KEY, "Counter")
    step = {"touchpoint_id": counter, "layer": "customer", "text": "Pays"}
    add_entry(store, COMMAND_LINE, bakery, ProcessStep, step)
    add_entry(store, COMMAND_LINE, bakery, Finding, {"kind": "keep", "text": "Bread"})
    frame = open_page(open_frame(), "guide", bakery)
    assert ":material/check_circle: answered" in line(frame, "1.2")
    assert links(frame)["1.2"] == ("analysis", {"project": str(bakery), "chart": "process"}, "Look at it")
    assert links(frame)["1.7"] == ("findings", {"project": str(bakery), "kind": "keep"}, "Look at it")
    assert links(frame)["1.8"][2] == "Begin"
    assert frame.get("progress")[0].proto.text == "2 of 12 questions answered"


def test_where_the_journey_begins_is_asked_on_the_phase_before_the_contact(
    open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    before = next(p.name for p in list_phases(store, COMMAND_LINE, bakery) if p.is_before_contact)
    frame = open_page(open_frame(), "guide", bakery)
    page, query, _ = links(frame)["1.12"]
    assert (page, query) == ("touchpoint_board", {"project": str(bakery), "search": before})


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_sample_is_answered_whole_in_either_language(
    open_frame: OpenFrame, store: Store, language: str
) -> None:
    values = ProjectInput(name="Airport", language=language)
    airport = new_project(store, COMMAND_LINE, values, SAMPLE)
    frame = open_page(open_frame(locale=language), "guide", airport)
    say = wording_for(language).say
    done = say("{done} of {all} questions answered", done=12, all=12)
    assert frame.get("progress")[0].proto.text == done
    assert {label for _, _, label in links(frame).values()} == {say("Look at it")}
    assert all(is_shown(frame, say(question.spoken)) for question in QUESTIONS)


def test_the_links_of_the_sample_open_what_they_name(open_frame: OpenFrame, store: Store) -> None:
    airport = new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
    frame = open_frame()
    for page, query, _ in links(open_page(frame, "guide", airport)).values():
        opened = open_page(frame, page, **query)
        chosen = {one.key: one.value for one in [*opened.segmented_control, *opened.selectbox]}
        assert "chart" not in query or chosen["chart"] == query["chart"]
        assert "kind" not in query or chosen["new-finding-kind"] == query["kind"]


def test_the_board_opens_with_what_a_question_lacks(
    open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    choose(store, bakery, Depth.KEY, "Counter")
    frame = open_frame()
    page, query, _ = links(open_page(frame, "guide", bakery))["1.2"]
    assert is_shown(open_page(frame, page, **query), "1.2 What happens at each point?")
    assert is_shown(frame, "1 of 2 touchpoint")


def of(depth: str, **known: bool) -> ProjectFacts:
    return ProjectFacts((TouchpointFacts("a", depth=depth, **known), TouchpointFacts("b", depth=depth)))


EVERYTHING = {field.name: True for field in fields(TouchpointFacts) if field.type == "bool"}
STATES = [
    ProjectFacts(),
    of("all"),
    of(SHORTLIST),
    of(KEY),
    of(KEY, has_encounter=True, has_steps=True, is_measured=True, has_importance=True),
    ProjectFacts(
        (TouchpointFacts(number=3, depth=KEY, **EVERYTHING),),  # type: ignore[arg-type] # booleans
        frozenset({"keep", "drop", "improve", "barrier"}),
    ),
]


@pytest.mark.parametrize("facts", STATES)
def test_every_way_leads_to_a_page_that_there_is(facts: ProjectFacts) -> None:
    ways = [way_to(question, facts, "Before") for question in QUESTIONS]
    assert all((PAGES / f"{way.page}.py").is_file() for way in ways)
