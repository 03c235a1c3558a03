"""The switch between light and dark, which also tells the browser in which language the page is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from pages._page import Look
from pages._who import said_who
from storage.access import Actor
from touchpoints.messages import Wording

_FOLDER = Path(__file__).parent

# Streamlit offers scripts no way to set its theme: the component writes the choice where Streamlit keeps it.
_switch = st.components.v2.component(
    "look_switch",
    html='<div class="look"></div>',
    css=(_FOLDER / "_look.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "_look.js").read_text(encoding="utf-8"),
)


_KEY = "look_switch"


def content_width() -> int | None:
    """How many pixels the page has beside the sidebar, where they are few; None where they are enough."""
    told: Any = st.session_state.get(_KEY)
    return told.get("width") if told else None


def is_phone() -> bool:
    """Whether this screen says that it is a phone's, which it does before the page can tell its width."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def make_readable(look: Look) -> None:
    """Dark letters on the light accent colour of the dark look; the theme itself cannot say so."""
    if look == "dark":
        st.html(_FOLDER / "_dark.css")


def show_look_switch(
    wording: Wording, actor: Actor, page_ids: Sequence[str], *, asks_width: bool = False
) -> None:
    """Three buttons, and for whoever is signed in his name and the way out.

    `page_ids` are all addresses of the tool.

    A page with charts asks a narrow window for its width, which costs one more run, so other pages do not.
    """
    say = wording.say
    _switch(
        key=_KEY,
        on_width_change=lambda: None,
        # In a list, since Streamlit looks whether each value of a dictionary is a table: half a millisecond.
        data=[
            {
                "language": wording.language,
                "asksWidth": asks_width,
                "title": say("Look"),
                "looks": [["System", say("Same as device")], ["Light", say("Light")], ["Dark", say("Dark")]],
                "addresses": ["/", *(f"/{page_id}" for page_id in page_ids)],
                "who": None if actor.is_guest else said_who(wording, actor.name),
                "leave": None if actor.is_guest else say("Sign out"),
            }
        ],
    )
