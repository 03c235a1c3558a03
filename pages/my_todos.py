"""My to-dos: what somebody has to do in all his projects, by when it is due; fit for a phone."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._address import asked_in_address
from pages._calendar_address import offer_calendar
from pages._my_todos import MyTodos, my_todos_of
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._reminder_list import offer_reminders
from pages._todo_changes import show_changes
from pages._todo_drawer import open_todo
from pages._todo_list import show_todo_list, tapped_todo
from pages._todo_persons import chosen_persons, offer_plan
from pages._todo_requests import show_requests
from pages._undo import show_undo
from storage.my_todos import my_persons
from storage.visits import note_visit
from touchpoints.messages import N_

PAGE = Page(
    id="my_todos",
    title=N_("My to-dos"),
    icon=":material/checklist:",
    section=Section.START,
    order=1,
    roles=FOLLOW_UP,
    needs_project=False,
)
_TODO = "todo"


def render(page: PageContext) -> None:
    """What waits for an answer, what is new, and the list; a line that is tapped opens its drawer."""
    st.title(page.wording.say("My to-dos"), anchor=False)
    show_undo(page)
    opened = tapped_todo() or asked_in_address(_TODO)
    since = note_visit(page.store, page.actor)
    own = my_persons(page.store, page.actor)
    mine = my_todos_of(page, own or chosen_persons(page), since)
    show_requests(page, mine)
    show_changes(page, mine.changes, since)
    if mine.persons:
        _show_list(page, mine)
    with st.container(horizontal=True):
        offer_reminders(page)
        if own:
            offer_calendar(page)
    if opened is not None:
        _open(page, mine, opened)


def _show_list(page: PageContext, mine: MyTodos) -> None:
    if mine.projects:
        show_todo_list(mine.lines)
        return
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Nothing to do"), anchor=False)
        st.write(say("As soon as an action of yours stands in a plan, it stands here, too."))
        if page.project is not None:
            offer_plan(page, page.project, is_primary=True)


def _open(page: PageContext, mine: MyTodos, action_id: UUID) -> None:
    """Open it in its own project; one that is not among these is looked for in the open project."""
    project_id = mine.projects.get(action_id)
    project = next((one for one in page.projects if one.id == project_id), page.project)
    if project is not None:
        open_todo(page, project, action_id)


if __name__ == "__main__":
    draw(render)
