"""One to-do: told, postponed, charged and handed over with two taps, and every step can be undone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.access import COMMAND_LINE
from storage.action_parts import list_comments
from storage.actions import bin_actions
from storage.owner_changes import list_open_changes
from tests.pages._screen import (
    dialog_title,
    is_shown,
    press_in_dialog,
    texts,
)
from tests.pages.todos._team import Open, Team, field, in_words, part, run, tap
from touchpoints.model import ActionStatus, BudgetKind


def test_the_status_is_set_with_two_taps_and_put_back(team: Team, visit: Open) -> None:
    frame = tap(visit(), team.add("Oven", 3))
    assert dialog_title(frame) == "Oven"
    field(frame.segmented_control, "Status").set_value(ActionStatus.DONE)
    run(frame)
    assert team.stored("Oven").status is ActionStatus.DONE
    press_in_dialog(frame, "Undo")
    assert team.stored("Oven").status is ActionStatus.PLANNED


def test_a_new_date_needs_a_reason_which_stands_among_the_remarks(team: Team, visit: Open) -> None:
    oven = team.add("Oven", 3)
    before, after = team.today + timedelta(days=3), team.today + timedelta(days=9)
    frame = tap(visit(), oven)
    field(frame.date_input, "New date").set_value(after)
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Say in a few words why the date changes")
    assert team.stored("Oven").due_on == before
    field(frame.date_input, "New date").set_value(after)
    field(frame.text_input, "Why?").set_value("The supplier is *late*")
    press_in_dialog(frame, "Save")
    assert team.stored("Oven").due_on == after
    part(frame, "remark")
    said = f"Due on {in_words(after)}, before {in_words(before)}"
    assert any(said in text and "The supplier is *late*" in text for text in texts(frame))
    part(frame, "date")
    press_in_dialog(frame, "Undo")
    assert (team.stored("Oven").due_on, team.stored("Oven").comments) == (before, 0)


def test_money_spent_is_told_by_kind(team: Team, visit: Open) -> None:
    frame = tap(visit(), team.add("Oven"))
    part(frame, "spent")
    field(frame.selectbox, "Kind of cost").set_value(BudgetKind.TRAINING)
    run(frame)
    field(frame.number_input, "Spent so far, in EUR").set_value(120.5)
    run(frame)
    assert float(team.stored("Oven").budget[BudgetKind.TRAINING].spent) == 120.5
    press_in_dialog(frame, "Undo")
    assert team.stored("Oven").budget == {}


def test_a_remark_is_added(team: Team, visit: Open) -> None:
    oven = team.add("Oven")
    frame = tap(visit(), oven)
    part(frame, "remark")
    field(frame.text_area, "Remark").set_value("Half of it stands")
    press_in_dialog(frame, "Add")
    [remark] = list_comments(team.store, COMMAND_LINE, team.bakery, oven)
    assert (remark.text, remark.who) == ("Half of it stands", "Ada")


def test_somebody_is_asked_to_take_over_and_the_owner_stays(team: Team, visit: Open) -> None:
    frame = tap(visit(), team.add("Oven"))
    part(frame, "handover")
    field(frame.selectbox, "Who shall take it over?").set_value(team.ben)
    field(frame.text_input, "What should that person know?").set_value("Away in May")
    press_in_dialog(frame, "Ask")
    [asked] = list_open_changes(team.store, team.actor, [team.bakery])
    assert (asked.to_person, asked.note) == ("Ben", "Away in May")
    assert team.stored("Oven").owner == "Ada"
    assert is_shown(frame, "Ben is asked to take this over, and answers on “My to-dos”.")
    press_in_dialog(frame, "Take back")
    assert list_open_changes(team.store, team.actor, [team.bakery]) == ()


def test_a_link_of_a_calendar_opens_its_to_do_once(team: Team, visit: Open) -> None:
    frame = visit(todo=str(team.add("Oven")))
    assert dialog_title(frame) == "Oven"
    assert "todo" not in frame.query_params


@pytest.mark.parametrize("todo", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_link_to_what_is_gone_says_so(team: Team, visit: Open, todo: str) -> None:
    team.add("Oven")
    assert dialog_title(visit(todo=todo)) == ""


def test_a_to_do_that_was_thrown_away_meanwhile_is_said(team: Team, visit: Open) -> None:
    oven = team.add("Oven")
    frame = visit()
    bin_actions(team.store, COMMAND_LINE, team.bakery, [oven])
    assert is_shown(tap(frame, oven), "This entry does not exist any more.")
