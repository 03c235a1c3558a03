"""What whoever may only read sees where others edit: the same fields, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_fields import Field
from touchpoints.messages import N_

NOTHING_YET = N_("Nothing is written down yet.")
_EMPTY = "–"


def show_as_text(page: PageContext, fields: Sequence[Field], row: Any) -> None:  # noqa: ANN401 - any entity
    """The fields that are filled, each below its label, as one element; else that nothing is told."""
    said = ((field.label, field.as_text(page, getattr(row, field.name))) for field in fields)
    told = [f"**{page.wording.say(label)}**  \n{escaped(text)}" for label, text in said if text != _EMPTY]
    if told:
        st.markdown("\n\n".join(told))
    else:
        show_nothing_yet(page)


def show_nothing_yet(page: PageContext) -> None:
    """What stands where a list or a form is empty, so that no heading stands alone."""
    st.caption(page.wording.say(NOTHING_YET))
