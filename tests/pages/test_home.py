"""The start: from nothing to a project in three fields, and every step that can be taken back."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.projects import (
    SAMPLE,
    ProjectSummary,
    archive_project,
    bin_project,
    change_project,
    list_projects,
    new_project,
)
from storage.store import Store
from storage.wording import wording_for
from tests._hostile_texts import HOSTILE, as_kept
from tests._stored import find_project
from tests.pages._screen import (
    buttons,
    choose,
    dialog_title,
    is_shown,
    open_page,
    press,
    press_in_dialog,
    texts,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")


def make(store: Store, name: str = "Bakery", template: str = "blank") -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name=name, language="en"), template)


def stored(store: Store, project: UUID) -> ProjectSummary:
    found = find_project(store, COMMAND_LINE, project)
    assert found is not None
    return found


def names(store: Store) -> list[str]:
    return [project.name for project in list_projects(store, COMMAND_LINE) if project.archived_at is None]


def fill_in(frame: AppTest, name: str, language: str, template: str) -> None:
    """The three fields of a new project."""
    frame.text_input[0].set_value(name)
    frame.segmented_control[-1].set_value(language)
    frame.radio[0].set_value(template)


def test_an_empty_start_says_what_to_do_with_one_button_that_does_it(open_frame: OpenFrame) -> None:
    frame = open_frame()
    assert is_shown(frame, "Begin with your own company, or look around in an example first")
    assert buttons(frame) == ["Create your first project", "Open the sample airport", "Open a project file"]
    assert dialog_title(press(frame, "Create your first project")) == "New project"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("template", "touchpoints"), [("blank", 0), ("retail", 53), (SAMPLE, 40)])
def test_a_project_is_made_with_three_fields_in_either_language(
    open_frame: OpenFrame, store: Store, language: str, template: str, touchpoints: int
) -> None:
    frame = press(open_frame(), "Create your first project")
    fill_in(frame, "Seeblick", language, template)
    press_in_dialog(frame, "Create the project")
    [project] = list_projects(store, COMMAND_LINE)
    assert (project.name, project.language) == ("Seeblick", language)
    assert frame.title[0].value == "Seeblick"
    assert frame.query_params["project"] == str(project.id)
    open_page(frame, "home")
    assert is_shown(frame, f"{touchpoints} touchpoints")


def test_a_name_is_all_that_must_be_given(open_frame: OpenFrame, store: Store) -> None:
    frame = press(open_frame(locale="de-DE"), wording_for("de").say("Create your first project"))
    frame.text_input[0].set_value("Bäckerei")
    press_in_dialog(frame, wording_for("de").say("Create the project"))
    [project] = list_projects(store, COMMAND_LINE)
    assert (project.name, project.language, project.is_example) == ("Bäckerei", "de", False)


def test_without_a_name_the_dialog_stays_and_asks_for_one(open_frame: OpenFrame, store: Store) -> None:
    frame = press(open_frame(), "Create your first project")
    frame.text_input[0].set_value("   ")
    press_in_dialog(frame, "Create the project")
    assert is_shown(frame, "This cannot be saved")
    assert not names(store)


def test_the_same_press_twice_makes_one_project(open_frame: OpenFrame, store: Store) -> None:
    frame = press(open_frame(), "Create your first project")
    intent = frame.session_state["new_project_intent"]
    frame.text_input[0].set_value("Bakery")
    press_in_dialog(frame, "Create the project")
    again = new_project(store, intent, ProjectInput(name="Bakery", language="en"))
    assert [project.id for project in list_projects(store, COMMAND_LINE)] == [again]


def test_the_sample_is_one_press_away_in_the_language_of_the_page(
    open_frame: OpenFrame, store: Store
) -> None:
    say = wording_for("de").say
    frame = press(open_frame(locale="de-DE"), say("Open the sample airport"))
    [project] = list_projects(store, COMMAND_LINE)
    assert (project.language, project.is_example) == ("de", True)
    assert project.name == say("Example Airport") != "Example Airport"
    assert frame.title[0].value == project.name, "the journey is open"
    assert frame.query_params["project"] == str(project.id)
    assert say("Open the sample airport") not in buttons(open_page(frame, "home"))


def test_cards_show_how_far_each_step_is(open_frame: OpenFrame, store: Store) -> None:
    make(store, "Airport", SAMPLE), make(store, "Shop", "retail")
    shop, airport = (text for text in texts(open_frame()) if "Target strategy" in text)
    assert airport.startswith("Airport Example · Started on")
    assert "1 Current state 12 of 12 questions answered" in airport
    assert airport.endswith("40 touchpoints · 23 measured · 6 key")
    assert "1 Current state 1 of 12 questions answered" in shop
    assert shop.count("not started") == 3


def test_a_card_opens_the_journey_of_its_project(open_frame: OpenFrame, store: Store) -> None:
    make(store, "Shop", "retail")
    bakery = make(store, "Bakery")
    frame = open_frame()
    [link] = [one.proto for one in frame.main.page_link if str(bakery) in one.proto.query_string]
    assert (link.page, link.label) == ("journey", "Open")
    assert open_page(frame, link.page, bakery).title[0].value == "Bakery"


def test_a_copy_says_that_it_is_one_and_can_be_undone(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    choose(frame, project, "Duplicate")
    assert sorted(names(store)) == ["Bakery", "Bakery (copy)"]
    assert is_shown(frame, "Bakery was duplicated.")
    press(frame, "Undo")
    assert names(store) == ["Bakery"]
    assert not is_shown(frame, "Bakery was duplicated.")


def test_what_was_archived_comes_back_by_the_line(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    choose(frame, project, "Archive")
    assert is_shown(frame, "Bakery is in the archive.")
    assert frame.expander[0].label == "Archive (1)"
    assert names(store) == []
    press(frame, "Undo")
    assert names(store) == ["Bakery"]


def test_what_was_thrown_away_comes_back_by_the_line(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame(project=str(project))
    choose(frame, project, "Move to bin")
    assert is_shown(frame, "Bakery is in the bin and stays there for 30 days.")
    assert "project" not in frame.query_params
    press(frame, "Undo")
    assert names(store) == ["Bakery"]


@pytest.mark.parametrize(
    ("put_aside", "place", "label"),
    [(archive_project, "Archive (1)", "Restore"), (bin_project, "Bin (1)", "Restore")],
)
def test_what_was_put_aside_days_ago_comes_back_from_below(
    open_frame: OpenFrame, store: Store, put_aside: object, place: str, label: str
) -> None:
    assert callable(put_aside)
    put_aside(store, COMMAND_LINE, make(store))
    frame = open_frame()
    assert [expander.label for expander in frame.expander] == [place]
    press(frame, label)
    assert names(store) == ["Bakery"]
    assert not frame.expander


def test_the_line_can_be_closed(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    choose(frame, project, "Archive")
    press(frame, "Close")
    assert not is_shown(frame, "Bakery is in the archive.")
    assert names(store) == []


def test_settings_are_saved(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    choose(frame, project, "Settings")
    frame.text_input[0].set_value("Bakery & Sons")
    frame.number_input[0].set_value(15)
    press_in_dialog(frame, "Save")
    assert dialog_title(frame) == ""
    assert is_shown(frame, "Bakery & Sons")
    assert stored(store, project).disappointing_from == 0.15


def in_conflict(frame: AppTest, store: Store, project: UUID) -> None:
    """Mine against theirs: somebody saves while the form is shown."""
    choose(frame, project, "Settings")
    shown = stored(store, project).version
    theirs = {"name": "Theirs", "currency": "CHF", "delightful_from": 0.7}
    change_project(store, COMMAND_LINE, project, shown, theirs)
    frame.text_input[0].set_value("Mine")
    frame.number_input[1].set_value(55)
    press_in_dialog(frame, "Save")


def test_two_who_change_the_same_settings_both_see_both_versions(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    in_conflict(frame, store, project)
    assert is_shown(frame, "Somebody else has changed this entry meanwhile.")
    for text in ("Your version", "company or unit: Mine", "Saved in the meantime", "company or unit: Theirs"):
        assert is_shown(frame, text), text
    assert is_shown(frame, "best box (%): 55")
    assert is_shown(frame, "best box (%): 70")
    assert stored(store, project).name == "Theirs"


def test_mine_may_stand_and_theirs_stays_in_the_history(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    in_conflict(frame, store, project)
    press_in_dialog(frame, "Save mine")
    assert (stored(store, project).name, dialog_title(frame)) == ("Mine", "")
    assert stored(store, project).currency == "CHF"  # which mine did not touch
    rows = open_page(frame, "history", project).dataframe[0].value
    assert "Name: Theirs" in rows["Before"].iloc[0]
    assert "Name: Mine" in rows["After"].iloc[0]


def test_theirs_may_stand(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    in_conflict(frame, store, project)
    press_in_dialog(frame, "Keep theirs")
    assert (stored(store, project).name, dialog_title(frame)) == ("Theirs", "")
    assert is_shown(frame, "Theirs")


def test_who_is_overtaken_while_deciding_decides_again(open_frame: OpenFrame, store: Store) -> None:
    project = make(store)
    frame = open_frame()
    in_conflict(frame, store, project)
    shown = stored(store, project).version
    change_project(store, COMMAND_LINE, project, shown, {"name": "Theirs again"})
    press_in_dialog(frame, "Save mine")
    assert stored(store, project).name == "Theirs again"
    assert is_shown(frame, "company or unit: Mine")
    assert is_shown(frame, "company or unit: Theirs again")
    press_in_dialog(frame, "Save mine")
    assert stored(store, project).name == "Mine"


def test_hostile_names_are_shown_as_typed(open_frame: OpenFrame, store: Store) -> None:
    projects = {as_kept(text): make(store, text) for text in HOSTILE}
    frame = open_frame()
    for text, project in projects.items():
        assert is_shown(frame, text)
        choose(frame, project, "Move to bin")
        assert is_shown(frame, f"{text} is in the bin"), "in the line that undoes"
    press(frame, "Close")
    for text in projects:
        assert text in texts(frame), "in the bin"
