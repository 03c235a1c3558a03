"""What a browser says about a board is heard once, and believed only in the shape that our script sends."""

from __future__ import annotations

import re
from typing import Any

import pytest
import streamlit as st

from pages._acts import keep_acts
from pages._board import (
    _COMPONENTS,
    _PARTS,
    Badge,
    BoardIntent,
    Card,
    Chosen,
    Column,
    Moved,
    Opened,
    _data,
    _intent,
    _script,
    taken_intent,
)
from pages._board_words import board_words
from storage.wording import wording_for

VENDOR = _COMPONENTS / "vendor"
OWN = "\n".join((_COMPONENTS / "board" / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS)
MOVED = {"kind": "moved", "id": "1", "cards": [["wifi", 3]], "column": "use", "before": None}


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session, as Streamlit keeps one for each visitor."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


@pytest.mark.parametrize(
    ("act", "intent"),
    [
        (MOVED, Moved("1", (("wifi", 3),), "use", None)),
        ({**MOVED, "before": "shops"}, Moved("1", (("wifi", 3),), "use", "shops")),
        ({"kind": "opened", "id": "2", "card": "wifi"}, Opened("2", "wifi")),
        (
            {"kind": "chosen", "id": "3", "action": "bin", "cards": [["wifi", 3], ["shops", 1]]},
            Chosen("3", "bin", (("wifi", 3), ("shops", 1))),
        ),
    ],
)
def test_an_act_is_an_intent(act: dict[str, Any], intent: BoardIntent) -> None:
    assert _intent(act) == intent


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "erased"},
        {"cards": []},
        {"cards": [["wifi"]]},
        {"cards": [["wifi", "3"]]},
        {"cards": [["wifi", 3], [4, 3]]},
        {"cards": "wifi"},
        {"column": None},
        {"before": 7},
    ],
)
def test_what_our_script_does_not_send_is_no_intent(wrong: dict[str, Any]) -> None:
    assert _intent({**MOVED, **wrong}) is None


def test_an_act_is_taken_once_and_then_confirmed_to_the_board(state: dict[str, Any]) -> None:
    state["board"] = {"acts": [MOVED]}
    keep_acts("board")
    taken = taken_intent("board")
    assert isinstance(taken, Moved)
    assert taken.cards[0].version == 3
    assert state["board-taken"] == "1"
    assert taken_intent("board") is None


def test_an_act_that_a_browser_sends_again_is_not_heard_again(state: dict[str, Any]) -> None:
    state["board"] = {"acts": [MOVED]}
    keep_acts("board")
    taken_intent("board")
    keep_acts("board")
    assert taken_intent("board") is None


def test_acts_that_come_together_are_taken_in_order(state: dict[str, Any]) -> None:
    opened = {"kind": "opened", "id": "2", "card": "wifi"}
    for acts in ([MOVED], [MOVED, opened]):
        state["board"] = {"acts": acts}
        keep_acts("board")
    assert [type(taken_intent("board")) for _ in range(3)] == [Moved, Opened, type(None)]


@pytest.mark.parametrize("act", [None, "moved", {}, {"id": 7}, {**MOVED, "id": None}])
def test_an_act_without_an_id_is_not_heard(state: dict[str, Any], act: object) -> None:
    state["board"] = {"acts": [act]}
    keep_acts("board")
    assert taken_intent("board") is None
    assert "board-taken" not in state


def test_a_malformed_act_is_confirmed_so_that_the_board_goes_back(state: dict[str, Any]) -> None:
    state["board"] = {"acts": [{**MOVED, "cards": []}]}
    keep_acts("board")
    assert taken_intent("board") is None
    assert state["board-taken"] == "1"


def test_the_data_carry_what_a_card_shows() -> None:
    column = Column("use", "Receive & use", "in contact", is_set_off=True)
    card = Card("wifi", "use", 3, "Wi-Fi", ("n = 12",), (Badge("★", "key", "key"),), is_dimmed=True)
    data = _data([column], [card], [], [], wording_for("en"))
    assert data["columns"] == [
        {"id": "use", "title": "Receive & use", "note": "in contact", "isSetOff": True},
    ]
    assert data["cards"][0]["badges"] == [["★", "key", "key"]]
    assert data["cards"][0]["isDimmed"]
    assert data["colours"]["light"]["disappointing"] != data["colours"]["dark"]["disappointing"]


# ---- the script


def test_every_word_that_the_script_says_is_given_to_it_and_no_other() -> None:
    said = set(re.findall(r"\bwords\.(\w+)", OWN))
    assert said == set(board_words(wording_for("en")))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_words_keep_the_places_of_their_values(language: str) -> None:
    words = board_words(wording_for(language))
    assert set(re.findall(r"{\w+}", words["moved"])) == {"{title}", "{column}", "{place}", "{count}"}
    assert set(re.findall(r"{\w+}", words["column"])) == {"{column}", "{count}"}


def test_no_text_can_become_html_or_script() -> None:
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser"
    assert re.findall(ways, OWN) == []


def test_the_drag_library_lies_here_as_published_with_its_licence() -> None:
    library = (VENDOR / "sortable.min.js").read_text(encoding="utf-8")
    licence = (VENDOR / "sortable.LICENCE").read_text(encoding="utf-8")
    assert library.startswith("/*! Sortable 1.15.7 - MIT")
    assert licence.startswith("MIT License")
    assert library in _script()
