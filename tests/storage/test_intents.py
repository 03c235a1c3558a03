"""A write is one transaction: stored once, with its history, its revision raised last, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.intents import NoSuchRow, VersionConflict, Work, carry_out_once, intent
from storage.journey import change_touchpoint, list_phases
from storage.projects import archive_project, change_project, list_projects, new_project
from storage.revisions import CONTENT, MEASUREMENTS
from storage.store import Store
from storage.survey_mappings import keep_mapping
from tests._stored import find_project, revision_of
from tests.storage._rows import history_of, only_row, row_counts, rows_of
from touchpoints.model import HistoryEntry, Phase, Project, ProjectInput, Touchpoint, TouchpointInput

SHOP = ProjectInput(name="Shop", language="en")


@intent("add a touchpoint")
def add_touchpoint(work: Work, name: str, phase: UUID) -> UUID:
    values = TouchpointInput(name=name, phase_id=phase)
    return work.add(Touchpoint(**values.model_dump(), project_id=work.project, rank="a0")).id


@intent("fail late")
def fail_late(work: Work) -> None:
    work.change(work.find(Project, work.project), name="Half")
    raise LookupError


def versions(store: Store, actor: Actor, project: UUID) -> tuple[int, str]:
    found = find_project(store, actor, project)
    assert found is not None
    return found.version, found.name


def test_an_intent_is_stored_and_gives_its_result(store: Store, facilitator: Actor, project: UUID) -> None:
    phase = list_phases(store, facilitator, project)[0]
    id_ = add_touchpoint(store, facilitator, project, "Oven", phase.id)
    assert only_row(store, Touchpoint, id=id_).name == "Oven"


def test_sent_twice_it_is_stored_once_and_gives_the_first_result_again(
    store: Store, facilitator: Actor
) -> None:
    sent = facilitator.once()
    assert new_project(store, sent, SHOP) == new_project(store, sent, SHOP)
    assert len(list_projects(store, facilitator)) == 1
    assert len(history_of(store, "new project")) == 2  # the project and its first round


def test_sent_twice_without_a_result_it_is_stored_once_too(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    sent = facilitator.once()
    for _ in range(2):
        archive_project(store, sent, project)
    assert len(history_of(store, "archive project")) == 1


def test_two_intents_are_two_however_alike_they_are(store: Store, facilitator: Actor) -> None:
    assert new_project(store, facilitator.once(), SHOP) != new_project(store, facilitator.once(), SHOP)
    assert len(list_projects(store, facilitator)) == 2


def test_sent_from_four_threads_at_once_it_is_stored_once(store: Store, facilitator: Actor) -> None:
    sent, together = facilitator.once(), Barrier(4, timeout=30)

    def send(_: int) -> UUID:
        together.wait()
        return new_project(store, sent, SHOP)

    with ThreadPoolExecutor(4) as threads:
        results = set(threads.map(send, range(4)))
    assert results == {project.id for project in list_projects(store, facilitator)}
    assert len(results) == 1


def test_first_changes_of_four_threads_at_once_all_arrive(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    together = Barrier(4, timeout=30)

    def keep(number: int) -> None:
        together.wait()
        keep_mapping(store, facilitator, project, [f"column {number}"], "survey = 'x'")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(keep, range(4)))
    assert revision_of(store, facilitator, project, MEASUREMENTS) == 4


def test_history_says_who_changed_what_when_from_what_to_what(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    change_project(store, facilitator, project, 1, {"name": "Patisserie"})
    entry = only_row(store, HistoryEntry, intent="change project")
    assert entry.account_id == facilitator.account_id is not None
    assert (entry.project_id, entry.entity, entry.entity_id) == (project, "Project", project)
    assert (entry.before, entry.after) == ({"name": "Bakery"}, {"name": "Patisserie"})
    assert abs((store.now() - entry.at).total_seconds()) < 60


def test_history_holds_what_was_added_and_nothing_but_what_changed(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    phase = list_phases(store, facilitator, project)[0]
    add_touchpoint(store, facilitator, project, "Oven", phase.id)
    archive_project(store, facilitator, project)
    ((entity, kind, before, after),) = history_of(store, "add a touchpoint")
    assert (entity, kind, before) == ("Touchpoint", "added", None)
    assert after is not None
    assert (after["name"], after["phase_id"], after["depth"]) == ("Oven", str(phase.id), "all")
    ((_, kind, before, after),) = history_of(store, "archive project")
    assert kind == "changed"
    assert before == {"archived_at": None}


def test_a_change_raises_the_revision_of_its_scope_alone(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    before = revision_of(store, facilitator, project, CONTENT)
    others = revision_of(store, facilitator, other_project, CONTENT)
    archive_project(store, facilitator, project)
    assert revision_of(store, facilitator, project, CONTENT) == before + 1
    assert revision_of(store, facilitator, project, MEASUREMENTS) == 0
    assert revision_of(store, facilitator, other_project, CONTENT) == others


def test_an_intent_sent_again_raises_no_revision(store: Store, facilitator: Actor, project: UUID) -> None:
    sent = facilitator.once()
    archive_project(store, sent, project)
    before = revision_of(store, facilitator, project, CONTENT)
    archive_project(store, sent, project)
    assert revision_of(store, facilitator, project, CONTENT) == before


def test_an_error_undoes_the_change_its_history_and_its_mark(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    before = row_counts(store), revision_of(store, facilitator, project, CONTENT)
    with pytest.raises(LookupError):
        fail_late(store, facilitator.once(), project)
    assert (row_counts(store), revision_of(store, facilitator, project, CONTENT)) == before
    assert versions(store, facilitator, project) == (1, "Bakery")


def test_an_intent_that_failed_can_be_sent_again(store: Store, facilitator: Actor, project: UUID) -> None:
    sent = facilitator.once()
    with pytest.raises(LookupError):
        fail_late(store, sent, project)
    archive_project(store, sent, project)
    assert rows_of(store, Project, id=project)[0].archived_at is not None


def test_a_row_that_is_gone_or_of_another_project_is_not_found(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    foreign = list_phases(store, facilitator, other_project)[0].id

    def find(id_: UUID) -> None:
        carry_out_once(store, facilitator, "find", lambda work: work.find(Phase, id_).id, project)

    for id_ in (foreign, uuid4()):
        with pytest.raises(NoSuchRow):
            find(id_)


def test_a_form_saved_over_a_newer_version_shows_both_and_loses_neither(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    change_project(store, facilitator, project, 1, {"name": "Patisserie", "currency": "CHF"})
    with pytest.raises(VersionConflict) as conflict:
        change_project(store, facilitator, project, 1, {"name": "Boulangerie"})
    assert conflict.value.stored == {"name": "Patisserie"}
    assert conflict.value.wanted == {"name": "Boulangerie"}
    assert conflict.value.stored_version == 2
    assert versions(store, facilitator, project) == (2, "Patisserie")


def test_after_a_conflict_the_choice_is_saved_over_the_version_that_was_shown(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    change_project(store, facilitator, project, 1, {"name": "Patisserie"})
    change_project(store, facilitator, project, 2, {"name": "Boulangerie"})
    assert versions(store, facilitator, project) == (3, "Boulangerie")


def test_of_four_people_who_save_the_same_form_one_wins_and_three_are_told(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    rounds, people = 20, 4
    together = Barrier(people, timeout=30)
    conflicts: list[tuple[int, VersionConflict]] = []

    def save(person: int) -> int:
        return sum(wins(person, number) for number in range(rounds))

    def wins(person: int, number: int) -> bool:
        together.wait()
        shown, _ = versions(store, facilitator, project)
        together.wait()
        try:
            change_project(store, facilitator, project, shown, {"name": f"{number} of {person}"})
        except VersionConflict as conflict:
            conflicts.append((shown, conflict))
            return False
        return True

    with ThreadPoolExecutor(people) as threads:
        won = sum(threads.map(save, range(people)))
    assert (won, len(conflicts)) == (rounds, rounds * (people - 1))
    assert versions(store, facilitator, project)[0] == 1 + rounds
    saved = [after for *_, after in history_of(store, "change project")]
    assert all(conflict.stored in saved and conflict.wanted not in saved for _, conflict in conflicts)
    assert all(conflict.stored_version == shown + 1 for shown, conflict in conflicts)


def test_a_change_cannot_reach_into_another_project(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    here = list_phases(store, facilitator, project)[0].id
    there = list_phases(store, facilitator, other_project)[0].id
    touchpoint = add_touchpoint(store, facilitator, project, "Oven", here)
    for foreign in (there, uuid4()):
        with pytest.raises(NoSuchRow):
            change_touchpoint(store, facilitator, project, touchpoint, 1, {"phase_id": foreign})
        with pytest.raises(NoSuchRow):
            add_touchpoint(store, facilitator, project, "Stove", foreign)
