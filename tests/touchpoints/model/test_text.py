"""What users type is cleaned before anything else sees it, once and for good."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from touchpoints.model import FindingInput, PersonInput, clean_text


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("Check-in", "Check-in"),
        ("  two words \n", "two words"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\0b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("Cafe\u0301", "Café"),
        ("Cafe\u200e\u0301", "Café"),
        ("half\ud83d", "half"),
        ("👩🏽‍🍳", "👩🏽‍🍳"),
    ],
)
def test_text_keeps_what_can_be_read_and_nothing_else(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


@given(st.text(st.characters()))
def test_clean_text_is_composed_storable_and_stays_as_it_is(typed: str) -> None:
    clean = clean_text(typed)
    assert clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert "\0" not in clean.encode("utf-8").decode("utf-8")


def test_every_text_of_an_input_is_cleaned() -> None:
    person = PersonInput(name=" A\0da ", position="Head\u202e", department="")
    assert (person.name, person.position) == ("Ada", "Head")


def test_a_text_of_nothing_visible_counts_as_empty() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        FindingInput(text=" \0\u202e\n")
