"""The way to a new workshop: a name, a day, and an agenda to begin with."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._address import put_in_address
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._workshop import WORKSHOP_ID
from storage.access import Actor
from storage.agenda import prepare_workshop
from storage.projects import ProjectSummary
from storage.wording import wording_for
from storage.workshops import bin_workshop
from touchpoints.agendas import Agenda, agenda_of, all_agendas, worded
from touchpoints.messages import message

_PLACE = "new-workshop"
_NAME, _DAY, _AGENDA = f"{_PLACE}-name", f"{_PLACE}-day", f"{_PLACE}-agenda"


def show_preparing(page: PageContext, project: ProjectSummary) -> None:
    """Three fields and the button that makes the workshop with its agenda."""
    say = page.wording.say
    agendas = {id_: _said(page, agenda) for id_, agenda in all_agendas().items()}
    with st.form(_PLACE):
        st.radio(
            say("Agenda to begin with; everything can be changed afterwards"),
            list(agendas),
            format_func=agendas.__getitem__,
            captions=[say(agenda.note) for agenda in all_agendas().values()],
            key=_AGENDA,
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(say("Name of the workshop"), say("Workshop"), max_chars=120, key=_NAME, width=320)
            st.date_input(say("Held on"), page.today, format=date_format(page), key=_DAY, width=150)
            args = (page, page.actor.once(), project)
            st.form_submit_button(
                say("Prepare a workshop"), type="primary", icon=":material/add:", on_click=_prepare, args=args
            )
    show_outcome(page, _PLACE)


def _said(page: PageContext, agenda: Agenda) -> str:
    say = page.wording.say
    return say(
        "{agenda}: {minutes} minutes, {activities} activities",
        agenda=say(agenda.name),
        minutes=agenda.minutes,
        activities=len(agenda.activities),
    )


def _prepare(page: PageContext, actor: Actor, project: ProjectSummary) -> None:
    """Make the workshop in the project's language, and open it."""
    state = st.session_state
    name, day, agenda = state[_NAME], state[_DAY], agenda_of(state[_AGENDA])
    where, added = (page.store, actor, project.id), list[UUID]()
    values, activities = _values(name, day, agenda), _activities(project, agenda)
    if attempt(_PLACE, lambda: added.append(prepare_workshop(*where, values, activities))):
        done = message("{name} was added.", name=name)
        offer_undo(done, lambda: bin_workshop(page.store, page.actor, project.id, added[0]))
        put_in_address(WORKSHOP_ID, str(added[0]))


def _values(name: str, day: date | None, agenda: Agenda) -> dict[str, object]:
    return {"name": name, "held_on": day, "minutes": agenda.minutes}


def _activities(project: ProjectSummary, agenda: Agenda) -> list[dict[str, object]]:
    """The texts of the template become the project's own, in its language."""
    wording = wording_for(project.language)
    return [worded(item, wording) for item in agenda.items]
