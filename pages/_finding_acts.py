"""What is done with findings on the wall, each time with the line that undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from pages._page import PageContext
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.findings import bin_findings, list_findings, restore_findings, sort_findings
from storage.projects import ProjectSummary
from touchpoints.messages import message, plural
from touchpoints.model import FindingKind


def to_kind(
    page: PageContext, actor: Actor, project: ProjectSummary, ids: Sequence[UUID], kind: FindingKind | None
) -> None:
    """Another column is another kind; within a column there is no order to change."""
    there = {finding.id: finding.kind for finding in list_findings(page.store, page.actor, project.id)}
    before = {id_: there[id_] for id_ in ids if id_ in there and there[id_] is not kind}
    if not before:
        return
    sort_findings(page.store, actor, project.id, dict.fromkeys(before, kind))
    name = message(word_for(kind)) if kind else message("Not sorted yet")
    said = plural(
        "{count} finding is under “{kind}” now.",
        "{count} findings are under “{kind}” now.",
        len(before),
        kind=name,
    )
    offer_undo(said, lambda: sort_findings(page.store, page.actor, project.id, before))


def throw_away(page: PageContext, actor: Actor, project: ProjectSummary, ids: Sequence[UUID]) -> None:
    """Into the bin."""
    bin_findings(page.store, actor, project.id, ids)
    said = plural("{count} finding is in the bin.", "{count} findings are in the bin.", len(ids))
    offer_undo(said, lambda: restore_findings(page.store, page.actor, project.id, ids))
