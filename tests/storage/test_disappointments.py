"""What disappoints now is counted, and neither what is planned nor what lies in the bin."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.disappointments import count_disappointments
from storage.entries import add_entry, bin_entry
from storage.store import Store
from touchpoints.model import Factor, Level


def test_only_what_disappoints_now_is_counted(store: Store, facilitator: Actor, project: UUID) -> None:
    where, desk = (store, facilitator, project), NewTouchpoint("Desk")
    add_touchpoints(*where, [desk])
    cold, _, _, _ = (
        add_entry(
            *where, Factor, {"touchpoint_id": desk.id, "text": text, "level": level, "is_planned": planned}
        )
        for text, level, planned in (
            ("Cold", Level.DISAPPOINTING, False),
            ("Far", Level.DISAPPOINTING, False),
            ("Closed", Level.DISAPPOINTING, True),
            ("Coffee", Level.DELIGHTFUL, False),
        )
    )
    assert count_disappointments(*where) == {desk.id: 2}
    bin_entry(*where, Factor, cold)
    assert count_disappointments(*where) == {desk.id: 1}
