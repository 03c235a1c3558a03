"""The conditions at a key touchpoint: people, data and tools, dialogue; each answer is stored at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

import streamlit as st

from pages._read_only import show_as_text
from pages._stored_value import follow
from pages._touchpoint_drawer import Drawer, show_outcome
from pages._touchpoint_fields import Field, text_field, word_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._words import word_for
from storage.conditions import ConditionsEntry, change_conditions, read_conditions
from touchpoints.messages import N_
from touchpoints.model import Answer, ContactType, Degree, Response, Room, RunBy

_PART = "conditions_part"


@dataclass(frozen=True)
class _Question:
    """A field, and the words to choose from (none: it is a text)."""

    field: Field
    words: Sequence[StrEnum] = ()


def _word(name: str, label: str, words: type[StrEnum]) -> _Question:
    return _Question(word_field(name, label, words, is_optional=True), tuple(words))


_PEOPLE = (
    _word("run_by", N_("Who meets the customer here?"), RunBy),
    _word("know_how", N_("How much know-how is there?"), Degree),
    _word("standing", N_("Which standing do the people here have in the company?"), Degree),
    _word(
        "room_to_decide",
        N_("What may they decide themselves, such as goodwill and exceptions?"),
        Room,
    ),
    _Question(
        word_field(
            "is_role_of_five", N_("Do five people or more work here in one role?"), Answer, is_optional=True
        ),
        (Answer.YES, Answer.NO, Answer.NOT_KNOWN),
    ),
    _word("turnover", N_("How high is the turnover in this role?"), Degree),
    _word("cold_calls_outside", N_("Are cold calls given out of house?"), Answer),
)
_DATA = (
    _word("sees_customer_value", N_("Can people see here what the customer is worth?"), Answer),
    _word("captures_data", N_("Are customer data captured here?"), Answer),
    _word("trains_capture", N_("Is whoever enters them trained for it?"), Answer),
    _word("checks_capture", N_("Are the entries checked?"), Answer),
    _word("gives_back", N_("Does the customer get something for his data?"), Answer),
    _Question(text_field("given_for_data", N_("What does the customer get for his data?"), 300)),
)
_TOOLS = (
    _word("shares_data", N_("Do the systems here share customer data with the others?"), Answer),
    _word("system_support", N_("Does a system support the work here?"), Answer),
)
_DIALOGUE = (
    _word("is_two_way", N_("Can customers ask and answer here?"), Answer),
    _word("response", N_("How soon do they get an answer?"), Response),
)
_PARTS: Mapping[str, tuple[str, tuple[_Question, ...]]] = {
    "people": (N_("Staff"), _PEOPLE),
    "data": (N_("Data"), _DATA),
    "tools": (N_("Tools"), _TOOLS),
    "dialogue": (N_("Dialogue"), _DIALOGUE),
}
_FIELDS = tuple(question.field for _, questions in _PARTS.values() for question in questions)


def show_conditions(drawer: Drawer) -> None:
    """One part at a time; every question may stay open, and that nobody knows it is an answer."""
    entry = conditions_of(drawer)
    if not drawer.page.may_change:
        _show_read(drawer, entry)
        return
    st.caption(drawer.say("About conditions, never about persons. “Not known” is an answer, too."))
    for question in _PARTS[_choose_part(drawer)][1]:
        if entry.said.is_asked(question.field.name):
            _ask(drawer, entry, question)
    show_undecided(drawer.page, _place(drawer))
    show_outcome(drawer.page, _place(drawer))


def _show_read(drawer: Drawer, entry: ConditionsEntry) -> None:
    st.caption(drawer.say("About conditions, never about persons."))
    asked = (one for one in _PARTS[_choose_part(drawer)][1] if entry.said.is_asked(one.field.name))
    show_as_text(drawer.page, [one.field for one in asked], entry.said)


def conditions_of(drawer: Drawer) -> ConditionsEntry:
    """What was said so far."""
    page = drawer.page
    return read_conditions(page.store, page.actor, drawer.project.id, drawer.touchpoint.id)


def _choose_part(drawer: Drawer) -> str:
    """Who meets the customer in person needs no dialogue by web."""
    parts = [
        one
        for one in _PARTS
        if one != "dialogue" or drawer.touchpoint.contact_type is not ContactType.IN_PERSON
    ]
    kept = st.session_state.get(_PART)
    chosen = kept if kept in parts else parts[0]
    key = f"{_PART}_choice"
    follow(key, chosen)
    st.segmented_control(
        drawer.say("What about?"),
        parts,
        format_func=lambda part: drawer.say(_PARTS[part][0]),
        required=True,
        label_visibility="collapsed",
        key=key,
        on_change=_keep_part,
        args=(key,),
    )
    return chosen


def _keep_part(key: str) -> None:
    st.session_state[_PART] = st.session_state[key]


def _ask(drawer: Drawer, entry: ConditionsEntry, question: _Question) -> None:
    """One question; the key stays as it is, so that a quick second tap is heard, too."""
    field, stored = question.field, getattr(entry.said, question.field.name)
    key = f"condition-{drawer.touchpoint.id}-{field.name}"
    follow(key, stored)
    save = {"key": key, "on_change": _save, "args": (drawer, entry, field, key)}
    if not question.words:
        st.text_area(drawer.say(field.label), max_chars=300, height="content", **save)
    else:
        st.segmented_control(
            drawer.say(field.label),
            question.words,
            format_func=lambda word: drawer.say(word_for(word)),
            wrap=True,
            **save,
        )


def _save(drawer: Drawer, entry: ConditionsEntry, field: Field, key: str) -> None:
    page, value = drawer.page, st.session_state[key]
    change = partial(change_conditions, page.store, page.actor, drawer.project.id, drawer.touchpoint.id)
    wanted: Any = value.strip() if field.name == "given_for_data" else value
    save_changes(Saving(_place(drawer), _FIELDS, change), entry.version, {field.name: wanted})


def _place(drawer: Drawer) -> str:
    return f"{drawer.touchpoint.id}-conditions"
