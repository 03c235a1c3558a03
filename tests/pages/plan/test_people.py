"""The people of a plan are renamed, merged and removed in one place, and each of it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.persons import add_person, list_persons
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import _dialog_alone, is_shown, press, press_in_dialog
from tests.pages.plan.conftest import Open


@pytest.fixture
def people(visit: Open, plan: Mapping[str, UUID]) -> AppTest:
    """The plan of the bakery with its people shown."""
    assert plan
    return press(visit(), "People")


def names(store: Store, project: UUID) -> list[str]:
    return [one.name for one in list_persons(store, COMMAND_LINE, project)]


def owners(store: Store, project: UUID) -> set[str | None]:
    return {action.owner for action in list_actions(store, COMMAND_LINE, project)}


def test_the_people_stand_there_with_what_they_answer_for(people: AppTest) -> None:
    assert is_shown(people, "Anna")
    assert is_shown(people, "2 actions")


def test_a_name_is_changed_wherever_it_stands(people: AppTest, store: Store, bakery: UUID) -> None:
    press_in_dialog(people, "Change Anna")
    people.text_input[-2].set_value("Anna A.")
    press_in_dialog(people, "Save", "form-")
    assert owners(store, bakery) == {"Anna A.", None}


def test_two_entries_become_one_person_and_two_again(
    visit: Open, plan: Mapping[str, UUID], store: Store, bakery: UUID
) -> None:
    assert plan
    beate = add_person(store, COMMAND_LINE, bakery, "Beate")
    frame = press(visit(), "People")
    press_in_dialog(frame, "Change Anna")
    [choice] = [box for box in frame.selectbox if box.label == "The same person as"]
    choice.set_value(beate)
    with _dialog_alone(frame):
        frame.run()
    assert (names(store, bakery), owners(store, bakery)) == (["Beate"], {"Beate", None})
    press_in_dialog(frame, "Undo", "people")
    assert (names(store, bakery), owners(store, bakery)) == (["Anna", "Beate"], {"Anna", None})


def test_only_somebody_who_is_named_nowhere_can_be_removed(
    visit: Open, plan: Mapping[str, UUID], store: Store, bakery: UUID
) -> None:
    assert plan
    add_person(store, COMMAND_LINE, bakery, "Beate")
    frame = press(visit(), "People")
    press_in_dialog(frame, "Change Anna")
    assert not [one for one in frame.button if (one.key or "").startswith("bin-")]
    press_in_dialog(frame, "Change Beate")
    press_in_dialog(frame, "Move to bin", "bin-")
    assert names(store, bakery) == ["Anna"]
    press_in_dialog(frame, "Undo", "people")
    assert names(store, bakery) == ["Anna", "Beate"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_are_shown_as_they_were_typed(
    visit: Open, plan: Mapping[str, UUID], store: Store, bakery: UUID, hostile: str
) -> None:
    assert plan
    add_person(store, COMMAND_LINE, bakery, hostile[:80])
    assert is_shown(press(visit(), "People"), as_kept(hostile[:80]))
