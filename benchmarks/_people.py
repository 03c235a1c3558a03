"""Who comes in, and what people and customers hand in: nothing on the pages about them is empty."""

from __future__ import annotations

import secrets
from datetime import date
from decimal import Decimal
from itertools import cycle, islice, product
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.feedback_forms import add_form
from storage.invitations import invite
from storage.segment_values import take_customer_list
from storage.segments import list_segments
from storage.store import Store
from storage.voice_box import hand_in, open_box, read_box
from touchpoints.customer_list import SegmentSums
from touchpoints.model import AbcClass, FeedbackKind, ProjectRole, VoiceKind

# At the size of the sample, and at the full one.
MEMBERS, VOICES, FORMS = (6, 24), (8, 60), (4, 12)
_LISTED = date(2026, 9, 1)


def let_people_in(store: Store, project: UUID, *, is_large: bool) -> None:
    """A team with links, a box full of voices, forms for customers, and what each segment is worth."""
    where = (store, COMMAND_LINE, project)
    for number, role in enumerate(islice(cycle(ProjectRole), MEMBERS[is_large])):
        invite(*where, {"name": f"Member {number + 1}", "role": role, "days": 90})
    open_box(*where)
    box = read_box(*where)
    assert box is not None
    for number, kind in enumerate(islice(cycle(VoiceKind), VOICES[is_large])):
        told = f"Voice number {number + 1}: customers ask us at the counter what they could read at the door."
        hand_in(store, box.code, secrets.token_hex(16), {"kind": kind, "text": told})
    for number, (_, kind) in enumerate(product(range(FORMS[is_large] // len(FeedbackKind)), FeedbackKind)):
        add_form(*where, {"name": f"Form number {number + 1}", "kind": kind}, makes_kpi=True)
    names = [segment.name for segment in list_segments(*where)]
    sums = [_sums(name, kind) for name, kind in zip(names, cycle(AbcClass), strict=False)]
    take_customer_list(*where, sums, _LISTED, Decimal("0.05"))


def _sums(name: str, kind: AbcClass) -> SegmentSums:
    return SegmentSums(name, 400, Decimal(900_000), Decimal(200_000), Decimal(7), kind, Decimal("0.25"))
