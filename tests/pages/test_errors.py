"""A script that fails shows a number, and the log knows the same number."""

from __future__ import annotations

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import NoSuchProject


def failing_script(error: Exception) -> None:
    from pages._errors import show_script_error  # noqa: PLC0415 - AppTest runs this function alone

    assert show_script_error(error)


def shown_for(error: Exception) -> str:
    run = AppTest.from_function(failing_script, args=(error,)).run()
    assert not run.exception
    return run.error[0].value


def test_an_unforeseen_error_has_the_same_number_on_the_screen_and_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        text = shown_for(ZeroDivisionError("an answer of somebody"))
    found = re.search(r"reference number ([0-9A-F]{6})", text)
    assert found
    assert f"Reference {found[1]}" in caplog.text


def test_neither_the_screen_nor_our_line_in_the_log_repeats_what_the_error_holds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert "somebody" not in shown_for(ZeroDivisionError("an answer of somebody"))
    assert "somebody" not in caplog.text


def test_an_error_with_a_sentence_needs_no_number() -> None:
    assert "This project does not exist" in shown_for(NoSuchProject())
