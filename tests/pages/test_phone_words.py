"""What the phone says around its questions: who sees a text, for what points are spent, and how it ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.conclusion import conclude_workshop
from storage.store import Store
from tests.pages._phone import Hall, open_hall, shown


@pytest.fixture
def hall(store: Store, hotel: UUID) -> Hall:
    """Nobody has signed in beside it."""
    return open_hall(store, hotel)


def first(frame: AppTest) -> dict[str, Any]:
    return dict(shown(frame.run())["activities"][0])


def test_of_texts_alone_it_never_says_that_they_are_confidential(phone: AppTest, hall: Hall) -> None:
    hall.begin("collect", settings={"cards": ["keep"]})
    told = first(phone)
    assert told["shortNote"] == told["note"] == told["textNote"]
    assert "word for word" in told["shortNote"]


def test_beside_figures_the_text_still_says_how_it_appears(phone: AppTest, hall: Hall) -> None:
    hall.begin("closing")
    told = first(phone)
    assert told["shortNote"] == "Confidential"
    assert "word for word" in told["textNote"]


def test_points_and_dots_say_for_what_they_are(phone: AppTest, hall: Hall) -> None:
    for kind in ("importance", "blind_top_ten", "dot_vote"):
        hall.begin(kind)
        assert first(phone)["parts"][0]["question"].endswith("?")


def test_touchpoint_cards_are_about_no_touchpoint(phone: AppTest, hall: Hall) -> None:
    hall.begin("collect", settings={"cards": ["touchpoint"]})
    told = first(phone)
    assert told["parts"][0]["question"] == "Where do customers meet us?"
    assert (told["parts"][0]["placed"], told["journey"]) == ([], "[]")
    hall.begin("collect", settings={"cards": ["touchpoint", "keep"]})
    assert first(phone)["parts"][0]["placed"] == ["keep"]


def test_without_a_table_it_says_which_participant_this_phone_is(phone: AppTest, hall: Hall) -> None:
    hall.join()
    hall.begin("table_work", by_table=True)
    assert first(phone)["shut"].endswith("You are participant 1.")


@pytest.mark.parametrize(
    ("kind", "said"), [("fist_of_five", "only counts are kept"), ("commit", "your name")]
)
def test_at_the_end_it_says_what_is_true_of_names(phone: AppTest, hall: Hall, kind: str, said: str) -> None:
    hall.begin(kind, is_named=kind == "commit")
    conclude_workshop(hall.store, COMMAND_LINE, hall.project, hall.workshop)
    assert said in shown(phone.run())["idle"]
