"""The journey board shows what is asked for, and whatever is done on it can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.journey import TouchpointEntry, list_phases, list_touchpoints
from storage.projects import new_project
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._board_hand import act, sent
from tests.pages._screen import button, buttons, dialog_title, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth, ProjectInput

BOARD = "journey-board"
Open = Callable[..., AppTest]


@pytest.fixture
def bakery(store: Store) -> UUID:
    """A blank project with three touchpoints in its second phase."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    phase = list_phases(store, COMMAND_LINE, project)[1].name
    new = [NewTouchpoint(name, phase) for name in ("Counter", "Oven", "Van")]
    add_touchpoints(store, COMMAND_LINE, project, new)
    return project


@pytest.fixture
def visit(facilitator: str, open_frame: OpenFrame) -> Open:
    """Opens the board of a project: visit(project, locale=..., **query)."""
    assert facilitator

    def visit(project: UUID, locale: str = "en-GB", **query: Any) -> AppTest:
        frame = open_frame(locale=locale)
        frame.default_timeout = 60
        return open_page(frame, "touchpoint_board", project, **query)

    return visit


def shown(frame: AppTest) -> list[str]:
    """The titles of the cards on the board, in order."""
    [board] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    return [card["title"] for card in json.loads(board.proto.json)[0]["cards"]]


def entries(store: Store, project: UUID) -> dict[str, TouchpointEntry]:
    return {entry.name: entry for entry in list_touchpoints(store, COMMAND_LINE, project)}


def order(store: Store, project: UUID) -> list[str]:
    return list(entries(store, project))


def test_the_sample_stands_in_its_phases_with_level_share_answers_and_facts(
    visit: Open, store: Store, airport: UUID
) -> None:
    frame = visit(airport)
    assert shown(frame) == order(store, airport)
    [board] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    [told] = json.loads(board.proto.json)
    cards = {card["title"]: card for card in told["cards"]}
    assert [column["isSetOff"] for column in told["columns"]] == [True, *[False] * (len(told["columns"]) - 1)]
    lines = " ".join(cards["Security check"]["lines"])
    assert "disappointed · n = " in lines
    assert "team: −1 · n = " in lines
    assert "owned" in lines or "paid" in lines
    assert cards["Security check"]["badges"][0][2] == "key"


@pytest.mark.parametrize(
    ("ends", "first"), [(None, ["Oven", "Van", "Counter"]), ("Van", ["Oven", "Counter", "Van"])]
)
def test_a_card_that_is_moved_goes_there_and_back(
    visit: Open, store: Store, bakery: UUID, ends: str | None, first: list[str]
) -> None:
    frame, there = visit(bakery), entries(store, bakery)
    before = str(there[ends].id) if ends else None
    column = str(there["Counter"].phase_id)
    act(frame, BOARD, "moved", cards=sent([there["Counter"].id]), column=column, before=before)
    assert order(store, bakery) == shown(frame) == first
    press(frame, "Undo")
    assert order(store, bakery) == ["Counter", "Oven", "Van"]


def test_several_become_key_touchpoints_at_once_and_are_put_back(
    visit: Open, store: Store, bakery: UUID
) -> None:
    frame, there = visit(bakery), entries(store, bakery)
    set_depth(store, COMMAND_LINE, bakery, [there["Oven"].id], Depth.SHORTLIST)
    act(frame, BOARD, "chosen", action="key", cards=sent([there["Counter"].id, there["Oven"].id]))
    assert [entry.depth for entry in entries(store, bakery).values()] == ["key", "key", "all"]
    assert is_shown(frame, "2 are key touchpoints now.")
    press(frame, "Undo")
    assert [entry.depth for entry in entries(store, bakery).values()] == ["all", "shortlist", "all"]


def test_what_is_there_already_is_not_offered_counted_or_announced(
    visit: Open, store: Store, bakery: UUID
) -> None:
    there = entries(store, bakery)
    set_depth(store, COMMAND_LINE, bakery, [there["Oven"].id], Depth.SHORTLIST)
    frame = visit(bakery)
    [board] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    cards = {card["title"]: card["without"] for card in json.loads(board.proto.json)[0]["cards"]}
    assert cards == {"Counter": ["all"], "Oven": ["shortlist"], "Van": ["all"]}
    act(frame, BOARD, "chosen", action="shortlist", cards=sent([there["Oven"].id]))
    assert "Undo" not in buttons(frame)
    act(frame, BOARD, "chosen", action="shortlist", cards=sent([there["Oven"].id, there["Van"].id]))
    assert is_shown(frame, "Van is on the shortlist now.")


def test_cards_in_the_bin_come_back_to_their_places(visit: Open, store: Store, bakery: UUID) -> None:
    frame, there = visit(bakery), entries(store, bakery)
    act(frame, BOARD, "chosen", action="bin", cards=sent([there["Counter"].id, there["Van"].id]))
    assert shown(frame) == ["Oven"]
    press(frame, "Undo")
    assert shown(frame) == ["Counter", "Oven", "Van"]


def test_a_card_that_is_gone_meanwhile_is_said_and_the_board_stays(
    visit: Open, store: Store, bakery: UUID, airport: UUID
) -> None:
    frame = visit(bakery)
    stranger = next(iter(entries(store, airport).values())).id
    act(frame, BOARD, "chosen", action="bin", cards=sent([stranger]))
    assert is_shown(frame, "does not exist any more")
    assert shown(frame) == ["Counter", "Oven", "Van"]


def test_a_card_opens_in_the_drawer(visit: Open, store: Store, bakery: UUID) -> None:
    frame = visit(bakery)
    act(frame, BOARD, "opened", card=str(entries(store, bakery)["Oven"].id))
    assert dialog_title(frame) == "Oven"


def test_one_touchpoint_is_added_in_a_line_and_can_be_undone(visit: Open, store: Store, bakery: UUID) -> None:
    frame = visit(bakery)
    frame.text_input("new-touchpoint").set_value("  Web shop ")
    press(frame, "Add")
    assert "Web shop" in shown(frame)
    assert frame.text_input("new-touchpoint").value == ""
    frame.text_input("new-touchpoint").set_value("web shops")
    press(frame, "Add")
    assert is_shown(frame, "web shops was added, though Web shop is there already.")
    press(frame, "Undo")
    assert order(store, bakery).count("web shops") == 0
    assert "Web shop" in order(store, bakery)


def test_the_filters_stand_in_the_address_by_ids_of_no_language(
    visit: Open, store: Store, bakery: UUID
) -> None:
    set_depth(store, COMMAND_LINE, bakery, [entries(store, bakery)["Oven"].id], Depth.KEY)
    frame = visit(bakery, locale="de-DE")
    frame.button_group("depth").set_value([Depth.KEY])
    frame.run()
    assert frame.query_params["depth"] == "key"
    assert shown(frame) == shown(visit(bakery, depth="key")) == ["Oven"]
    assert shown(visit(bakery, control="owned")) == []
    assert shown(visit(bakery, depth="nonsense", view="nonsense")) == ["Counter", "Oven", "Van"]


def test_a_search_finds_words_in_any_order_and_all_are_shown_again(
    visit: Open, store: Store, bakery: UUID
) -> None:
    frame = visit(bakery)
    phase = list_phases(store, COMMAND_LINE, bakery)[1].name
    frame.text_input("search").set_value(f"{phase.upper()} ove")
    frame.run()
    assert shown(frame) == ["Oven"]
    assert is_shown(frame, "1 of 3 touchpoint")
    press(frame, "Show all touchpoints")
    assert shown(frame) == ["Counter", "Oven", "Van"]


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_the_guide_leads_to_what_a_question_still_lacks(
    visit: Open, store: Store, bakery: UUID, locale: str
) -> None:
    there = entries(store, bakery)
    set_depth(store, COMMAND_LINE, bakery, [there["Oven"].id], Depth.KEY)
    set_depth(store, COMMAND_LINE, bakery, [there["Van"].id], Depth.SHORTLIST)
    assert shown(visit(bakery, locale, missing="1.2")) == ["Oven"]
    frame = visit(bakery, locale, missing="1.6")
    assert shown(frame) == ["Oven", "Van"]
    assert is_shown(frame, "1.6")


def test_the_table_shows_the_same_touchpoints(visit: Open, bakery: UUID) -> None:
    frame = visit(bakery, view="table", depth="all")
    [table] = frame.dataframe
    assert list(table.value["Touchpoint"]) == ["Counter", "Oven", "Van"]
    assert not [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]


def test_an_empty_project_begins_with_a_list(visit: Open, hotel: UUID) -> None:
    frame = visit(hotel)
    assert is_shown(frame, "Where do customers meet you?")
    assert "Paste a list" in buttons(frame)
    assert "Rate the ten most important" not in buttons(frame)
    press(frame, "Paste a list")
    assert dialog_title(frame) == "Paste a list"


def test_the_first_button_of_a_project_is_rating_until_the_team_has_rated(
    visit: Open, bakery: UUID, airport: UUID
) -> None:
    label = "Rate the ten most important"
    assert button(visit(bakery), label).proto.type == "primary"
    assert button(visit(airport), label).proto.type == "secondary"


def test_hostile_names_are_shown_letter_by_letter(visit: Open, store: Store, bakery: UUID) -> None:
    add_touchpoints(store, COMMAND_LINE, bakery, [NewTouchpoint(text) for text in HOSTILE])
    frame = visit(bakery)
    assert {as_kept(text) for text in HOSTILE} <= set(shown(frame))
