"""Where something by hand can belong: the touchpoints of now, and those that the target journey adds."""

from __future__ import annotations

from uuid import UUID

from pages._page import PageContext
from storage.journey import list_target_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import Wording


def place_names(page: PageContext, project: ProjectSummary) -> dict[UUID, str]:
    """The names in the order of the journey; those that are not there yet are marked as new."""
    entries = list_target_touchpoints(page.store, page.actor, project.id)
    return {one.id: place_name(page.wording, one.name, is_new=one.is_planned) for one in entries}


def place_name(wording: Wording, name: str, *, is_new: bool) -> str:
    """The name of a touchpoint, marked where it stands in the target journey alone."""
    return wording.say("{touchpoint} (new)", touchpoint=name) if is_new else name
