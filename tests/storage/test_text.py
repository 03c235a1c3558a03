"""Awkward text reaches both databases the same: clean, composed, and as long as it is."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.projects import new_project
from storage.store import Store
from storage.surveys import store_survey
from tests._stored import find_project
from tests.storage._rows import only_row
from tests.storage._surveys import a_survey
from touchpoints.model import ProjectInput, Survey

AWKWARD = [
    ("NUL", "Ba\0kery", "Bakery"),
    ("control", "Ba\x07\x1b[31mkery\x7f\x85", "Ba[31mkery"),
    ("bidi", "Bakery \u202egnitekram\u2066\u200f", "Bakery gnitekram"),
    ("decomposed", "Ba\u0308ckerei", "Bäckerei"),
    ("half a pair", "Bakery\ud83d", "Bakery"),
    ("split by a mark", "Ba\u200e\u0308ckerei", "Bäckerei"),
    ("emoji", "Bakery 🥐👩🏽‍🍳", "Bakery 🥐👩🏽‍🍳"),
    ("other scripts", "パン屋 مخبز", "パン屋 مخبز"),
    ("SQL", "'; DROP TABLE project; --", "'; DROP TABLE project; --"),
]


@pytest.mark.parametrize(
    ("typed", "stored"), [case[1:] for case in AWKWARD], ids=[case[0] for case in AWKWARD]
)
def test_a_name_is_stored_clean(store: Store, facilitator: Actor, typed: str, stored: str) -> None:
    found = find_project(
        store, facilitator, new_project(store, facilitator, ProjectInput(name=typed, language="en"))
    )
    assert found is not None
    assert found.name == stored


def test_a_source_is_stored_clean_when_it_is_said_again(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for source in ("Phone", "We\0b\u202e"):
        store_survey(store, facilitator, project, a_survey(), source=source)
    assert only_row(store, Survey).source == "Web"


def test_the_longest_name_counts_characters_and_not_bytes(store: Store, facilitator: Actor) -> None:
    name = "パ" * 120
    found = find_project(
        store, facilitator, new_project(store, facilitator, ProjectInput(name=name, language="en"))
    )
    assert found is not None
    assert found.name == name
