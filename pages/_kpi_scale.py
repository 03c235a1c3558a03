"""Says what followed for a KPI from the question that feeds it, and offers the way back or to its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.intents import NoSuchRow
from storage.kpis import KpiEntry, change_kpi, list_kpis
from storage.projects import ProjectSummary
from touchpoints.kpi_scale import repeats, said_direction, said_move, said_scale
from touchpoints.messages import Message, Number
from touchpoints.statistics import COMMON_SCALE

# What a question may have changed, and what leads back.
_FOLLOWING = ("question_id", "baseline", "target", "smallest_change", "direction")


def said_of(before: KpiEntry, after: KpiEntry) -> Message | None:
    """What another question changed beside itself, in one sentence; None where it changed nothing."""
    moved = said_move(before.figures, after.figures, after.scale or COMMON_SCALE)
    if moved is None and after.scale is not None and after.direction is not before.direction:
        return said_direction(after.scale)
    return moved


def offer_way_back(
    page: PageContext,
    project: ProjectSummary,
    before: KpiEntry,
    place: str,
    save: Callable[[int, Mapping[str, Any]], object],
) -> None:
    """Say what followed from another question; the undo saves what stood before, as a form does."""
    after = stored_kpi(page, project, before)
    if (said := said_of(before, after)) is not None:
        back = {name: getattr(before, name) for name in _FOLLOWING}

        def take_back() -> None:
            save(after.version, back)

        offer_undo(said, take_back, place)


def stored_kpi(page: PageContext, project: ProjectSummary, kpi: KpiEntry) -> KpiEntry:
    """A KPI as it is stored now; raises NoSuchRow."""
    kpis = list_kpis(page.store, page.actor, project.id)
    found = next((one for one in kpis if one.id == kpi.id), None)
    if found is None:
        raise NoSuchRow
    return found


def show_scale(page: PageContext, project: ProjectSummary, kpi: KpiEntry) -> None:
    """Say where goal and KPI are told on two scales, or a figure cannot lie on that of the question."""
    scale, say, place = kpi.scale, page.wording.say, f"scale-{kpi.id}"
    if scale is None:
        return
    ends = said_scale(scale)
    if scale != COMMON_SCALE and repeats(kpi.figures, kpi.goal):
        text = say(
            "Baseline and target are those of the goal. Where they are levels from −2 to +2, convert them to "
            "the scale of the question, from {low} to {high}: the survey is compared with them.",
            **ends,
        )
        st.warning(escaped(text), icon=":material/warning:")
        if page.may_follow_up:
            label = say("Convert to the scale of the question")
            st.button(label, place, on_click=_convert, args=(page, project, kpi, place))
    elif off := kpi.figures.off(scale):
        text = say(
            "The question is answered from {low} to {high}, so {figure} can be neither target nor baseline: "
            "correct it, or choose another question.",
            figure=Number(off[0], 2),
            **ends,
        )
        st.warning(escaped(text), icon=":material/warning:")
    elif explained := explained_scale(page, kpi):
        st.caption(escaped(explained))
    show_outcome(page, place)


def explained_scale(page: PageContext, kpi: KpiEntry) -> str:
    """That goal and KPI are told on two scales, "" where they are not."""
    scale = kpi.scale
    if scale is None or scale == COMMON_SCALE or kpi.goal is None or not kpi.goal.counts_levels:
        return ""
    return page.wording.say(
        "The goal is told in levels from −2 to +2, its KPI in points of the survey, from {low} to {high}, "
        "where {best} is best.",
        best=Number(scale.best),
        **said_scale(scale),
    )


def explained_scales(page: PageContext, kpis: Sequence[KpiEntry]) -> str:
    """The same for the KPIs of a goal: each sentence once."""
    return " ".join(dict.fromkeys(filter(None, (explained_scale(page, kpi) for kpi in kpis))))


def _convert(page: PageContext, project: ProjectSummary, kpi: KpiEntry, place: str) -> None:
    """The link to the question is saved once more: what is still told in levels follows its scale."""
    change = partial(change_kpi, page.store, page.actor, project.id, kpi.id)

    def save(version: int, changes: Mapping[str, Any]) -> None:
        attempt(place, lambda: change(version, changes))

    def convert() -> None:
        before = stored_kpi(page, project, kpi)
        change(before.version, {"question_id": before.question_id})
        offer_way_back(page, project, before, "", save)

    attempt(place, convert)
