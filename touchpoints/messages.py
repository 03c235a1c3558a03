"""What the domain says: a text id with typed values, which pages and commands put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol, Union


@dataclass(frozen=True)
class Number:
    """A figure with the decimals that its sample carries; `signed` writes +0.4 and -0.4."""

    value: float
    digits: int = 0
    signed: bool = False


@dataclass(frozen=True)
class Percent:
    """A share between 0 and 1, written in per cent."""

    value: float
    digits: int = 0


@dataclass(frozen=True)
class Message:
    """An English text with {braces}, the values that go into them, and a plural form where one is needed."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None


# A string is shown as it is: it is what a user typed, or a code.
Value = Union[str, int, date, Decimal, Number, Percent, Message]


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark a text for the catalogue without translating it here."""
    return text


def message(text: str, /, **values: Value) -> Message:
    """A text with its values."""
    return Message(text, values)


def plural(singular: str, plural_text: str, count: int, /, **values: Value) -> Message:
    """A text with a form for one and a form for many; `{count}` is filled in by itself."""
    return Message(singular, {"count": count, **values}, plural_text, count)


def in_english(said: Message) -> str:
    """The text of a message with its values put in, without a catalogue: for logs."""
    values = {name: _plain(value) for name, value in said.values.items()}
    is_one = said.plural is None or said.count == 1
    return (said.text if is_one else said.plural or said.text).format(**values)


def _plain(value: Value) -> object:
    """A value as format() can write it; a share in per cent."""
    if isinstance(value, Message):
        return in_english(value)
    if isinstance(value, Percent):
        return f"{value.value:.{value.digits}%}"
    return f"{value.value:.{value.digits}f}" if isinstance(value, Number) else value


class Wording(Protocol):
    """Puts messages, numbers and dates into one language; storage.wording has the implementation."""

    @property
    def language(self) -> str:
        """The language's tag, such as de or en."""

    def say(self, text: Message | str, /, **values: Value) -> str:
        """The text in this language; unknown texts stay English."""

    def number(self, value: float, digits: int = 0, *, signed: bool = False) -> str:
        """A figure with exactly `digits` decimals."""

    def percent(self, share: float, digits: int = 0) -> str:
        """A share between 0 and 1 in per cent."""

    def date(self, day: date) -> str:
        """A calendar day, medium length."""
