"""One review as it is held: who is there, agenda, minutes, findings, and decisions that become actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen, date_field, optional_choice_field
from pages._address import put_in_address
from pages._page import PageContext
from pages._person_choice import person_names, stored_persons
from pages._read_only import show_as_text
from pages._review_board import review_of
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field, text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.access import Actor
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from storage.reviews import (
    ReviewDetails,
    ReviewEntry,
    bin_review,
    change_review,
    restore_review,
    set_participants,
)
from storage.store import Store
from touchpoints.messages import N_, message

REVIEW = "review"
_FACTS, _MINUTES, _PEOPLE = "facts", "minutes", "people"


@dataclass(frozen=True)
class OpenReview:
    """The review that is open, with the page that shows it."""

    page: PageContext
    project: ProjectSummary
    details: ReviewDetails

    @property
    def review(self) -> ReviewEntry:
        """Its facts and decisions."""
        return self.details.review

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id

    @property
    def may_edit(self) -> bool:
        """Whether it is held here, or only read."""
        return self.page.may_follow_up

    def place(self, part: str) -> str:
        """The name of a part of the page, for its faults and its undo."""
        return f"review-{part}-{self.review.id}"


def show_facts(opened: OpenReview) -> None:
    """The way to its name, day and touchpoint, which are asked only when somebody wants to change them."""
    if not opened.may_edit:
        return
    if st.button(opened.say("Change the review"), icon=":material/edit:"):
        ask = st.dialog(opened.say("Review"), on_dismiss="rerun")(_ask_for_facts)
        ask(opened.page, opened.project, opened.review.id)
    show_outcome(opened.page, opened.place(_FACTS))


def _ask_for_facts(page: PageContext, project: ProjectSummary, review_id: UUID) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    opened = OpenReview(page, project, review_of(page, project, review_id))
    entries = list_touchpoints(*opened.where)
    fields = (
        text_field("name", N_("Name of the review"), 120),
        date_field("held_on", N_("Held on")),
        optional_choice_field("touchpoint_id", N_("Touchpoint"), {one.id: one.name for one in entries}),
    )
    _show_form(opened, _FACTS, fields)
    if st.button(opened.say("Move to bin"), icon=":material/delete:", type="tertiary"):
        _throw_away(opened)


def show_minutes(opened: OpenReview) -> None:
    """What was said, in free words."""
    fields = (text_field("minutes", N_("Minutes of the meeting"), 8000),)
    if opened.may_edit:
        _show_form(opened, _MINUTES, fields)
    elif opened.review.minutes:
        show_as_text(opened.page, fields, opened.review)


def _show_form(opened: OpenReview, part: str, fields: Sequence[Field]) -> None:
    """Some fields with one button; saved is what was changed."""
    place = opened.place(part)
    shown = _shown(opened, place, fields)
    with st.form(f"form-{place}", border=False):
        for field in fields:
            value, key = getattr(shown, field.name), _key(place, shown, field)
            field.ask(opened.page, opened.say(field.label), value, key)
        label = opened.say("Save")
        st.form_submit_button(label, key=f"save-{place}", on_click=_save, args=(opened, place, fields))
    show_undecided(opened.page, place)
    show_outcome(opened.page, place)


def _shown(opened: OpenReview, place: str, fields: Sequence[Field]) -> ReviewEntry:
    """The review as this form began with it: what is being typed stays when somebody else saves meanwhile."""
    kept: ReviewEntry | None = st.session_state.get(_shown_key(place))
    if kept is None or _key(place, kept, fields[0]) not in st.session_state:
        st.session_state[_shown_key(place)] = kept = opened.review
    return kept


def _shown_key(place: str) -> str:
    return f"shown-{place}"


def _key(place: str, shown: ReviewEntry, field: Field) -> str:
    return f"{field.name}-{place}-{shown.version}"


def _save(opened: OpenReview, place: str, fields: Sequence[Field]) -> None:
    review, shown = opened.review, _shown(opened, place, fields)
    wanted = {field.name: chosen(field, st.session_state[_key(place, shown, field)]) for field in fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(shown, name)}
    # A newer version in which other fields were changed is no reason to ask.
    is_same = all(getattr(review, field.name) == getattr(shown, field.name) for field in fields)

    def save(version: int, changed: Mapping[str, Any]) -> None:
        change_review(*opened.where, review.id, version, changed)

    version = review.version if is_same else shown.version
    if changes and save_changes(Saving(place, fields, save), version, changes):
        st.session_state.pop(_shown_key(place), None)


def _throw_away(opened: OpenReview) -> None:
    where, review = opened.where, opened.review
    if attempt(opened.place(_FACTS), lambda: bin_review(*where, review.id)):
        done = message("{name} is in the bin and stays there for 30 days.", name=review.name)
        offer_undo(done, lambda: restore_review(*where, review.id))
        put_in_address(REVIEW, "")
        st.rerun()


def show_people(opened: OpenReview) -> None:
    """Who took part: people of the project, and names typed anew; stored as soon as it changes."""
    review, key = opened.review, opened.place(_PEOPLE)
    stored = [person.id for person in review.people]
    names: dict[Any, str] = {person.id: person.name for person in review.people}
    if not opened.may_edit:
        told = ", ".join(names.values()) or opened.say("nobody yet")
        st.caption(opened.say("Who took part"))
        st.markdown(escaped(told))
        return
    names |= person_names(opened.page, opened.project)
    follow(key, stored)
    st.multiselect(
        opened.say("Who took part"),
        list(names),
        format_func=lambda id_: names.get(id_, str(id_)),
        accept_new_options=True,
        placeholder=opened.say("nobody yet"),
        key=key,
        on_change=_keep_people,
        args=(opened, stored, key),
    )
    show_outcome(opened.page, key)


def _keep_people(opened: OpenReview, before: Sequence[UUID], place: str) -> None:
    where, id_ = opened.where, opened.review.id

    def store() -> None:
        ids = stored_persons(opened.page, opened.project, st.session_state[place])
        set_participants(*where, id_, ids)

    if attempt(place, store):
        done = message("{name} was changed.", name=opened.review.name)
        offer_undo(done, lambda: set_participants(*where, id_, before), place)
