"""Who planned an action and who committed himself to it, and which actions have to be done before it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._labels import told_apart
from pages._person_choice import person_names, stored_persons
from pages._stored_value import follow
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.action_parts import set_needs, set_persons
from storage.actions import PersonOf
from touchpoints.messages import message
from touchpoints.model import Part

_PLACE = "people"
Store = Callable[[Collection[UUID]], None]


def show_people(drawer: ActionDrawer) -> None:
    """Three lists to choose from; each is stored as soon as it changes."""
    say, action = drawer.say, drawer.action
    names = person_names(drawer.page, drawer.project)
    _choose_persons(drawer, Part.TOOK_PART, say("Planned together with"), action.took_part, names)
    _choose_persons(drawer, Part.COMMITTED, say("Committed"), action.committed, names)
    others = told_apart({one.id: one.name for one in drawer.plan.actions if one.id != action.id})
    needed = [id_ for id_ in action.needs if id_ in others]
    hidden = [id_ for id_ in action.needs if id_ not in others]
    _choose(
        drawer,
        say("Depends on"),
        "needs",
        needed,
        others,
        # What was finished in an earlier round is not offered, and stays.
        lambda ids: set_needs(*drawer.where, action.id, [*ids, *hidden]),
    )
    show_outcome(drawer.page, drawer.place(_PLACE))


def _choose_persons(
    drawer: ActionDrawer,
    part: Part,
    label: str,
    persons: Collection[PersonOf],
    names: Mapping[UUID, str],
) -> None:
    """People of the project, and names typed anew."""

    def store(chosen: Collection[UUID]) -> None:
        ids = stored_persons(drawer.page, drawer.project, chosen)
        set_persons(*drawer.where, drawer.action.id, part, ids)

    known = {**{person.id: person.name for person in persons}, **names}
    _choose(drawer, label, part.value, [person.id for person in persons], known, store, accepts_new=True)


def _choose(
    drawer: ActionDrawer,
    label: str,
    name: str,
    stored: list[UUID],
    names: Mapping[Any, str],
    store: Store,
    *,
    accepts_new: bool = False,
) -> None:
    key = f"{name}-{drawer.action.id}"
    follow(key, stored)
    st.multiselect(
        label,
        list(names),
        format_func=lambda id_: names.get(id_, str(id_)),
        accept_new_options=accepts_new,
        placeholder=drawer.say("nobody yet") if accepts_new else drawer.say("none yet"),
        key=key,
        on_change=lambda: _keep(drawer, stored, st.session_state[key], store),
    )


def _keep(drawer: ActionDrawer, before: list[UUID], chosen: list[UUID], store: Store) -> None:
    place = drawer.place(_PLACE)
    if attempt(place, lambda: store(chosen)):
        done = message("{name} was changed.", name=drawer.action.name)
        offer_undo(done, lambda: store(before), place)
