"""Projects are made blank, from a template or as the sample, and put aside, moved to bin, restored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from storage.access import Actor, NoSuchProject
from storage.checking import UnusableInput
from storage.intents import VersionConflict
from storage.journey import list_phases, list_touchpoints
from storage.project_content import BLANK
from storage.projects import (
    SAMPLE,
    archive_project,
    bin_project,
    change_project,
    list_projects,
    new_project,
    reopen_project,
    restore_project,
)
from storage.store import Store
from storage.templates import list_templates
from tests._stored import find_project
from tests.storage._rows import history_of, only_row, rows_of
from tests.storage.conftest import Opened
from touchpoints.model import Finding, Project, ProjectInput, Round, Segment


def make(store: Store, actor: Actor, name: str = "Shop", language: str = "en", template: str = BLANK) -> UUID:
    return new_project(store, actor, ProjectInput(name=name, language=language), template)


def names(store: Store, actor: Actor, *, in_bin: bool = False) -> list[str]:
    return [project.name for project in list_projects(store, actor, in_bin=in_bin)]


def test_a_blank_project_has_a_first_round_the_six_phases_and_nothing_else(
    store: Store, facilitator: Actor
) -> None:
    id_ = make(store, facilitator)
    assert only_row(store, Round, project_id=id_).number == 1
    phases = list_phases(store, facilitator, id_)
    assert len(phases) == 6
    assert [phase.is_before_contact for phase in phases] == [True] + [False] * 5
    assert list_touchpoints(store, facilitator, id_) == ()


def test_its_settings_are_those_that_were_given(store: Store, facilitator: Actor) -> None:
    values = ProjectInput(
        name="Hotel", language="de", currency="CHF", time_zone="Europe/Zurich", disappointing_from=0.2
    )
    found = find_project(store, facilitator, new_project(store, facilitator, values))
    assert found is not None
    assert (found.name, found.language, found.currency) == ("Hotel", "de", "CHF")
    assert (found.time_zone, found.disappointing_from, found.delightful_from) == ("Europe/Zurich", 0.2, 0.6)
    assert not found.is_example


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_template_brings_its_touchpoints_in_the_order_of_the_journey_and_its_segments(
    store: Store, facilitator: Actor, language: str
) -> None:
    for template in list_templates():
        id_ = make(store, facilitator, template.id, language, template.id)
        expected = [touchpoint.name.in_language(language) for touchpoint in template.touchpoints]
        assert [entry.name for entry in list_touchpoints(store, facilitator, id_)] == expected
        segments = {segment.name.in_language(language) for segment in template.segments}
        assert {segment.name for segment in rows_of(store, Segment, project_id=id_)} == segments


@pytest.mark.parametrize(("language", "first"), [("de", "Vor dem Kontakt"), ("en", "Before contact")])
def test_the_sample_speaks_the_language_of_its_project(
    store: Store, facilitator: Actor, language: str, first: str
) -> None:
    id_ = make(store, facilitator, "Airport", language, SAMPLE)
    assert list_phases(store, facilitator, id_)[0].name == first
    assert len(list_touchpoints(store, facilitator, id_)) == 40


def test_the_sample_is_marked_as_an_example(sample: Opened) -> None:
    found = find_project(sample.store, sample.actor, sample.project)
    assert found is not None
    assert found.is_example
    assert rows_of(sample.store, Finding, project_id=sample.project) != []


def test_projects_are_listed_with_the_newest_first(
    store: Store, facilitator: Actor, pass_time: Callable[[timedelta], object]
) -> None:
    make(store, facilitator, "First")
    pass_time(timedelta(minutes=1))
    make(store, facilitator, "Second")
    assert names(store, facilitator) == ["Second", "First"]


def test_an_archived_project_is_put_aside_and_can_be_reopened(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    archive_project(store, facilitator, project)
    (archived,) = list_projects(store, facilitator)
    assert archived.archived_at is not None
    reopen_project(store, facilitator, project)
    assert list_projects(store, facilitator)[0].archived_at is None


def test_a_project_in_the_bin_is_gone_until_it_is_brought_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    bin_project(store, facilitator, project)
    assert names(store, facilitator) == []
    assert find_project(store, facilitator, project) is None
    assert names(store, facilitator, in_bin=True) == ["Bakery"]
    restore_project(store, facilitator, project)
    assert names(store, facilitator) == ["Bakery"]
    past = [*history_of(store, "throw project away"), *history_of(store, "restore project")]
    assert [kind for _, kind, *_ in past] == ["binned", "restored"]


def test_what_never_was_cannot_be_brought_back(store: Store, facilitator: Actor) -> None:
    with pytest.raises(NoSuchProject):
        restore_project(store, facilitator, uuid4())
    assert find_project(store, facilitator, uuid4()) is None


def test_edited_settings_are_saved_clean(store: Store, facilitator: Actor, project: UUID) -> None:
    change_project(store, facilitator, project, 1, {"name": " Ba\0kery\u202e & Co ", "currency": "CHF"})
    found = only_row(store, Project, id=project)
    assert (found.name, found.currency, found.version) == ("Bakery & Co", "CHF", 2)


def test_settings_that_somebody_else_changed_meanwhile_are_not_overwritten(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    change_project(store, facilitator, project, 1, {"name": "Patisserie"})
    with pytest.raises(VersionConflict):
        change_project(store, facilitator, project, 1, {"currency": "CHF"})
    assert names(store, facilitator) == ["Patisserie"]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"name": "\0\u202e"},
        {"currency": "Euro"},
        {"time_zone": "Europe/Atlantis"},
        {"disappointing_from": 0.0},
        {"delightful_from": float("nan")},
        {"is_example": True},
    ],
)
def test_settings_that_cannot_be_are_refused(
    store: Store, facilitator: Actor, project: UUID, changes: dict[str, object]
) -> None:
    with pytest.raises(UnusableInput):
        change_project(store, facilitator, project, 1, changes)
    assert only_row(store, Project, id=project).version == 1


def test_the_sample_has_its_own_currency_and_time_zone(store: Store, facilitator: Actor) -> None:
    values = ProjectInput(name="Airport", language="en", currency="CHF", time_zone="Pacific/Kiritimati")
    sample = new_project(store, facilitator, values, SAMPLE)
    (found,) = [one for one in list_projects(store, facilitator) if one.id == sample]
    assert (found.currency, found.time_zone) == ("EUR", "Europe/Berlin")
