"""One person or account of a project: all that is stored is given out, made anonymous, or removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages._access_words import ROLES
from pages._labels import told_apart
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from storage.access import Actor
from storage.member_data import anonymise_member, erase_member, export_member, list_members_without_person
from storage.personal_data import anonymise_person, erase_person, export_person, list_everybody
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.messages import N_

_PLACE = "data-protection"
_PERSON = N_(
    "The name, position and department are replaced wherever they stand by themselves in this project: in "
    "lists, in the bin, in the history and in what was typed in workshops. The person's links to this "
    "project end."
)
_MEMBER = N_(
    "The role in this project ends, and so do the links to it. The name is replaced wherever it stands by "
    "itself in this project: in the bin, in the history and in what was typed in workshops."
)
_LONGER = N_(
    "A name inside a longer text stays: look for it in findings, actions, remarks, ideas, decisions and "
    "protocols."
)
_KEPT = N_(
    "An account with a role in another project, or an administrator's, keeps its name there; what came from "
    "it stays in this project without a name. Any other account keeps neither name nor mail address."
)
_REMOVED = N_(
    "An account with a role in another project, or an administrator's, keeps its name there; what came from "
    "it stays in this project without a name. Any other account is removed."
)
_FOR_GOOD = N_(
    "It cannot be undone. Backups made before still hold the name; those that this tool makes expire "
    "after 30 days."
)


@dataclass(frozen=True)
class _Somebody:
    """A person, or an account with a role whom no person stands for."""

    id: UUID
    name: str
    label: str
    is_account: bool

    @property
    def export(self) -> Callable[[Store, Actor, UUID, UUID], dict[str, object]]:
        """Gives out all about him."""
        return export_member if self.is_account else export_person


def show_person(page: PageContext, project: ProjectSummary) -> None:
    """Choose somebody of the project; give out all about him, make him anonymous, or remove him."""
    say = page.wording.say
    found = {one.id: one for one in _everybody(page, project)}
    with st.container(key="no-print-person"):
        st.subheader(say("One person"), anchor=False)
        show_outcome(page, _PLACE)
        if not found:
            st.write(say("Nobody is named in this project."))
            return
        names = told_apart({id_: one.label for id_, one in found.items()})
        chosen = st.selectbox(
            say("Person"), list(names), index=None, format_func=names.__getitem__, key="data-about", width=420
        )
        if chosen is not None:
            _show_acts(page, project, found[chosen])


def _everybody(page: PageContext, project: ProjectSummary) -> list[_Somebody]:
    """The people first, then those who have a role and are none of them, each with that role."""
    say, where = page.wording.say, (page.store, page.actor, project.id)
    people = [
        _Somebody(one.id, one.name, ", ".join(filter(None, (one.name, one.position))), is_account=False)
        for one in list_everybody(*where)
    ]
    accounts = [
        _Somebody(one.account_id, one.name, f"{one.name}, {say(ROLES[one.role])}", is_account=True)
        for one in list_members_without_person(*where)
    ]
    return [*people, *accounts]


def _show_acts(page: PageContext, project: ProjectSummary, one: _Somebody) -> None:
    say = page.wording.say
    with st.container(horizontal=True):
        st.download_button(
            say("All about this person (JSON)"),
            lambda: _as_json(page, project, one),
            f"{one.name}.json",
            "application/json",
            icon=":material/download:",
            on_click="ignore",
        )
        if st.button(say("Make anonymous"), icon=":material/person_off:"):
            st.dialog(say("Make anonymous"))(_confirm)(page, project, one, is_erased=False)
        if st.button(say("Remove for good"), icon=":material/person_remove:"):
            st.dialog(say("Remove for good"))(_confirm)(page, project, one, is_erased=True)


def _as_json(page: PageContext, project: ProjectSummary, one: _Somebody) -> str:
    found = one.export(page.store, page.actor, project.id, one.id)
    return json.dumps(found, ensure_ascii=False, indent=2)


def _confirm(page: PageContext, project: ProjectSummary, one: _Somebody, *, is_erased: bool) -> None:
    """There is no undo, so it is said first what will be gone, and what will not."""
    say = page.wording.say
    st.write(f"**{escaped(one.name)}**")
    st.write(say(_MEMBER if one.is_account else _PERSON))
    if is_erased and not one.is_account:
        st.write(say("Touchpoints, goals, actions and KPIs of this person are then without an owner."))
    for text in (_LONGER, _REMOVED if is_erased else _KEPT, _FOR_GOOD):
        st.write(say(text))
    label = say("Remove for good") if is_erased else say("Make anonymous")
    if st.button(label, type="primary", key="confirm-person"):
        _carry_out(page, project, one, is_erased=is_erased)
        st.rerun()


def _carry_out(page: PageContext, project: ProjectSummary, one: _Somebody, *, is_erased: bool) -> None:
    if one.is_account:
        do = erase_member if is_erased else anonymise_member
    else:
        do = erase_person if is_erased else anonymise_person
    attempt(_PLACE, lambda: do(page.store, page.actor, project.id, one.id))
