"""Lists in the touchpoint drawer: read first, added to in one line, changed in place, removed with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from pages._focus import focus_on
from pages._read_only import show_nothing_yet
from pages._text import escaped
from pages._touchpoint_drawer import Drawer, attempt, show_outcome
from pages._touchpoint_fields import Field, given
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.entries import Entry, add_entry, bin_entry, change_entry, move_entry, restore_entry
from touchpoints.messages import message
from touchpoints.model import Finding

_EDITED = "touchpoint_edited"


@dataclass(frozen=True)
class Listing:
    """A list of one kind of entry: where it is, an entry as Markdown and as text, and its form's fields.

    `beside` draws what can be done with an entry beside its pencil, `below` what follows its line.
    """

    place: str
    kind: Entry
    fields: Sequence[Field]
    line: Callable[[Any], str]
    name: Callable[[Any], str]
    is_ordered: bool = False
    beside: Callable[[Any], None] | None = None
    below: Callable[[Any], None] | None = None


@dataclass(frozen=True)
class _Edited:
    """The one entry whose form is open, as it stood when it was opened."""

    place: str
    entry: Any


def may_edit(drawer: Drawer, listing: Listing) -> bool:
    """Findings are followed up; all else is changed by whoever leads the project."""
    return drawer.page.may_follow_up if listing.kind is Finding else drawer.page.may_change


def show_listing(drawer: Drawer, listing: Listing, entries: Sequence[Any]) -> None:
    """The entries; below one that is being changed stands its form."""
    if not entries and not may_edit(drawer, listing):
        show_nothing_yet(drawer.page)
    edited = _edited_in(listing)
    with st.container(gap="xxsmall"):
        for place, entry in enumerate(entries):
            _show_line(drawer, listing, entry, is_open=edited is not None and edited.id == entry.id)
            if edited is not None and edited.id == entry.id:
                before = entries[place - 1].id if place and listing.is_ordered else None
                _show_form(drawer, listing, edited, before)
        if edited is not None and all(edited.id != entry.id for entry in entries):
            # Somebody has thrown it away meanwhile; what was typed is not lost with it.
            _show_form(drawer, listing, edited, None)
        show_undecided(drawer.page, listing.place)
        show_outcome(drawer.page, listing.place)


def show_add_line(
    drawer: Drawer, listing: Listing, field: str, label: str, values: Callable[[], Mapping[str, Any]]
) -> None:
    """One line that adds an entry with Enter and is empty again for the next one."""
    if not may_edit(drawer, listing):
        return
    key = f"add-{listing.place}"
    with (
        st.form(f"{key}-form", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        st.text_input(
            label, key=key, max_chars=300, placeholder=label, label_visibility="collapsed", width="stretch"
        )
        st.form_submit_button(
            drawer.say("Add"), key=f"{key}-button", on_click=_add, args=(drawer, listing, field, key, values)
        )


def _add(
    drawer: Drawer, listing: Listing, field: str, key: str, values: Callable[[], Mapping[str, Any]]
) -> None:
    text = st.session_state[key].strip()
    if not text:
        return
    page, project = drawer.page, drawer.project.id
    attempt(
        listing.place,
        lambda: add_entry(
            page.store,
            drawer.once(listing.place, text),
            project,
            listing.kind,
            {"touchpoint_id": drawer.touchpoint.id, field: text, **values()},
        ),
    )


def _show_line(drawer: Drawer, listing: Listing, entry: Any, *, is_open: bool) -> None:  # noqa: ANN401 - any entry
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"line-{entry.id}"):
        st.markdown(listing.line(entry), width="stretch")
        if listing.beside is not None:
            listing.beside(entry)
        if may_edit(drawer, listing):
            st.button(
                drawer.say("Change {name}", name=escaped(listing.name(entry))),
                _pencil(entry),
                icon=":material/edit:",
                type="tertiary",
                on_click=_close_form if is_open else _open_form,
                args=(entry,) if is_open else (entry, listing.place),
            )
    if listing.below is not None:
        listing.below(entry)


def _show_form(drawer: Drawer, listing: Listing, entry: Any, before: Any) -> None:  # noqa: ANN401 - any entry
    """The form of an entry; `before` is the entry that it can be moved before."""
    say = drawer.say
    with st.form(f"form-{entry.id}"):
        for field in listing.fields:
            field.ask(drawer.page, say(field.label), getattr(entry, field.name), _key(entry, field))
        with st.container(horizontal=True):
            st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(drawer, listing, entry))
            st.form_submit_button(say("Cancel"), on_click=_close_form, args=(entry,))
            if before is not None:
                st.form_submit_button(
                    say("Move up"),
                    icon=":material/arrow_upward:",
                    on_click=_move_up,
                    args=(drawer, listing, entry, before),
                )
            st.form_submit_button(
                say("Move to bin"),
                icon=":material/delete:",
                on_click=_throw_away,
                args=(drawer, listing, entry),
            )


def _save(drawer: Drawer, listing: Listing, entry: Any) -> None:  # noqa: ANN401 - any entry
    """Save what differs from what was shown; the form stays open where that cannot be."""
    page, project = drawer.page, drawer.project.id
    wanted = {field.name: given(st.session_state[_key(entry, field)]) for field in listing.fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(entry, name)}
    change = partial(change_entry, page.store, page.actor, project, listing.kind, entry.id)
    if not changes or save_changes(Saving(listing.place, listing.fields, change), entry.version, changes):
        _close_form(entry)


def _throw_away(drawer: Drawer, listing: Listing, entry: Any) -> None:  # noqa: ANN401 - any entry
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, listing.kind, entry.id)

    def take_back() -> None:
        restore_entry(*where)
        focus_on(_pencil(entry))

    if attempt(listing.place, lambda: bin_entry(*where)):
        _close_form(entry)
        focus_on(f"undo-{listing.place}")
        done = message("{name} is in the bin and stays there for 30 days.", name=listing.name(entry))
        offer_undo(done, take_back, listing.place)


def _move_up(drawer: Drawer, listing: Listing, entry: Any, before: Any) -> None:  # noqa: ANN401 - any entry
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, listing.kind)
    if attempt(listing.place, lambda: move_entry(*where, entry.id, before)):
        _close_form(entry)
        done = message("{name} was moved up.", name=listing.name(entry))
        offer_undo(done, lambda: move_entry(*where, before, entry.id), listing.place)


def _open_form(entry: Any, place: str) -> None:  # noqa: ANN401 - any entry
    st.session_state[_EDITED] = _Edited(place, entry)


def _close_form(entry: Any) -> None:  # noqa: ANN401 - any entry
    """Close it; the keyboard goes back to the pencil that opened it."""
    st.session_state.pop(_EDITED, None)
    focus_on(_pencil(entry))


def _edited_in(listing: Listing) -> Any:  # noqa: ANN401 - any entry
    edited: _Edited | None = st.session_state.get(_EDITED)
    return edited.entry if edited and edited.place == listing.place else None


def _pencil(entry: Any) -> str:  # noqa: ANN401 - any entry
    return f"edit-{entry.id}"


def _key(entry: Any, field: Field) -> str:  # noqa: ANN401 - any entry
    return f"{field.name}-{entry.id}-{entry.version}"
