"""The facts of a touchpoint in the drawer: two fields at the first depth, read first at the deeper ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._focus import focus_on
from pages._text import escaped
from pages._touchpoint_drawer import Drawer, attempt, show_outcome
from pages._touchpoint_fields import Field, choice_field, given, text_field, word_field
from pages._touchpoint_owner import owner_field, sponsor_field, with_stored_people
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from pages._words import word_for
from storage.board import Place, places_of, put_back, set_depth
from storage.journey import (
    TouchpointEntry,
    bin_touchpoint,
    change_touchpoint,
    list_phases,
    restore_touchpoint,
)
from touchpoints.messages import N_, Message, message
from touchpoints.model import ContactType, Control, Depth

_OPEN = "touchpoint_facts_open"
_OTHER_DEPTHS = {
    Depth.ALL: {Depth.SHORTLIST: N_("Put on the shortlist"), Depth.KEY: N_("Make it a key touchpoint")},
    Depth.SHORTLIST: {Depth.KEY: N_("Make it a key touchpoint")},
    Depth.KEY: {Depth.SHORTLIST: N_("Back to the shortlist")},
}


def open_facts(touchpoint_id: UUID) -> None:
    """Begin with what is stored, with no form open but the one of the first depth."""
    for key in (_OPEN, _shown_key(touchpoint_id)):
        st.session_state.pop(key, None)


def show_facts(drawer: Drawer) -> None:
    """Name and phase alone while the touchpoint is only captured; else what is known, with a pencil."""
    if not drawer.page.may_change:
        _show_read(drawer, is_open=False)
        return
    fields = _fields(drawer)
    if drawer.touchpoint.depth is Depth.ALL:
        _show_form(drawer, fields[:2])
    else:
        is_open = st.session_state.get(_OPEN) == drawer.touchpoint.id
        _show_read(drawer, is_open=is_open)
        if is_open:
            _show_form(drawer, fields)
    _show_other_depths(drawer)
    show_undecided(drawer.page, _place(drawer))
    show_outcome(drawer.page, _place(drawer))


def _show_other_depths(drawer: Drawer) -> None:
    """The way to more of the drawer, and back."""
    with st.container(horizontal=True):
        for depth, label in _OTHER_DEPTHS[drawer.touchpoint.depth].items():
            st.button(drawer.say(label), f"depth-{depth}", on_click=_set_depth, args=(drawer, depth))


def _fields(drawer: Drawer) -> tuple[Field, ...]:
    page = drawer.page
    phases = {phase.id: phase.name for phase in list_phases(page.store, page.actor, drawer.project.id)}
    # Never more than seven fields: a key touchpoint changes its depth by a button.
    is_key = drawer.touchpoint.depth is Depth.KEY
    return (
        text_field("name", N_("Name"), 120),
        choice_field("phase_id", N_("Phase"), phases),
        *(() if is_key else (word_field("depth", N_("Depth"), Depth),)),
        word_field("contact_type", N_("Contact type"), ContactType, is_optional=True),
        word_field("control", N_("Control"), Control, is_optional=True),
        owner_field(drawer),
        *((sponsor_field(drawer),) if is_key else ()),
        text_field("note", N_("Note"), 2000),
    )


def _show_read(drawer: Drawer, *, is_open: bool) -> None:
    say, touchpoint = drawer.say, drawer.touchpoint
    words = [touchpoint.depth, touchpoint.contact_type, touchpoint.control]
    facts = [escaped(touchpoint.phase), *(say(word_for(word)) for word in words if word)]
    if touchpoint.owner:
        owner = ", ".join(part for part in (touchpoint.owner, touchpoint.owner_position) if part)
        facts.append(say("Owner: {person}", person=escaped(owner)))
    if touchpoint.sponsor:
        facts.append(say("Sponsor: {person}", person=escaped(touchpoint.sponsor)))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="line-facts"):
        st.caption(" · ".join(facts), width="stretch")
        if drawer.page.may_change:
            st.button(
                say("Change name, phase, depth and more"),
                "edit-facts",
                icon=":material/edit:",
                type="tertiary",
                on_click=_close if is_open else _open,
                args=(drawer,),
            )
    if touchpoint.note and not is_open:
        st.markdown(escaped(touchpoint.note))


def _show_form(drawer: Drawer, fields: tuple[Field, ...]) -> None:
    """The form of what was shown when it was opened, so that nobody's later change is overwritten unseen."""
    shown: TouchpointEntry = st.session_state.setdefault(_shown_key(drawer.touchpoint.id), drawer.touchpoint)
    with st.form(f"facts-{shown.id}", border=len(fields) > 2):
        for field in fields:
            field.ask(drawer.page, drawer.say(field.label), getattr(shown, field.name), _key(shown, field))
        with st.container(horizontal=True):
            st.form_submit_button(
                drawer.say("Save"), type="primary", on_click=_save, args=(drawer, shown, fields)
            )
            if st.form_submit_button(drawer.say("Move to bin"), icon=":material/delete:"):
                _throw_away(drawer)


def _save(drawer: Drawer, shown: TouchpointEntry, fields: tuple[Field, ...]) -> None:
    wanted = {field.name: given(st.session_state[_key(shown, field)]) for field in fields}
    changes = {
        name: value for name, value in wanted.items() if (value or None) != (getattr(shown, name) or None)
    }
    if not changes:
        return _close(drawer)
    page, project = drawer.page, drawer.project.id
    places = places_of(page.store, page.actor, project, [shown.id])

    def change(version: int, changed: Mapping[str, Any]) -> None:
        changed = with_stored_people(drawer, changed)
        change_touchpoint(page.store, page.actor, project, shown.id, version, changed)
        _close(drawer)

    if save_changes(Saving(_place(drawer), fields, change), shown.version, changes):
        _close(drawer)
        focus_on("edit-facts", _key(shown, fields[0]))
        if {"phase_id", "depth"} & set(changes) and shown.version == drawer.touchpoint.version:
            _offer_to_put_back(drawer, places, message("{name} was moved.", name=shown.name))
    return None


def _set_depth(drawer: Drawer, depth: Depth) -> None:
    page, project, ids = drawer.page, drawer.project.id, [drawer.touchpoint.id]
    places = places_of(page.store, page.actor, project, ids)
    if attempt(_place(drawer), lambda: set_depth(page.store, page.actor, project, ids, depth)):
        _close(drawer)
        name = drawer.touchpoint.name
        _offer_to_put_back(
            drawer, places, message("Depth of {name}: {depth}.", name=name, depth=message(word_for(depth)))
        )


def _offer_to_put_back(drawer: Drawer, places: tuple[Place, ...], done: Message) -> None:
    page = drawer.page

    def take_back() -> None:
        put_back(page.store, page.actor, drawer.project.id, places)
        _close(drawer)

    offer_undo(done, take_back, _place(drawer))


def _throw_away(drawer: Drawer) -> None:
    """Into the bin; the drawer closes, and the page behind it offers to undo."""
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, drawer.touchpoint.id)
    if attempt(_place(drawer), lambda: bin_touchpoint(*where)):
        offer_undo(
            message("{name} is in the bin and stays there for 30 days.", name=drawer.touchpoint.name),
            lambda: restore_touchpoint(*where),
        )
        st.rerun()


def _open(drawer: Drawer) -> None:
    st.session_state[_OPEN] = drawer.touchpoint.id


def _close(drawer: Drawer) -> None:
    open_facts(drawer.touchpoint.id)


def _place(drawer: Drawer) -> str:
    return f"{drawer.touchpoint.id}-facts"


def _shown_key(touchpoint_id: UUID) -> str:
    return f"touchpoint_facts_{touchpoint_id}"


def _key(shown: TouchpointEntry, field: Field) -> str:
    return f"{field.name}-{shown.id}-{shown.version}"
