"""What is stored of a rating, as tests look it up."""

from __future__ import annotations

from uuid import UUID

from storage.access import COMMAND_LINE
from storage.journey import TouchpointEntry, list_touchpoints
from storage.store import Store
from storage.team_view import TeamView, read_team_view


def entries(store: Store, project: UUID) -> tuple[TouchpointEntry, ...]:
    return list_touchpoints(store, COMMAND_LINE, project)


def team(store: Store, project: UUID) -> TeamView:
    return read_team_view(store, COMMAND_LINE, project)
