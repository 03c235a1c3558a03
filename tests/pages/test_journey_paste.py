"""A pasted list is seen before it is stored, and can be taken back as a whole."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.journey import list_phases, list_touchpoints
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import _dialog_alone, buttons, dialog_title, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import Phase


class Paster:
    """Somebody with a list in the clipboard, in the hotel's project."""

    def __init__(self, frame: AppTest, project: UUID) -> None:
        self.frame, self.project = frame, project
        open_page(frame, "touchpoint_board", project)

    def paste(self, text: str) -> None:
        press(self.frame, "Paste a list")
        self.frame.text_area("pasted").set_value(text)
        press_in_dialog(self.frame, "Look at it before it is stored")

    def tick(self, key: str, *, value: bool) -> None:
        self.frame.checkbox(key).set_value(value)
        with _dialog_alone(self.frame):
            self.frame.run()

    @property
    def preview(self) -> list[dict[str, str]]:
        return self.frame.dataframe[-1].value.to_dict("records")

    def add(self) -> None:
        [label] = [
            one
            for one in buttons(self.frame)
            if one.startswith("Add ") and "touchpoint" in one and one[4].isdigit()
        ]
        press_in_dialog(self.frame, label)


@pytest.fixture
def paster(facilitator: str, open_frame: OpenFrame, hotel: UUID) -> Paster:
    assert facilitator
    frame = open_frame()
    frame.default_timeout = 60
    return Paster(frame, hotel)


def stored(store: Store, project: UUID) -> list[tuple[str, str]]:
    return [(entry.phase, entry.name) for entry in list_touchpoints(store, COMMAND_LINE, project)]


def phases(store: Store, project: UUID) -> list[str]:
    return [phase.name for phase in list_phases(store, COMMAND_LINE, project)]


def test_a_list_is_seen_first_then_stored_then_taken_back(paster: Paster, store: Store, hotel: UUID) -> None:
    first, second = phases(store, hotel)[:2]
    paster.paste(f"{second.upper()}\nWebsite\n{first}:\nReviews")
    assert [(row["Phase"], row["Touchpoint"]) for row in paster.preview] == [
        (second, "Website"),
        (first, "Reviews"),
    ]
    assert stored(store, hotel) == []
    paster.add()
    assert dialog_title(paster.frame) == ""
    assert stored(store, hotel) == [(first, "Reviews"), (second, "Website")]
    press(paster.frame, "Undo")
    assert stored(store, hotel) == []


def test_doubles_are_marked_and_left_out_unless_they_are_wanted(
    paster: Paster, store: Store, hotel: UUID
) -> None:
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Rechnung")])
    paster.paste("Rechnungen\nZimmer\nzimmer ")
    assert [row["Remark"] for row in paster.preview] == [
        "is there already: Rechnung",
        "",
        "is there already: Zimmer",
    ]
    assert "Add 1 touchpoint" in buttons(paster.frame)
    paster.tick("takes-doubles", value=True)
    assert "Add 3 touchpoints" in buttons(paster.frame)


@pytest.mark.parametrize("is_wanted", [True, False])
def test_phases_that_are_new_are_made_only_if_that_is_wanted(
    paster: Paster, store: Store, hotel: UUID, *, is_wanted: bool
) -> None:
    before = phases(store, hotel)
    paster.paste("Afterwards\tBill\tby post\nAfterwards\tThank-you card\t")
    paster.tick("makes-phases", value=is_wanted)
    paster.add()
    entries = list_touchpoints(store, COMMAND_LINE, hotel)
    assert {entry.phase for entry in entries} == {"Afterwards" if is_wanted else before[1]}
    assert entries[0].note == "by post"
    press(paster.frame, "Undo")
    assert phases(store, hotel) == before


def test_touchpoints_without_a_phase_go_where_it_is_said(paster: Paster, store: Store, hotel: UUID) -> None:
    last = list_phases(store, COMMAND_LINE, hotel)[-1]
    paster.paste("Bill")
    paster.frame.selectbox("phase-of-others").set_value(last.id)
    paster.add()
    assert stored(store, hotel) == [(last.name, "Bill")]


def test_of_two_phases_with_one_name_the_one_that_is_meant_gets_the_touchpoints(
    paster: Paster, store: Store, hotel: UUID
) -> None:
    middle = list_phases(store, COMMAND_LINE, hotel)[2]
    with store.writing() as session:
        for phase in session.exec(select(Phase)):
            phase.name = "Service"
    paster.paste("Bill")
    paster.frame.selectbox("phase-of-others").set_value(middle.id)
    paster.add()
    [entry] = list_touchpoints(store, COMMAND_LINE, hotel)
    assert entry.phase_id == middle.id


def test_two_hundred_and_fifty_lines_come_in_at_once(paster: Paster, store: Store, hotel: UUID) -> None:
    names = phases(store, hotel)
    paster.paste("\n".join(f"{names[number % len(names)]}\tPoint {number}" for number in range(250)))
    assert len(paster.preview) == 250
    paster.add()
    assert len(stored(store, hotel)) == 250
    press(paster.frame, "Undo")
    assert stored(store, hotel) == []


def test_hostile_lines_are_touchpoints_like_any_other(paster: Paster, store: Store, hotel: UUID) -> None:
    # One that ends in a colon would head what follows it.
    texts = sorted((text for text in HOSTILE if ";" not in text), key=lambda text: text.endswith(":"))
    paster.paste("\n".join(["Room", *texts]))
    paster.add()
    names = {name for _, name in stored(store, hotel)}
    assert {" ".join(as_kept(text).split()) for text in texts} <= names


def test_a_list_of_nothing_shows_nothing(paster: Paster, store: Store, hotel: UUID) -> None:
    paster.paste(" \n\t\n - \n")
    assert not paster.frame.dataframe
    assert stored(store, hotel) == []
