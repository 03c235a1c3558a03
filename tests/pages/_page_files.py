"""Page files that tests add: small, and each for one purpose."""

from __future__ import annotations

PAGE = """
import streamlit as st

from pages._page import Page, Section, draw

PAGE = Page("{id}", "{title}", ":material/route:", Section.{section}, {order}, needs_project={needs_project})


def render(page):
    {body}


if __name__ == "__main__":
    draw(render)
"""


def page_file(
    id_: str,
    body: str = "st.title(PAGE.title)",
    *,
    section: str = "CURRENT_STATE",
    order: int = 90,
    needs_project: bool = False,
) -> str:
    """The text of a page file whose title is its id in capitals."""
    return PAGE.format(
        id=id_, title=id_.upper(), body=body, section=section, order=order, needs_project=needs_project
    )
