"""One touchpoint of the target strategy in a drawer: its target, what becomes of it and why, and its goal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen
from pages._goal_proposals import propose_goals
from pages._page import PageContext
from pages._stored_value import follow
from pages._target_drawer import (
    BECOMES,
    TargetDrawer,
    fields_of,
    show_ending,
    show_read,
    show_today,
    show_waiting,
    shown_key,
)
from pages._target_inputs import strategy_of
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from pages._words import word_for
from storage.intents import NoSuchRow
from storage.journey import bin_touchpoint, restore_touchpoint
from storage.projects import ProjectSummary
from storage.targets import ENDING, DecisionEntry, change_decision, set_target
from touchpoints.messages import Message, message
from touchpoints.model import Decision

_ASKED = "target_asked_before_it_ends"
# What can become of a touchpoint that is there already.
_DECISIONS = tuple(decision for decision in Decision if decision is not Decision.NEW)


def ask_before_it_ends(touchpoint_id: UUID, decision: Decision | None) -> None:
    """Let the next run open the drawer with this decision, which is not taken yet."""
    st.session_state[_ASKED] = (touchpoint_id, decision)


def open_asked(page: PageContext, project: ProjectSummary, segment_id: str) -> None:
    """Open the drawer where a decision has to be thought over."""
    asked: tuple[UUID, Decision | None] | None = st.session_state.pop(_ASKED, None)
    if asked is not None:
        open_target(page, project, asked[0], segment_id, draft=asked[1])


def open_target(
    page: PageContext,
    project: ProjectSummary,
    touchpoint_id: UUID | str,
    segment_id: str = "",
    *,
    draft: Decision | None = None,
) -> None:
    """Open the drawer; raises NoSuchRow. A `draft` is a decision that is proposed and not stored."""
    drawer = _read(page, project, UUID(str(touchpoint_id)), segment_id)
    st.session_state.pop(shown_key(drawer.entry.id), None)
    st.session_state[drawer.key("decision")] = draft or drawer.shown.decision
    title = escaped(drawer.entry.name)
    dialog = st.dialog(title, width="medium", position="right", on_dismiss="rerun")
    dialog(_show)(page, project, drawer.entry.id, segment_id)


def _read(page: PageContext, project: ProjectSummary, touchpoint_id: UUID, segment_id: str) -> TargetDrawer:
    strategy = strategy_of(page, project, segment_id)
    entry = next((entry for entry in strategy.entries if entry.id == touchpoint_id), None)
    point = strategy.point(touchpoint_id)
    if entry is None or point is None:
        raise NoSuchRow
    return TargetDrawer(page, project, strategy, entry, point)


def _show(page: PageContext, project: ProjectSummary, touchpoint_id: UUID, segment_id: str) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer = _read(page, project, touchpoint_id, segment_id)
    if not page.may_change:
        show_read(drawer)
        return
    _show_target(drawer)
    if drawer.entry.is_planned:
        _show_planned(drawer)
    decision = Decision.NEW if drawer.entry.is_planned else _ask_decision(drawer)
    _show_form(drawer, decision)
    show_undecided(page, drawer.place)
    show_outcome(page, drawer.place)
    _show_goal(drawer)


def _show_target(drawer: TargetDrawer) -> None:
    """The level beside the one of today, stored at once."""
    say = drawer.page.wording.say
    show_today(drawer)
    level = drawer.strategy.levels.get(drawer.entry.id)
    key = f"target-level-{drawer.entry.id}-{drawer.strategy.segment_id}"
    follow(key, level)
    label = (
        say("Target for {segment}", segment=escaped(drawer.segment.name)) if drawer.segment else say("Target")
    )
    st.number_input(
        label,
        min_value=-2.0,
        max_value=2.0,
        step=0.5,
        format="%.1f",
        key=key,
        width=200,
        on_change=_set_target,
        args=(drawer, key),
    )
    show_waiting(drawer)


def _set_target(drawer: TargetDrawer, key: str) -> None:
    page, segment_id = drawer.page, drawer.segment.id if drawer.segment else None
    level = st.session_state[key]
    where = (page.store, page.actor, drawer.project.id, drawer.entry.id, segment_id)
    before = drawer.strategy.levels.get(drawer.entry.id)
    if attempt(drawer.place, lambda: set_target(*where, level)) and level is None:
        done = message("The target of {touchpoint} was taken back.", touchpoint=drawer.entry.name)
        offer_undo(done, lambda: set_target(*where, before), drawer.place)


def _ask_decision(drawer: TargetDrawer) -> Decision | None:
    """What becomes of it; what that means for the journey is said before it is saved."""
    say, key = drawer.page.wording.say, drawer.key("decision")
    st.session_state.setdefault(key, drawer.shown.decision)
    decision: Decision | None = st.segmented_control(
        say("What becomes of it"),
        _DECISIONS,
        format_func=lambda one: say(word_for(one)),
        wrap=True,
        key=key,
    )
    show_ending(drawer, decision)
    return decision


def _show_form(drawer: TargetDrawer, decision: Decision | None) -> None:
    page, say, shown = drawer.page, drawer.page.wording.say, drawer.shown
    fields = fields_of(drawer, decision)
    with st.form(f"target-{drawer.entry.id}", border=False):
        for field in fields:
            field.ask(page, say(field.label), getattr(shown, field.name), drawer.key(field.name))
        st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(drawer, decision, fields))


def _save(drawer: TargetDrawer, decision: Decision | None, fields: list[Field]) -> None:
    shown = drawer.shown
    wanted = {one.name: chosen(one, st.session_state[drawer.key(one.name)]) for one in fields}
    wanted["decision"] = decision
    changes = {
        name: value for name, value in wanted.items() if (value or None) != (getattr(shown, name) or None)
    }
    if not changes:
        return

    def save(version: int, changed: Mapping[str, Any]) -> None:
        page, project_id = drawer.page, drawer.project.id
        before = _stored(drawer)
        change_decision(page.store, page.actor, project_id, drawer.entry.id, version, changed)
        _offer_to_take_back(drawer, before, changed)

    if save_changes(Saving(drawer.place, (BECOMES, *fields), save), shown.version, changes):
        st.session_state.pop(shown_key(drawer.entry.id), None)


def _stored(drawer: TargetDrawer) -> DecisionEntry:
    """What was decided as it stands now, whatever the drawer shows."""
    strategy = strategy_of(drawer.page, drawer.project, drawer.strategy.segment_id)
    return strategy.decisions.get(drawer.entry.id, DecisionEntry(drawer.entry.id, 0, None, None, "", ""))


def _offer_to_take_back(drawer: TargetDrawer, before: DecisionEntry, changed: Mapping[str, Any]) -> None:
    """Where the touchpoint ends, and where something that was decided or told before is gone."""
    # Whoever decides otherwise leaves the partner alone.
    names = {*changed, "combine_with_id"} if "decision" in changed else set(changed)
    told = {name: getattr(before, name) for name in names}
    is_ending = changed.get("decision") in ENDING
    if not is_ending and not any(told.values()):
        return

    def take_back() -> None:
        where = (drawer.page.store, drawer.page.actor, drawer.project.id, drawer.entry.id)
        change_decision(*where, _stored(drawer).version, told)
        st.session_state.pop(shown_key(drawer.entry.id), None)

    offer_undo(_said_of_change(drawer, changed, is_ending=is_ending), take_back, drawer.place)


def _said_of_change(drawer: TargetDrawer, changed: Mapping[str, Any], *, is_ending: bool) -> Message:
    name = drawer.entry.name
    if is_ending:
        return message("{touchpoint} ends in the target journey.", touchpoint=name)
    if "decision" in changed and changed["decision"] is None:
        return message("Nothing is decided about {touchpoint} any more.", touchpoint=name)
    return message("{name} was changed.", name=name)


def _show_planned(drawer: TargetDrawer) -> None:
    """What is only planned can be thrown away."""
    say = drawer.page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        st.write(say("New: it stands in the target journey alone until the next round begins."))
        if st.button(say("Move to bin"), key=f"bin-{drawer.place}", icon=":material/delete:"):
            _throw_away(drawer)


def _throw_away(drawer: TargetDrawer) -> None:
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, drawer.entry.id)
    if attempt(drawer.place, lambda: bin_touchpoint(*where)):
        done = message("{name} is in the bin and stays there for 30 days.", name=drawer.entry.name)
        offer_undo(done, lambda: restore_touchpoint(*where))
        st.rerun()


def _show_goal(drawer: TargetDrawer) -> None:
    """From the target one press proposes a goal."""
    say = drawer.page.wording.say
    if drawer.point.aim is None:
        return
    st.button(
        say("Propose a goal from the target"),
        key=f"goal-{drawer.place}",
        icon=":material/flag:",
        on_click=propose_goals,
        args=(drawer.page, drawer.project, [drawer.point], drawer.strategy.journey.view, drawer.segment),
        kwargs={"drawer": drawer.place},
    )
