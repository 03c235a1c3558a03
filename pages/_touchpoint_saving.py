"""Saving what was edited in the touchpoint drawer; where somebody was faster, both versions are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages._conflict import show_both
from pages._page import PageContext
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import Field
from storage.intents import VersionConflict

_CONFLICTS = "touchpoint_conflicts"


@dataclass(frozen=True)
class Saving:
    """How a form is saved: `save` takes the version that was shown and the fields that changed."""

    place: str
    fields: Sequence[Field]
    save: Callable[[int, Mapping[str, Any]], None]


@dataclass(frozen=True)
class Undecided:
    """A form that met another version, until somebody decides; closing the drawer does not lose it."""

    saving: Saving
    conflict: VersionConflict


def save_changes(saving: Saving, version: int, changes: Mapping[str, Any]) -> bool:
    """Save; true when the form can close, since everything is stored or kept for a decision."""

    def save() -> None:
        try:
            saving.save(version, changes)
        except VersionConflict as conflict:
            _undecided()[saving.place] = Undecided(saving, conflict)

    return attempt(saving.place, save)


def show_undecided(page: PageContext, place: str) -> None:
    """Both versions of what was edited in this place, and the choice between them."""
    undecided = _undecided().get(place)
    if undecided is None:
        return
    say, fields = page.wording.say, {field.name: field for field in undecided.saving.fields}
    with st.container(border=True):
        mine, theirs = show_both(
            page,
            undecided.conflict,
            {name: field.label for name, field in fields.items()},
            lambda name, value: fields[name].as_text(page, value),
        )
        mine.button(say("Save mine"), f"mine-{place}", on_click=_save_mine, args=(undecided,))
        theirs.button(say("Keep theirs"), f"theirs-{place}", on_click=_forget, args=(place,))


def _save_mine(undecided: Undecided) -> None:
    conflict = undecided.conflict
    _forget(undecided.saving.place)
    # Somebody may be faster once more; then it is kept again, and asked again.
    save_changes(undecided.saving, conflict.stored_version, conflict.wanted)


def _forget(place: str) -> None:
    _undecided().pop(place, None)


def _undecided() -> dict[str, Undecided]:
    kept: dict[str, Undecided] = st.session_state.setdefault(_CONFLICTS, {})
    return kept
