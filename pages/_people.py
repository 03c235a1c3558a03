"""The people of a project in a dialog: renamed, removed, and two entries of one person made into one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._name_list import NameList, close_form, show_names
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import text_field
from pages._undo import offer_undo
from storage.access import Actor
from storage.named_people import (
    NamedPerson,
    Row,
    list_named_people,
    mentions_of,
    merge_people,
    undo_merging,
)
from storage.persons import bin_person, change_person, restore_person
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.messages import N_, Message, message, plural
from touchpoints.model import Action, Goal, Kpi, Touchpoint

_PLACE = "people"
_WORDS: Mapping[Row, Callable[[int], Message]] = {
    Touchpoint: lambda count: plural("{count} touchpoint", "{count} touchpoints", count),
    Goal: lambda count: plural("{count} goal", "{count} goals", count),
    Action: lambda count: plural("{count} action", "{count} actions", count),
    Kpi: lambda count: plural("{count} KPI", "{count} KPIs", count),
}
_FIELDS = (text_field("name", N_("Name"), 80), text_field("position", N_("Position"), 120))


@dataclass(frozen=True)
class _People:
    """All people of a project, with the page that shows them."""

    page: PageContext
    project: ProjectSummary
    people: tuple[NamedPerson, ...]

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id


def offer_people(page: PageContext, project: ProjectSummary) -> None:
    """The button that opens them."""
    say = page.wording.say
    if st.button(say("People"), icon=":material/group:", key="show-people"):
        st.dialog(say("People"), width="medium", on_dismiss="rerun")(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    say = page.wording.say
    people = list_named_people(page.store, page.actor, project.id)
    if not people:
        st.write(say("Nobody is named yet. Whoever is named for an action or a touchpoint is listed here."))
        return
    of = _People(page, project, people)
    names = NameList(
        page, _PLACE, _FIELDS, partial(_line, page), partial(change_person, *of.where), partial(_more, of)
    )
    st.caption(say("A changed name is changed wherever it stands."))
    show_names(names, people)


def _line(page: PageContext, person: NamedPerson) -> str:
    """The name and position, and what the person answers for."""
    say = page.wording.say
    head = f"**{escaped(person.name)}**"
    if person.position:
        head = f"{head}, {escaped(person.position)}"
    parts = [say(words(count)) for entity, words in _WORDS.items() if (count := person.named.get(entity, 0))]
    answers_for = " · ".join(parts) or say("answers for nothing")
    return f"{head}  \n:small[{answers_for}]"


def _more(of: _People, person: NamedPerson) -> None:
    """Two entries made into one; whoever is named nowhere can go."""
    say = of.page.wording.say
    others = told_apart({one.id: _label(one) for one in of.people if one.id != person.id})
    if others:
        st.selectbox(
            say("The same person as"),
            list(others),
            index=None,
            format_func=others.__getitem__,
            placeholder=say("Type a name or choose"),
            help=say(
                "For a person who is in the list twice. What names one entry names the other from then on."
            ),
            key=f"same-as-{person.id}",
            on_change=_merge,
            args=(of, person),
        )
    if not person.named:
        label = say("Move to bin")
        st.button(
            label, f"bin-{person.id}", icon=":material/delete:", on_click=_throw_away, args=(of, person)
        )


def _label(person: NamedPerson) -> str:
    return ", ".join(filter(None, (person.name, person.position)))


def _merge(of: _People, person: NamedPerson) -> None:
    into = next((one for one in of.people if one.id == st.session_state[f"same-as-{person.id}"]), None)
    if into is None:
        return
    mentions = mentions_of(*of.where, person.id)
    if attempt(_PLACE, lambda: merge_people(*of.where, person.id, into.id)):
        close_form(into.id)
        done = message("{name} is now the same person as {other}.", name=_label(person), other=_label(into))
        offer_undo(done, lambda: undo_merging(*of.where, person.id, into.id, mentions), _PLACE)


def _throw_away(of: _People, person: NamedPerson) -> None:
    if attempt(_PLACE, lambda: bin_person(*of.where, person.id)):
        close_form(person.id)
        done = message("{name} is in the bin and stays there for 30 days.", name=person.name)
        offer_undo(done, lambda: restore_person(*of.where, person.id), _PLACE)
