"""Every text of the product stands in every catalogue, translated and with the same values."""

from __future__ import annotations

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

from tests._sources import PRODUCT, ROOT, sources

MARKING = frozenset({"say", "message", "plural", "N_"})
Id = str | tuple[str, ...]
CATALOGUES = sorted((ROOT / "storage" / "locales").glob("*/LC_MESSAGES/messages.po"))


def extracted() -> dict[Id, str]:
    """All ids in the code with the file of each, collected as `make words` does."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    keywords = parse_keywords(settings["tool"]["babel"]["mappings"][0]["keywords"])
    found: dict[Id, str] = {}
    for place in (ROOT / name for name in PRODUCT):
        if place.is_file():
            found |= {id_: place.name for _, id_, *_ in extract_from_file("python", place, keywords)}
        else:
            rows = extract_from_dir(
                place, [("**.py", "python")], keywords=keywords, directory_filter=is_searched
            )
            found |= {id_: f"{place.name}/{file}" for file, _, id_, *_ in rows}
    return found


def is_searched(folder: str) -> bool:
    """Whether a folder is looked into; Babel would leave out those that begin with _."""
    return not Path(folder).name.startswith(".")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def forms(text: Id) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def values_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def entries(path: Path) -> Iterator[Message]:
    return (entry for entry in catalogue(path) if entry.id)


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda path: path.parts[-3])
def po(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_is_a_german_catalogue() -> None:
    assert "de" in {path.parts[-3] for path in CATALOGUES}


def test_every_text_in_the_code_is_in_the_catalogue(po: Path) -> None:
    known = {entry.id for entry in entries(po)}
    assert {id_: file for id_, file in extracted().items() if id_ not in known} == {}


def test_no_text_stands_inside_another_one() -> None:
    """Before Python 3.12 nothing is extracted from the braces of an f-string: such a text stays English."""
    inside = [
        f"{source.name}:{call.lineno}"
        for source in sources(*PRODUCT)
        for formatted in ast.walk(source.tree)
        if isinstance(formatted, ast.JoinedStr)
        for call in ast.walk(formatted)
        if isinstance(call, ast.Call) and says_literally(call)
    ]
    assert inside == []


def says_literally(call: ast.Call) -> bool:
    """Whether a call marks a text that stands right there for the catalogue."""
    name = ast.unparse(call.func).rpartition(".")[2]
    return name in MARKING and bool(call.args) and isinstance(call.args[0], ast.Constant)


def test_every_entry_is_translated(po: Path) -> None:
    assert [entry.id for entry in entries(po) if not all(forms(entry.string))] == []


def test_no_entry_is_fuzzy(po: Path) -> None:
    assert [entry.id for entry in entries(po) if entry.fuzzy] == []


def test_no_entry_is_left_over_from_a_text_that_is_gone(po: Path) -> None:
    used = set(extracted())
    assert [entry.id for entry in entries(po) if entry.id not in used] == []


def test_every_translation_fills_in_the_same_values(po: Path) -> None:
    wrong = [
        entry.id
        for entry in entries(po)
        for number, form in enumerate(forms(entry.string))
        if not fills_in_alike(form, forms(entry.id), is_singular=number == 0)
    ]
    assert wrong == []


def fills_in_alike(form: str, texts: tuple[str, ...], *, is_singular: bool) -> bool:
    """Whether a translation uses the values of its text; the form for one may leave the figure out."""
    if len(texts) > 1 and is_singular:
        return values_in(form) <= values_in(texts[0]) | values_in(texts[-1])
    return values_in(form) == values_in(texts[-1])
