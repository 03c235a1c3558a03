"""One touchpoint in a drawer: what customers say, what the team has written down, and its basic facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from uuid import UUID

import streamlit as st

from pages._journey_edit import show_edit
from pages._journey_ratings import show_ratings
from pages._measurements import Measurements
from pages._page import PageContext
from pages._text import escaped
from pages._words import word_for
from storage.journey import FactorEntry, FindingEntry, StepEntry, TouchpointDetails, read_touchpoint
from storage.projects import ProjectSummary
from touchpoints.messages import Number
from touchpoints.model import FindingKind, Layer
from touchpoints.model import Level as FactorLevel


def show_touchpoint(
    page: PageContext, project: ProjectSummary, found: Measurements, touchpoint_id: str
) -> None:
    """Open the drawer."""
    details = read_touchpoint(page.store, page.actor, project.id, UUID(touchpoint_id))
    title = escaped(details.touchpoint.name)
    st.dialog(title, width="medium", position="right")(_drawer)(page, project, found, details)


def _drawer(
    page: PageContext, project: ProjectSummary, found: Measurements, details: TouchpointDetails
) -> None:
    say = page.wording.say
    _show_facts(page, details)
    show_ratings(page, project, found, str(details.touchpoint.id))
    if details.factors:
        _show_factors(page, details.factors)
    if details.findings:
        _show_findings(page, details.findings)
    if details.steps:
        _show_steps(page, details.steps)
    if details.encounters:
        _show_encounters(page, details)
    with st.expander(say("Change"), icon=":material/edit:"):
        show_edit(page, project, details.touchpoint)


def _show_facts(page: PageContext, details: TouchpointDetails) -> None:
    say, touchpoint = page.wording.say, details.touchpoint
    words = [touchpoint.depth, touchpoint.contact_type, touchpoint.control]
    facts = [escaped(touchpoint.phase), *(say(word_for(word)) for word in words if word)]
    if touchpoint.owner:
        owner = ", ".join(part for part in (touchpoint.owner, touchpoint.owner_position) if part)
        facts.append(say("Owner: {person}", person=escaped(owner)))
    st.caption(" · ".join(facts))
    if touchpoint.note:
        st.markdown(escaped(touchpoint.note))


def _show_factors(page: PageContext, factors: Sequence[FactorEntry]) -> None:
    """Three lists side by side: what disappoints, what is okay, what delights."""
    say = page.wording.say
    st.subheader(say("What makes it disappointing, okay or delightful"), anchor=False)
    for column, wanted in zip(st.columns(3), FactorLevel, strict=True):
        column.markdown(f"**{say(word_for(wanted))}**")
        column.markdown(_bullets(page, (one for one in factors if one.level is wanted)) or "–")


def _show_findings(page: PageContext, findings: Sequence[FindingEntry]) -> None:
    say = page.wording.say
    st.subheader(say("Findings"), anchor=False)
    order = [*FindingKind, None]
    for kind, group in groupby(sorted(findings, key=lambda f: order.index(f.kind)), key=lambda f: f.kind):
        heading = say(word_for(kind)) if kind else say("Not sorted yet")
        st.markdown(f"**{heading}**")
        st.markdown(_bullets(page, group))


def _show_steps(page: PageContext, steps: Sequence[StepEntry]) -> None:
    """What happens, above and below the line of visibility."""
    say = page.wording.say
    st.subheader(say("What happens here"), anchor=False)
    for layer in Layer:
        if layer is Layer.BEHIND:
            st.divider()
        st.markdown(f"**{say(word_for(layer))}**")
        lines = [f"- {_step_line(page, step)}" for step in steps if step.layer is layer]
        st.markdown("\n".join(lines) or "–")


def _step_line(page: PageContext, step: StepEntry) -> str:
    say, parts = page.wording.say, [escaped(step.text)]
    if step.duration_minutes:
        parts.append(say("{minutes} min", minutes=_minutes(step.duration_minutes)))
    if step.waiting_minutes:
        parts.append(say("{minutes} min waiting", minutes=_minutes(step.waiting_minutes)))
    if step.department:
        parts.append(escaped(step.department))
    return " · ".join(parts)


def _minutes(minutes: Decimal) -> Number:
    return Number(float(minutes), 0 if minutes == minutes.to_integral_value() else 1)


def _show_encounters(page: PageContext, details: TouchpointDetails) -> None:
    say, wording = page.wording.say, page.wording
    st.subheader(say("Who meets us here"), anchor=False)
    lines = []
    for found in details.encounters:
        often = ""
        if found.frequency is not None:
            often = f"{wording.number(float(found.frequency))} × {say(word_for(found.period))}"
        parts = [f"**{escaped(found.segment)}**", escaped(found.occasion), often, escaped(found.roles)]
        lines.append("- " + " · ".join(part for part in parts if part))
    st.markdown("\n".join(lines))


def _bullets(page: PageContext, entries: Iterable[FactorEntry | FindingEntry]) -> str:
    """Each with whose word it is: a guess of the team must not pass for what customers say."""
    say = page.wording.say
    return "\n".join(f"- {escaped(one.text)} ({say(word_for(one.source))})" for one in entries)
