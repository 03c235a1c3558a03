"""History and bin: who changed what, and the way back for what was moved to bin."""

from __future__ import annotations

from uuid import UUID

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from storage.access import COMMAND_LINE
from storage.actions import add_action, bin_actions, list_actions
from storage.board import bin_touchpoints, move_touchpoints
from storage.goals import add_goal, bin_goal, list_goals
from storage.journey import bin_touchpoint, change_touchpoint, list_phases, list_touchpoints
from storage.kpis import add_kpi, change_kpi
from storage.options import add_option, bin_option, list_options
from storage.people import actor_of
from storage.projects import SAMPLE, archive_project, change_project, new_project
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves
from storage.targets import set_target
from storage.team_view import give_points, rate_touchpoint
from storage.wording import wording_for
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._kpis import choose_rows
from tests.pages._screen import button, buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Aspect, Depth, ProjectInput, Touchpoint


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project from a template."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def changes(frame: AppTest) -> pd.DataFrame:
    table: pd.DataFrame = frame.dataframe[-1].value
    return table


def binned(frame: AppTest) -> list[tuple[str, str, str]]:
    """The table of the bin, which stands above that of the changes: what, which, and where it belongs."""
    [table] = [one.value for one in frame.dataframe[:-1]]
    return [tuple(row)[:3] for row in table.itertuples(index=False)]


def restore(frame: AppTest, *rows: int) -> None:
    """Choose rows of the bin and bring them back."""
    choose_rows(frame, rows)
    press(frame, "Restore")


def names(store: Store, project: UUID) -> list[str]:
    return [touchpoint.name for touchpoint in list_touchpoints(store, COMMAND_LINE, project)]


def test_it_names_who_changed_what_from_what_to_what(
    open_frame: OpenFrame, store: Store, shop: UUID, facilitator: str
) -> None:
    touchpoint = list_touchpoints(store, COMMAND_LINE, shop)[0]
    phase = list_phases(store, COMMAND_LINE, shop)[3]
    actor = actor_of(store, facilitator)
    edited = {"name": "First glance", "phase_id": phase.id}
    change_touchpoint(store, actor, shop, touchpoint.id, touchpoint.version, edited)
    frame = open_page(open_frame(), "history", shop)
    latest, first = (changes(frame).iloc[row] for row in (0, -1))
    assert (latest["What"], latest["Which"], latest["Happened"]) == ("Touchpoint", "First glance", "changed")
    assert latest["Before"] == f"Name: {touchpoint.name}, Phase: {touchpoint.phase}"
    assert latest["After"] == f"Name: First glance, Phase: {phase.name}"
    assert first["Happened"] == "added"
    choose_rows(frame, [0])
    assert is_shown(frame, "Touchpoint: First glance")
    assert is_shown(frame, f" · {actor.name} · changed Before: Name: {touchpoint.name}")


@pytest.mark.usefixtures("facilitator")
def test_values_are_worded_as_on_their_screens(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    touchpoint = list_touchpoints(store, COMMAND_LINE, shop)[0]
    change_touchpoint(store, COMMAND_LINE, shop, touchpoint.id, touchpoint.version, {"depth": Depth.KEY})
    change_project(store, COMMAND_LINE, shop, 1, {"disappointing_from": 0.15})
    archive_project(store, COMMAND_LINE, shop)
    after = changes(open_page(open_frame(), "history", shop))["After"]
    today = wording_for("en").date(store.now().date())
    assert list(after[:3]) == [f"Archived: {today}", "Disappointing from: 15%", "Depth: key touchpoint"]


@pytest.mark.usefixtures("facilitator")
def test_a_target_is_called_what_it_is_at_a_touchpoint_and_of_a_kpi(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    where, touchpoint = (store, COMMAND_LINE, shop), list_touchpoints(store, COMMAND_LINE, shop)[0]
    set_target(*where, touchpoint.id, None, 1.5)
    kpi = add_kpi(*where, {"name": "Wait", "kind": "time"})
    change_kpi(*where, kpi, 1, {"target": 8.0})
    after = changes(open_page(open_frame(), "history", shop))["After"]
    assert list(after[:1]) == ["Target: 8.0"]
    assert "Target level: 1.5" in list(after)


@pytest.mark.usefixtures("facilitator")
def test_an_import_is_one_line_for_each_wave(open_frame: OpenFrame, store: Store) -> None:
    airport = new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
    table = changes(open_page(open_frame(), "history", airport))
    imported = table[table["Happened"] == "imported"]
    assert sorted(imported["Which"]) == [str(year) for year in range(2010, 2019)]
    assert set(imported["What"]) == {"Survey wave"}


@pytest.mark.usefixtures("facilitator")
def test_what_was_thrown_away_is_brought_back_to_its_place(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    before = names(store, shop)
    touchpoint = list_touchpoints(store, COMMAND_LINE, shop)[5]
    bin_touchpoint(store, COMMAND_LINE, shop, touchpoint.id)
    frame = open_page(open_frame(), "history", shop)
    assert binned(frame) == [("Touchpoint", touchpoint.name, touchpoint.phase)]
    restore(frame, 0)
    assert names(store, shop) == before
    assert is_shown(frame, f"“{touchpoint.name}” is back where it was.")
    assert is_shown(frame, "The bin is empty.")
    assert list(changes(frame)["Happened"][:2]) == ["restored", "moved to bin"]


@pytest.mark.usefixtures("facilitator")
def test_a_wave_that_was_thrown_away_is_brought_back(open_frame: OpenFrame, store: Store) -> None:
    airport = new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
    waves = list_all_waves(store, COMMAND_LINE, airport)
    bin_wave(store, COMMAND_LINE, airport, waves[3].id)
    frame = open_page(open_frame(), "history", airport)
    assert binned(frame) == [("Survey wave", waves[3].label, waves[3].survey)]
    assert changes(frame)["Which"].iloc[0] == waves[3].label
    restore(frame, 0)
    assert [one.id for one in list_all_waves(store, COMMAND_LINE, airport)] == [one.id for one in waves]
    assert is_shown(frame, "The bin is empty.")


@pytest.mark.usefixtures("facilitator")
def test_things_of_several_kinds_are_brought_back_together(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    where = (store, COMMAND_LINE, shop)
    touchpoint = list_touchpoints(*where)[0]
    bin_actions(*where, [add_action(*where, {"name": "Open earlier", "touchpoint_id": touchpoint.id})])
    bin_goal(*where, add_goal(*where, {"name": "Shorter wait"}))
    frame = open_page(open_frame(), "history", shop)
    assert binned(frame) == [("Goal", "Shorter wait", ""), ("Action", "Open earlier", touchpoint.name)]
    restore(frame, 0, 1)
    assert is_shown(frame, "2 entries are back where they were.")
    assert [one.name for one in list_goals(*where)] == ["Shorter wait"]
    assert [one.name for one in list_actions(*where)] == ["Open earlier"]
    press(frame, "Undo")
    assert binned(frame) == [("Goal", "Shorter wait", ""), ("Action", "Open earlier", touchpoint.name)]


@pytest.mark.usefixtures("facilitator")
def test_what_something_belongs_to_comes_back_with_it(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    where = (store, COMMAND_LINE, shop)
    touchpoint = list_touchpoints(*where)[0]
    option = add_option(*where, {"name": "A kiosk", "touchpoint_id": touchpoint.id})
    bin_option(*where, option)
    bin_touchpoint(*where, touchpoint.id)
    frame = open_page(open_frame(), "history", shop)
    assert binned(frame)[1] == ("Option", "A kiosk", f"{touchpoint.name} (in the bin, too)")
    restore(frame, 1)
    assert is_shown(frame, f"“A kiosk” is back where it was. Brought back as well: {touchpoint.name}")
    assert [one.name for one in list_options(*where)] == ["A kiosk"]
    assert is_shown(frame, "The bin is empty.")


@pytest.mark.usefixtures("facilitator")
def test_what_has_been_erased_meanwhile_cannot_come_back_and_nothing_is_half_restored(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, second, *_ = list_touchpoints(store, COMMAND_LINE, shop)
    bin_touchpoints(store, COMMAND_LINE, shop, [first.id, second.id])
    frame = open_page(open_frame(), "history", shop)
    choose_rows(frame, [0, 1])
    with store.writing() as session:
        session.delete(session.get_one(Touchpoint, first.id))
    press(frame, "Restore")
    assert is_shown(
        frame, "Nothing was brought back, because part of what you chose has been erased meanwhile."
    )
    assert second.name not in names(store, shop)


@pytest.mark.usefixtures("facilitator")
def test_nothing_is_restored_before_something_is_chosen(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    bin_touchpoint(store, COMMAND_LINE, shop, list_touchpoints(store, COMMAND_LINE, shop)[0].id)
    frame = open_page(open_frame(), "history", shop)
    assert button(frame, "Restore").disabled
    choose_rows(frame, [0])
    assert not button(frame, "Restore").disabled


@pytest.mark.usefixtures("facilitator")
def test_an_empty_bin_says_how_long_it_keeps_things(open_frame: OpenFrame, shop: UUID) -> None:
    frame = open_page(open_frame(), "history", shop)
    assert is_shown(frame, "The bin is empty. What is thrown away can be brought back here for 30 days.")
    assert "Restore" not in buttons(frame)


@pytest.mark.usefixtures("facilitator")
def test_it_speaks_german(open_frame: OpenFrame, shop: UUID) -> None:
    say = wording_for("de").say
    table = changes(open_page(open_frame(locale="de-DE"), "history", shop))
    assert list(table.columns)[:2] == [say("When"), say("What")]
    assert table[say("Happened")].iloc[-1] == say("added") != "added"


@pytest.mark.usefixtures("facilitator")
def test_times_are_those_of_the_projects_zone(open_frame: OpenFrame, store: Store) -> None:
    far = ProjectInput(name="Far", language="en", time_zone="Pacific/Kiritimati")
    project = new_project(store, COMMAND_LINE, far)
    shown = changes(open_page(open_frame(), "history", project))["When"].iloc[0]
    hours = (int(shown[-5:-3]) - store.now().hour) % 24
    assert hours in (13, 14)


def test_guests_see_nothing_of_it(open_frame: OpenFrame, shop: UUID) -> None:
    for page in ("history", "journey", "home"):
        frame = open_frame(project=str(shop))
        frame._page_hash = calc_hash(page)  # what the browser sends for this address
        frame.run()
        assert [title.value for title in frame.title] == ["Join with a code"], page
        assert not is_shown(frame, "Shop")
        assert not frame.dataframe


@pytest.mark.usefixtures("facilitator")
def test_hostile_names_are_shown_as_typed(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    touchpoints = list_touchpoints(store, COMMAND_LINE, shop)
    for text, one in zip(HOSTILE, touchpoints, strict=False):
        change_touchpoint(store, COMMAND_LINE, shop, one.id, one.version, {"name": text})
        bin_touchpoint(store, COMMAND_LINE, shop, one.id)
    frame = open_page(open_frame(), "history", shop)
    thrown = zip(HOSTILE, touchpoints, strict=False)
    assert {("Touchpoint", as_kept(text), one.phase) for text, one in thrown} == set(binned(frame))
    for text in HOSTILE[: len(touchpoints)]:
        happened = changes(frame)[changes(frame)["Which"] == as_kept(text)]["Happened"]
        assert list(happened) == ["moved to bin", "changed"], text
    row = next(row for row, (_, name, _) in enumerate(binned(frame)) if name == as_kept(HOSTILE[0]))
    restore(frame, row)
    assert is_shown(frame, f"“{as_kept(HOSTILE[0])}” is back where it was.")


@pytest.mark.usefixtures("facilitator")
def test_what_a_team_has_said_is_told_in_the_words_of_its_screens(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, second, *_ = list_touchpoints(store, COMMAND_LINE, shop)
    rate_touchpoint(store, COMMAND_LINE, shop, first.id, Aspect.EXPERIENCE, {-1: 1})
    give_points(store, COMMAND_LINE, shop, {first.id: 30, second.id: 20})
    table = changes(open_page(open_frame(), "history", shop))
    points, experience = table.iloc[0], table.iloc[1]
    assert points["After"] == f"Points of importance: {first.name} 30; {second.name} 20"
    assert (experience["Which"], experience["Before"]) == (first.name, "Experience, as the team rates it: –")
    assert experience["After"] == "Experience, as the team rates it: 1 × −1"


@pytest.mark.usefixtures("facilitator")
def test_a_place_in_an_order_is_told_as_a_change_of_the_order(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, second, *_ = list_touchpoints(store, COMMAND_LINE, shop)
    move_touchpoints(store, COMMAND_LINE, shop, [second.id], first.phase_id, first.id)
    assert changes(open_page(open_frame(), "history", shop)).iloc[0]["After"] == "Order"
