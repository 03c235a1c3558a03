"""One press puts what was noticed into the to-do plan, where the rest follows, and offers the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

import streamlit as st

from pages._page import PageContext
from pages._undo import offer_undo
from storage.actions import bin_actions
from storage.projects import ProjectSummary
from touchpoints.messages import Message

# As many letters as the name of an action has.
NAME_LENGTH = 200


def offer_as_sign(
    page: PageContext, id_: UUID, label: str, make: Callable[..., None], args: tuple[object, ...]
) -> None:
    """The button beside a line of a list, as a sign alone that says to those who listen what it does."""
    st.button(
        label,
        f"remedy-{id_}",
        icon=":material/playlist_add:",
        type="tertiary",
        help=page.wording.say("Make it an action"),
        on_click=make,
        args=args,
    )


def offer_to_take_out(
    page: PageContext, project: ProjectSummary, done: Message, added: Sequence[UUID], place: str
) -> None:
    """Say what came into the plan; its undo throws it away."""
    offer_undo(done, lambda: bin_actions(page.store, page.actor, project.id, added), place)
