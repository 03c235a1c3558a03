"""The workshop that is open on the page, and where its address stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pages._page import PageContext
from storage.access import Actor
from storage.agenda import ActivityEntry
from storage.projects import ProjectSummary
from storage.store import Store
from storage.workshops import WorkshopEntry

# The name of the open workshop in the address.
WORKSHOP_ID = "workshop"


@dataclass(frozen=True)
class OpenWorkshop:
    """A workshop with its agenda as they stand in this run, and the page that shows them."""

    page: PageContext
    project: ProjectSummary
    workshop: WorkshopEntry
    activities: tuple[ActivityEntry, ...]

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id

    def place(self, part: str) -> str:
        """The name of a part of the page, for its faults and its undo."""
        return f"workshop-{part}-{self.workshop.id}"
