"""The wall of findings: six kinds as columns, and comments of customers that are still to be sorted."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._board import Badge, BoardAction, Card, Chosen, Column, Moved, Opened, show_board, taken_intent
from pages._page import Page, PageContext, Section, draw
from pages._touchpoint import open_touchpoint
from pages._undo import offer_undo, show_undo
from pages._words import word_for
from storage.access import Actor
from storage.entries import add_entry, bin_entry, change_entry, restore_entry
from storage.findings import WallFinding, list_findings
from storage.intents import VersionConflict
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import N_, message, plural
from touchpoints.model import Finding, FindingKind

PAGE = Page(
    id="findings",
    title=N_("Findings"),
    icon=":material/sticky_note_2:",
    section=Section.CURRENT_STATE,
    order=4,
)
_BOARD = "findings-wall"
_UNSORTED = "unsorted"


def render(page: PageContext) -> None:
    """A line to add one, and the wall."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    opened = _take_intents(page, project)
    st.title(say("Findings"), anchor=False)
    show_undo(page)
    _show_adding(page, project)
    findings = list_findings(page.store, page.actor, project.id)
    show_board(
        _columns(page, findings),
        [_card(page, finding) for finding in findings],
        [BoardAction("bin", say("Move to bin"))],
        _BOARD,
        page.wording,
        bulk_actions=[BoardAction("bin", say("Move to bin"))],
    )
    if opened is not None:
        _open(page, project, findings, opened)


def _columns(page: PageContext, findings: tuple[WallFinding, ...]) -> list[Column]:
    say = page.wording.say
    columns = [Column(kind.value, say(word_for(kind))) for kind in FindingKind]
    if any(finding.kind is None for finding in findings):
        columns.insert(0, Column(_UNSORTED, say("Not sorted yet"), is_set_off=True))
    return columns


def _card(page: PageContext, finding: WallFinding) -> Card:
    say = page.wording.say
    source = say("contact staff") if finding.from_contact_staff else say(word_for(finding.source))
    return Card(
        id=str(finding.id),
        column=finding.kind.value if finding.kind else _UNSORTED,
        version=finding.version,
        title=finding.text,
        lines=(finding.touchpoint or say("Whole journey"),),
        badges=(Badge("“", source),),
    )


def _show_adding(page: PageContext, project: ProjectSummary) -> None:
    """Three fields: what, of which kind, where; Enter adds."""
    say = page.wording.say
    names = {str(e.id): e.name for e in list_touchpoints(page.store, page.actor, project.id)}
    with st.form("add-finding", clear_on_submit=True, border=False), st.container(horizontal=True):
        text = st.text_input(say("What have you noticed?"), max_chars=2000, width="stretch")
        kind = st.selectbox(
            say("Kind"), list(FindingKind), format_func=lambda kind: say(word_for(kind)), width=220
        )
        where = st.selectbox(
            say("Where"),
            ["", *names],
            format_func=lambda id_: names.get(id_, say("Whole journey")),
            width=280,
        )
        if st.form_submit_button(say("Add")) and text.strip():
            values = {"text": text, "kind": kind, "touchpoint_id": UUID(where) if where else None}
            add_entry(page.store, page.actor, project.id, Finding, values)


def _take_intents(page: PageContext, project: ProjectSummary) -> str | None:
    opened = None
    while (intent := taken_intent(_BOARD)) is not None:
        actor = page.actor.once(UUID(intent.id))
        if isinstance(intent, Moved):
            _sort(page, actor, project, intent)
        elif isinstance(intent, Chosen):
            _move_to_bin(page, actor, project, intent)
        elif isinstance(intent, Opened):
            opened = intent.card
    return opened


def _sort(page: PageContext, actor: Actor, project: ProjectSummary, moved: Moved) -> None:
    """Another column is another kind; a finding never becomes unsorted again."""
    if moved.column == _UNSORTED:
        return
    for position, card in enumerate(moved.cards):
        # One mark for each card: the act has one id, and an intent stores one change.
        marked = actor if position == 0 else page.actor.once()
        try:
            change_entry(
                page.store,
                marked,
                project.id,
                Finding,
                UUID(card.id),
                card.version,
                {"kind": FindingKind(moved.column)},
            )
        except VersionConflict:
            st.warning(page.wording.say("Somebody has just changed this finding; it was left as it is."))


def _move_to_bin(page: PageContext, actor: Actor, project: ProjectSummary, chosen: Chosen) -> None:
    ids = [UUID(card.id) for card in chosen.cards]
    for position, id_ in enumerate(ids):
        bin_entry(page.store, actor if position == 0 else page.actor.once(), project.id, Finding, id_)

    def take_back() -> None:
        for id_ in ids:
            restore_entry(page.store, page.actor, project.id, Finding, id_)

    said = plural("{count} finding is in the bin.", "{count} findings are in the bin.", len(ids))
    offer_undo(said, take_back)


def _open(page: PageContext, project: ProjectSummary, findings: tuple[WallFinding, ...], opened: str) -> None:
    """A card opens the touchpoint that it is about."""
    found = next((finding for finding in findings if str(finding.id) == opened), None)
    if found is not None and found.touchpoint_id is not None:
        open_touchpoint(page, project, str(found.touchpoint_id))
    elif found is not None:
        st.info(page.wording.say(message("This finding is about the whole journey.")))


if __name__ == "__main__":
    draw(render)
