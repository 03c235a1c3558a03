"""All about one person is given out, and a name goes wherever it stands: in lists, bin and history."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import add_comment, list_comments
from storage.actions import add_action, change_action, list_actions
from storage.cards import add_card
from storage.hint_answers import ToldHint, list_hint_answers, mark_discussed
from storage.history import list_changes, names_of
from storage.intents import NoSuchRow
from storage.invitations import invite, list_members
from storage.people import actor_of, enter
from storage.personal_data import (
    anonymise_person,
    erase_person,
    export_person,
    fields_by_table,
    list_everybody,
)
from storage.persons import add_person, bin_person, change_person, list_persons
from storage.projects import new_project
from storage.store import Store
from storage.traces import ACTED
from storage.upkeep import tidy_up
from storage.voices import answer_voice, take_answer_back
from storage.workshops import add_workshop
from tests.storage._rows import everything, rows_of
from touchpoints.model import ENTITIES, Account, HistoryEntry, Person, ProjectInput, Voice

PassTime = Callable[[timedelta], object]
NAME = "Ottilie Abendroth"


@pytest.fixture
def ottilie(store: Store, facilitator: Actor, project: UUID) -> UUID:
    """Somebody who owns an action, and was once called otherwise."""
    where = (store, facilitator, project)
    id_ = add_person(*where, "Ottilie Abendrot")
    [shown] = rows_of(store, Person)
    change_person(*where, id_, shown.version, {"name": NAME, "position": "Head of service"})
    action = add_action(*where, {"name": "Answer within a day"})
    [entry] = list_actions(*where)
    change_action(*where, action, entry.version, {"owner_id": id_})
    return id_


def invite_her(store: Store, facilitator: Actor, project: UUID, person_id: UUID) -> str:
    about = {"name": NAME, "role": "team_lead", "days": 30, "mail": "o@example.org", "person_id": person_id}
    return invite(store, facilitator, project, about)


def test_all_about_a_person_is_given_out_as_json(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    token = invite_her(store, facilitator, project, ottilie)
    cookie = enter(store, token)
    found = json.loads(json.dumps(export_person(store, facilitator, project, ottilie)))
    assert found["person"]["name"] == NAME
    assert [one["mail"] for one in found["accounts"]] == ["o@example.org"]
    named = {(one["table"], one["as"]) for one in found["named_in"]}
    assert named == {("action", "owner"), ("membership", "person")}
    assert {"membership", "access_link", "sign_in"} <= {one["table"] for one in found["written_or_changed"]}
    assert [one["kind"] for one in found["history_of_the_entry"]] == ["added", "changed"]
    assert token not in str(found)
    assert str(cookie) not in str(found)
    assert "hash" not in str(found)


def test_a_former_owner_has_a_number_and_no_name_anywhere(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    invite_her(store, facilitator, project, ottilie)
    add_voice(store, project)
    workshop = add_workshop(store, facilitator, project, {"name": "Monday"})
    card = {"workshop_id": workshop, "kind": "action", "text": "Call back", "name": NAME.lower()}
    add_card(store, facilitator, project, card)
    anonymise_person(store, facilitator, project, ottilie)
    [person] = list_persons(store, facilitator, project)
    assert (person.name, person.position) == ("former owner 1", "")
    [action] = list_actions(store, facilitator, project)
    assert action.owner_id == ottilie
    gone = ("Abendrot", "Head of service", "o@example.org")
    assert not [value for value in everything(store) if any(text in value for text in gone)]


def add_voice(store: Store, project: UUID) -> None:
    with store.writing() as session:
        voice = {
            "kind": "idea",
            "text": "A sign at the door",
            "name": NAME.upper(),
            "came_on": store.now().date(),
        }
        session.add(Voice(project_id=project, **voice))


def test_each_further_one_has_the_next_number(store: Store, facilitator: Actor, project: UUID) -> None:
    for name in ("Egon", "Frieda"):
        anonymise_person(store, facilitator, project, add_person(store, facilitator, project, name))
    assert [one.name for one in list_persons(store, facilitator, project)] == [
        "former owner 1",
        "former owner 2",
    ]


def test_who_lies_in_the_bin_is_reached_too(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    bin_person(store, facilitator, project, ottilie)
    assert [one.id for one in list_everybody(store, facilitator, project)] == [ottilie]
    anonymise_person(store, facilitator, project, ottilie)
    assert not [value for value in everything(store) if "Abendroth" in value]


def test_a_link_of_hers_opens_nothing_any_more(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    cookie = enter(store, invite_her(store, facilitator, project, ottilie))
    assert not actor_of(store, cookie).is_guest
    anonymise_person(store, facilitator, project, ottilie)
    assert actor_of(store, cookie).is_guest
    assert list_members(store, facilitator, project) == ()


def act_as_her(store: Store, facilitator: Actor, project: UUID, ottilie: UUID) -> Actor:
    """She comes in, remarks on her action, answers a hint and a voice, and takes that answer back."""
    her = actor_of(store, enter(store, invite_her(store, facilitator, project, ottilie)))
    [action] = list_actions(store, facilitator, project)
    add_comment(store, her, project, action.id, "Soon")
    mark_discussed(store, her, project, ToldHint("few_owners", "Few owners", ("a",)), "In June")
    add_voice(store, project)
    [voice] = rows_of(store, Voice)
    answer_voice(store, her, project, voice.id, voice.version, "We hang it up.")
    take_answer_back(store, her, project, voice.id)
    [voice] = rows_of(store, Voice)
    answer_voice(store, her, project, voice.id, voice.version, "It hangs.")
    return her


def traces_of(store: Store, account_id: object) -> list[str]:
    """The tables of what was done in which an account stands, in a column or within a value."""
    acted = [entity.__name__ for entity, _ in ACTED if rows_of(store, entity, account_id=account_id)]
    within = [one for one in rows_of(store, HistoryEntry) if str(account_id) in str((one.before, one.after))]
    return sorted(acted) + ["values"] * bool(within)


def test_every_table_that_says_who_did_something_is_among_those_that_forget() -> None:
    naming = {
        table.name
        for table in ENTITIES.metadata.sorted_tables
        for column in table.columns
        if column.nullable and any(key.column.table.name == "account" for key in column.foreign_keys)
    }
    assert {str(entity.__tablename__) for entity, _ in ACTED} == naming


@pytest.mark.parametrize("remove", [anonymise_person, erase_person])
@pytest.mark.parametrize("stays_as", ["executive elsewhere", "administrator"])
def test_an_account_that_stays_is_named_nowhere_in_this_project(
    store: Store,
    facilitator: Actor,
    project: UUID,
    other_project: UUID,
    ottilie: UUID,
    remove: Callable[..., None],
    stays_as: str,
) -> None:
    her = act_as_her(store, facilitator, project, ottilie)
    assert traces_of(store, her.account_id) == ["Comment", "HintAnswer", "HistoryEntry", "Voice", "values"]
    if stays_as == "administrator":
        with store.writing() as session:
            session.get_one(Account, her.account_id).is_administrator = True
    else:
        about = {"name": "x", "role": "executive", "days": 9, "mail": "o@example.org"}
        invite(store, facilitator, other_project, about)
    remove(store, facilitator, project, ottilie)
    changes = list_changes(store, facilitator, project)
    assert {one.who for one in changes} == {"Facilitator", None}
    assert "Abendrot" not in str(changes)
    assert NAME not in names_of(store, facilitator, project, changes).values()
    [action] = list_actions(store, facilitator, project)
    assert [one.who for one in list_comments(store, facilitator, project, action.id)] == [None]
    assert [one.who for one in list_hint_answers(store, facilitator, project)] == [None]
    [account] = rows_of(store, Account, id=her.account_id)
    assert account.name == NAME
    # The other project's line about her role is its own.
    here = {one.id for one in rows_of(store, HistoryEntry, project_id=project)}
    assert not [
        one
        for one in rows_of(store, HistoryEntry)
        if one.id in here and str(her.account_id) in str((one.account_id, one.before, one.after))
    ]


def test_whoever_removes_himself_leaves_nothing_half_done(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    about = {"name": NAME, "role": "facilitator", "days": 30, "person_id": ottilie}
    her = actor_of(store, enter(store, invite(store, facilitator, project, about)))
    erase_person(store, her, project, ottilie)
    assert rows_of(store, Account, id=her.account_id) == []
    assert not [value for value in everything(store) if "Abendrot" in value]


def test_an_account_with_another_role_keeps_its_name_there(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    other = new_project(store, facilitator, ProjectInput(name="Hotel", language="de"))
    invite_her(store, facilitator, project, ottilie)
    invite(store, facilitator, other, {"name": "x", "role": "executive", "days": 9, "mail": "o@example.org"})
    anonymise_person(store, facilitator, project, ottilie)
    assert [one.name for one in list_members(store, facilitator, other)] == [NAME]


def test_whoever_is_removed_leaves_what_she_owned_without_an_owner(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID
) -> None:
    erase_person(store, facilitator, project, ottilie)
    assert list_everybody(store, facilitator, project) == ()
    [action] = list_actions(store, facilitator, project)
    assert action.owner_id is None
    assert not [value for value in everything(store) if "Abendroth" in value]


def test_another_projects_person_is_not_there(store: Store, facilitator: Actor, project: UUID) -> None:
    other = new_project(store, facilitator, ProjectInput(name="Hotel", language="de"))
    stranger = add_person(store, facilitator, other, "Egon")
    for function in (export_person, anonymise_person, erase_person):
        with pytest.raises(NoSuchRow):
            function(store, facilitator, project, stranger)


def test_after_two_years_it_is_forgotten_who_did_what(
    store: Store, facilitator: Actor, project: UUID, ottilie: UUID, pass_time: PassTime
) -> None:
    her = act_as_her(store, facilitator, project, ottilie)
    pass_time(timedelta(days=729))
    tidy_up(store)
    assert traces_of(store, her.account_id) == ["Comment", "HintAnswer", "HistoryEntry", "Voice", "values"]
    assert "Facilitator" in {change.who for change in list_changes(store, facilitator, project)}
    pass_time(timedelta(days=3))
    tidy_up(store)
    assert traces_of(store, her.account_id) == []
    assert {change.who for change in list_changes(store, facilitator, project)} == {None}
    assert rows_of(store, HistoryEntry)
    assert rows_of(store, Account, id=her.account_id)


def test_every_table_is_listed_with_its_fields() -> None:
    assert "mail" in fields_by_table()["account"]
