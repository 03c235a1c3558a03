"""One option in a drawer, edited in place: chosen with a reason, filled in part by part, made an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._option_choice import show_choice
from pages._option_fields import COSTS, EFFECTS, LOOKED_AT, core_fields, stored
from pages._option_links import show_links
from pages._options import OptionBoard, options_of
from pages._page import PageContext
from pages._read_only import show_as_text
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.intents import NoSuchRow
from storage.options import bin_option, change_option, restore_option
from storage.projects import ProjectSummary
from touchpoints.messages import N_, message
from touchpoints.option import OptionEntry

_PART = "option_part"


@dataclass(frozen=True)
class _Drawer:
    """One option as it stands in this run of the drawer."""

    page: PageContext
    project: ProjectSummary
    board: OptionBoard
    option: OptionEntry


def open_option(page: PageContext, project: ProjectSummary, option_id: UUID) -> None:
    """Open the drawer; when it is closed, the page behind it is drawn anew."""
    found = options_of(page, project).find(option_id)
    if found is None:
        raise NoSuchRow
    title = escaped(found.option.name)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, option_id)


def _show(page: PageContext, project: ProjectSummary, option_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    board = options_of(page, project)
    found = board.find(option_id)
    if found is None:
        raise NoSuchRow
    drawer = _Drawer(page, project, board, found.option)
    show_choice(page, project, board, found)
    _PARTS[_choose_part(drawer)][1](drawer)
    if page.may_change and st.button(
        page.wording.say("Move to bin"), icon=":material/delete:", type="tertiary"
    ):
        _throw_away(drawer)


def _choose_part(drawer: _Drawer) -> str:
    """One part at a time, kept from option to option."""
    say, kept = drawer.page.wording.say, st.session_state.get(_PART)
    chosen = kept if kept in _PARTS else next(iter(_PARTS))
    follow(f"{_PART}_choice", chosen)
    st.segmented_control(
        say("Part"),
        list(_PARTS),
        format_func=lambda part: say(_PARTS[part][0]),
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=f"{_PART}_choice",
        on_change=_keep_part,
    )
    return chosen


def _keep_part() -> None:
    st.session_state[_PART] = st.session_state[f"{_PART}_choice"]


def _show_form(drawer: _Drawer, part: str, fields: Sequence[Field]) -> None:
    """Some fields with one button; saved is what differs from what was shown."""
    page, option, place = drawer.page, drawer.option, f"{drawer.option.id}-{part}"
    if not page.may_change:
        show_as_text(page, fields, option)
        return
    with st.form(f"form-{place}", border=False):
        for field in fields:
            field.ask(page, page.wording.say(field.label), getattr(option, field.name), _key(option, field))
        st.form_submit_button(
            page.wording.say("Save"), key=f"save-{place}", on_click=_save, args=(drawer, place, fields)
        )
    show_undecided(page, place)
    show_outcome(page, place)


def _save(drawer: _Drawer, place: str, fields: Sequence[Field]) -> None:
    page, option = drawer.page, drawer.option
    wanted = {field.name: stored(field.name, st.session_state[_key(option, field)]) for field in fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(option, name)}
    change = partial(change_option, page.store, page.actor, drawer.project.id, option.id)
    if changes:
        save_changes(Saving(place, fields, change), option.version, changes)


def _key(option: OptionEntry, field: Field) -> str:
    return f"{field.name}-{option.id}-{option.version}"


def _show_core(drawer: _Drawer) -> None:
    _show_form(drawer, "core", core_fields(drawer.board, drawer.page.wording))


def _show_reach(drawer: _Drawer) -> None:
    _show_form(drawer, "reach", LOOKED_AT)
    show_links(drawer.page, drawer.project, drawer.board, drawer.option)


_PARTS: Mapping[str, tuple[str, Callable[[_Drawer], Any]]] = {
    "core": (N_("Option"), _show_core),
    "cost": (N_("Effort and money"), lambda drawer: _show_form(drawer, "cost", COSTS)),
    "effect": (N_("Effect and risk"), lambda drawer: _show_form(drawer, "effect", EFFECTS)),
    "reach": (N_("What it touches and needs"), _show_reach),
}


def _throw_away(drawer: _Drawer) -> None:
    """Into the bin; the drawer closes, and the page behind it offers to undo."""
    page, option = drawer.page, drawer.option
    where = (page.store, page.actor, drawer.project.id, option.id)
    if attempt(f"{option.id}-core", lambda: bin_option(*where)):
        done = message("{name} is in the bin and stays there for 30 days.", name=option.name)
        offer_undo(done, lambda: restore_option(*where))
        st.rerun()
