"""Which touchpoints an activity is about: by their depth, or chosen by hand; stored as soon as it changes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._workshop import OpenWorkshop
from pages._workshop_words import SELECTIONS
from storage.activity_subjects import choose_subjects, list_subjects
from storage.agenda import ActivityEntry, change_activity
from storage.journey import list_touchpoints
from storage.selections import read_selection_sizes
from touchpoints.model import Selection


def show_selection(opened: OpenWorkshop, activity: ActivityEntry, *, is_fixed: bool) -> None:
    """The choice with how many each means, and the list where it is by hand."""
    say, place = opened.say, f"selection-{activity.id}"
    sizes = read_selection_sizes(*opened.where, opened.workshop.id)
    if is_fixed:
        named = say(SELECTIONS.get(activity.selection, SELECTIONS[Selection.BY_HAND]))
        told = say("{selection}: {count}", selection=named, count=sizes.of(activity.id, activity.selection))
        asked = say("Which touchpoints?")
        st.markdown(f"{asked} **{escaped(told)}**")
        return
    counts = {**sizes.by_selection}
    words = {
        one: f"{say(word)} ({counts[one]})" if one in counts else say(word)
        for one, word in SELECTIONS.items()
    }
    is_by_hand = st.session_state.get(_by_hand_key(activity.id), activity.selection is Selection.BY_HAND)
    follow(place, Selection.BY_HAND if is_by_hand else activity.selection)
    st.segmented_control(
        say("Which touchpoints?"),
        list(words),
        format_func=words.__getitem__,
        required=True,
        wrap=True,
        key=place,
        on_change=_choose,
        args=(opened, activity, place),
    )
    if is_by_hand:
        _show_list(opened, activity, place)
    elif not counts.get(activity.selection, 0):
        st.warning(say("There is none yet. Choose others here, or mark some on the touchpoint board first."))
    show_outcome(opened.page, place)


def _choose(opened: OpenWorkshop, activity: ActivityEntry, place: str) -> None:
    chosen: Selection = st.session_state[place]
    # By hand begins with an empty list, which is stored with the first touchpoint.
    st.session_state[_by_hand_key(activity.id)] = chosen is Selection.BY_HAND
    if chosen is not Selection.BY_HAND:
        changes = {"selection": chosen}
        attempt(place, lambda: change_activity(*opened.where, activity.id, activity.version, changes))


def _show_list(opened: OpenWorkshop, activity: ActivityEntry, place: str) -> None:
    names = told_apart({one.id: one.name for one in list_touchpoints(*opened.where) if not one.is_planned})
    is_stored = activity.selection is Selection.BY_HAND
    stored = [one.id for one in list_subjects(*opened.where, activity.id)] if is_stored else []
    key = f"{place}-list"
    follow(key, [one for one in stored if one in names])
    st.multiselect(
        opened.say("Touchpoints"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder=opened.say("Choose touchpoints"),
        on_change=_keep_list,
        args=(opened, activity.id, place, list(names)),
    )


def _keep_list(opened: OpenWorkshop, activity_id: UUID, place: str, order: Sequence[UUID]) -> None:
    """In the order of the journey, however they were picked."""
    picked = set(st.session_state[f"{place}-list"])
    ids = [id_ for id_ in order if id_ in picked]
    attempt(place, lambda: choose_subjects(*opened.where, activity_id, ids))


def _by_hand_key(activity_id: UUID) -> str:
    return f"by-hand-{activity_id}"
