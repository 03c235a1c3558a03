"""A document that is read on a screen and printed on A4: its pieces of HTML, and the style sheet of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path


def document(pieces: Iterable[str]) -> str:
    """All of it with its style sheet."""
    return f'<article class="tp-document">{"".join(pieces)}</article><style>{_style()}</style>'


def paragraph(text: str) -> str:
    """A paragraph of a text as it was typed."""
    return f"<p>{escape(text)}</p>"


def heading(text: str) -> str:
    """A heading of a text as it was typed."""
    return f"<h2>{escape(text)}</h2>"


def table(rows: Sequence[Mapping[str, str]]) -> str:
    """Columns as they first come up; a line that lacks one leaves it empty."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    lines = "".join(_line([row.get(name, "") for name in columns]) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _line(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


@cache
def _style() -> str:
    return Path(__file__).with_name("_document.css").read_text(encoding="utf-8")
