"""Who is asked to take something over finds it on top, and so does who has asked."""

from __future__ import annotations

from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.owner_changes import ask_to_take_over, list_open_changes
from storage.persons import add_person
from tests.pages._screen import (
    buttons,
    is_shown,
    press,
)
from tests.pages.todos._team import Open, Team, field, names, part, tap
from touchpoints.model import ProjectRole


def test_whoever_is_asked_finds_it_on_top_and_takes_over(team: Team, visit: Open) -> None:
    oven = team.add("Oven", owner_id=team.ben)
    ask_to_take_over(team.store, team.by_ben, team.bakery, oven, team.ada, "You know *ovens*")
    frame = visit()
    assert is_shown(frame, "Ben asks you to take “Oven” over (Bakery).")
    assert is_shown(frame, "You know *ovens*")
    press(frame, "Take over")
    assert team.stored("Oven").owner == "Ada"
    assert names(frame) == {"Later": ["Oven"]}
    press(frame, "Undo")
    assert team.stored("Oven").owner == "Ben"
    press(frame, "Decline")
    assert team.stored("Oven").owner == "Ben"
    assert is_shown(frame, "“Oven” stays where it is.")


def test_who_waits_for_an_answer_sees_so(team: Team, visit: Open) -> None:
    oven = team.add("Oven")
    ask_to_take_over(team.store, team.actor, team.bakery, oven, team.ben)
    frame = visit()
    assert is_shown(frame, "Ben has not answered yet who takes “Oven” over (Bakery).")
    assert "Take over" not in buttons(frame)
    press(frame, "Take back")
    assert list_open_changes(team.store, team.actor, [team.bakery]) == ()


def test_for_somebody_without_access_the_answer_is_told_here(team: Team, visit: Open) -> None:
    oven = team.add("Oven")
    ask_to_take_over(team.store, team.actor, team.bakery, oven, team.eve)
    frame = visit()
    assert is_shown(frame, "Eve cannot answer here")
    press(frame, "Yes")
    assert team.stored("Oven").owner == "Eve"
    assert is_shown(frame, "“Oven” belongs to Eve now.")


def test_whom_one_may_ask_says_who_cannot_answer(team: Team, visit: Open) -> None:
    boss = add_person(team.store, COMMAND_LINE, team.bakery, "Anna")
    about = {"name": "Anna", "role": ProjectRole.EXECUTIVE, "days": 30, "person_id": boss}
    invite(team.store, COMMAND_LINE, team.bakery, about)
    frame = tap(visit(), team.add("Oven"))
    part(frame, "handover")
    offered = field(frame.selectbox, "Who shall take it over?").options
    assert offered == [
        *("nobody yet", "Ada", "Ben"),
        *("Anna – reads only, cannot answer", "Eve – has no access yet"),
    ]
