"""What was done on the journey board, carried out as intents that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from pages._board import Chosen, Moved
from pages._page import PageContext
from pages._undo import offer_undo
from storage.access import Actor
from storage.board import (
    bin_touchpoints,
    move_touchpoints,
    places_of,
    put_back,
    restore_touchpoints,
    set_depth,
)
from storage.projects import ProjectSummary
from touchpoints.messages import Message, plural
from touchpoints.model import Depth


def move(page: PageContext, actor: Actor, project: ProjectSummary, moved: Moved) -> None:
    """Put the cards where they were dropped."""
    ids = [UUID(card.id) for card in moved.cards]
    before = UUID(moved.before) if moved.before else None
    places = places_of(page.store, page.actor, project.id, ids)
    move_touchpoints(page.store, actor, project.id, ids, UUID(moved.column), before)
    said = plural("{count} touchpoint was moved.", "{count} touchpoints were moved.", len(ids))
    offer_undo(said, lambda: put_back(page.store, page.actor, project.id, places))


def choose(page: PageContext, actor: Actor, project: ProjectSummary, chosen: Chosen) -> None:
    """Carry out an entry of the menu."""
    ids = [UUID(card.id) for card in chosen.cards]
    if chosen.action == "bin":
        _throw_away(page, actor, project, ids)
        return
    places = places_of(page.store, page.actor, project.id, ids)
    set_depth(page.store, actor, project.id, ids, Depth(chosen.action))
    offer_undo(
        _said_of_depth(Depth(chosen.action), len(ids)),
        lambda: put_back(page.store, page.actor, project.id, places),
    )


def _throw_away(page: PageContext, actor: Actor, project: ProjectSummary, ids: Sequence[UUID]) -> None:
    bin_touchpoints(page.store, actor, project.id, ids)
    said = plural(
        "{count} touchpoint is in the bin and stays there for 30 days.",
        "{count} touchpoints are in the bin and stay there for 30 days.",
        len(ids),
    )
    offer_undo(said, lambda: restore_touchpoints(page.store, page.actor, project.id, ids))


def _said_of_depth(depth: Depth, count: int) -> Message:
    if depth is Depth.KEY:
        return plural("{count} is a key touchpoint now.", "{count} are key touchpoints now.", count)
    if depth is Depth.SHORTLIST:
        return plural("{count} is on the shortlist now.", "{count} are on the shortlist now.", count)
    return plural("{count} is off the shortlist now.", "{count} are off the shortlist now.", count)
