"""What a voting sheet on paper asks: the activity, and its subjects as they will be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from storage.access import Actor, Right
from storage.activity_subjects import SubjectEntry, preview_subjects
from storage.intents import NoSuchRow
from storage.store import Store
from touchpoints.activities import Part, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.model import Activity, Workshop


@dataclass(frozen=True)
class Sheet:
    """One activity as it stands on paper."""

    workshop: str
    title: str
    instructions: str
    is_named: bool
    floor: int
    parts: tuple[Part, ...]
    subjects: Sequence[SubjectEntry]


def read_sheet(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> Sheet:
    """What one activity asks; raises NoSuchRow, NotAllowed."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        activity = session.get(Activity, activity_id)
        if activity is None or activity.project_id != project_id or activity.binned_at is not None:
            raise NoSuchRow
        workshop = session.get_one(Workshop, activity.workshop_id)
        parts = parts_asked(activity_kind(activity.kind), activity.settings)
        texts = (workshop.name, activity.title, activity.instructions)
        is_named, floor = activity.is_named, workshop.floor
    subjects = preview_subjects(store, actor, project_id, activity_id)
    return Sheet(*texts, is_named, floor, parts, subjects)
