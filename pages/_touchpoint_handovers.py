"""Who works at a touchpoint one after the other, and what breaks between two departments."""

from __future__ import annotations

import streamlit as st

from pages._text import escaped
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_entries import Listing, show_add_line, show_listing
from pages._touchpoint_fields import Field, text_field
from pages._touchpoint_ratings import show_truth
from storage.journey import HandoverEntry
from touchpoints.messages import N_
from touchpoints.model import Aspect, Handover

_FIELDS: tuple[Field, ...] = (
    text_field("department", N_("Department"), 80),
    text_field("break_note", N_("What breaks when it hands over to the next?"), 300),
)


def show_handovers(drawer: Drawer) -> None:
    """The departments in order with the breaks between them, and how well they are coordinated."""
    departments = drawer.details.handovers
    last = departments[-1].id if departments else None
    listing = Listing(
        place=f"{drawer.touchpoint.id}-handovers",
        kind=Handover,
        fields=_FIELDS,
        line=lambda entry: _line(drawer, entry, is_last=entry.id == last),
        name=lambda entry: entry.department,
        is_ordered=True,
    )
    title = drawer.say("Departments, in the order in which they pass the customer on")
    st.markdown(f"**{title}**")
    show_listing(drawer, listing, departments)
    show_add_line(drawer, listing, "department", drawer.say("Add the next department"), dict)
    show_truth(drawer, Aspect.COORDINATION, "1.3")


def _line(drawer: Drawer, entry: HandoverEntry, *, is_last: bool) -> str:
    """The department, and below it what happens to the customer on the way to the next one."""
    name = escaped(entry.department)
    if entry.break_note:
        word = drawer.say("Break")
        return f"{name}  \n:material/link_off: **{word}:** {escaped(entry.break_note)}"
    return name if is_last else f"{name}  \n:material/arrow_downward:"
