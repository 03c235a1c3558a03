"""A list in the drawer of an action of which several are chosen, stored at once and with an undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from pages._undo import offer_undo
from touchpoints.messages import message

Store = Callable[[Collection[UUID]], None]


@dataclass(frozen=True)
class Several:
    """What is chosen from: its id and label, what stands there while nothing is chosen, stored ids, names."""

    id: str
    label: str
    nothing: str
    stored: list[UUID]
    names: Mapping[Any, str]
    accepts_new: bool = False


def choose_several(drawer: ActionDrawer, part: str, several: Several, store: Store) -> None:
    """The list; whoever shows it shows the outcome of its part as well."""
    if not drawer.may_edit:
        names = ", ".join(several.names.get(id_, str(id_)) for id_ in several.stored)
        st.markdown(f"**{several.label}**  \n{escaped(names or several.nothing)}")
        return
    key = f"{several.id}-{drawer.action.id}"
    follow(key, several.stored)
    st.multiselect(
        several.label,
        list(several.names),
        format_func=lambda id_: several.names.get(id_, str(id_)),
        accept_new_options=several.accepts_new,
        placeholder=several.nothing,
        key=key,
        on_change=lambda: _keep(drawer, part, several.stored, st.session_state[key], store),
    )


def _keep(drawer: ActionDrawer, part: str, before: list[UUID], chosen: list[UUID], store: Store) -> None:
    place = drawer.place(part)
    if attempt(place, lambda: store(chosen)):
        done = message("{name} was changed.", name=drawer.action.name)
        offer_undo(done, lambda: store(before), place)
