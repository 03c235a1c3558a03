"""The button that prints what is read on a page; scripts of Streamlit cannot ask the browser for it."""

from __future__ import annotations

from pathlib import Path

from pages._component import component
from pages._page import PageContext

_FILES = Path(__file__).with_name("_components") / "print"
_print = component(
    "print_button",
    '<button type="button"></button>',
    style=(_FILES / "print.css").read_text(encoding="utf-8"),
    script=(_FILES / "print.js").read_text(encoding="utf-8"),
)


def show_print_button(page: PageContext) -> None:
    """Opens the browser's own dialog, which also makes a PDF."""
    # In a list, since Streamlit looks whether each value of a dictionary is a table.
    _print(key="print", width="content", data=[page.wording.say("Print")])
