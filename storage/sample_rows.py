"""Rows of the sample: fields named as in the entities, references by key, days counted from today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from storage.intents import Work
from storage.ranks import first_ranks
from storage.sample.plan_values import Day
from touchpoints.model.base import Input

Ids = Mapping[str, UUID]
# What a field of an entry names, where it is not called so itself.
_MEANT = {"combine_with": "touchpoint", "owner": "person", "sponsor": "person"}


def row_of(work: Work, entity: type[Any], values: type[Input], entry: object, **more: Any) -> Any:  # noqa: ANN401 - any entity
    """A row of an entry's fields that the input knows; `more` are those that it does not have itself."""
    known = {name: getattr(entry, name) for name in values.model_fields if hasattr(entry, name)}
    given = {name: value for name, value in more.items() if name in values.model_fields}
    rest = {name: value for name, value in more.items() if name not in given}
    checked = values.model_validate(known | given)
    return entity(**checked.model_dump(), project_id=work.project, **rest)


def day_of(day: Day | None, today: date) -> date | None:
    """A day of the sample in this project."""
    return today + timedelta(days=day) if isinstance(day, int) else day


@dataclass(frozen=True)
class Filling:
    """A project that is being filled: what it has so far, by what it is and by key."""

    work: Work
    today: date
    rounds: Mapping[int, UUID]
    ids: Mapping[str, Ids]

    def knows(self, kind: str, ids: Ids) -> Filling:
        """The same, knowing entries of one more kind."""
        return replace(self, ids={**self.ids, kind: ids})

    def id_of(self, field: str, key: str | None) -> UUID | None:
        """The id of what a field names; None where it names nothing."""
        return None if key is None else self.ids[_MEANT.get(field, field)][key]

    def add_ranked(self, entity: type[Any], values: type[Input], entries: Iterable[Any], *plain: str) -> Ids:
        """Add rows in their order, with `plain` fields that no input has; gives the ids by key."""
        listed = list(entries)
        rows = {}
        for entry, rank in zip(listed, first_ranks(len(listed)), strict=True):
            more = {name: self._value(name, getattr(entry, name)) for name in plain}
            rows[entry.key] = self.row(entity, values, entry, rank=rank, **more)
        self.work.fill(rows.values())
        return {key: row.id for key, row in rows.items()}

    def row(self, entity: type[Any], values: type[Input], entry: Any, **more: Any) -> Any:  # noqa: ANN401 - any entity
        """A row whose references, days and round are those of this project."""
        known = {name: self._field(entry, name) for name in values.model_fields if _has(entry, name)}
        return row_of(self.work, entity, values, entry, **(known | more))

    def _field(self, entry: Any, name: str) -> Any:  # noqa: ANN401 - any field of any entry
        if name == "round_id":
            return self.rounds[entry.round]
        if hasattr(entry, name):
            return self._value(name, getattr(entry, name))
        field = name.removesuffix("_id")
        return self.id_of(field, getattr(entry, field))

    def _value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - any field
        return day_of(value, self.today) if name.endswith("_on") else value


def _has(entry: object, name: str) -> bool:
    """Whether an entry has a field, or names by its key what the field refers to."""
    return hasattr(entry, name) or (name.endswith("_id") and hasattr(entry, name.removesuffix("_id")))
