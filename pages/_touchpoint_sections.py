"""The parts of the touchpoint drawer: which are there at which depth, and what of them is still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from pages._touchpoint_conditions import conditions_of, show_conditions
from pages._touchpoint_customers import is_rated_by_customers, show_customers, show_waves
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_encounters import show_encounters
from pages._touchpoint_factors import show_factors
from pages._touchpoint_findings import show_findings
from pages._touchpoint_handovers import show_handovers
from pages._touchpoint_process import show_process
from pages._touchpoint_promise import show_promise
from pages._touchpoint_ratings import show_team_view
from touchpoints.messages import N_
from touchpoints.model import Aspect, Depth


class Section(StrEnum):
    """A part of the drawer, in the order in which they are chosen from."""

    EXPERIENCE = "experience"
    ENCOUNTERS = "encounters"
    PROCESS = "process"
    HANDOVERS = "handovers"
    PROMISE = "promise"
    FINDINGS = "findings"
    CONDITIONS = "conditions"


AT_DEPTH: Mapping[Depth, tuple[Section, ...]] = {
    Depth.ALL: (),
    Depth.SHORTLIST: (Section.EXPERIENCE, Section.ENCOUNTERS),
    Depth.KEY: tuple(Section),
}


@dataclass(frozen=True)
class _Part:
    title: str
    show: Callable[[Drawer], None]


def sections_of(drawer: Drawer) -> tuple[Section, ...]:
    """Those that the depth asks for."""
    return AT_DEPTH[drawer.touchpoint.depth]


def further_sections_of(drawer: Drawer) -> list[Section]:
    """Those of a greater depth in which something stands already: nothing written down gets lost."""
    filled = _filled(drawer)
    return [section for section in Section if section in filled and section not in sections_of(drawer)]


def open_sections(drawer: Drawer) -> list[Section]:
    """Those in which something is missing that the depth asks for."""
    complete = _complete(drawer)
    return [section for section in sections_of(drawer) if section not in complete]


def title_of(section: Section) -> str:
    """The text id of its title."""
    return _PARTS[section].title


def show_section(drawer: Drawer, section: Section) -> None:
    """Draw one part."""
    with st.container(key=f"section-{section}"):
        _PARTS[section].show(drawer)


def _filled(drawer: Drawer) -> set[Section]:
    """The parts in which there is anything; customers' ratings stand in the drawer at every depth."""
    details, rated = drawer.details, _rated(drawer)
    has = {
        Section.EXPERIENCE: details.factors or Aspect.EXPERIENCE in rated or _has_importance(drawer),
        Section.ENCOUNTERS: details.encounters,
        Section.PROCESS: details.steps,
        Section.HANDOVERS: details.handovers or Aspect.COORDINATION in rated,
        Section.PROMISE: {Aspect.BRAND, Aspect.PROMISE} & rated or drawer.touchpoint.lacking,
        Section.FINDINGS: details.findings,
        Section.CONDITIONS: not conditions_of(drawer).said.is_empty,
    }
    return {section for section, found in has.items() if found}


def _complete(drawer: Drawer) -> set[Section]:
    """The parts in which nothing is missing, as the guide counts it."""
    details, rated = drawer.details, _rated(drawer)
    is_experienced = Aspect.EXPERIENCE in rated or is_rated_by_customers(drawer)
    has_factors = bool(details.factors) or drawer.touchpoint.depth is not Depth.KEY
    has = {
        Section.EXPERIENCE: is_experienced and has_factors and _has_importance(drawer),
        Section.ENCOUNTERS: details.encounters,
        Section.PROCESS: details.steps,
        Section.HANDOVERS: details.handovers and Aspect.COORDINATION in rated,
        Section.PROMISE: {Aspect.BRAND, Aspect.PROMISE} <= rated,
        Section.FINDINGS: details.findings,
        # All of it is optional: the coach asks for what matters.
        Section.CONDITIONS: True,
    }
    return {section for section, is_there in has.items() if is_there}


def _rated(drawer: Drawer) -> set[Aspect]:
    return set(drawer.team.answers.get(drawer.touchpoint.id, {}))


def _has_importance(drawer: Drawer) -> bool:
    return drawer.touchpoint.id in drawer.team.points or drawer.touchpoint.id in drawer.team.mentions


def _show_experience(drawer: Drawer) -> None:
    """Customers and team beside each other, never in one figure; then what makes it so."""
    customers, team = st.columns(2, gap="medium")
    with customers:
        show_customers(drawer)
    with team:
        show_team_view(drawer)
    show_waves(drawer)
    if drawer.touchpoint.depth is Depth.KEY or drawer.details.factors:
        show_factors(drawer)


_PARTS = {
    Section.EXPERIENCE: _Part(N_("Experience"), _show_experience),
    Section.ENCOUNTERS: _Part(N_("Encounters"), show_encounters),
    Section.PROCESS: _Part(N_("What happens here"), show_process),
    Section.HANDOVERS: _Part(N_("Departments"), show_handovers),
    Section.PROMISE: _Part(N_("Brand and promise"), show_promise),
    Section.FINDINGS: _Part(N_("Findings"), show_findings),
    Section.CONDITIONS: _Part(N_("Conditions"), show_conditions),
}
