"""The phases of the journey are changed in a dialog on the board, each step with its undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._page import Role
from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.history import list_changes
from storage.phases import PhaseUse, bin_phase, change_phase, list_phase_uses
from storage.projects import new_project
from storage.store import Store
from tests.pages._roles import sign_in
from tests.pages._screen import button, buttons, dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput

Open = Callable[..., AppTest]
PLACE = "phases"
NAMES = ["Hear", "Buy", "Use", "Leave"]


@pytest.fixture
def bakery(store: Store) -> UUID:
    """A project of four phases, with two touchpoints in the second one."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    where = (store, COMMAND_LINE, project)
    uses = list_phase_uses(*where)
    for phase, name in zip(uses, NAMES, strict=False):
        change_phase(*where, phase.id, phase.version, {"name": name, "is_before_contact": name == "Hear"})
    for phase in uses[len(NAMES) :]:
        bin_phase(*where, phase.id)
    add_touchpoints(*where, [NewTouchpoint(name, "Buy") for name in ("Counter", "Oven")])
    return project


@pytest.fixture
def opened(facilitator: str, open_frame: OpenFrame, bakery: UUID) -> AppTest:
    """The board with the dialog open."""
    assert facilitator
    frame = open_frame()
    frame.default_timeout = 60
    return press(open_page(frame, "touchpoint_board", bakery), "Phases")


def phases(store: Store, project: UUID) -> dict[str, PhaseUse]:
    return {phase.name: phase for phase in list_phase_uses(store, COMMAND_LINE, project)}


def order(store: Store, project: UUID) -> list[str]:
    return list(phases(store, project))


def key(field: str, phase: PhaseUse) -> str:
    return f"name-{field}-{phase.id}-{phase.version}"


def test_the_phases_stand_in_order_with_what_is_in_them(opened: AppTest) -> None:
    assert dialog_title(opened) == "Phases"
    lines = [one.value for one in opened.markdown if one.value.startswith("**")]
    assert lines == [
        "**Hear** :small[· before the contact · empty]",
        "**Buy** :small[· 2 touchpoints]",
        "**Use** :small[· empty]",
        "**Leave** :small[· empty]",
    ]


def test_a_phase_is_moved_one_place_at_a_time_and_put_back(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    press_in_dialog(opened, "Move Leave earlier")
    assert order(store, bakery) == ["Hear", "Buy", "Leave", "Use"]
    press_in_dialog(opened, "Move Hear later")
    press_in_dialog(opened, "Move Hear later")
    assert order(store, bakery) == ["Buy", "Leave", "Hear", "Use"]
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery) == ["Buy", "Hear", "Leave", "Use"]


def test_the_ends_of_the_journey_lead_nowhere_and_the_keyboard_stays(opened: AppTest) -> None:
    assert button(opened, "Move Hear earlier").disabled
    assert button(opened, "Move Leave later").disabled
    assert not button(opened, "Move Use later").disabled
    press_in_dialog(opened, "Move Use later")
    assert button(opened, "Move Use later").disabled
    [wanted] = opened.session_state["focus_wanted"]["keys"]
    assert wanted.startswith("arrow-upward-")
    press_in_dialog(opened, "Move Hear later")
    [wanted] = opened.session_state["focus_wanted"]["keys"]
    assert wanted.startswith("arrow-downward-")


def test_name_and_place_before_the_contact_are_changed_and_undone(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    use = phases(store, bakery)["Use"]
    press_in_dialog(opened, "Change Use")
    opened.text_input(key("name", use)).set_value("Receive and use")
    opened.checkbox(key("is_before_contact", use)).set_value(True)
    press_in_dialog(opened, "Save")
    changed = phases(store, bakery)["Receive and use"]
    assert changed.is_before_contact
    assert changed.id == use.id
    assert not opened.exception
    assert "Save" not in buttons(opened)
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery) == NAMES
    assert not phases(store, bakery)["Use"].is_before_contact


@pytest.mark.parametrize(
    ("name", "said"), [("  ", "a name is missing."), (" buy ", "There is a phase “Buy” already.")]
)
def test_a_name_that_cannot_be_is_said_and_the_form_stays(
    opened: AppTest, store: Store, bakery: UUID, name: str, said: str
) -> None:
    use = phases(store, bakery)["Use"]
    press_in_dialog(opened, "Change Use")
    opened.text_input(key("name", use)).set_value(name)
    press_in_dialog(opened, "Save")
    assert is_shown(opened, said)
    assert "Save" in buttons(opened)
    assert order(store, bakery) == NAMES


def test_where_somebody_was_faster_both_names_are_shown_and_one_is_chosen(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    use = phases(store, bakery)["Use"]
    press_in_dialog(opened, "Change Use")
    change_phase(store, COMMAND_LINE, bakery, use.id, use.version, {"name": "Theirs"})
    opened.text_input(key("name", use)).set_value("Mine")
    press_in_dialog(opened, "Save")
    assert is_shown(opened, "Name: Mine")
    assert is_shown(opened, "Name: Theirs")
    assert order(store, bakery)[2] == "Theirs"
    press_in_dialog(opened, "Save mine")
    assert order(store, bakery)[2] == "Mine"
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery)[2] == "Theirs"


def test_an_undo_never_takes_back_what_somebody_else_changed_since(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    use = phases(store, bakery)["Use"]
    press_in_dialog(opened, "Change Use")
    opened.text_input(key("name", use)).set_value("Mine")
    press_in_dialog(opened, "Save")
    change_phase(store, COMMAND_LINE, bakery, use.id, use.version + 1, {"name": "Theirs"})
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery)[2] == "Theirs"
    assert is_shown(opened, "Name: Theirs")


def test_an_empty_phase_goes_into_the_bin_and_comes_back(opened: AppTest, store: Store, bakery: UUID) -> None:
    press_in_dialog(opened, "Change Use")
    press_in_dialog(opened, "Move to bin")
    assert order(store, bakery) == ["Hear", "Buy", "Leave"]
    assert is_shown(opened, "Use is in the bin and stays there for 30 days.")
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery) == NAMES


def test_a_phase_that_holds_touchpoints_says_where_they_must_go_first(opened: AppTest) -> None:
    press_in_dialog(opened, "Change Buy")
    assert "Move to bin" not in buttons(opened)
    assert is_shown(opened, "Touchpoints still stand in “Buy”. Move them into another phase first")


def test_a_phase_that_was_filled_meanwhile_is_not_thrown_away(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    press_in_dialog(opened, "Change Use")
    add_touchpoints(store, COMMAND_LINE, bakery, [NewTouchpoint("Seat", "Use")])
    press_in_dialog(opened, "Move to bin")
    assert order(store, bakery) == NAMES
    assert is_shown(opened, "Touchpoints still stand in “Use”.")


def test_phases_are_added_at_the_end_one_after_the_other(opened: AppTest, store: Store, bakery: UUID) -> None:
    for name in ("Come back", "Tell others"):
        opened.text_input("new-phase").set_value(f" {name} ")
        press_in_dialog(opened, "Add", "add-phase")
        assert opened.text_input("new-phase").value == ""
    assert order(store, bakery) == [*NAMES, "Come back", "Tell others"]
    press_in_dialog(opened, "Undo", PLACE)
    assert order(store, bakery) == [*NAMES, "Come back"]


def test_a_new_name_that_is_there_stays_in_the_line(opened: AppTest, store: Store, bakery: UUID) -> None:
    opened.text_input("new-phase").set_value("LEAVE")
    press_in_dialog(opened, "Add", "add-phase")
    assert is_shown(opened, "There is a phase “Leave” already.")
    assert opened.text_input("new-phase").value == "LEAVE"
    opened.text_input("new-phase").set_value("   ")
    press_in_dialog(opened, "Add", "add-phase")
    assert order(store, bakery) == NAMES


def test_an_undo_that_is_no_longer_possible_says_why_when_the_dialog_is_closed(
    opened: AppTest, store: Store, bakery: UUID
) -> None:
    opened.text_input("new-phase").set_value("Come back")
    press_in_dialog(opened, "Add", "add-phase")
    add_touchpoints(store, COMMAND_LINE, bakery, [NewTouchpoint("Card", "Come back")])
    opened.run()
    assert dialog_title(opened) == ""
    press(opened, "Undo")
    assert order(store, bakery)[-1] == "Come back"
    assert is_shown(opened, "Touchpoints still stand in “Come back”.")


def test_a_project_without_touchpoints_begins_with_its_phases_too(
    facilitator: str, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    frame = press(open_page(open_frame(), "touchpoint_board", hotel), "Phases")
    assert dialog_title(frame) == "Phases"


def test_who_may_not_change_sees_no_way_to_the_phases(
    cookies: dict[str, str], store: Store, open_frame: OpenFrame, bakery: UUID
) -> None:
    cookies.update(sign_in(store, bakery, Role.TEAM_LEAD))
    assert COOKIE in cookies
    assert "Phases" not in buttons(open_page(open_frame(), "touchpoint_board", bakery))


def test_the_history_tells_in_words_what_became_of_a_phase(
    opened: AppTest, open_frame: OpenFrame, store: Store, bakery: UUID
) -> None:
    use = phases(store, bakery)["Use"]
    press_in_dialog(opened, "Change Use")
    opened.checkbox(key("is_before_contact", use)).set_value(True)
    press_in_dialog(opened, "Save")
    assert list_changes(store, COMMAND_LINE, bakery)[0].after == {"is_before_contact": True}
    table: Any = open_page(open_frame(), "history", bakery).dataframe[-1].value
    assert "Before the contact: yes" in table.to_string()
