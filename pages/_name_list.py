"""Names that stand in many places, such as people and segments: a list in a dialog, each changed in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import streamlit as st

from pages._focus import focus_on, show_focus
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import Field, given
from pages._touchpoint_saving import Saving, save_changes, show_undecided

_EDITED = "name_edited"


@dataclass(frozen=True)
class NameList:
    """What the list shows of an entry, how its form is saved, and what else can be done with an entry.

    `more` draws further buttons or choices into the open form of an entry, `beside` into its line, before the
    pencil; `place` is the list's own name.
    """

    page: PageContext
    place: str
    fields: Sequence[Field]
    line: Callable[[Any], str]
    save: Callable[[UUID, int, Mapping[str, Any]], None]
    more: Callable[[Any], None]
    beside: Callable[[Any], None] | None = None


def show_names(names: NameList, entries: Sequence[Any]) -> None:
    """The entries, below the one that is being changed its form, and what can be undone."""
    edited = st.session_state.get(_EDITED)
    st.html(Path(__file__).with_name("_touchpoint.css"))
    with st.container(gap="xxsmall"):
        for entry in entries:
            is_open = edited == entry.id
            _show_line(names, entry, is_open=is_open)
            if is_open:
                _show_form(names, entry)
    show_undecided(names.page, names.place)
    show_outcome(names.page, names.place)
    show_focus()


def close_form(entry_id: UUID) -> None:
    """Close it; the keyboard goes back to the pencil that opened it."""
    st.session_state.pop(_EDITED, None)
    focus_on(_pencil(entry_id))


def _show_line(names: NameList, entry: Any, *, is_open: bool) -> None:  # noqa: ANN401 - any entry
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"line-{entry.id}"):
        st.markdown(names.line(entry), width="stretch")
        if names.beside:
            names.beside(entry)
        st.button(
            names.page.wording.say("Change {name}", name=escaped(entry.name)),
            _pencil(entry.id),
            icon=":material/edit:",
            type="tertiary",
            on_click=close_form if is_open else _open_form,
            args=(entry.id,),
        )


def _show_form(names: NameList, entry: Any) -> None:  # noqa: ANN401 - any entry
    say = names.page.wording.say
    with st.container(border=True):
        with st.form(f"form-{entry.id}", border=False):
            for field in names.fields:
                field.ask(names.page, say(field.label), getattr(entry, field.name), _key(entry, field))
            with st.container(horizontal=True):
                st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(names, entry))
                st.form_submit_button(say("Cancel"), on_click=close_form, args=(entry.id,))
        names.more(entry)


def _save(names: NameList, entry: Any) -> None:  # noqa: ANN401 - any entry
    """Save what differs from what was shown; the form stays open where that cannot be."""
    wanted = {field.name: given(st.session_state[_key(entry, field)]) for field in names.fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(entry, name)}

    def save(version: int, values: Mapping[str, Any]) -> None:
        names.save(entry.id, version, values)

    if not changes or save_changes(Saving(names.place, names.fields, save), entry.version, changes):
        close_form(entry.id)


def _open_form(entry_id: UUID) -> None:
    st.session_state[_EDITED] = entry_id


def _pencil(entry_id: UUID) -> str:
    return f"edit-{entry_id}"


def _key(entry: Any, field: Field) -> str:  # noqa: ANN401 - any entry
    return f"name-{field.name}-{entry.id}-{entry.version}"
