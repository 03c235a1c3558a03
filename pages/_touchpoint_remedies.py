"""What is done against a factor that disappoints: its actions and how far they are, or one press for one."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pages._text import escaped
from pages._touchpoint_drawer import Drawer, attempt
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.actions import add_action, bin_actions
from storage.disappointments import Disappointment
from touchpoints.messages import message
from touchpoints.model import ActionStatus
from touchpoints.plan_words import STATUS_SIGNS

_NAME_LENGTH = 200


def said_of_remedies(drawer: Drawer, found: Disappointment) -> Iterator[str]:
    """A line for each action, such as: ▶ running: Put up new signs."""
    for remedy in found.remedies:
        status = f"{STATUS_SIGNS[remedy.status]} {drawer.say(word_for(remedy.status))}"
        yield f":small[{status}: {escaped(remedy.name)}]"


def offer_action(drawer: Drawer, found: Disappointment, place: str) -> None:
    """One press puts it into the plan, where nothing is under way against it."""
    under_way = [one for one in found.remedies if one.status is not ActionStatus.DROPPED]
    if under_way or not drawer.page.may_follow_up:
        return
    label = drawer.say("Make an action against: {factor}", factor=escaped(found.text))
    st.button(
        label,
        f"remedy-{found.id}",
        icon=":material/playlist_add:",
        type="tertiary",
        help=drawer.say("Make it an action"),
        on_click=_make_action,
        args=(drawer, found, place, drawer.page.actor.once()),
    )


def _make_action(drawer: Drawer, found: Disappointment, place: str, actor: Actor) -> None:
    page, project = drawer.page, drawer.project.id
    name = drawer.say("Put right: {factor}", factor=found.text)[:_NAME_LENGTH]
    values = {"name": name, "touchpoint_id": found.touchpoint_id}

    def store() -> None:
        added = add_action(page.store, actor, project, values, factors=[found.id])
        done = message("{name} is in the to-do plan.", name=name)
        offer_undo(done, lambda: bin_actions(page.store, page.actor, project, [added]), place)

    attempt(place, store)
