"""Handing over: the action keeps its owner until somebody accepts, and every step can be undone."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor, NotYourRole
from storage.actions import add_action, bin_actions, change_action
from storage.checking import UnusableInput
from storage.intents import NoSuchRow
from storage.owner_changes import (
    AnsweredAlready,
    AskedAlready,
    IsOwnerAlready,
    NotYoursToAnswer,
    OpenChange,
    accept_owner_change,
    ask_to_take_over,
    decline_owner_change,
    list_open_changes,
    reopen_owner_change,
    take_back_owner_change,
    who_has_access,
)
from storage.persons import add_person
from storage.store import Store
from tests.storage._invited import invited
from tests.storage._plan import by_name
from tests.storage._rows import history_of
from touchpoints.model import ProjectRole


class Team:
    """Ada and Ben, who can come in, and Eve, who cannot; an oven of Ada's."""

    def __init__(self, store: Store, facilitator: Actor, project: UUID) -> None:
        self.store, self.facilitator, self.project = store, facilitator, project
        self.ada, self.ben, self.eve = (
            add_person(store, facilitator, project, name) for name in ("Ada", "Ben", "Eve")
        )
        self.as_ada = invited(store, facilitator, project, "Ada", self.ada)
        self.as_ben = invited(store, facilitator, project, "Ben", self.ben)
        self.oven = add_action(store, facilitator, project, {"name": "Oven", "owner_id": self.ada})

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        return self.store, self.as_ada, self.project

    @property
    def by_ben(self) -> tuple[Store, Actor, UUID]:
        return self.store, self.as_ben, self.project

    @property
    def owner(self) -> str | None:
        return by_name(*self.where)["Oven"].owner

    @property
    def open(self) -> tuple[OpenChange, ...]:
        return list_open_changes(self.store, self.as_ada, [self.project])


@pytest.fixture
def team(store: Store, facilitator: Actor, project: UUID) -> Team:
    return Team(store, facilitator, project)


def test_the_owner_stays_until_the_other_accepts(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben, "I am away in May")
    [change] = team.open
    assert (change.id, change.action, change.note) == (asked, "Oven", "I am away in May")
    assert (change.from_person, change.to_person, change.can_answer) == ("Ada", "Ben", True)
    assert team.owner == "Ada"
    accept_owner_change(*team.by_ben, asked)
    assert (team.owner, team.open) == ("Ben", ())


def test_who_declines_leaves_the_action_where_it_is(team: Team) -> None:
    decline_owner_change(*team.by_ben, ask_to_take_over(*team.where, team.oven, team.ben))
    assert (team.owner, team.open) == ("Ada", ())


def test_a_question_can_be_taken_back_and_asked_anew(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben)
    with pytest.raises(AskedAlready, match="Ben has been asked already"):
        ask_to_take_over(*team.where, team.oven, team.eve)
    take_back_owner_change(*team.where, asked)
    assert team.open == ()
    ask_to_take_over(*team.where, team.oven, team.eve)
    assert [change.to_person for change in team.open] == ["Eve"]


def test_nobody_answers_for_somebody_who_can_but_a_facilitator(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben)
    with pytest.raises(NotYoursToAnswer, match="Ben can answer this"):
        accept_owner_change(*team.where, asked)
    assert team.owner == "Ada"
    accept_owner_change(team.store, team.facilitator, team.project, asked)
    assert team.owner == "Ben"


def test_for_somebody_without_access_another_answers(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.eve)
    assert not team.open[0].can_answer
    accept_owner_change(*team.where, asked)
    assert team.owner == "Eve"


def test_an_executive_answers_nothing(team: Team) -> None:
    boss = invited(team.store, team.facilitator, team.project, "Boss", role=ProjectRole.EXECUTIVE)
    asked = ask_to_take_over(*team.where, team.oven, team.eve)
    with pytest.raises(NotYourRole):
        accept_owner_change(team.store, boss, team.project, asked)


def test_an_answer_is_given_once(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben)
    accept_owner_change(*team.by_ben, asked)
    for again in (accept_owner_change, decline_owner_change, take_back_owner_change):
        with pytest.raises(AnsweredAlready):
            again(*team.by_ben, asked)


def test_an_answer_can_be_undone(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben)
    accept_owner_change(*team.by_ben, asked)
    reopen_owner_change(*team.by_ben, asked)
    assert (team.owner, [change.id for change in team.open]) == ("Ada", [asked])


def test_undoing_does_not_take_the_action_from_a_later_owner(team: Team) -> None:
    asked = ask_to_take_over(*team.where, team.oven, team.ben)
    accept_owner_change(*team.by_ben, asked)
    version = by_name(*team.where)["Oven"].version
    change_action(*team.where, team.oven, version, {"owner_id": team.eve})
    reopen_owner_change(*team.by_ben, asked)
    assert team.owner == "Eve"


def test_what_he_owns_cannot_be_handed_to_him(team: Team) -> None:
    with pytest.raises(IsOwnerAlready, match="Ada owns this already"):
        ask_to_take_over(*team.where, team.oven, team.ada)


def test_a_note_that_is_too_long_is_refused(team: Team) -> None:
    with pytest.raises(UnusableInput):
        ask_to_take_over(*team.where, team.oven, team.ben, "x" * 301)


def test_what_lies_in_the_bin_waits_for_nobody(team: Team) -> None:
    ask_to_take_over(*team.where, team.oven, team.ben)
    bin_actions(*team.where, [team.oven])
    assert team.open == ()


def test_nobody_of_another_project_is_asked(team: Team, other_project: UUID) -> None:
    stranger = add_person(team.store, team.facilitator, other_project, "Stranger")
    with pytest.raises(NoSuchRow):
        ask_to_take_over(*team.where, team.oven, stranger)


def test_the_history_says_who_was_asked_and_who_accepted(team: Team) -> None:
    accept_owner_change(*team.by_ben, ask_to_take_over(*team.where, team.oven, team.ben))
    [(entity, kind, _, asked)] = history_of(team.store, "ask to take over")
    assert asked is not None
    assert (entity, kind, asked["to_person_id"]) == ("OwnerChange", "added", str(team.ben))
    answer, taken = history_of(team.store, "take over")
    assert answer[3] is not None
    assert (answer[0], answer[3]["is_accepted"]) == ("OwnerChange", True)
    assert taken == ("Action", "changed", {"owner_id": str(team.ada)}, {"owner_id": str(team.ben)})


def test_an_executive_who_is_asked_cannot_answer_so_another_does(team: Team) -> None:
    invited(team.store, team.facilitator, team.project, "Eve", team.eve, role=ProjectRole.EXECUTIVE)
    assert who_has_access(*team.where) == {team.ada: True, team.ben: True, team.eve: False}
    asked = ask_to_take_over(*team.where, team.oven, team.eve)
    assert not team.open[0].can_answer
    accept_owner_change(*team.where, asked)
    assert team.owner == "Eve"
