"""Agendas to begin a workshop with, one file each: a new file with an `AGENDA` is a new template."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

from touchpoints.agendas._agenda import Agenda, AgendaItem, pause, worded
from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

__all__ = [
    "Agenda",
    "AgendaItem",
    "BrokenAgenda",
    "UnknownAgenda",
    "agenda_of",
    "all_agendas",
    "pause",
    "worded",
]


class BrokenAgenda(TouchpointsError):
    """A file in this folder is no agenda."""

    sentence = N_("The agenda {file} cannot be used: {reason}.")


class UnknownAgenda(TouchpointsError):
    """Somebody asks for a template that this installation does not have."""

    sentence = N_("There is no agenda {id} here. Choose one of these: {known}.")


@cache
def all_agendas() -> dict[str, Agenda]:
    """The templates by their id, in their order.

    Raises:
        BrokenAgenda, touchpoints.activities.UnknownActivity, touchpoints.discovery.DuplicateId: a file is
            wrong.
    """
    found = discover(sys.modules[__name__])
    agendas = {id_: one.AGENDA for id_, one in by_id((_checked(one).id, one) for one in found).items()}
    return dict(sorted(agendas.items(), key=lambda one: one[1].order))


def agenda_of(id_: str) -> Agenda:
    """The template of this id; raises UnknownAgenda."""
    found = all_agendas().get(id_)
    if found is None:
        raise UnknownAgenda(id=id_, known=", ".join(all_agendas()))
    return found


def _checked(module: ModuleType) -> Agenda:
    agenda = getattr(module, "AGENDA", None)
    if not isinstance(agenda, Agenda):
        raise BrokenAgenda(file=module.__name__, reason="it has no AGENDA")
    for item in agenda.items:
        _check_settings(module, item)
    return agenda


def _check_settings(module: ModuleType, item: AgendaItem) -> None:
    """What an item sets must be there to be set; a wrong word would be ignored without a sound."""
    unknown = set(item.settings) - set(item.of.settings)
    if unknown:
        reason = f"the activity {item.kind} has no {', '.join(sorted(unknown))}"
        raise BrokenAgenda(file=module.__name__, reason=reason)
