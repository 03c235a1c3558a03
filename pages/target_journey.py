"""The target journey: where each touchpoint shall be, the gap to today, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._address import chosen_in_address, keep_in_address
from pages._chart import show_chart
from pages._coach_filter import is_about_phases, only_meant
from pages._labels import told_apart
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._target import open_asked, open_target
from pages._target_adding import show_adding
from pages._target_grid import PLACE, TargetGrid, show_grid
from pages._target_inputs import TargetStrategy, strategy_of, target_chart
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._undo import show_undo
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from touchpoints.charts import target_curve
from touchpoints.messages import N_

PAGE = Page(
    id="target_journey",
    title=N_("Target journey"),
    icon=":material/flag:",
    section=Section.TARGET_STRATEGY,
    order=1,
    roles=READ,
    has_charts=True,
)
_SEGMENT, _EVERYBODY = "segment", "all"
_PICKED, _OPENED, _REMEMBERED = "target_picked", "open-target", "target_asked_for"
_WARNED_OF = 3


def render(page: PageContext) -> None:
    """Both journeys, below them the targets to be typed."""
    project = page.project
    if project is None:
        return
    strategy = strategy_of(page, project, st.query_params.get(_SEGMENT, ""))
    is_for_wall = _show_head(page, project, strategy)
    if not strategy.worked_on:
        show_undo(page)
        _show_empty(page, project, strategy)
        return
    chart = target_chart(page, strategy, is_for_wall=is_for_wall)
    clicked = show_chart(chart, target_curve.ID, page.wording, on_click=True)
    _show_targets(page, project, strategy)
    _show_drawer(page, project, strategy, clicked)


def _show_head(page: PageContext, project: ProjectSummary, strategy: TargetStrategy) -> bool:
    """The title, for whom the targets are, and whether the chart is drawn for the wall."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title(say("Target journey"), width="stretch", anchor=False)
        _ask_segment(page, strategy)
        help_ = say("For the projector: readable from the last row.")
        is_for_wall: bool = st.toggle(say("Large type"), key="wall", help=help_)
    if project.is_example:
        st.caption(say("Example: the ratings are real, everything else in this project is invented."))
    return is_for_wall


def _ask_segment(page: PageContext, strategy: TargetStrategy) -> None:
    if not strategy.segments:
        return
    say, segments = page.wording.say, strategy.segments
    names = told_apart(
        {_EVERYBODY: say("All customer segments")} | {id_: one.name for id_, one in segments.items()}
    )
    chosen_in_address(_SEGMENT, names, _EVERYBODY)
    st.selectbox(
        say("Targets for"),
        list(names),
        format_func=names.__getitem__,
        key=_SEGMENT,
        on_change=keep_in_address,
        args=(_SEGMENT,),
        width=240,
    )


def _show_empty(page: PageContext, project: ProjectSummary, strategy: TargetStrategy) -> None:
    """Targets are set for the shortlist, which is chosen from the touchpoints."""
    say = page.wording.say
    with st.container(border=True):
        if not page.may_change:
            st.write(say("No target is set yet."))
            return
        if strategy.entries:
            st.write(say("Targets are set for the shortlist: the touchpoints that matter most to customers."))
            if st.button(say("Choose the shortlist"), type="primary", icon=":material/arrow_forward:"):
                go_to("rating", project.id)
            return
        st.write(say("The target journey begins with the touchpoints where customers meet you today."))
        if st.button(say("Go to the touchpoints"), type="primary", icon=":material/arrow_forward:"):
            go_to("touchpoint_board", project.id)


def _warn_of_delights(page: PageContext, strategy: TargetStrategy) -> None:
    """Extras have no effect while disappointments remain."""
    if not strategy.waiting:
        return
    say, names = page.wording.say, {entry.id: entry.name for entry in strategy.entries}
    lines = [f"{escaped(names[id_])}: {escaped(say(reason))}" for id_, reason in strategy.waiting.items()]
    left = len(lines) - _WARNED_OF
    more = [say("And {count} more.", count=left)] if left > 0 else []
    head = say("A delight is planned where disappointments are open.")
    st.warning("  \n".join([f"**{head}**", *lines[:_WARNED_OF], *more]), icon=":material/warning:")


def _show_targets(page: PageContext, project: ProjectSummary, strategy: TargetStrategy) -> None:
    """The grid; all that comes and goes stands below it, where nothing moves under the hand that types."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(say("Targets and decisions"), width="stretch", anchor=False)
        if page.may_change:
            show_adding(page, project)
        touchpoints = st.container(width="content")
    # The chart above stays whole: a journey with holes would be another one.
    # A hint about phases shows all that lies in them, on the shortlist or not.
    entries = strategy.entries if is_about_phases(page, project) else strategy.worked_on
    rows = only_meant(
        page,
        project,
        entries,
        lambda entry: entry.id,
        lambda entry: [entry.phase_id],
        is_typed_in=True,
    )
    with touchpoints:
        _ask_touchpoint(page, strategy, rows)
    if page.may_change and not strategy.journey.aimed:
        st.caption(say("Type a target from −2 to +2 beside each touchpoint; Enter leads to the next one."))
    if rows:
        show_grid(TargetGrid(page, project, strategy, rows))
    show_outcome(page, PLACE)
    show_undo(page)
    _warn_of_delights(page, strategy)
    if page.may_change and st.button(say("Goals from targets"), icon=":material/arrow_forward:"):
        go_to("goals", project.id)


def _ask_touchpoint(page: PageContext, strategy: TargetStrategy, rows: Sequence[TouchpointEntry]) -> None:
    """The way to one touchpoint by keyboard; forgets what was chosen, so that it can be chosen again."""
    say = page.wording.say
    is_filtered = len(rows) < len(strategy.worked_on)
    offered = [str(entry.id) for entry in rows] if is_filtered else list(strategy.names)
    st.selectbox(
        say("Decide with a reason") if page.may_change else say("Show a touchpoint"),
        offered,
        index=None,
        format_func=strategy.names.__getitem__,
        placeholder=say("Type a name or choose"),
        key=_OPENED,
        on_change=_remember,
        width=300,
    )


def _remember() -> None:
    st.session_state[_REMEMBERED] = st.session_state[_OPENED]
    st.session_state[_OPENED] = None


def _show_drawer(
    page: PageContext, project: ProjectSummary, strategy: TargetStrategy, clicked: str | None
) -> None:
    """Open it for what was clicked or chosen; a run for another reason leaves it closed."""
    is_new_click = clicked is not None and clicked != st.session_state.get(_PICKED)
    st.session_state[_PICKED] = clicked
    asked_for: str | None = st.session_state.pop(_REMEMBERED, None)
    if (wanted := clicked if is_new_click else asked_for) is not None:
        open_target(page, project, wanted, strategy.segment_id)
    else:
        open_asked(page, project, strategy.segment_id)


if __name__ == "__main__":
    draw(render)
