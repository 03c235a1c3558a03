"""Writes a mapping as MAP.toml, so that it can be kept for the next file of the same survey."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def code_of(code: str) -> int | str:
    """A code as a number where it is written like one."""
    return int(code) if re.fullmatch(r"0|-?[1-9]\d{0,14}", code) else code


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
