"""What others changed since the last visit of what is mine, and when that visit was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE, Actor, NoSuchProject
from storage.action_parts import add_comment, set_persons
from storage.actions import add_action, bin_actions, change_action
from storage.my_todos import Persons, my_persons
from storage.owner_changes import ask_to_take_over
from storage.persons import add_person
from storage.store import Store
from storage.visits import list_changes_of_mine, note_visit
from tests.storage._invited import invited
from tests.storage._plan import by_name
from tests.storage._rows import only_row
from touchpoints.model import Account, Part

PassTime = Callable[[timedelta], datetime]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def ada(store: Store, facilitator: Actor, project: UUID) -> UUID:
    return add_person(store, facilitator, project, "Ada")


@pytest.fixture
def lead(store: Store, facilitator: Actor, project: UUID, ada: UUID) -> Actor:
    return invited(store, facilitator, project, "Ada", ada)


@pytest.fixture
def oven(store: Store, facilitator: Actor, project: UUID, ada: UUID) -> UUID:
    return add_action(store, facilitator, project, {"name": "Oven", "owner_id": ada})


def told(
    store: Store, actor: Actor, since: datetime, persons: Persons | None = None
) -> list[tuple[str, str]]:
    """What was changed of which to-do, the latest first."""
    mine = my_persons(store, actor) if persons is None else persons
    return [(one.entity, one.action) for one in list_changes_of_mine(store, actor, mine, since)]


def test_the_first_visit_has_none_before_it(store: Store, lead: Actor) -> None:
    assert note_visit(store, lead) is None
    assert note_visit(store, lead) is None


def test_a_visit_goes_on_until_there_was_a_pause(store: Store, lead: Actor, pass_time: PassTime) -> None:
    note_visit(store, lead)
    last = pass_time(20 * MINUTE)
    assert note_visit(store, lead) is None
    pass_time(HOUR)
    assert note_visit(store, lead) == last
    pass_time(10 * MINUTE)
    assert note_visit(store, lead) == last


def test_a_visit_is_written_no_more_often_than_every_five_minutes(
    store: Store, lead: Actor, pass_time: PassTime
) -> None:
    first = pass_time(timedelta())
    note_visit(store, lead)
    pass_time(4 * MINUTE)
    note_visit(store, lead)
    assert only_row(store, Account, id=lead.account_id).seen_at == first


def test_the_command_line_pays_no_visits(store: Store) -> None:
    assert note_visit(store, COMMAND_LINE) is None


def test_what_others_do_to_it_is_told_and_not_what_one_does_oneself(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, oven: UUID, pass_time: PassTime
) -> None:
    since = pass_time(HOUR)
    pass_time(MINUTE)
    add_comment(store, lead, project, oven, "Mine")
    add_comment(store, facilitator, project, oven, "Theirs")
    pass_time(MINUTE)
    version = by_name(store, facilitator, project)["Oven"].version
    change_action(store, facilitator, project, oven, version, {"team": "Front"})
    pass_time(MINUTE)
    ask_to_take_over(store, COMMAND_LINE, project, oven, add_person(store, lead, project, "Ben"))
    assert told(store, lead, since) == [("OwnerChange", "Oven"), ("Action", "Oven"), ("Comment", "Oven")]
    assert told(store, lead, store.now()) == []


def test_a_line_says_who_and_what(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, oven: UUID, pass_time: PassTime
) -> None:
    since = pass_time(HOUR)
    pass_time(MINUTE)
    bin_actions(store, facilitator, project, [oven])
    [change] = list_changes_of_mine(store, lead, my_persons(store, lead), since)
    assert (change.who, change.kind.value, change.action_id, change.project_id) == (
        "Facilitator",
        "binned",
        oven,
        project,
    )
    assert set(change.after) == {"binned_at"}


def test_what_one_takes_part_in_counts_and_what_is_anothers_does_not(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, ada: UUID, pass_time: PassTime
) -> None:
    since = pass_time(HOUR)
    pass_time(MINUTE)
    sign = add_action(store, facilitator, project, {"name": "Sign"})
    add_action(store, facilitator, project, {"name": "Flyer"})
    assert told(store, lead, since) == []
    set_persons(store, facilitator, project, sign, Part.TOOK_PART, [ada])
    assert told(store, lead, since) == [("Action", "Sign"), ("Action", "Sign")]


def test_nothing_is_told_of_a_project_that_one_may_not_see(
    store: Store, facilitator: Actor, other_project: UUID, lead: Actor
) -> None:
    eve = add_person(store, facilitator, other_project, "Eve")
    add_action(store, facilitator, other_project, {"name": "Safe", "owner_id": eve})
    with pytest.raises(NoSuchProject):
        told(store, lead, store.now() - HOUR, {other_project: eve})


def test_no_more_lines_are_read_than_asked_for(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, oven: UUID, pass_time: PassTime
) -> None:
    since = pass_time(HOUR)
    pass_time(MINUTE)
    for number in range(4):
        add_comment(store, facilitator, project, oven, str(number))
    assert len(list_changes_of_mine(store, lead, my_persons(store, lead), since, limit=3)) == 3
