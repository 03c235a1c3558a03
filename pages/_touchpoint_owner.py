"""Who answers for a touchpoint."""

from __future__ import annotations

from uuid import UUID

from pages._person_choice import stored_person
from pages._person_field import person_field
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_fields import Field
from touchpoints.messages import N_

OWNER = "owner_id"


def owner_field(drawer: Drawer) -> Field:
    """One of the project's people."""
    return person_field(drawer.page, drawer.project, OWNER, N_("Owner"))


def stored_owner(drawer: Drawer, chosen: UUID | str | None) -> UUID | None:
    """The person who was chosen; whoever was typed is made one of the project's people."""
    return stored_person(drawer.page, drawer.project, chosen)
