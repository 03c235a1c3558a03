"""Pieces of HTML that the parts of the executive's page share; every text of a user is escaped in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from pages._executive_ways import Ways
from storage.projects import ProjectSummary
from touchpoints.messages import Message, Value, Wording


@dataclass(frozen=True)
class Sheet:
    """Puts one project into words and HTML."""

    project: ProjectSummary
    wording: Wording
    ways: Ways

    def say(self, text: Message | str, /, **values: Value) -> str:
        """A text in the reader's language, as HTML."""
        return escape(self.wording.say(text, **values))

    def money(self, amount: Decimal) -> str:
        """An amount in the project's currency, without cents, which nobody reads in two minutes."""
        return escape(f"{self.wording.number(float(amount))}\N{NO-BREAK SPACE}{self.project.currency}")

    def number(self, value: int) -> str:
        """A count."""
        return self.wording.number(value)


def part(name: str, heading: str, pieces: Iterable[str]) -> str:
    """A part of the page below its heading."""
    return f'<section class="tp-{name}"><h2>{heading}</h2>{"".join(pieces)}</section>'


def figures(rows: Iterable[tuple[str, str]]) -> str:
    """Names with their figures, one below the other."""
    lines = "".join(f"<div><dt>{name}</dt><dd>{figure}</dd></div>" for name, figure in rows)
    return f'<dl class="tp-figures">{lines}</dl>'


def nothing(text: str) -> str:
    """Said where a part has nothing to show."""
    return f'<p class="tp-quiet">{text}</p>'
