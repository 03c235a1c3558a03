"""Writes a mapping as MAP.toml, so that it can be kept for the next file of the same survey."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from touchpoints.survey.rules import AnswerRule, Layout, QuestionRule, Role, SegmentationRule, SurveyMapping

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def to_dict(mapping: SurveyMapping) -> dict[str, Any]:
    """What tomllib would read from the mapping's MAP.toml; parse_mapping gives the same mapping again."""
    is_wide = mapping.layout is Layout.WIDE
    table_of = table_of_question if is_wide else table_of_item
    questions = {rule.source: table_of(rule) for rule in mapping.questions}
    columns = {
        **{
            column: {"role": role.value, **table_of_part(role, mapping.usual)}
            for role, column in mapping.parts.items()
        },
        **(questions if is_wide else {}),
        **{rule.column: table_of_segmentation(rule) for rule in mapping.segmentations},
        **{column: {"role": Role.IGNORE.value} for column in mapping.ignored},
    }
    return {
        **top_of(mapping),
        "columns": columns,
        **({} if is_wide or not questions else {"items": questions}),
    }


def top_of(mapping: SurveyMapping) -> dict[str, Any]:
    """What stands above the tables."""
    hints = mapping.hints
    top = {
        "survey": mapping.survey,
        "layout": None if mapping.layout is Layout.WIDE else mapping.layout.value,
        "wave": wave_of(mapping),
        "weight": mapping.weight,
        "encoding": hints.encoding,
        "delimiter": hints.delimiter,
        "decimal": hints.decimal,
        "sheet": hints.sheet,
        "pairs": [list(pair) for pair in mapping.pairs] or None,
    }
    return without_nothing(top)


def without_nothing(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table without the keys that say nothing, since TOML has no word for it."""
    return {key: value for key, value in table.items() if value is not None}


def wave_of(mapping: SurveyMapping) -> str | dict[str, Any] | None:
    """The constant wave, or the table that names its column."""
    rule = mapping.wave
    if rule.column is None:
        return rule.constant
    period = None if rule.period is None else rule.period.value
    return without_nothing({"column": rule.column, "period": period, "format": rule.format})


def table_of_part(role: Role, usual: AnswerRule) -> dict[str, Any]:
    """What the column with the answers or means says of them."""
    return table_of_answer(usual) if role in (Role.ANSWER, Role.MEAN) else {}


def table_of_question(rule: QuestionRule) -> dict[str, Any]:
    """The table of a question column or of an item."""
    about = without_nothing({"role": rule.role.value, "touchpoint": rule.touchpoint, "phase": rule.phase})
    return about if rule.role is Role.IGNORE else {**about, **table_of_answer(rule.answer)}


def table_of_item(rule: QuestionRule) -> dict[str, Any]:
    """The table of an item; it says that it has no codes, else those of the file would hold."""
    table = table_of_question(rule)
    return table if rule.role is Role.IGNORE else {"missing": [], **table}


def table_of_answer(rule: AnswerRule) -> dict[str, Any]:
    """How answers are read."""
    scale = rule.scale
    table = {
        "scale": scale and [scale.low, scale.high],
        "best": scale and scale.best,
        "missing": [code_of(code) for code in rule.missing] or None,
        "answers": dict(rule.answers) or None,
        "text_after": "comment" if rule.text_after else None,
    }
    return without_nothing(table)


def table_of_segmentation(rule: SegmentationRule) -> dict[str, Any]:
    """The table of a column that divides the respondents."""
    missing = [code_of(code) for code in rule.missing] or None
    labels = dict(rule.labels) or None
    return without_nothing(
        {"role": Role.SEGMENTATION.value, "name": rule.name, "labels": labels, "missing": missing}
    )


def code_of(code: str) -> int | str:
    """A code as a number where it is written like one."""
    return int(code) if re.fullmatch(r"0|-?[1-9]\d{0,14}", code) else code


def to_toml(mapping: SurveyMapping) -> str:
    """The mapping as the text of a MAP.toml."""
    return toml_of(to_dict(mapping))


def toml_of(raw: Mapping[str, Any]) -> str:
    """The TOML text of a mapping that is still a plain table, such as one that a wizard keeps."""
    return "\n".join(lines_of(raw)) + "\n"


def lines_of(raw: Mapping[str, Any]) -> Iterator[str]:
    """The keys of the top first, then a table for each column and item."""
    outer = {key: raw[key] for key in ("columns", "items") if key in raw}
    yield from (f"{key_text(key)} = {value_text(value)}" for key, value in raw.items() if key not in outer)
    for group, tables in outer.items():
        for name, table in tables.items():
            yield f"\n[{group}.{key_text(name)}]"
            yield from (f"{key_text(key)} = {value_text(value)}" for key, value in table.items())


def key_text(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if BARE_KEY.fullmatch(key) else string_text(key)


def string_text(text: str) -> str:
    """A basic string; JSON's escapes are TOML's too, except that TOML also escapes DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def value_text(value: Any) -> str:  # noqa: ANN401 - any of the few kinds of value that a mapping has
    """A text, a number, a list or a small table on one line."""
    if isinstance(value, str):
        return string_text(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key_text(key)} = {value_text(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(value_text(item) for item in value)}]"
    return str(value)
