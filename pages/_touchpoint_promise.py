"""Whether a touchpoint is staged as the brand demands and can keep what it promises, and what is lacking."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages._read_only import show_as_text
from pages._touchpoint_drawer import Drawer, show_outcome
from pages._touchpoint_fields import text_field
from pages._touchpoint_ratings import show_truth
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from storage.journey import change_touchpoint
from touchpoints.messages import N_
from touchpoints.model import Aspect

_LACKING = text_field("lacking", N_("What do our people lack to keep it here?"), 500)


def show_promise(drawer: Drawer) -> None:
    """Two ratings and a text; it is about conditions, never about persons."""
    show_truth(drawer, Aspect.BRAND, "1.4")
    show_truth(drawer, Aspect.PROMISE, "1.5")
    if drawer.page.may_change:
        _ask_what_is_lacking(drawer)
    else:
        show_as_text(drawer.page, (_LACKING,), drawer.touchpoint)


def _ask_what_is_lacking(drawer: Drawer) -> None:
    touchpoint = drawer.touchpoint
    key = f"lacking-{touchpoint.id}-{touchpoint.version}"
    st.text_area(
        drawer.say(_LACKING.label),
        touchpoint.lacking,
        max_chars=500,
        key=key,
        height="content",
        placeholder=drawer.say("Conditions, not persons: time, tools, knowledge, the right to decide ..."),
        on_change=_save,
        args=(drawer, key),
    )
    place = f"{touchpoint.id}-lacking"
    show_undecided(drawer.page, place)
    show_outcome(drawer.page, place)


def _save(drawer: Drawer, key: str) -> None:
    page, touchpoint = drawer.page, drawer.touchpoint
    change = partial(change_touchpoint, page.store, page.actor, drawer.project.id, touchpoint.id)
    saving = Saving(f"{touchpoint.id}-lacking", (_LACKING,), change)
    save_changes(saving, touchpoint.version, {"lacking": st.session_state[key].strip()})
