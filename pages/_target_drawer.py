"""A touchpoint of the target strategy as its drawer has it before it, and what of it is read alone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages._action_fields import optional_choice_field
from pages._page import PageContext
from pages._read_only import show_as_text
from pages._target_inputs import TargetStrategy
from pages._text import escaped
from pages._touchpoint_fields import Field, text_field, word_field
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.segments import SegmentEntry
from storage.targets import ENDING, DecisionEntry
from touchpoints.messages import N_
from touchpoints.model import Answer, Decision, Depth
from touchpoints.target_journey import TargetPoint, said_of_ending

BECOMES = word_field("decision", N_("What becomes of it"), Decision)
# Beside the sides that its options touch.
_SIDES = (
    word_field("looked_at_data", N_("Data looked at"), Answer, is_optional=True),
    word_field("looked_at_process", N_("Process looked at"), Answer, is_optional=True),
    word_field("looked_at_tool", N_("Tool looked at"), Answer, is_optional=True),
    word_field("looked_at_people", N_("People looked at"), Answer, is_optional=True),
)


@dataclass(frozen=True)
class TargetDrawer:
    """A touchpoint as it stands in this run."""

    page: PageContext
    project: ProjectSummary
    strategy: TargetStrategy
    entry: TouchpointEntry
    point: TargetPoint

    @property
    def segment(self) -> SegmentEntry | None:
        """Whose target is set here."""
        return self.strategy.segment

    @property
    def place(self) -> str:
        """Where its faults and its undo are shown."""
        return f"{self.entry.id}-target"

    @property
    def shown(self) -> DecisionEntry:
        """The decision as it was when the drawer opened: nobody's later change is overwritten unseen."""
        nothing = DecisionEntry(self.entry.id, 0, None, None, "", "")
        stored = self.strategy.decisions.get(self.entry.id, nothing)
        kept: DecisionEntry = st.session_state.setdefault(shown_key(self.entry.id), stored)
        return kept

    def key(self, field: str) -> str:
        """The key of a widget, another one after each saving."""
        return f"target-{field}-{self.entry.id}-{self.shown.version}"


def show_read(drawer: TargetDrawer) -> None:
    """The levels, what becomes of it, and why."""
    page, decision, number = drawer.page, drawer.shown.decision, drawer.page.wording.number
    show_today(drawer)
    level = drawer.strategy.levels.get(drawer.entry.id)
    label = page.wording.say("Target")
    st.markdown(f"**{label}**  \n{'–' if level is None else number(level, 1, signed=True)}")
    show_waiting(drawer)
    show_as_text(page, [BECOMES, *fields_of(drawer, decision)], drawer.shown)
    show_ending(drawer, decision)


def show_today(drawer: TargetDrawer) -> None:
    """Its phase, and how it is experienced now."""
    point, wording = drawer.point, drawer.page.wording
    current = wording.number(point.current.value, 1, signed=True) if point.current else "–"
    today = wording.say("current level {level}", level=current)
    st.caption(f"{escaped(point.phase)} · {today}")


def show_waiting(drawer: TargetDrawer) -> None:
    """Why a delight that is planned here has to wait."""
    if reason := drawer.strategy.waiting.get(drawer.entry.id):
        st.warning(escaped(drawer.page.wording.say(reason)), icon=":material/warning:")


def show_ending(drawer: TargetDrawer, decision: Decision | None) -> None:
    """What it means for the journey where the touchpoint ends."""
    if decision in ENDING:
        said = said_of_ending(drawer.strategy.journey, str(drawer.entry.id))
        meaning = " ".join(drawer.page.wording.say(one) for one in said)
        st.info(escaped(meaning), icon=":material/route:")


def fields_of(drawer: TargetDrawer, decision: Decision | None) -> list[Field]:
    """What is asked of this decision; the improvement of key touchpoints alone."""
    fields = [text_field("reason", N_("Reason"), 500)]
    if decision is Decision.COMBINE:
        fields.insert(0, optional_choice_field("combine_with_id", N_("Combine with"), _partners(drawer)))
    if drawer.entry.depth is Depth.KEY or drawer.shown.improvement:
        label = N_("How it gets better, as the customer sees it")
        fields.append(text_field("improvement", label, 500))
    return [*fields, *_SIDES] if drawer.entry.depth is Depth.KEY else fields


def _partners(drawer: TargetDrawer) -> dict[UUID, str]:
    """The touchpoints that stay."""
    ending = {point.touchpoint_id for point in drawer.strategy.journey.points if point.ending}
    staying = (
        one for one in drawer.strategy.entries if str(one.id) not in ending and one.id != drawer.entry.id
    )
    return {one.id: f"{one.name} · {one.phase}" for one in staying}


def shown_key(touchpoint_id: UUID) -> str:
    """Where the decision is kept as it was when the drawer opened."""
    return f"target_shown_{touchpoint_id}"
