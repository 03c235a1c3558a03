"""What is on in a workshop, on walls that are told or that ask, and what moves it: answers, and a console."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

import streamlit as st

from pages._live import listen, on_move
from pages._page import PageContext
from pages._sign_in import visitor
from pages._store import shared_store
from storage.activity_course import open_activity
from storage.agenda import ActivityEntry, list_activities
from storage.ballots import answer, count_answered
from storage.phone import read_phone
from storage.revisions import WORKSHOP, activity_scope
from storage.taking_part import NotOpen
from storage.wording import wording_for
from touchpoints.ballots import WHOLE
from touchpoints.model import ActivityState

Draw = Callable[[PageContext, UUID, UUID], None]


def show_page() -> None:
    """The part that the address asks for."""
    store = shared_store()
    page = PageContext(store, visitor(store), wording_for("en"), None, store.now().date(), "light", (), {})
    asked = st.query_params
    PARTS[asked["as"]](page, UUID(asked["project"]), UUID(asked["workshop"]))


def show_told_wall(page: PageContext, project: UUID, workshop: UUID) -> None:
    """A wall that is told what moved."""
    listen(page, project)
    scopes = [activity_scope(one.id) for one in _activities(page, project, workshop)]

    @st.fragment
    def show() -> None:
        on_move(WORKSHOP, *scopes)
        _show_what_is_on(page, project, workshop)

    show()


def show_polling_wall(page: PageContext, project: UUID, workshop: UUID) -> None:
    """A wall that asks every second."""
    st.fragment(_show_what_is_on, run_every=1)(page, project, workshop)


def show_console(page: PageContext, project: UUID, workshop: UUID) -> None:
    """One button, which opens the activity that is not open."""
    if st.button("Go on"):
        [other] = [one for one in _activities(page, project, workshop) if one.state is not ActivityState.OPEN]
        open_activity(page.store, page.actor.once(), project, other.id, other.version)


def show_phone(page: PageContext, _project: UUID, _workshop: UUID) -> None:
    """Two buttons: the same person answers again, or the next one."""
    [activity] = read_phone(page.store, page.actor).activities
    st.write(activity.title)
    given = {"rate": {WHOLE: {"support": 3}}}
    if st.button("Answer"):
        with suppress(NotOpen):  # the console was faster; the phone hears of it
            answer(page.store, page.actor.once(), activity.id, given)
            st.write("Stored")
    if st.button("Next person"):
        st.session_state["person"] = st.session_state.get("person", 1) + 1
        answer(page.store, page.actor.once(), activity.id, given, person=st.session_state["person"])


def _show_what_is_on(page: PageContext, project: UUID, workshop: UUID) -> None:
    [activity] = [one for one in _activities(page, project, workshop) if one.state is ActivityState.OPEN]
    begun, _ = count_answered(page.store, page.actor, project, activity.id)
    st.title(f"{activity.title} is open: {begun} answered")


def _activities(page: PageContext, project: UUID, workshop: UUID) -> tuple[ActivityEntry, ...]:
    return list_activities(page.store, page.actor, project, workshop)


PARTS: dict[str, Draw] = {
    "told": show_told_wall,
    "polling": show_polling_wall,
    "console": show_console,
    "phone": show_phone,
}

if __name__ == "__main__":
    show_page()
