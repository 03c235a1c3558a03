"""Making a form: what it asks, about what, which KPI it feeds; the rest has its standard words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._finding_line import touchpoint_names
from pages._kpi_scale import said_of, stored_kpi
from pages._labels import told_apart
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.feedback_forms import add_form, bin_form, list_forms
from storage.kpis import list_kpis
from storage.projects import ProjectSummary
from touchpoints.feedback import ASKED, standard_question
from touchpoints.kpi_kinds import all_kinds
from touchpoints.messages import N_, message
from touchpoints.model import FeedbackKind

_PLACE = "feedback-adding"
_KEYS = {
    name: f"new-form-{name}" for name in ("kind", "touchpoint", "kpi", "name", "question", "sentence", "end")
}
_NEW, _NONE = "new", "none"
KIND_WORDS = {
    FeedbackKind.NPS: N_("NPS: would they recommend us?"),
    FeedbackKind.CSAT: N_("CSAT: are they satisfied?"),
    FeedbackKind.CES: N_("CES: was it easy?"),
    FeedbackKind.TOP_TEN: N_("The ten most important touchpoints"),
}


def ask_for_form(page: PageContext, project: ProjectSummary) -> None:
    """Open the dialog, empty."""
    for key in _KEYS.values():
        st.session_state.pop(key, None)
    st.dialog(page.wording.say("Make a form"), width="medium")(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    """Seven fields at most; those that a kind does not need are not there."""
    say, state = page.wording.say, st.session_state
    kinds = list(FeedbackKind)
    kind = st.selectbox(
        say("What is asked?"), kinds, format_func=lambda one: say(KIND_WORDS[one]), key=_KEYS["kind"]
    )
    touchpoints = touchpoint_names(page, project)
    touchpoint, kpi = None, _NONE
    if kind in ASKED:
        touchpoint = st.selectbox(
            say("About"), list(touchpoints), format_func=touchpoints.__getitem__, key=_KEYS["touchpoint"]
        )
        kpi = _ask_for_kpi(page, project, kind)
    about = touchpoints[touchpoint] if touchpoint else None
    standard = say(standard_question(kind, about))
    st.text_input(say("Name of the form, for you alone"), max_chars=120, key=_KEYS["name"])
    st.text_input(
        say("Question in your own words"), max_chars=300, placeholder=standard, key=_KEYS["question"]
    )
    st.checkbox(say("Also ask for one sentence"), value=True, key=_KEYS["sentence"])
    st.date_input(say("Open until"), None, format=date_format(page), min_value=page.today, key=_KEYS["end"])
    show_outcome(page, _PLACE)
    if st.button(say("Make the form"), type="primary", icon=":material/add:"):
        name = state[_KEYS["name"]].strip() or f"{kind.name.replace('_', ' ')} {about or ''}".strip()
        values = {
            "name": name[:120],
            "kind": kind,
            "touchpoint_id": touchpoint,
            "kpi_id": kpi if isinstance(kpi, UUID) else None,
            "question": state[_KEYS["question"]],
            "asks_sentence": state[_KEYS["sentence"]],
            "ends_on": state[_KEYS["end"]],
        }
        _add(page, project, values, makes_kpi=kpi == _NEW)


def _ask_for_kpi(page: PageContext, project: ProjectSummary, kind: FeedbackKind) -> UUID | str:
    """A new KPI, one that is there and fits, or none."""
    say = page.wording.say
    fitting = {
        kpi.id: kpi.name
        for kpi in list_kpis(page.store, page.actor, project.id)
        if kpi.kind in all_kinds() and kind.value in all_kinds()[kpi.kind].questions
    }
    names: dict[Any, str] = told_apart(
        {_NEW: say("A new KPI"), **fitting, _NONE: say("None: only the survey is kept")}
    )
    chosen: UUID | str = st.selectbox(
        say("Feeds the KPI"), list(names), format_func=names.__getitem__, key=_KEYS["kpi"]
    )
    return chosen


def _add(page: PageContext, project: ProjectSummary, values: dict[str, Any], *, makes_kpi: bool) -> None:
    say, where, added = page.wording.say, (page.store, page.actor.once(), project.id), list[UUID]()
    source = say("Public feedback form")
    kpis = list_kpis(page.store, page.actor, project.id) if values["kpi_id"] else ()
    fed = next((kpi for kpi in kpis if kpi.id == values["kpi_id"]), None)
    if not attempt(_PLACE, lambda: added.append(add_form(*where, values, source, makes_kpi=makes_kpi))):
        st.rerun(scope="fragment")
    made = next(form for form in list_forms(page.store, page.actor, project.id) if form.id == added[0])
    with_kpi = made.kpi_id if makes_kpi else None
    done = message("The form {name} is open.", name=made.name)
    if fed is not None and (said := said_of(fed, stored_kpi(page, project, fed))) is not None:
        done = message("{first} {rest}", first=done, rest=said)
    offer_undo(done, lambda: bin_form(page.store, page.actor, project.id, made.id, with_kpi=with_kpi))
    st.rerun()
