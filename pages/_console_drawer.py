"""The drawer of the console: its name in the address, and a button that leads from elsewhere into it."""

from __future__ import annotations

import streamlit as st

from pages._address import put_in_address
from pages._console_agenda import ACTIVITY_ID
from pages._text import escaped
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from touchpoints.messages import N_

# What lies in the drawer, by its place in the address.
DRAWER = "drawer"
_WAYS = {
    "cards": (N_("To the cards"), ":material/sticky_note_2:"),
    "people": (N_("Who is in"), ":material/groups:"),
}


def show_way_to(opened: OpenWorkshop, part: str, activity: ActivityEntry, *, is_named: bool = False) -> None:
    """A button that opens a part of the drawer of an activity, named after it where there are several."""
    label, icon = _WAYS[part]
    said = escaped(activity.title) if is_named else opened.say(label)
    if st.button(said, f"way-{part}-{activity.id}", icon=icon):
        put_in_address(ACTIVITY_ID, str(activity.id))
        put_in_address(DRAWER, part)
        # The whole console, though the button may stand in a fragment.
        st.rerun()
