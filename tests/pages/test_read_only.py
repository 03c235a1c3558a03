"""Pages that are opened for reading: whoever may not write finds no control that would."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from pages._discovery import find_pages
from pages._page import Role
from pages._touchpoint_sections import Section
from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.findings import list_findings
from storage.journey import list_touchpoints
from storage.kpis import list_kpis
from storage.reviews import list_reviews
from storage.store import Store
from tests.pages._board_hand import act
from tests.pages._roles import sign_in
from tests.pages._screen import click_point, dialog_title, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth

# All that may be pressed without changing anything: views, filters, choices of what to look at, downloads.
VIEWS = re.compile(
    r"wall|whose|view|wave|by|chart|segment|group|cut|at|kpi|review|status|depth|search|filters|plan-filters"
    r"|compare|workshop|matrix-mean|attention-\w+|table-\S+|csv-\S+|images-\S+|figure-\S+|print|focus"
    r"|show-touchpoint|open-target|review-topic-\S+|look-\S+"
    r"|touchpoint_section_choice|conditions_part_choice|action_part_choice|option_part_choice|kpi_part|goal-part"
    r"|goals-\S+|kpis-\S+|values-\S+|reviews-\S+|options-\S+|table-review-\S+|round-kpis-\S+|plan-table-\S+-read"
    r"|open-[0-9a-f-]{36}|plan-[0-9a-f-]{36}"
    r"|Open the to-do plan|Definition, target, actions|All projects|Show all actions|Show all touchpoints"
)
# What a team lead keeps up to date from a page that he else only reads.
FOLLOWED_UP = re.compile(r"remedy-\S+|action-[0-9a-f-]{36}|kpi-\S+-goal|answer-\S+")
# The pages where a team lead works, and the small one on which everybody answers from a phone.
WORKED_ON = {"todo_plan", "kpis", "reviews", "findings", "my_todos", "voices", "feedback"}
_LAYOUT = {"flex_container", "form", "expander", "tab", "dialog"}
_SIDEBAR = 1


def nodes(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from nodes(child)


def controls(frame: AppTest) -> set[str]:
    """The keys, else the labels, of all that can be pressed or typed into on a page and in its drawer."""
    shown = (one for place, one in frame._tree.children.items() if place != _SIDEBAR)
    return {name for block in shown for node in nodes(block) if (name := _name(node))}


def _name(node: Node) -> str:
    """What a control is called; a board that only lets itself be read is none."""
    proto = getattr(node, "proto", None)
    id_ = getattr(proto, "id", "")
    if not id_ or node.type in _LAYOUT or getattr(proto, "disabled", False) is True:
        return ""
    if node.type == "bidi_component" and '"isReadOnly": true' in _json_of(proto):
        return ""
    key = id_.split("-", 2)[2] if id_.count("-") > 1 else "None"
    return key if key != "None" else str(proto.label)


def _json_of(proto: object) -> str:
    sent = getattr(proto, "json", "")
    return json.dumps(json.loads(sent)) if sent else ""


def writing(frame: AppTest, *allowed: re.Pattern[str]) -> set[str]:
    """The controls that are more than a view."""
    return {one for one in controls(frame) if not any(each.fullmatch(one) for each in (VIEWS, *allowed))}


def open_as(
    store: Store, project: UUID, role: Role, cookies: dict[str, str], open_frame: OpenFrame
) -> AppTest:
    cookies |= sign_in(store, project, role)
    frame = open_frame(project=str(project))
    frame.default_timeout = 60
    return frame


def pages_of(role: Role, without: Collection[str] = ()) -> list[str]:
    ids = [found.page.id for found in find_pages() if role in found.page.roles]
    return sorted(set(ids) - {"take_part", *without})


def choose_row(frame: AppTest, table: str, row: int = 0) -> AppTest:
    """Click a row of the table whose key begins so."""
    [proto] = [one.proto for one in frame.dataframe if f"-{table}" in one.proto.id]
    picked = {"selection": {"rows": [row], "columns": [], "cells": []}}
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=proto.id, string_value=json.dumps(picked)))
    return frame._run(states)


def key_touchpoint(store: Store, project: UUID) -> UUID:
    return next(one.id for one in list_touchpoints(store, COMMAND_LINE, project) if one.depth is Depth.KEY)


@pytest.fixture
def executive(store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame) -> AppTest:
    return open_as(store, airport, Role.EXECUTIVE, cookies, open_frame)


@pytest.fixture
def team_lead(store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame) -> AppTest:
    return open_as(store, airport, Role.TEAM_LEAD, cookies, open_frame)


@pytest.mark.parametrize("page_id", pages_of(Role.EXECUTIVE))
def test_an_executive_finds_views_and_nothing_to_write_with(
    executive: AppTest, airport: UUID, page_id: str
) -> None:
    assert writing(open_page(executive, page_id, airport)) == set()
    assert not executive.error


@pytest.mark.parametrize("page_id", pages_of(Role.TEAM_LEAD, without=WORKED_ON))
def test_a_team_lead_finds_nothing_that_only_a_facilitator_may_do(
    team_lead: AppTest, airport: UUID, page_id: str
) -> None:
    assert writing(open_page(team_lead, page_id, airport), FOLLOWED_UP) == set()
    assert not team_lead.error


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.TEAM_LEAD])
def test_an_empty_project_offers_readers_nothing_to_begin_with(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    frame = open_as(store, hotel, role, cookies, open_frame)
    without = WORKED_ON if role is Role.TEAM_LEAD else set()
    for page_id in pages_of(role, without=without):
        assert writing(open_page(frame, page_id, hotel), FOLLOWED_UP) == set(), page_id


@pytest.mark.parametrize("view", ["table", "timeline", "budget"])
def test_an_executive_reads_the_plan_in_every_view(executive: AppTest, airport: UUID, view: str) -> None:
    assert writing(open_page(executive, "todo_plan", airport, view=view)) == set()


def test_an_executive_opens_an_action_from_the_table_of_the_plan(executive: AppTest, airport: UUID) -> None:
    open_page(executive, "todo_plan", airport, view="table")
    assert dialog_title(choose_row(executive, "plan-table"))


@pytest.mark.parametrize("part", ["core", "gains", "effort", "people", "comments"])
def test_an_executive_reads_an_action(store: Store, executive: AppTest, airport: UUID, part: str) -> None:
    action = next(one for one in list_actions(store, COMMAND_LINE, airport) if one.budget and one.owner)
    open_page(executive, "todo_plan", airport)
    executive.session_state["action_part"] = part
    act(executive, "plan-board", "opened", card=str(action.id))
    assert dialog_title(executive) == action.name
    assert writing(executive) == set()
    assert part != "core" or is_shown(executive, str(action.owner))


@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_an_executive_reads_a_kpi(store: Store, executive: AppTest, airport: UUID, part: int) -> None:
    from pages._kpi import Part  # noqa: PLC0415 - another drawer has parts of this name, too

    kpi = next(one for one in list_kpis(store, COMMAND_LINE, airport) if one.action_ids)
    open_page(executive, "kpis", airport, kpi=str(kpi.id))
    assert writing(executive) == set()
    executive.session_state["kpi_part"] = list(Part)[part]
    press(executive, "Definition, target, actions")
    assert dialog_title(executive) == kpi.name
    assert writing(executive) == set()


def test_an_executive_reads_a_review_and_what_it_decided(
    store: Store, executive: AppTest, airport: UUID
) -> None:
    review = next(one for one in list_reviews(store, COMMAND_LINE, airport) if one.decisions)
    open_page(executive, "reviews", airport, review=str(review.id))
    assert writing(executive) == set()
    choose_row(executive, "table-review")
    assert dialog_title(executive) == "What was decided?"
    assert writing(executive) == set()
    assert is_shown(executive, review.decisions[0].text)


def test_an_executive_reads_the_target_of_a_touchpoint(
    store: Store, executive: AppTest, airport: UUID
) -> None:
    open_page(executive, "target_journey", airport)
    click_point(executive, "figure-target_curve", key_touchpoint(store, airport))
    assert dialog_title(executive)
    assert writing(executive) == set()


@pytest.mark.parametrize("section", list(Section))
def test_an_executive_reads_all_parts_of_a_touchpoint(
    store: Store, executive: AppTest, airport: UUID, section: Section
) -> None:
    executive.session_state["touchpoint_section"] = section
    open_page(executive, "journey", airport)
    click_point(executive, "figure-journey_curve", key_touchpoint(store, airport))
    assert dialog_title(executive)
    assert writing(executive) == set()


@pytest.mark.parametrize("section", [one for one in Section if one is not Section.FINDINGS])
def test_a_team_lead_reads_a_touchpoint(
    store: Store, team_lead: AppTest, airport: UUID, section: Section
) -> None:
    team_lead.session_state["touchpoint_section"] = section
    open_page(team_lead, "touchpoint_board", airport)
    act(team_lead, "journey-board", "opened", card=str(key_touchpoint(store, airport)))
    assert dialog_title(team_lead)
    assert writing(team_lead, FOLLOWED_UP) == set()


def test_a_team_lead_writes_down_findings_at_a_touchpoint(
    store: Store, team_lead: AppTest, airport: UUID
) -> None:
    touchpoint = key_touchpoint(store, airport)
    team_lead.session_state["touchpoint_section"] = Section.FINDINGS
    open_page(team_lead, "touchpoint_board", airport)
    act(team_lead, "journey-board", "opened", card=str(touchpoint))
    place = f"add-{touchpoint}-findings-new"
    team_lead.text_input(key=place).input("The sign is hidden by a plant")
    press(team_lead, "Add", within=place)
    assert "The sign is hidden by a plant" in [
        one.text for one in list_findings(store, COMMAND_LINE, airport)
    ]


@pytest.mark.parametrize("part", ["aim", "means"])
def test_a_team_lead_reads_a_goal(team_lead: AppTest, airport: UUID, part: str) -> None:
    open_page(team_lead, "goals", airport, **{"goal-part": part})
    choose_row(team_lead, "goals-")
    assert dialog_title(team_lead)
    assert writing(team_lead, FOLLOWED_UP) == set()


@pytest.mark.parametrize("part", ["core", "cost", "effect", "reach"])
def test_a_team_lead_reads_an_option(team_lead: AppTest, airport: UUID, part: str) -> None:
    team_lead.session_state["option_part"] = part
    open_page(team_lead, "options", airport)
    first = next(one for one in team_lead.button if (one.key or "").startswith("open-"))
    first.click().run()
    assert dialog_title(team_lead)
    assert writing(team_lead, FOLLOWED_UP) == set()


@pytest.mark.parametrize("page_id", ["todo_plan", "kpis", "reviews", "findings"])
def test_a_team_lead_keeps_the_plan_kpis_reviews_and_findings_up_to_date(
    team_lead: AppTest, airport: UUID, page_id: str
) -> None:
    assert writing(open_page(team_lead, page_id, airport))
