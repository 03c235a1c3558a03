"""My to-dos on the screen: what is mine, by when it is due, and what others did since."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE, Actor
from storage.action_parts import add_comment
from storage.action_status import set_status
from storage.invitations import invite
from storage.my_todos import my_persons
from storage.people import actor_of, enter
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import (
    buttons,
    dialog_title,
    is_shown,
    open_page,
    press,
)
from tests.pages.conftest import OpenFrame
from tests.pages.todos._team import Open, Team, field, listed, names, tap
from touchpoints.model import ActionStatus, ProjectRole


def test_to_dos_stand_by_when_they_are_due(team: Team, visit: Open) -> None:
    team.add("Oven", -3)
    team.add("Roof", 30)
    team.add("Some day")
    sign, flyer = team.add("Sign", -1), team.add("Flyer")
    set_status(team.store, COMMAND_LINE, team.bakery, [sign], ActionStatus.BLOCKED, team.today, "no permit")
    set_status(team.store, COMMAND_LINE, team.bakery, [flyer], ActionStatus.DONE, team.today)
    team.add("Somebody else's", owner_id=team.ben)
    assert names(visit()) == {
        "Overdue": ["Oven"],
        "Later": ["Roof", "Some day"],
        "Blocked": ["Sign"],
        "Done": ["Flyer"],
    }


def test_a_line_says_where_until_when_and_how_far(team: Team, visit: Open) -> None:
    team.add("Oven", -3)
    sign = team.add("Sign")
    set_status(team.store, COMMAND_LINE, team.bakery, [sign], ActionStatus.BLOCKED, team.today, "no permit")
    lines = listed(visit())
    [[_, name, about, due, status, is_late]] = lines["Overdue"]
    assert (name, about, status, is_late) == ("Oven", "Bakery", "○ planned", True)
    assert due.startswith("overdue since ")
    [[_, _, about, due, status, is_late]] = lines["Blocked"]
    assert (about, due, status, is_late) == ("Bakery · blocked by: no permit", "no date", "✕ blocked", False)


def test_what_others_changed_since_the_last_visit_is_told_in_one_line_each(team: Team, visit: Open) -> None:
    oven = team.add("Oven", 3)
    visit()
    later: datetime = team.store.now() + timedelta(hours=2)
    team.store.now = lambda: later  # type: ignore[method-assign] # the clock is the one thing that a test sets
    add_comment(team.store, team.by_ben, team.bakery, oven, "The <b>shop</b> has one")
    add_comment(team.store, team.actor, team.bakery, oven, "My own")
    frame = visit()
    [news] = [one for one in frame.expander if "by others" in one.label]
    assert news.label.startswith("1 change by others since ")
    assert is_shown(frame, "Ben: remark on “Oven”: The <b>shop</b> has one")
    assert not is_shown(frame, "My own")


def test_at_the_first_visit_nothing_is_new(team: Team, visit: Open) -> None:
    team.add("Oven")
    assert not visit().expander


def test_an_empty_page_says_what_to_do_next(team: Team, visit: Open) -> None:
    frame = visit()
    assert is_shown(frame, "As soon as an action of yours stands in a plan, it stands here, too.")
    assert team.bakery


def test_a_facilitator_looks_at_somebodys_to_dos_and_says_who_he_is(
    team: Team, facilitator: str, visit: Open
) -> None:
    team.add("Oven")
    frame = visit()
    assert names(frame) == {}
    assert "Calendar" not in buttons(frame)
    field(frame.selectbox, "Whose to-dos?").set_value(str(team.ada))
    frame.run()
    assert names(frame) == {"Later": ["Oven"]}
    assert "Calendar" not in buttons(frame)
    press(frame, "This is me")
    actor: Actor = actor_of(team.store, facilitator)
    assert my_persons(team.store, actor) == {team.bakery: team.ada}
    assert "Calendar" in buttons(frame)


@pytest.mark.usefixtures("facilitator", "store")
def test_without_a_project_it_says_where_to_begin(open_frame: OpenFrame) -> None:
    assert is_shown(open_page(open_frame(), "my_todos"), "Open a project, and choose there whose to-dos")


def test_somebody_whom_the_project_does_not_know_is_told_whom_to_ask(
    team: Team, store: Store, cookies: dict[str, str], visit: Open
) -> None:
    values = {"name": "Newcomer", "role": ProjectRole.TEAM_LEAD, "days": 30}
    cookies[COOKIE] = enter(store, invite(store, COMMAND_LINE, team.bakery, values)) or ""
    assert is_shown(visit(), "Ask the facilitator to do so")


def test_hostile_texts_are_shown_as_typed(team: Team, visit: Open) -> None:
    kept = [as_kept(text)[:200].strip() for text in HOSTILE]
    made = {text: team.add(text) for text in kept if text}
    frame = visit()
    assert set(names(frame)["Later"]) == set(made)
    for text in list(made)[:5]:
        assert " ".join(dialog_title(tap(frame, made[text])).split()) == " ".join(text.split())


def test_the_page_speaks_german(team: Team, visit: Open) -> None:
    team.add("Ofen", 30)
    [[line]] = listed(visit("de-DE")).values()
    assert line[4] == "○ geplant"
