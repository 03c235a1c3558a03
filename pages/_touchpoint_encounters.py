"""Who meets us at a touchpoint: which customers, why, how often, and whom of us they meet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._text import escaped
from pages._touchpoint_drawer import Drawer, attempt
from pages._touchpoint_entries import Listing, show_add_line, show_listing
from pages._touchpoint_fields import Field, choice_field, number_field, text_field, word_field
from pages._words import word_for
from storage.journey import EncounterEntry
from storage.segments import SegmentEntry, add_segment, list_segments
from touchpoints.frequency import in_natural_period
from touchpoints.messages import N_
from touchpoints.model import Encounter, Period


def show_encounters(drawer: Drawer) -> None:
    """The encounters, and a line that adds one: the segment is chosen, the occasion typed."""
    page = drawer.page
    segments = list_segments(page.store, page.actor, drawer.project.id)
    listing = Listing(
        place=f"{drawer.touchpoint.id}-encounters",
        kind=Encounter,
        fields=_fields(segments),
        line=lambda encounter: _line(drawer, encounter),
        name=lambda encounter: encounter.occasion or encounter.segment,
    )
    show_listing(drawer, listing, drawer.details.encounters)
    if not drawer.page.may_change:
        return
    key = f"segment-{drawer.touchpoint.id}"
    _ask_for_segment(drawer, segments, key)
    if st.session_state.get(key):
        label = drawer.say("Occasion: why do they meet us here?")
        show_add_line(drawer, listing, "occasion", label, lambda: {"segment_id": st.session_state[key]})


def _fields(segments: tuple[SegmentEntry, ...]) -> tuple[Field, ...]:
    return (
        choice_field("segment_id", N_("Customers"), {segment.id: segment.name for segment in segments}),
        text_field("occasion", N_("Occasion"), 300),
        number_field("frequency", N_("How often")),
        word_field("period", N_("Per"), Period),
        text_field("roles", N_("Whom of us they meet"), 200),
    )


def _ask_for_segment(drawer: Drawer, segments: tuple[SegmentEntry, ...], key: str) -> None:
    """The segments to choose from; a new one is typed."""
    names = told_apart({segment.id: segment.name for segment in segments})
    chosen = st.session_state.get(key)
    if chosen is None or (isinstance(chosen, UUID) and chosen not in names):
        st.session_state[key] = next(iter(names), None)
    st.selectbox(
        drawer.say("Which customers?"),
        list(names),
        format_func=lambda option: names.get(option, str(option)),
        accept_new_options=True,
        placeholder=drawer.say("Choose customers, or type a new group"),
        key=key,
        on_change=_take_segment,
        args=(drawer, key),
    )


def _take_segment(drawer: Drawer, key: str) -> None:
    """Make a segment of a name that was typed."""
    chosen: Any = st.session_state[key]
    if chosen is None or isinstance(chosen, UUID):
        return
    page = drawer.page

    def add() -> None:
        actor = drawer.once(key, str(chosen))
        st.session_state[key] = add_segment(page.store, actor, drawer.project.id, str(chosen))

    if not attempt(f"{drawer.touchpoint.id}-encounters", add):
        st.session_state[key] = None


def _line(drawer: Drawer, encounter: EncounterEntry) -> str:
    parts = [f"**{escaped(encounter.segment)}**", escaped(encounter.occasion), _often(drawer, encounter)]
    return " · ".join(part for part in (*parts, escaped(encounter.roles)) if part)


def _often(drawer: Drawer, encounter: EncounterEntry) -> str:
    """How often as it was told, and in the period in which one can picture it."""
    if encounter.frequency is None:
        return ""
    wording, frequency = drawer.page.wording, encounter.frequency
    digits = 0 if frequency == frequency.to_integral_value() else 1
    told = f"{wording.number(float(frequency), digits)} × {drawer.say(word_for(encounter.period))}"
    natural = in_natural_period(frequency, encounter.period)
    return f"{told} ({drawer.say(natural)})" if natural else told
