"""Texts, numbers, dates and money are put into the language of whoever reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from storage import wording
from storage.wording import best_language, languages, wording_for
from touchpoints.messages import Number, Percent, message, plural

NBSP = "\u00a0"
FRENCH = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "The touchpoint {name} has no owner"
msgstr "Le point de contact {name} n'a pas de responsable"

msgid "{count} answer"
msgid_plural "{count} answers"
msgstr[0] "{count} réponse"
msgstr[1] "{count} réponses"
"""


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> wording.BabelWording:
    """A third language, which is one file more."""
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(FRENCH, encoding="utf-8")
    monkeypatch.setattr(wording, "_CATALOGUES", tmp_path)
    return wording.BabelWording("fr")


@pytest.mark.parametrize(
    ("language", "value", "digits", "written"),
    [
        ("en", 1234.5, 1, "1,234.5"),
        ("de", 1234.5, 1, "1.234,5"),
        ("de", 1234567, 0, "1.234.567"),
        ("en", 0.125, 2, "0.12"),
        ("en", 7, 2, "7.00"),
        ("de", -0.4, 1, "−0,4"),
        ("en", -0.04, 1, "0.0"),
    ],
)
def test_numbers_have_the_decimals_that_are_asked_for(
    language: str, value: float, digits: int, written: str
) -> None:
    assert wording_for(language).number(value, digits) == written


@pytest.mark.parametrize(("value", "written"), [(0.4, "+0,4"), (-0.4, "−0,4"), (0.0, "0,0"), (-0.01, "0,0")])
def test_differences_carry_their_sign_unless_they_are_nothing(value: float, written: str) -> None:
    assert wording_for("de").number(value, 1, signed=True) == written


@pytest.mark.parametrize(
    ("language", "share", "digits", "written"),
    [("en", 0.634, 0, "63%"), ("de", 0.634, 0, f"63{NBSP}%"), ("de", 0.6349, 1, f"63,5{NBSP}%")],
)
def test_shares_are_written_in_per_cent(language: str, share: float, digits: int, written: str) -> None:
    assert wording_for(language).percent(share, digits) == written


def test_dates_are_written_as_people_write_them() -> None:
    day = date(2026, 3, 2)
    assert wording_for("de").date(day) == "02.03.2026"
    assert wording_for("en").date(day) == "2 Mar 2026"


def test_values_are_filled_in_as_the_language_writes_them() -> None:
    text = message(
        "{name}: {n}, {mean}, {share}, {day}, {cost}",
        name="Ann",
        n=28665,
        mean=Number(0.5, 1, signed=True),
        share=Percent(0.5),
        day=date(2026, 3, 2),
        cost=Decimal("1.5"),
    )
    assert wording_for("de").say(text) == f"Ann: 28.665, +0,5, 50{NBSP}%, 02.03.2026, 1,5"
    assert wording_for("en").say(text) == "Ann: 28,665, +0.5, 50%, 2 Mar 2026, 1.5"


def test_what_users_typed_is_never_taken_for_a_text_of_ours() -> None:
    assert wording_for("de").say("{name}", name="{n} %s Settings") == "{n} %s Settings"


def test_a_text_may_hold_another_one(french: wording.BabelWording) -> None:
    inner = plural("{count} answer", "{count} answers", 3)
    assert french.say("{what}!", what=inner) == "3 réponses!"


def test_a_language_is_one_file_more(french: wording.BabelWording) -> None:
    assert languages() == ("fr", "en")
    text = "The touchpoint {name} has no owner"
    assert french.say(text, name="Caisse") == "Le point de contact Caisse n'a pas de responsable"
    assert best_language(["fr-CA"]) == "fr"


@pytest.mark.parametrize(
    ("count", "written"), [(0, "0 réponse"), (1, "1 réponse"), (2000, "2\u202f000 réponses")]
)
def test_plurals_follow_the_language(french: wording.BabelWording, count: int, written: str) -> None:
    assert french.say(plural("{count} answer", "{count} answers", count)) == written


@pytest.mark.parametrize(("count", "written"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers")])
def test_english_needs_no_catalogue(count: int, written: str) -> None:
    assert wording_for("en").say(plural("{count} answer", "{count} answers", count)) == written


def test_a_text_that_a_catalogue_lacks_stays_english(french: wording.BabelWording) -> None:
    assert french.say("Nobody has translated this") == "Nobody has translated this"
    assert french.say("") == ""


def test_german_is_there() -> None:
    assert "de" in languages()
    assert languages()[-1] == "en"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["de-CH"], "de"),
        (["de_AT", "en"], "de"),
        (["en-GB", "de"], "en"),
        (["DE"], "de"),
        (["tlh", "de"], "de"),
        (["tlh"], "en"),
        (["", "../../etc", "\0"], "en"),
        ([], "en"),
    ],
)
def test_the_best_language_is_the_first_that_there_is(wanted: list[str], found: str) -> None:
    assert best_language(wanted) == found


@pytest.mark.parametrize("language", ["tlh", "xx", "../../etc", ""])
def test_an_unknown_language_is_written_as_english(language: str) -> None:
    spoken = wording_for(language)
    assert spoken.say("Hello {n}", n=1234) == "Hello 1,234"
    assert spoken.number(1234.5, 1) == "1,234.5"
    assert spoken.date(date(2026, 3, 2)) == "2 Mar 2026"
