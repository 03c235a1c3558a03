"""Reads typed values out of one table of a mapping and notes every fault instead of stopping at the first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from touchpoints.messages import Message, message

Word = TypeVar("Word", bound=StrEnum)


def tidy(text: str) -> str:
    """A name as it is kept: one form of each letter, single spaces, no control characters."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))


@dataclass
class Table:
    """A table of the mapping with the place where it stands; all tables share one list of faults."""

    values: Mapping[str, object]
    place: str
    faults: list[Message] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Whether the table says anything under this key."""
        return key in self.values

    def refuse_others(self, known: Iterable[str]) -> None:
        """Note every key that is not known here."""
        allowed = tuple(known)
        for key in self.values:
            if key not in allowed:
                self.faults.append(
                    message(
                        "{place}: the key {key} is not known here; known are {known}.",
                        place=self.place,
                        key=key,
                        known=", ".join(allowed),
                    )
                )

    def refuse(self, key: str, wanted: Message) -> None:
        """Note that the value of a key is not what it must be."""
        self.faults.append(
            message("{place}: {key} must be {wanted}.", place=self.place, key=key, wanted=wanted)
        )

    def text(self, key: str, longest: int = 200) -> str | None:
        """A text that is neither empty nor too long, or None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        text = tidy(value) if isinstance(value, str) else ""
        if text and len(text) <= longest:
            return text
        self.refuse(key, message("a text of 1 to {longest} characters", longest=longest))
        return None

    def column(self, key: str) -> str | None:
        """The name of a column, exactly as it is written."""
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and value):
            return value
        self.refuse(key, message("the name of a column"))
        return None

    def word(self, key: str, words: Iterable[Word]) -> Word | None:
        """One word of a closed list, or None where there is none."""
        value = self.values.get(key)
        known = {word.value: word for word in words}
        if value is None or (isinstance(value, str) and value in known):
            return None if value is None else known[str(value)]
        self.refuse(key, message("one of {words}", words=", ".join(known)))
        return None

    def table(self, key: str) -> Table:
        """A table within this one; empty where there is none."""
        return Table(self.mapping(key), self.inner_place(key), self.faults)

    def tables(self, key: str) -> list[tuple[str, Table]]:
        """The tables within the table `key`, by name."""
        outer = self.table(key)
        return [(name, outer.table(name)) for name in outer.values]

    def mapping(self, key: str) -> Mapping[str, object]:
        """The names and values of a table within this one."""
        value = self.values.get(key)
        if value is None or isinstance(value, dict):
            return value or {}
        self.refuse(key, message("a table"))
        return {}

    def inner_place(self, key: str) -> str:
        """How TOML names a table within this one."""
        outer = self.place.strip("[]") if self.place.startswith("[") else ""
        return f"[{outer}.{key}]" if outer else f"[{key}]"

    def codes(self, key: str) -> tuple[str, ...]:
        """A list of codes, numbers or texts, as texts."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(is_code(code) for code in value):
            return tuple(dict.fromkeys(str(code) for code in value))
        self.refuse(key, message('a list of numbers and texts, such as [0, 6, "Blank"]'))
        return ()


def is_code(value: object) -> bool:
    """Whether the value can stand in a cell; TOML's true and false cannot."""
    return isinstance(value, int | float | str) and not isinstance(value, bool)


def is_whole(value: object) -> bool:
    """Whether the value is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)
