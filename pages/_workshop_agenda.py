"""The agenda as a timetable: put in order by drag, keyboard or menu; a click opens an activity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from uuid import UUID

import streamlit as st

from pages._board import Badge, BoardAction, Card, Chosen, Column, Moved, Opened, show_board, taken_intent
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._workshop import OpenWorkshop
from pages._workshop_words import ACTIVITY_STATES, said_of_questions, said_of_subjects
from storage.access import Actor
from storage.agenda import (
    ActivityEntry,
    add_activity,
    bin_activity,
    list_activities,
    move_activity,
    restore_activity,
)
from storage.projects import ProjectSummary
from storage.selections import SelectionSizes, read_selection_sizes
from storage.wording import wording_for
from storage.workshops import change_workshop
from touchpoints.activities import activity_kind, all_activities
from touchpoints.agendas import AgendaItem, worded
from touchpoints.messages import Message, message, plural
from touchpoints.timetable import Slot, overrun, timetable, whole_span

_BOARD, _COLUMN, _BIN = "agenda", "agenda", "bin"


def take_intents(page: PageContext, project: ProjectSummary, workshop_id: str) -> str | None:
    """Carry out what was done on the agenda before it is read; gives the activity to open."""
    opened = None
    while (intent := taken_intent(_BOARD)) is not None:
        if isinstance(intent, Opened):
            opened = intent.card
            continue
        actor = page.actor.once(UUID(intent.id))
        activities = list_activities(page.store, page.actor, project.id, UUID(workshop_id))
        if isinstance(intent, Moved):
            _move(page, actor, project, activities, intent)
        elif isinstance(intent, Chosen):
            _throw_away(page, actor, project, activities, intent)
    return opened


def show_agenda(opened: OpenWorkshop) -> None:
    """When it begins and ends, the activities in order, and a line to add one."""
    _show_head(opened)
    show_outcome(opened.page, _BOARD)
    if opened.activities:
        sizes = read_selection_sizes(*opened.where, opened.workshop.id)
        _show_timetable(opened, sizes)
    else:
        st.caption(opened.say("Nothing is planned yet. Add the first activity below."))
    _show_adding(opened)


def _show_head(opened: OpenWorkshop) -> None:
    minutes = [one.minutes for one in opened.activities]
    say, key = opened.say, opened.place("starts")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.time_input(
            say("Begins at"),
            opened.workshop.starts_at,
            key=f"{key}-{opened.workshop.version}",
            step=300,
            width=130,
            on_change=_set_start,
            args=(opened, f"{key}-{opened.workshop.version}"),
        )
        span = whole_span(opened.workshop.starts_at, minutes)
        st.markdown(f"**{span}** · {say(_length(opened.activities))}")
    if (over := overrun(minutes, opened.workshop.minutes)) is not None:
        st.warning(say(over), icon=":material/schedule:")
    show_outcome(opened.page, key)


def _length(activities: Sequence[ActivityEntry]) -> Message:
    asked = sum(activity_kind(one.kind).takes_answers for one in activities)
    return plural(
        "{minutes} minutes, {activities} activities and {count} break",
        "{minutes} minutes, {activities} activities and {count} breaks",
        len(activities) - asked,
        minutes=sum(one.minutes for one in activities),
        activities=asked,
    )


def _set_start(opened: OpenWorkshop, key: str) -> None:
    chosen: time | None = st.session_state[key]
    workshop, before = opened.workshop, opened.workshop.starts_at
    if chosen is None or chosen == before:
        return
    where, place = opened.where, opened.place("starts")
    if attempt(place, lambda: change_workshop(*where, workshop.id, workshop.version, {"starts_at": chosen})):
        offer_undo(
            message("The workshop begins at {time}.", time=f"{chosen:%H:%M}"),
            lambda: change_workshop(*where, workshop.id, workshop.version + 1, {"starts_at": before}),
        )


def _show_timetable(opened: OpenWorkshop, sizes: SelectionSizes) -> None:
    slots = timetable(opened.workshop.starts_at, [one.minutes for one in opened.activities])
    cards = [
        _card(opened, activity, slot, sizes) for activity, slot in zip(opened.activities, slots, strict=True)
    ]
    note = opened.say("Drag to put it in order, click to change it.")
    column = Column(_COLUMN, opened.say("Agenda"), note)
    show_board([column], cards, [BoardAction(_BIN, opened.say("Throw away"))], _BOARD, opened.page.wording)


def _card(opened: OpenWorkshop, activity: ActivityEntry, slot: Slot, sizes: SelectionSizes) -> Card:
    say, kind = opened.say, activity_kind(activity.kind)
    subjects = said_of_subjects(kind, activity, sizes)
    facts = [say("{minutes} min", minutes=activity.minutes), *([say(subjects)] if subjects else [])]
    sign = ACTIVITY_STATES.get(activity.state)
    badges = [Badge(sign[0], say(sign[1]))] if sign else []
    badges += [Badge("✎", say("with names"))] if activity.is_named else []
    badges += [Badge("⚑", say("open ahead by link"))] if activity.is_ahead else []
    return Card(
        id=str(activity.id),
        column=_COLUMN,
        version=activity.version,
        title=f"{slot}  {activity.title}",
        lines=tuple(
            line for line in (" · ".join(facts), said_of_questions(opened, kind, activity.settings)) if line
        ),
        badges=tuple(badges),
        is_dimmed=not kind.takes_answers,
    )


def _move(
    page: PageContext,
    actor: Actor,
    project: ProjectSummary,
    activities: Sequence[ActivityEntry],
    moved: Moved,
) -> None:
    id_ = UUID(moved.cards[0].id)
    order = [one.id for one in activities]
    was_before = next(iter(order[order.index(id_) + 1 :]), None) if id_ in order else None
    before = UUID(moved.before) if moved.before else None
    where = (page.store, actor, project.id)
    if attempt(_BOARD, lambda: move_activity(*where, id_, before)):
        name = next((one.title for one in activities if one.id == id_), "")
        back = (page.store, page.actor, project.id, id_, was_before)
        offer_undo(message("{name} was moved.", name=name), lambda: move_activity(*back))


def _throw_away(
    page: PageContext,
    actor: Actor,
    project: ProjectSummary,
    activities: Sequence[ActivityEntry],
    chosen: Chosen,
) -> None:
    id_ = UUID(chosen.cards[0].id)
    found = next((one for one in activities if one.id == id_), None)
    if found is not None and attempt(_BOARD, lambda: bin_activity(page.store, actor, project.id, id_)):
        offer_return(page, project, found)


def offer_return(page: PageContext, project: ProjectSummary, activity: ActivityEntry) -> None:
    """Say that an activity lies in the bin, and how it comes back."""
    done = message("{name} is in the bin and stays there for 30 days.", name=activity.title)
    offer_undo(done, lambda: restore_activity(page.store, page.actor, project.id, activity.id))


def _show_adding(opened: OpenWorkshop) -> None:
    """An activity of any kind, as its template has it; it stands at the end and is moved from there."""
    say, key = opened.say, opened.place("add")
    kinds = {id_: say(kind.name) for id_, kind in all_activities().items()}
    with (
        st.form(f"form-{key}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.selectbox(say("Another activity"), list(kinds), format_func=kinds.__getitem__, key=key, width=320)
        once = opened.page.actor.once()
        label, icon = say("Add"), ":material/add:"
        st.form_submit_button(label, icon=icon, key=f"do-{key}", on_click=_add, args=(opened, once, key))
    show_outcome(opened.page, key)


def _add(opened: OpenWorkshop, actor: Actor, key: str) -> None:
    kind, project = activity_kind(st.session_state[key]), opened.project
    values = worded(AgendaItem(kind.id, kind.minutes), wording_for(project.language))
    where, added = (opened.page.store, actor, project.id), list[UUID]()
    if attempt(key, lambda: added.append(add_activity(*where, opened.workshop.id, values))):
        done = message("{name} was added.", name=values["title"])
        offer_undo(done, lambda: bin_activity(*opened.where, added[0]))
