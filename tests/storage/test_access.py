"""Nothing is read or changed by a guest, nor in a project that is not there."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from storage.access import COMMAND_LINE, GUEST, Actor, NoSuchProject, NotAllowed
from storage.projects import bin_project
from storage.store import Store
from tests.storage._public import call, first_arguments, functions_of_a_project, functions_with_an_actor
from tests.storage._rows import row_counts

WITH_ACTOR = functions_with_an_actor()
# Restoring brings back what cannot be opened, and carrying out is what opens for others.
OPENS_NOTHING = {"projects.restore_project", "intents.carry_out_once"}
OF_A_PROJECT = {n: function for n, function in functions_of_a_project().items() if n not in OPENS_NOTHING}


def test_the_search_finds_readers_and_intents() -> None:
    assert {"answers.read_answers", "surveys.store_survey", "projects.new_project"} <= set(WITH_ACTOR)
    assert {"journey.change_touchpoint", "revisions.revisions_of"} <= set(OF_A_PROJECT)
    assert len(WITH_ACTOR) > 20


def test_every_function_of_the_storage_refuses_guests(store: Store, project: UUID) -> None:
    before = row_counts(store)
    for name, function in WITH_ACTOR.items():
        with pytest.raises(NotAllowed):
            pytest.fail(f"{name} gave {call(function, *first_arguments(function, store, GUEST, project))}")
    assert row_counts(store) == before


def test_every_function_about_a_project_refuses_one_that_does_not_exist(
    store: Store, facilitator: Actor
) -> None:
    for name, function in OF_A_PROJECT.items():
        with pytest.raises(NoSuchProject):
            pytest.fail(f"{name} gave {call(function, store, facilitator, uuid4())}")


def test_every_function_about_a_project_refuses_one_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    bin_project(store, facilitator, project)
    before = row_counts(store)
    for name, function in OF_A_PROJECT.items():
        with pytest.raises(NoSuchProject):
            pytest.fail(f"{name} gave {call(function, store, facilitator, project)}")
    assert row_counts(store) == before


def test_who_is_nobody_is_a_guest_and_the_command_line_is_not() -> None:
    assert Actor().is_guest
    assert not COMMAND_LINE.is_guest


def test_an_intent_keeps_its_mark_however_often_it_is_sent() -> None:
    mark = uuid4()
    assert COMMAND_LINE.once(mark).intent_id == mark
    assert COMMAND_LINE.once().intent_id != COMMAND_LINE.once().intent_id
