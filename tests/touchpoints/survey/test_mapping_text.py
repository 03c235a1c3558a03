"""A mapping is kept as MAP.toml and read back as the same mapping."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.survey.test_mapping import AIRPORT
from touchpoints.survey.mapping import parse_mapping
from touchpoints.survey.mapping_text import toml_of

LONG = """
survey = "S"
layout = "long"
decimal = ","
delimiter = "\\t"
wave = { column = "Tag", period = "quarter", format = "%d.%m.%y" }
[columns.Frage]
role = "item"
[columns.Antwort]
role = "answer"
scale = [1, 5]
best = 1
missing = [6, "k.A."]
[items."Wie war's?"]
touchpoint = "Empfang"
phase = "Ankunft"
[items.Weiterempfehlung]
role = "nps"
[items.Interviewer]
role = "ignore"
"""

names = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Z")), min_size=1, max_size=20)
# Names that differ only by case, or by signs that mean the same, would be one touchpoint twice.
column_names = st.lists(names, min_size=1, max_size=6, unique_by=lambda name: name.casefold())
scales = st.sampled_from([[1, 5], [1, 7], [0, 10], [1, 4]])
codes = st.lists(st.one_of(st.integers(-99, 999), names), max_size=4)


@pytest.mark.parametrize("text", [AIRPORT, LONG])
def test_it_is_read_back_as_it_was(text: str) -> None:
    table = tomllib.loads(text)
    assert tomllib.loads(toml_of(table)) == table


@given(columns=column_names, scale=scales, missing=codes)
def test_any_names_and_codes_survive(columns: list[str], scale: list[int], missing: list[int | str]) -> None:
    rules = {
        name: {
            "role": "touchpoint",
            "touchpoint": f"Point {place}",
            "scale": scale,
            "best": scale[place % 2],
            "missing": missing,
        }
        for place, name in enumerate(columns)
    }
    table = {"survey": "S", "columns": rules}
    assert tomllib.loads(toml_of(table)) == table
    assert parse_mapping(tomllib.loads(toml_of(table))) == parse_mapping(table)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_valid_toml(text: str) -> None:
    assert tomllib.loads(toml_of({"survey": text, "columns": {text: {"role": text}}})) == {
        "survey": text,
        "columns": {text: {"role": text}},
    }
