"""What can be set of an activity: only what its kind has, a few fields at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import optional_choice_field
from pages._card_words import CARD_WORDS
from pages._page import PageContext
from pages._touchpoint_fields import Field, FieldValue, text_field, yes_no_field
from pages._workshop_words import SUBJECTS, plays_a_segment
from touchpoints.activities import ActivityKind, Write
from touchpoints.messages import N_
from touchpoints.model import CardKind, SubjectKind

SETTINGS = "settings"
# The name of a field that is one of the settings begins so.
_SETTING = f"{SETTINGS}."
# Fixed by the first answer, as storage.agenda says; settings are, too.
_FIXED = frozenset({"is_named", "by_table", "segment_id"})


def whole_number_field(name: str, label: str, least: int, most: int) -> Field:
    """A whole number between two others."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.number_input(label, least, most, int(value), 1, key=key)

    return Field(name, label, ask, lambda page, value: page.wording.number(int(value)))


def words_field(name: str, label: str, words: Mapping[str, str]) -> Field:
    """Some of a list of words."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        worded = {id_: page.wording.say(word) for id_, word in words.items()}
        st.multiselect(label, list(words), list(value), format_func=worded.__getitem__, key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return ", ".join(page.wording.say(words.get(one, one)) for one in value)

    return Field(name, label, ask, as_text)


def one_word_field(name: str, label: str, words: Mapping[str, str]) -> Field:
    """One of a list of words, chosen with one tap."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        worded = {id_: page.wording.say(word) for id_, word in words.items()}
        st.segmented_control(
            label,
            list(words),
            default=value,
            format_func=worded.__getitem__,
            required=True,
            wrap=True,
            key=key,
        )

    return Field(name, label, ask, lambda page, value: page.wording.say(words.get(value, str(value))))


CORE = (
    text_field("title", N_("Title"), 120),
    whole_number_field("minutes", N_("Minutes"), 1, 480),
    text_field("instructions", N_("To be read out"), 2000),
)


def asked_fields(kind: ActivityKind, segments: Mapping[UUID, str]) -> tuple[Field, ...]:
    """What the room is asked: the settings of the kind, and in whose place it answers."""
    fields = [_OF_SETTING[name](kind) for name in kind.settings if name in _OF_SETTING]
    if plays_a_segment(kind) and segments:
        label = N_("In the place of which customers?")
        fields.append(optional_choice_field("segment_id", label, segments))
    return tuple(fields)


def manner_fields(kind: ActivityKind) -> tuple[Field, ...]:
    """How it is answered: with names or without, by whom, and from when on."""
    if not kind.takes_answers:
        return ()
    at_tables = (yes_no_field("by_table", N_("One phone writes for each table")),)
    return (
        yes_no_field("is_named", N_("Show names beside the answers (else answers are anonymous)")),
        yes_no_field("asks_department", N_("Ask for the department, which nobody has to name")),
        *(at_tables if any(isinstance(part, Write) for part in kind.parts) else ()),
        yes_no_field("is_ahead", N_("Open ahead by link, for days before the workshop")),
    )


def is_fixed(field: Field) -> bool:
    """Whether a field stays as it is once somebody has answered."""
    return field.name in _FIXED or field.name.startswith(_SETTING)


def shown_value(entry: object, field: Field) -> FieldValue:
    """The stored value of a field, be it one of the settings."""
    if field.name.startswith(_SETTING):
        return getattr(entry, SETTINGS)[field.name.removeprefix(_SETTING)]
    return getattr(entry, field.name)


def as_changes(stored: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Values by field as storage takes them: those of settings within all settings that are stored."""
    changes = {name: value for name, value in wanted.items() if not name.startswith(_SETTING)}
    settings = {
        name.removeprefix(_SETTING): value for name, value in wanted.items() if name.startswith(_SETTING)
    }
    return changes | ({SETTINGS: {**stored, **settings}} if settings else {})


def conflict_fields(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields as two versions of an activity are told apart: all settings in one line."""
    by_name = {field.name: field for field in fields if field.name.startswith(_SETTING)}

    def as_text(page: PageContext, value: FieldValue) -> str:
        told = (
            f"{page.wording.say(field.label)}: {field.as_text(page, value[name.removeprefix(_SETTING)])}"
            for name, field in by_name.items()
        )
        return "; ".join(told)

    settings = Field(SETTINGS, N_("Settings"), lambda *_: None, as_text)
    return (*(field for field in fields if field.name not in by_name), settings)


def _cards(kind: ActivityKind) -> Field:
    kinds: Sequence[CardKind] = next(part.kinds for part in kind.parts if isinstance(part, Write))
    return words_field(f"{_SETTING}cards", N_("Which cards?"), {one.value: CARD_WORDS[one] for one in kinds})


def _subjects(kind: ActivityKind) -> Field:
    words: dict[str, str] = {SubjectKind(one).value: SUBJECTS[one] for one in kind.subjects}
    return one_word_field(f"{_SETTING}subjects", N_("What is it about?"), words)


def _whole(name: str, label: str, most: int) -> Callable[[ActivityKind], Field]:
    return lambda _kind: whole_number_field(f"{_SETTING}{name}", label, 1, most)


_OF_SETTING: Mapping[str, Callable[[ActivityKind], Field]] = {
    "subjects": _subjects,
    "cards": _cards,
    "budget": _whole("budget", N_("Points to spend"), 1000),
    "most": _whole("most", N_("Dots for each person"), 50),
    "most_each": _whole("most_each", N_("Dots on the same one at most"), 50),
    "together": lambda _kind: yes_no_field(
        f"{_SETTING}together", N_("All together, one touchpoint after the other (else each at his own pace)")
    ),
}
