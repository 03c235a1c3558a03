"""Says a draft of what the columns mean as the table of a MAP.toml, with all of its faults."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pages._import_doubts import scale_with_valid
from pages._import_draft import Draft, Entry
from touchpoints.messages import Message
from touchpoints.survey.columns import ABOUT_A_TOUCHPOINT
from touchpoints.survey.faults import MappingFaults
from touchpoints.survey.mapping import parse_mapping
from touchpoints.survey.mapping_text import code_of
from touchpoints.survey.rules import Layout, Role, WaveRule


def mapping_table(draft: Draft, known_touchpoints: Iterable[str] = ()) -> dict[str, Any]:
    """The table that tomllib would read; phases are said for touchpoints that are not in the journey yet."""
    known = {name.casefold() for name in known_touchpoints}
    columns = {role_column: {"role": role.value} for role, role_column in draft.used_parts.items()}
    columns |= {entry.source: _column(entry, known) for entry in draft.listed if _is_named(draft, entry)}
    answers = () if draft.layout is Layout.WIDE else draft.answered
    for entry in answers:
        columns[entry.source] |= _answers(entry)
    items = {entry.source: _column(entry, known) for entry in draft.items.values()}
    has_items = draft.layout is not Layout.WIDE and items
    return _said({**_top(draft), "columns": columns, "items": items if has_items else None})


def faults_of(table: dict[str, Any]) -> tuple[Message, ...]:
    """Everything in which the table contradicts itself."""
    try:
        parse_mapping(table)
    except MappingFaults as error:
        return error.faults
    return ()


def _is_named(draft: Draft, entry: Entry) -> bool:
    """In a long file no column is a question of its own, whatever it looked like."""
    return draft.layout is Layout.WIDE or not entry.is_question


def _top(draft: Draft) -> dict[str, Any]:
    hints = draft.hints
    return {
        "survey": draft.survey,
        "layout": None if draft.layout is Layout.WIDE else draft.layout.value,
        "wave": _wave(draft.wave),
        "weight": draft.weight,
        "encoding": hints.encoding,
        "delimiter": hints.delimiter,
        "decimal": hints.decimal,
        "sheet": hints.sheet,
        "pairs": [list(pair) for pair in draft.pairs],
    }


def _wave(rule: WaveRule) -> str | dict[str, Any] | None:
    if rule.column is None:
        return rule.constant
    return _said({"column": rule.column, "period": rule.period and rule.period.value, "format": rule.format})


def _column(entry: Entry, known: set[str]) -> dict[str, Any]:
    table: dict[str, Any] = {"role": entry.role.value}
    if entry.role is Role.SEGMENTATION:
        return _said({**table, "name": entry.name, "labels": entry.labels, "missing": _codes(entry)})
    if not entry.is_question:
        return table
    if entry.role in ABOUT_A_TOUCHPOINT:
        is_new = entry.name.casefold() not in known
        table |= {"touchpoint": entry.name or None, "phase": (entry.phase or None) if is_new else None}
    return _said({**table, **_answers(entry)})


def _answers(entry: Entry) -> dict[str, Any]:
    scale = scale_with_valid(entry)
    best = scale and _end(entry, scale)
    return _said(
        {
            "scale": scale and list(scale),
            "best": best,
            "missing": _codes(entry),
            "answers": entry.answers,
            "text_after": "comment" if entry.text_after else None,
        }
    )


def _end(entry: Entry, scale: tuple[int, int]) -> int | None:
    """The best end; it moves with the scale where that grew."""
    if entry.best is None or entry.scale is None:
        return None
    return scale[0] if entry.best == entry.scale[0] else scale[1]


def _codes(entry: Entry) -> list[int | str]:
    return [code_of(code) for code in entry.missing]


def _said(table: dict[str, Any]) -> dict[str, Any]:
    """The table without what it does not say."""
    return {key: value for key, value in table.items() if value not in (None, "", [], {})}
