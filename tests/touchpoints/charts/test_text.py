"""Labels show what was typed, and fit."""

from __future__ import annotations

import pytest

from touchpoints.charts._text import line_count, plain, shortened, text_width, wrapped


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ('<a href="http://x">Wi-Fi</a>', '&lt;a href="http://x"&gt;Wi-Fi&lt;/a&gt;'),
        ("<b>Shop</b> & Café", "&lt;b&gt;Shop&lt;/b&gt; &amp; Café"),
        ("two\nlines  and blanks", "two lines and blanks"),
    ],
)
def test_markup_is_shown_as_it_was_typed(typed: str, label: str) -> None:
    assert plain(typed) == label


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    short = shortened("Sicherheitskontrolle am Abflug Terminal 2", 20)
    assert short == "Sicherheitsko…inal 2"
    assert len(short) == 20


def test_a_name_that_fits_stays() -> None:
    assert shortened("Wi-Fi", 5) == "Wi-Fi"


def test_a_name_is_broken_between_words_and_cut_after_the_last_line() -> None:
    label = wrapped("Receive the parcel and use what is in it", 12, 2)
    assert label == "Receive the<br>parcel and…"
    assert line_count(label) == 2


def test_a_slash_stays_with_the_word_before_it() -> None:
    assert wrapped("Stay / recommend / leave", 12, 3) == "Stay /<br>recommend /<br>leave"
    assert wrapped("Decide & book", 7, 2) == "Decide<br>&amp; book"


def test_markup_that_is_cut_is_still_escaped() -> None:
    assert "<b" not in wrapped("<b>bold</b> name that is long", 4, 2).replace("<br>", "")


def test_the_width_of_a_label_is_that_of_its_longest_line() -> None:
    assert text_width("ab<br>abcd", 10) == 20
    assert text_width("&amp;&lt;", 10) == text_width("ab", 10)
