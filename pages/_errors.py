"""What happens when a script fails: a reference number in the log, and a sentence with it on the screen."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from pages._language import session_wording
from pages._text import escaped
from touchpoints.errors import TouchpointsError

logger = logging.getLogger(__name__)


def show_script_error(error: Exception) -> bool:
    """Show a sentence in place of Streamlit's box; true tells Streamlit that all is said.

    Streamlit has written the traceback to the log just before, so only the number is added there.
    """
    say = session_wording().say
    if isinstance(error, TouchpointsError):
        st.error(escaped(say(error.message)), icon=":material/error:")
        return True
    reference = secrets.token_hex(3).upper()
    logger.error("Reference %s: the %s above", reference, type(error).__name__)
    st.error(
        say(
            "Something went wrong here. What was saved before is safe. Reload the page; if it happens again, "
            "report the reference number {reference}.",
            reference=reference,
        ),
        icon=":material/error:",
    )
    return True
