"""How many touchpoints each selection means today, for whoever plans with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor
from storage.presence import is_there
from storage.store import Store
from touchpoints.model import Activity, ActivitySubject, Depth, Selection, Touchpoint


@dataclass(frozen=True)
class SelectionSizes:
    """Touchpoints by selection, and what each activity asks about whose subjects stand already."""

    by_selection: Mapping[Selection, int]
    by_activity: Mapping[UUID, int]

    def of(self, activity_id: UUID, selection: Selection) -> int:
        """How many an activity with this selection asks about."""
        return self.by_activity.get(activity_id, self.by_selection.get(selection, 0))


def read_selection_sizes(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> SelectionSizes:
    """The sizes of all selections, and of those of a workshop that were chosen by hand or are fixed."""
    with store.reading(actor, project_id) as session:
        asked = {"project": project_id, "workshop": workshop_id}
        depths: dict[Depth, int] = dict(session.execute(_depths(), asked).all())
        chosen: dict[UUID, int] = dict(session.execute(_chosen(), asked).all())
    key = depths.get(Depth.KEY, 0)
    shortlist = key + depths.get(Depth.SHORTLIST, 0)
    sizes = {Selection.ALL: sum(depths.values()), Selection.SHORTLIST: shortlist, Selection.KEY: key}
    return SelectionSizes(sizes, chosen)


# Read at every run of the page of an agenda.
@cache
def _depths() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(Touchpoint.depth, func.count())
        .where(Touchpoint.project_id == bindparam("project"), is_there())
        .group_by(col(Touchpoint.depth))
    )


@cache
def _chosen() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(ActivitySubject.activity_id, func.count())
        .join(Activity, col(Activity.id) == ActivitySubject.activity_id)
        .where(Activity.project_id == bindparam("project"), Activity.workshop_id == bindparam("workshop"))
        .group_by(col(ActivitySubject.activity_id))
    )
