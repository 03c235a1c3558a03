"""How the page is looked at: light or dark, on a phone or not, and with how much room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from pages._page import Look

_FOLDER = Path(__file__).parent

# The component beside the page, which tells how wide the page is.
BESIDE = "beside"


def content_width() -> int | None:
    """How many pixels the page has beside the sidebar, where they are few; None where they are enough."""
    told: Any = st.session_state.get(BESIDE)
    return told.get("width") if told else None


def is_width_told() -> bool:
    """Whether the page has said how wide it is, which it does a moment after it has come."""
    return "width" in (st.session_state.get(BESIDE) or ())


def is_phone() -> bool:
    """Whether this screen says that it is a phone's, which it does before the page can tell its width."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def make_readable(look: Look) -> None:
    """Dark letters on the light accent colour of the dark look; the theme itself cannot say so."""
    if look == "dark":
        st.html(_FOLDER / "_dark.css")
