"""A journey of a few phases, for the tests of what is done with them by hand."""

from __future__ import annotations

from uuid import UUID

from storage.journey import list_phases
from storage.phases import (
    PhaseUse,
    add_phase,
    bin_phase,
    change_phase,
    list_phase_uses,
)
from storage.store import Store
from tests.storage._place import Place
from touchpoints.model import Touchpoint


def make_abc(place: Place) -> dict[str, UUID]:
    """A journey of the empty phases A, B and C behind the one with the desk; all others are gone."""
    first, *others = list_phase_uses(*place.where)
    change_phase(*place.where, first.id, first.version, {"name": "Desk"})
    for phase in others:
        bin_phase(*place.where, phase.id)
    return {name: add_phase(*place.where, name) for name in "ABC"}


def walk(place: Place) -> str:
    """The names of the phases in order."""
    return " ".join(phase.name for phase in list_phases(*place.where))


def use(place: Place, phase_id: UUID) -> PhaseUse:
    return next(one for one in list_phase_uses(*place.where) if one.id == phase_id)


def drop(store: Store, touchpoint: UUID) -> None:
    """As the beginning of a round does with what the target journey no longer has."""
    with store.writing() as session:
        row = session.get(Touchpoint, touchpoint)
        assert row is not None
        row.last_round = 1
