"""Customers who come all at once: what is confirmed is stored, and the rest is told politely."""

from __future__ import annotations

from benchmarks.soak_feedback import check, endure


def test_confirmed_is_stored_beside_people_in_the_room_and_beyond_the_bound() -> None:
    # The full size runs in `make soak`; here some seconds with three phones.
    found = endure(seconds=2, participants=3, flood=2)
    check(found)
    assert len(found.steady.confirmed) == 100
    assert found.flooded.statuses[503] > 0
    assert found.stored < 100 + 500
