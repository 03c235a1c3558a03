"""The end of a workshop: what it means is said before it is pressed, and asked once."""

from __future__ import annotations

import streamlit as st

from pages._cards_waiting import show_all_cards_waiting
from pages._console_press import show_press
from pages._navigation import in_project
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.agenda import ActivityEntry
from storage.conclusion import conclude_workshop
from touchpoints.model import WorkshopState


def show_end(opened: OpenWorkshop, _activity: ActivityEntry) -> None:
    """What is erased and what stays, the press behind a question, and the record."""
    say, workshop = opened.say, opened.workshop
    if workshop.state is WorkshopState.CONCLUDED:
        st.write(say("This workshop is concluded: its results stay, and raw answers are erased for good."))
    else:
        st.write(
            say(
                "Concluding erases for good what each phone has answered. The revealed figures, the cards "
                "and what was taken over stay. Nobody can answer or come in any more. "
                "By itself this happens a week after the opening."
            )
        )
        show_all_cards_waiting(opened)
        _ask(opened)
    if entry := opened.page.entries.get("protocol"):
        query = {**in_project(opened.project.id), WORKSHOP_ID: str(workshop.id)}
        st.page_link(entry, label=say("Protocol"), icon=":material/description:", query_params=query)


def _ask(opened: OpenWorkshop) -> None:
    say, workshop = opened.say, opened.workshop
    with st.popover(say("Conclude the workshop"), icon=":material/flag:"):
        st.write(say("This cannot be undone."))
        label = say("Erase the answers and conclude")
        key = f"conclude-{workshop.id}"
        show_press(opened.page, label, key, conclude_workshop, opened.project.id, workshop.id, kind="primary")
