"""The wall of findings: six kinds as columns, and comments of customers that are still to be sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

import streamlit as st

from pages._address import asked_in_address
from pages._board import Badge, BoardAction, Card, Chosen, Column, Moved, Opened, show_board, taken_intent
from pages._coach_filter import only_meant
from pages._finding_actions import is_answered, make_actions
from pages._finding_acts import throw_away, to_kind
from pages._finding_form import ask_for_changes
from pages._finding_line import show_adding
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._text import escaped
from pages._touchpoint_findings import QUESTIONS
from pages._undo import show_undo
from pages._words import word_for
from storage.access import Actor
from storage.findings import FindingAction, WallFinding, actions_of_findings, list_findings
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Number, message, plural
from touchpoints.model import FindingKind
from touchpoints.plan_words import STATUS_SIGNS

PAGE = Page(
    id="findings",
    title=N_("Findings"),
    icon=":material/sticky_note_2:",
    section=Section.CURRENT_STATE,
    order=4,
    roles=FOLLOW_UP,
)
_BOARD = "findings-wall"
_ACTION = "action"
_UNSORTED = "unsorted"
# Comments of customers come by the hundred; a team sorts them from the top.
_MOST_UNSORTED = 50


def render(page: PageContext) -> None:
    """A line to add one, and the wall."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    opened = _take_intents(page, project) or str(asked_in_address("finding"))
    st.title(say("Findings"), anchor=False)
    show_undo(page)
    show_adding(page, project)
    findings = list_findings(page.store, page.actor, project.id)
    shown = only_meant(page, project, findings, lambda finding: finding.id)
    became = actions_of_findings(page.store, page.actor, project.id)
    actions = [BoardAction(_ACTION, say("Make it an action")), BoardAction("bin", say("Move to bin"))]
    show_board(
        _columns(page, project, findings),
        [_card(page, project, finding, became.get(finding.id, ())) for finding in _shown(shown)],
        actions,
        _BOARD,
        page.wording,
        bulk_actions=actions,
    )
    found = next((finding for finding in findings if str(finding.id) == opened), None)
    if found is not None:
        ask_for_changes(page, project, found)


def _take_intents(page: PageContext, project: ProjectSummary) -> str | None:
    """Carry out what was done on the wall before it is read; gives the finding to open."""
    opened = None
    while (intent := taken_intent(_BOARD)) is not None:
        if isinstance(intent, Opened):
            opened = intent.card
            continue
        actor, ids = page.actor.once(UUID(intent.id)), [UUID(card.id) for card in intent.cards]
        try:
            if isinstance(intent, Moved):
                kind = None if intent.column == _UNSORTED else FindingKind(intent.column)
                to_kind(page, actor, project, ids, kind)
            else:
                _carry_out(page, actor, project, intent, ids)
        except TouchpointsError as fault:
            st.error(escaped(page.wording.say(fault.message)))
    return opened


def _carry_out(
    page: PageContext, actor: Actor, project: ProjectSummary, chosen: Chosen, ids: Sequence[UUID]
) -> None:
    """What was chosen from the menu of one card or of several; a finding never gets a second action."""
    if chosen.action != _ACTION:
        throw_away(page, actor, project, ids)
        return
    where = (page.store, page.actor, project.id)
    became = actions_of_findings(*where)
    findings = [
        one for one in list_findings(*where) if one.id in ids and not is_answered(became.get(one.id, ()))
    ]
    if findings:
        make_actions(page, page.actor, UUID(chosen.id), project, findings)
    else:
        st.info(page.wording.say("There is an action for it already. Open the card to get to it."))


def _shown(findings: Sequence[WallFinding]) -> Iterable[WallFinding]:
    unsorted = [finding for finding in findings if finding.kind is None]
    return [*unsorted[:_MOST_UNSORTED], *(finding for finding in findings if finding.kind is not None)]


def _columns(page: PageContext, project: ProjectSummary, findings: Sequence[WallFinding]) -> list[Column]:
    """The kinds with their questions, and what waste adds up to; before them what is still to be sorted."""
    say = page.wording.say
    notes = {kind: say(question) for kind, question in QUESTIONS.items()}
    waste = [finding for finding in findings if finding.kind is FindingKind.WASTE]
    if any(finding.minutes_per_month or finding.cost_per_month for finding in waste):
        notes[FindingKind.WASTE] = say("in all {lost}", lost=_lost(page, project, waste))
    columns = [Column(kind.value, say(word_for(kind)), note) for kind, note in notes.items()]
    unsorted = sum(finding.kind is None for finding in findings)
    if unsorted:
        columns.insert(
            0, Column(_UNSORTED, say("Not sorted yet"), _say_of_rest(page, unsorted), is_set_off=True)
        )
    return columns


def _say_of_rest(page: PageContext, unsorted: int) -> str:
    """How many more there are than the column shows."""
    rest = unsorted - _MOST_UNSORTED
    return page.wording.say(plural("and {count} more", "and {count} more", rest)) if rest > 0 else ""


def _card(
    page: PageContext, project: ProjectSummary, finding: WallFinding, actions: Sequence[FindingAction]
) -> Card:
    say = page.wording.say
    source = say("contact staff") if finding.from_contact_staff else say(word_for(finding.source))
    lines = [finding.touchpoint or say("Whole journey"), _lost(page, project, [finding])]
    return Card(
        id=str(finding.id),
        column=finding.kind.value if finding.kind else _UNSORTED,
        version=finding.version,
        title=finding.text,
        lines=tuple(line for line in lines if line),
        badges=(Badge("“", source), *(_badge(page, action) for action in actions)),
    )


def _badge(page: PageContext, action: FindingAction) -> Badge:
    """That it became an action, and how far that is."""
    status = message(word_for(action.status))
    return Badge(STATUS_SIGNS[action.status], page.wording.say("Action: {status}", status=status))


def _lost(page: PageContext, project: ProjectSummary, findings: Sequence[WallFinding]) -> str:
    """Minutes and money that are lost a month, empty where nobody knows."""
    say = page.wording.say
    minutes = sum((finding.minutes_per_month or Decimal(0) for finding in findings), Decimal(0))
    cost = sum((finding.cost_per_month or Decimal(0) for finding in findings), Decimal(0))
    parts = []
    if minutes:
        parts.append(say("{minutes} min a month", minutes=Number(float(minutes))))
    if cost:
        parts.append(say("{cost} {currency} a month", cost=Number(float(cost)), currency=project.currency))
    return " · ".join(parts)


if __name__ == "__main__":
    draw(render)
