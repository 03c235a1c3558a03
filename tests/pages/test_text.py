"""What users typed is shown letter by letter, however hostile."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages._text import escaped

WORD_JOINER = "\u2060"
HOSTILE = [
    "![x](http://evil.example/p.png)",
    "[link](http://evil.example)",
    "<img src=http://evil.example/x.png> <b>bold</b>",
    ":red[red] :blue-background[x] :small[x] :orange-badge[x]",
    "$x^2$ and $$y$$",
    "# heading",
    "- list",
    "1. list",
    "> quote",
    "`code` and ```block```",
    "**b** *i* _u_ ~~s~~",
    "a | b\n--- | ---\n1 | 2",
    "&amp; &#65; back\\slash \\*",
    "[^1] and [ref]: http://evil.example",
    "Title\n===",
]


def shown(markdown: str) -> str:
    """What a reader of the Markdown sees: backslashes before punctuation and joiners fall away."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(WORD_JOINER, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_punctuation_is_left_to_markdown(text: str) -> None:
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"\\.", "", escaped(text)))
    assert shown(escaped(text)).split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        *(":material/home:", ":material_home:", ":smile:", ":streamlit:", ":+1:"),
        *("http://evil.example", "HTTPS://evil.example", "www.evil.example", "someone@evil.example"),
        *("->", "<-", "<->", "--", ">=", "<=", "~="),
    ],
)
def test_what_streamlit_finds_after_markdown_is_taken_apart(text: str) -> None:
    left_by_markdown = re.sub(r"\\(.)", r"\1", escaped(f"before {text} after"))
    found_later = r":material_\w+:|:\+1:|:[\w-]+:|https?://|www\.|\w@\w|(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)"
    assert not re.search(found_later, left_by_markdown, re.IGNORECASE)
    assert shown(left_by_markdown) == f"before {text} after"


def test_ordinary_text_is_left_alone() -> None:
    assert escaped("Bäckerei Müller bis 10 Uhr, Größe M") == r"Bäckerei Müller bis 10 Uhr\, Größe M"
    assert WORD_JOINER not in escaped("10:30 Uhr, C:\\Daten, a - b, 3 < 4")


def test_lines_and_paragraphs_stay_and_blanks_make_no_code() -> None:
    assert escaped("one\r\n    two\n\n \nthree\n") == "one  \ntwo\n\nthree"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters=WORD_JOINER + "\r")))
def test_every_letter_is_still_there(text: str) -> None:
    assert shown(escaped(text)).split() == text.split()


def test_streamlit_takes_the_text_as_it_is() -> None:
    def script() -> None:
        import streamlit  # noqa: PLC0415 - AppTest runs this function alone

        from pages._text import escaped as escape  # noqa: PLC0415 - as above
        from tests.pages.test_text import HOSTILE as TEXTS  # noqa: PLC0415 - as above

        for text in TEXTS:
            streamlit.markdown(escape(text))

    run = AppTest.from_function(script).run()
    assert not run.exception
    assert [element.value for element in run.markdown] == [escaped(text) for text in HOSTILE]
