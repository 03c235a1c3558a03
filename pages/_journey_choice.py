"""What of the journey to show: which chart, which wave, which segments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import ModuleType

import streamlit as st

from pages._address import choose_one, chosen_in_address, keep_in_address
from pages._charts_found import found_charts
from pages._labels import told_apart
from pages._measurements import Measurements, divided
from pages._page import PageContext
from pages._text import escaped
from storage.projects import ProjectSummary
from touchpoints.charts import Input
from touchpoints.messages import Wording

# More touchpoints than this cannot all be named on a wall, and more than two lines through them are a tangle.
_MANY_STOPS = 60
_MOST_LINES, _MOST_LONG_LINES = 4, 2
_FEWEST_WAVES = 2
_ALL_WAVES = "*"
_INPUTS = (Input.LINES, Input.SEGMENTS, Input.WAVES)


@dataclass(frozen=True)
class Choice:
    """None stands for all: waves (pooled), phases, customers; `values` are those of `by` drawn as lines."""

    view: str
    wave: str | None
    phase: str | None
    by: str | None
    values: tuple[str, ...]
    touchpoints: tuple[str, ...]
    is_for_wall: bool


def ask_what_to_show(
    page: PageContext, project: ProjectSummary, found: Measurements, *, is_for_wall: bool
) -> tuple[Measurements, Choice]:
    """The choices above the chart, only those that mean something for it; and the measurements so divided."""
    say = page.wording.say
    charts = _usable_charts(found)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = choose_one(say("Show"), {id_: say(chart.NAME) for id_, chart in charts.items()}, "view")
        input_ = charts[view].INPUT
        has_waves = input_ is Input.WAVES
        wave = None if has_waves else _ask_wave(page, found)
        phase = None if has_waves else ask_phase(page, found)
        by = None if has_waves else _ask_segmentation(page, found, is_needed=input_ is Input.SEGMENTS)
    if by is not None:
        found = divided(page, project.id, found, by)
    values = _ask_values(found, page.wording, by) if by and input_ is Input.LINES else ()
    touchpoints = _ask_touchpoints(page, found) if has_waves else ()
    return found, Choice(view, wave, phase, by, values, touchpoints, is_for_wall)


def _usable_charts(found: Measurements) -> dict[str, ModuleType]:
    """The charts whose input the project has."""
    unusable = set()
    if not found.segmentations:
        unusable.add(Input.SEGMENTS)
    if len(found.wave_labels) < _FEWEST_WAVES:
        unusable.add(Input.WAVES)
    return found_charts(*(input_ for input_ in _INPUTS if input_ not in unusable))


def _ask_wave(page: PageContext, found: Measurements) -> str | None:
    """The newest wave first: it says how things are; all together would hide what has changed."""
    if len(found.wave_labels) < _FEWEST_WAVES:
        return None
    everything, waves = page.wording.say("All waves"), [*reversed(found.wave_labels), _ALL_WAVES]
    chosen = chosen_in_address("wave", waves, waves[0])
    st.selectbox(
        page.wording.say("Survey wave"),
        waves,
        format_func=lambda label: everything if label == _ALL_WAVES else label,
        key="wave",
        on_change=keep_in_address,
        args=("wave",),
        width=180,
    )
    return None if chosen == _ALL_WAVES else chosen


def ask_phase(page: PageContext, found: Measurements) -> str | None:
    """A part of the journey, where the whole is more than a wall can name."""
    phases = list(dict.fromkeys(stop.phase for stop in found.stops))
    if not _is_long(found) or len(phases) < 2:
        return None
    everything = page.wording.say("Whole journey")
    chosen = st.selectbox(
        page.wording.say("Phase"),
        ["", *phases],
        format_func=lambda name: name or everything,
        key="phase",
        bind="query-params",
        width=200,
    )
    return chosen or None


def within(found: Measurements, phase: str | None) -> Measurements:
    """The same measurements, with the stops of one phase alone."""
    if phase is None:
        return found
    return replace(found, stops=tuple(stop for stop in found.stops if stop.phase == phase))


def _is_long(found: Measurements) -> bool:
    return len(found.stops) > _MANY_STOPS


def _ask_segmentation(page: PageContext, found: Measurements, *, is_needed: bool) -> str | None:
    if not found.segmentations:
        return None
    everybody = page.wording.say("All customers")
    options = list(found.segmentations) if is_needed else ["", *found.segmentations]
    chosen = st.selectbox(
        page.wording.say("Customers by"),
        options,
        format_func=lambda name: name or everybody,
        key="by-needed" if is_needed else "by",
        bind="query-params",
        width=240,
    )
    return chosen or None


def _ask_values(found: Measurements, wording: Wording, by: str) -> tuple[str, ...]:
    """Which values are drawn as lines; more than a handful would be a tangle."""
    values = found.values
    chosen = st.pills(
        wording.say("Lines"),
        values,
        selection_mode="multi",
        default=values[: _MOST_LONG_LINES if _is_long(found) else _MOST_LINES],
        format_func=escaped,
        key=f"values-{by}",
    )
    return tuple(value for value in values if value in chosen)


def _ask_touchpoints(page: PageContext, found: Measurements) -> tuple[str, ...]:
    measured = {rating.question.touchpoint_id for rating in found.pooled}
    names = told_apart({stop.id: stop.name for stop in found.stops if stop.id in measured})
    chosen = st.multiselect(
        page.wording.say("Touchpoints"),
        list(names),
        format_func=names.__getitem__,
        max_selections=6,
        placeholder=page.wording.say("Those that changed most"),
        key="trend-touchpoints",
    )
    return tuple(chosen)
