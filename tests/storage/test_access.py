"""Nothing is read or changed beyond one's role, nor by a guest, nor in a project that is not there."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from storage.access import COMMAND_LINE, GUEST, RIGHTS, Actor, NoSuchProject, NotAllowed, NotYourRole, Right
from storage.progress import facts_of_all
from storage.projects import bin_project, list_projects, new_project
from storage.revisions import revisions_of_all
from storage.store import Store
from tests.storage._actors import somebody
from tests.storage._public import (
    Function,
    call,
    first_arguments,
    functions_of_a_project,
    functions_with_an_actor,
    is_intent,
)
from tests.storage._rows import row_counts
from touchpoints.errors import TouchpointsError
from touchpoints.model import ProjectInput, ProjectRole

WITH_ACTOR = functions_with_an_actor()
# Restoring brings back what cannot be opened, and carrying out is what opens for others.
OPENS_NOTHING = {"projects.restore_project", "intents.carry_out_once"}
OF_A_PROJECT = {n: function for n, function in functions_of_a_project().items() if n not in OPENS_NOTHING}
# What is read or done by those who lead a project alone, beside the intents, which say it themselves.
LED = {
    *("agenda.is_answered", "ballots.count_answered", "card_list.list_cards", "paper.count_sheets"),
    *("seats.list_participants", "turnout.read_turnout", "room_check.count_reached", "sheets.read_sheet"),
    *("take_over.list_proposals", "take_over_record.list_take_overs", "survey_mappings.kept_mapping"),
    *("invitations.invite", "invitations.issue_link", "invitations.list_members", "rehearsal.end_rehearsal"),
    *("thrown_away.restore_thrown_away", "thrown_away.throw_away_again"),
}
# What an administrator alone does, in whichever project.
ADMINISTERED = {"project_copy.duplicate_project"}


def refusal(function: Function, store: Store, actor: Actor, project: UUID) -> type[Exception] | None:
    """What a function says to an actor who names nothing but the project."""
    try:
        call(function, *first_arguments(function, store, actor, project))
    except Exception as fault:  # noqa: BLE001 - whoever is let in may fail at what was not named
        return type(fault)
    return None


def beyond(role: ProjectRole) -> dict[str, Function]:
    """The intents for which a role does not suffice."""
    return {
        name: function
        for name, function in OF_A_PROJECT.items()
        if is_intent(function) and function.right not in RIGHTS[role]  # type: ignore[attr-defined] # of intents
    }


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


@pytest.mark.parametrize("role", [ProjectRole.EXECUTIVE, ProjectRole.TEAM_LEAD])
def test_every_intent_beyond_a_role_is_refused_and_stores_nothing(
    store: Store, project: UUID, role: ProjectRole
) -> None:
    actor = somebody(store, project, role)
    assert {"goals.add_goal", "projects.bin_project", "invitations.add_member"} <= set(beyond(role))
    before = row_counts(store)
    told = {name: refusal(function, store, actor, project) for name, function in beyond(role).items()}
    assert {name: said for name, said in told.items() if said is not NotYourRole} == {}
    assert row_counts(store) == before


def test_an_executive_changes_nothing_a_team_lead_follows_up_and_a_facilitator_does_all() -> None:
    intents = {name for name, function in OF_A_PROJECT.items() if is_intent(function)}
    assert set(beyond(ProjectRole.EXECUTIVE)) == intents
    assert {"actions.add_action", "kpis.change_kpi", "reviews.add_review"} <= (
        intents - set(beyond(ProjectRole.TEAM_LEAD))
    )
    assert beyond(ProjectRole.FACILITATOR) == {}


@pytest.mark.parametrize("role", [ProjectRole.EXECUTIVE, ProjectRole.TEAM_LEAD])
def test_who_does_not_lead_reads_nothing_of_a_live_workshop_of_links_and_of_imports(
    store: Store, project: UUID, role: ProjectRole
) -> None:
    actor = somebody(store, project, role)
    before = row_counts(store)
    told = {name: refusal(OF_A_PROJECT[name], store, actor, project) for name in LED | ADMINISTERED}
    assert {name: said for name, said in told.items() if said is not NotYourRole} == {}
    assert row_counts(store) == before


def test_a_facilitator_may_do_all_in_his_project_but_what_administrators_do(
    store: Store, project: UUID
) -> None:
    actor = somebody(store, project, ProjectRole.FACILITATOR)
    told = {name: refusal(OF_A_PROJECT[name], store, actor, project) for name in LED | ADMINISTERED}
    assert {name for name, said in told.items() if said is NotYourRole} == ADMINISTERED


@pytest.mark.parametrize("role", ProjectRole)
def test_who_has_a_role_in_another_project_alone_finds_none_here(
    store: Store, project: UUID, other_project: UUID, role: ProjectRole
) -> None:
    actor = somebody(store, other_project, role)
    functions = {name: one for name, one in OF_A_PROJECT.items() if name not in ADMINISTERED}
    before = row_counts(store)
    told = {name: refusal(function, store, actor, project) for name, function in functions.items()}
    assert {name: said for name, said in told.items() if said is not NoSuchProject} == {}
    assert row_counts(store) == before


@pytest.mark.parametrize("role", ProjectRole)
def test_lists_of_all_projects_hold_those_that_somebody_has_a_role_in(
    store: Store, sample_beside: UUID, other_project: UUID, role: ProjectRole
) -> None:
    actor, outside = somebody(store, sample_beside, role), somebody(store, other_project, role)
    assert [one.id for one in list_projects(store, actor)] == [sample_beside]
    assert [*facts_of_all(store, actor)] == [sample_beside]
    assert [*facts_of_all(store, outside)] == []
    assert str(sample_beside) not in str(revisions_of_all(store, outside))
    assert str(sample_beside) in str(revisions_of_all(store, actor))


@pytest.fixture
def sample_beside(store: Store, facilitator: Actor) -> UUID:
    """A project with content beside the other one."""
    return new_project(store, facilitator, ProjectInput(name="Hotel", language="en"), "hotel_travel")


@pytest.mark.parametrize("role", ProjectRole)
def test_projects_are_made_by_administrators_alone(store: Store, project: UUID, role: ProjectRole) -> None:
    before = row_counts(store)
    actor = somebody(store, project, role)
    with pytest.raises(NotYourRole):
        new_project(store, actor, ProjectInput(name="Mine", language="en"))
    assert row_counts(store)["project"] == before["project"]


@pytest.mark.parametrize("role", ProjectRole)
def test_a_project_in_the_bin_comes_back_by_who_leads_it(
    store: Store, project: UUID, other_project: UUID, role: ProjectRole
) -> None:
    actor, outside = somebody(store, project, role), somebody(store, other_project, ProjectRole.FACILITATOR)
    bin_project(store, COMMAND_LINE, project)
    restore = WITH_ACTOR["projects.restore_project"]
    assert refusal(restore, store, outside, project) is NoSuchProject
    leads = Right.CHANGE in RIGHTS[role]
    assert refusal(restore, store, actor, project) is (None if leads else NotYourRole)


def test_every_refusal_is_a_sentence() -> None:
    assert all(issubclass(one, TouchpointsError) and one.sentence for one in (NotYourRole, NoSuchProject))
