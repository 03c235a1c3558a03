"""New ids for a copy: each id of the file becomes another one, the same wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4, uuid5

from storage.project_file.read import Row

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Renewal:
    """Ids that follow from the old ones and from a secret of this copy, so that no list of them is kept."""

    def __init__(self) -> None:
        self._secret = uuid4()
        # A thousand rows refer to the same few others.
        self._of = lru_cache(10_000)(lambda id_: uuid5(self._secret, id_.hex))
        self._kept: frozenset[UUID] = frozenset()

    def keep(self, ids: Iterable[UUID]) -> None:
        """Leave these as they are: accounts are people, not parts of a project."""
        self._kept = frozenset(ids)

    def of(self, id_: UUID) -> UUID:
        """The new id of what had this one."""
        return id_ if id_ in self._kept else self._of(id_)

    def row(self, row: Row) -> Row:
        """The row with every id replaced, also those in documents such as the history's."""
        return {name: self._value(value) for name, value in row.items()}

    def _value(self, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
        if isinstance(value, UUID):
            return self.of(value)
        return self._document(value) if isinstance(value, (dict, list)) else value

    def _document(self, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        if isinstance(value, dict):
            return {self._text(name): self._document(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._document(each) for each in value]
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text: str) -> str:
        return str(self.of(UUID(text))) if _ID.fullmatch(text) else text
