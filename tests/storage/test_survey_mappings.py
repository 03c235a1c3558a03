"""What columns mean is kept for the next file with the same columns."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.store import Store
from storage.survey_mappings import columns_key, keep_mapping, kept_mapping
from tests.storage._rows import only_row
from touchpoints.model import (
    ImportMapping,
)


def test_what_columns_mean_is_kept_for_the_next_file_with_the_same_columns(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    keep_mapping(store, facilitator, project, ["netpro", "wave"], "survey = 'first'")
    assert kept_mapping(store, facilitator, project, ["wave", "netpro"]) == "survey = 'first'"
    assert kept_mapping(store, facilitator, project, ["wave"]) is None


def test_only_the_last_meaning_of_the_same_columns_is_kept(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    for text in ("survey = 'first'", "survey = 'second'"):
        keep_mapping(store, facilitator, project, ["wave"], text)
    assert only_row(store, ImportMapping).mapping == "survey = 'second'"
    assert kept_mapping(store, facilitator, other_project, ["wave"]) is None


def test_columns_are_not_confused_by_how_their_names_join() -> None:
    assert columns_key(["ab", "c"]) != columns_key(["a", "bc"])
