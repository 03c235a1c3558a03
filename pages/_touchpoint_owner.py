"""Who answers for a touchpoint, and who backs it in management."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pages._person_choice import stored_person
from pages._person_field import person_field
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_fields import Field
from touchpoints.messages import N_

_LABELS = {"owner_id": N_("Owner"), "sponsor_id": N_("Sponsor")}


def owner_field(drawer: Drawer) -> Field:
    """One of the project's people."""
    return person_field(drawer.page, drawer.project, "owner_id", _LABELS["owner_id"])


def sponsor_field(drawer: Drawer) -> Field:
    """One of them who speaks for it in management; asked for at key touchpoints."""
    return person_field(drawer.page, drawer.project, "sponsor_id", _LABELS["sponsor_id"])


def with_stored_people(drawer: Drawer, changed: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with the persons who were chosen; whoever was typed is made one of the project's people."""
    chosen = {name: changed[name] for name in _LABELS if name in changed}
    people = {name: stored_person(drawer.page, drawer.project, one) for name, one in chosen.items()}
    return {**changed, **people}
