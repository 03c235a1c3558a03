"""What the drawer has stored, as the next visitor reads it."""

from __future__ import annotations

from uuid import UUID

from storage.access import COMMAND_LINE
from storage.board import set_depth
from storage.journey import (
    TouchpointDetails,
    TouchpointEntry,
    list_touchpoints,
    read_touchpoint,
)
from storage.store import Store
from storage.team_view import TeamView, read_team_view
from touchpoints.model import Depth


def named(store: Store, project: UUID, name: str = "Counter") -> TouchpointEntry:
    entries = list_touchpoints(store, COMMAND_LINE, project)
    return next(entry for entry in entries if entry.name == name)


def details(store: Store, project: UUID, name: str = "Counter") -> TouchpointDetails:
    return read_touchpoint(store, COMMAND_LINE, project, named(store, project, name).id)


def team(store: Store, project: UUID) -> TeamView:
    return read_team_view(store, COMMAND_LINE, project)


def at_depth(store: Store, project: UUID, depth: Depth, name: str = "Counter") -> UUID:
    id_ = named(store, project, name).id
    set_depth(store, COMMAND_LINE, project, [id_], depth)
    return id_
