"""Reads the content that comes with the product: TOML files, both languages everywhere, no unknown key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

_KEY = re.compile(r"[a-z][a-z0-9_]*")


class BrokenContent(TouchpointsError):
    """A content file is no TOML."""

    sentence = N_("{file} cannot be read as TOML: {reason}.")


class UnknownContentKeys(TouchpointsError):
    """A content file says something that nobody reads."""

    sentence = N_("{place} has the unknown keys {keys}. Known are: {known}.")


class WrongContent(TouchpointsError):
    """A content file lacks a value, or has one that is not allowed there."""

    sentence = N_("{place}: {key} must be {allowed}.")


class RepeatedContentKey(TouchpointsError):
    """Two entries of one list have the same key."""

    sentence = N_("{place}: the key {key} is there twice.")


@dataclass(frozen=True)
class Bilingual:
    """One text in German and in English."""

    de: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for de, de_AT, en and so on; de_CH goes without ß, a third language reads English."""
        if not language.startswith("de"):
            return self.en
        return self.de.replace("ß", "ss") if language.endswith("CH") else self.de


class Entry:
    """One table of a content file, with its place for error sentences; it hands out checked values only."""

    def __init__(self, place: str, values: Mapping[str, Any], known: Collection[str]) -> None:
        self.place = place
        self._values = values
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise UnknownContentKeys(place=place, keys=", ".join(unknown), known=", ".join(sorted(known)))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str) -> str:
        """A text that is the same in every language."""
        text = self._values.get(key)
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(key, "a text")
        return text

    def key(self, key: str = "key") -> str:
        """The name by which other entries refer to this one."""
        name = self.text(key)
        if not _KEY.fullmatch(name):
            raise self._wrong(key, "small letters, digits and underscores")
        return name

    def bilingual(self, key: str) -> Bilingual:
        """A text in both languages."""
        texts = Entry(f"{self.place}, {key}", self.table(key), {"de", "en"})
        return Bilingual(texts.text("de"), texts.text("en"))

    def word(self, key: str, allowed: Collection[str]) -> str:
        """One of a closed list of words."""
        word = self.text(key)
        if word not in allowed:
            raise self._wrong(key, ", ".join(sorted(allowed)))
        return word

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty where the key is absent."""
        words = self._values.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise self._wrong(key, "a list of texts")
        return tuple(words)

    def words_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """The same, each one of a closed list."""
        words = self.words(key)
        if not set(words) <= set(allowed):
            raise self._wrong(key, "a list of " + ", ".join(sorted(allowed)))
        return words

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number between two bounds."""
        number = self._values.get(key)
        if not isinstance(number, int) or not low <= number <= high:
            raise self._wrong(key, f"a whole number from {low} to {high}")
        return number

    def whole_or_none(self, key: str, low: int, high: int) -> int | None:
        """The same; None where the key is absent."""
        return self.whole(key, low, high) if key in self else None

    def wholes(self, key: str, length: int) -> tuple[int, ...]:
        """A list of so many counts."""
        counts = self._values.get(key)
        if not isinstance(counts, list) or len(counts) != length or not all(_is_count(n) for n in counts):
            raise self._wrong(key, f"a list of {length} counts")
        return tuple(counts)

    def amount(self, key: str) -> Decimal | None:
        """A number of minutes, times or money, exact to the cent; None where the key is absent."""
        amount = self._values.get(key)
        if amount is None:
            return None
        if isinstance(amount, bool) or not isinstance(amount, (int, float)) or amount < 0:
            raise self._wrong(key, "a number of zero or more")
        return Decimal(str(amount))

    def figure(self, key: str) -> float | None:
        """A number of any sign; None where the key is absent."""
        figure = self._values.get(key)
        if figure is None:
            return None
        if isinstance(figure, bool) or not isinstance(figure, (int, float)):
            raise self._wrong(key, "a number")
        return float(figure)

    def day(self, key: str) -> date | int | None:
        """A date, or how many days it lies ahead (behind: below zero); None where the key is absent."""
        day = self._values.get(key)
        is_whole = isinstance(day, int) and not isinstance(day, bool)
        if day is None or is_whole or (isinstance(day, date) and not isinstance(day, datetime)):
            return day
        raise self._wrong(key, "a date, or a whole number of days")

    def is_true(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        answer = self._values.get(key, False)
        if not isinstance(answer, bool):
            raise self._wrong(key, "true or false")
        return answer

    def table(self, key: str) -> Mapping[str, Any]:
        """The bare values of a table within this one."""
        table = self._values.get(key)
        if not isinstance(table, dict):
            raise self._wrong(key, "a table")
        return table

    def entries(self, key: str, known: Collection[str]) -> Iterator[Entry]:
        """The tables of a list; none where the key is absent."""
        tables = self._values.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(values, dict) for values in tables):
            raise self._wrong(key, "a list of tables")
        for position, values in enumerate(tables, start=1):
            yield Entry(f"{self.place}, {key} {values.get('key', position)}", values, known)

    def _wrong(self, key: str, allowed: str) -> WrongContent:
        return WrongContent(place=self.place, key=key, allowed=allowed)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def read_content(file: Path, known: Collection[str]) -> Entry:
    """The whole of a TOML file as one entry; raises BrokenContent, UnknownContentKeys."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BrokenContent(file=file.name, reason=str(fault)) from fault
    return Entry(file.name, values, known)


def refuse_repeated_keys(place: str, keys: Collection[str]) -> None:
    """Raise RepeatedContentKey when a key is there twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise RepeatedContentKey(place=place, key=key)
        seen.add(key)
