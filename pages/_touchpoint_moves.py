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
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import N_, Message, message, plural
from touchpoints.model import Depth


def move(page: PageContext, actor: Actor, project: ProjectSummary, moved: Moved) -> None:
    """Put the cards where they were dropped."""
    ids = [UUID(card.id) for card in moved.cards]
    before = UUID(moved.before) if moved.before else None
    places = places_of(page.store, page.actor, project.id, ids)
    move_touchpoints(page.store, actor, project.id, ids, UUID(moved.column), before)
    names = _names(page, project, ids)
    said = plural("{count} touchpoint was moved.", "{count} touchpoints were moved.", len(names))
    offer_undo(
        message("{name} was moved.", name=names[0]) if len(names) == 1 else said,
        lambda: put_back(page.store, page.actor, project.id, places),
    )


def choose(page: PageContext, actor: Actor, project: ProjectSummary, chosen: Chosen) -> None:
    """Carry out an entry of the menu."""
    ids = [UUID(card.id) for card in chosen.cards]
    if chosen.action == "bin":
        _throw_away(page, actor, project, ids)
        return
    places = places_of(page.store, page.actor, project.id, ids)
    depth = Depth(chosen.action)
    there = {place.touchpoint_id for place in places if place.depth is depth}
    ids = [id_ for id_ in ids if id_ not in there]
    if not ids:
        # Somebody was faster, or one press came twice: nothing is left to do or to take back.
        return
    others = tuple(place for place in places if place.touchpoint_id not in there)
    set_depth(page.store, actor, project.id, ids, depth)
    offer_undo(
        _said_of_depth(depth, _names(page, project, ids)),
        lambda: put_back(page.store, page.actor, project.id, others),
    )


def _throw_away(page: PageContext, actor: Actor, project: ProjectSummary, ids: Sequence[UUID]) -> None:
    names = _names(page, project, ids)
    bin_touchpoints(page.store, actor, project.id, ids)
    offer_undo(_said_of_bin(names), lambda: restore_touchpoints(page.store, page.actor, project.id, ids))


def _names(page: PageContext, project: ProjectSummary, ids: Sequence[UUID]) -> list[str]:
    return [entry.name for entry in list_touchpoints(page.store, page.actor, project.id) if entry.id in ids]


def _said_of_bin(names: Sequence[str]) -> Message:
    if len(names) == 1:
        return message("{name} is in the bin and stays there for 30 days.", name=names[0])
    return plural(
        "{count} touchpoint is in the bin and stays there for 30 days.",
        "{count} touchpoints are in the bin and stay there for 30 days.",
        len(names),
    )


def _said_of_depth(depth: Depth, names: Sequence[str]) -> Message:
    """What became of them; one touchpoint is named."""
    count = len(names)
    if depth is Depth.KEY:
        several = plural("{count} is a key touchpoint now.", "{count} are key touchpoints now.", count)
        one = N_("{name} is a key touchpoint now.")
    elif depth is Depth.SHORTLIST:
        several = plural("{count} is on the shortlist now.", "{count} are on the shortlist now.", count)
        one = N_("{name} is on the shortlist now.")
    else:
        several = plural("{count} is off the shortlist now.", "{count} are off the shortlist now.", count)
        one = N_("{name} is off the shortlist now.")
    return message(one, name=names[0]) if count == 1 else several
