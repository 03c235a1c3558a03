"""A right code before the workshop is open, and which participant a phone is."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import GUEST, Actor, NotAllowed
from storage.code_tries import VISITOR_TRIES, CodeTries, try_code
from storage.seats import (
    NotBegun,
    WrongCode,
    join_workshop,
    leave_workshop,
    list_participants,
    number_of_seat,
    participant_of,
)
from storage.store import Store
from storage.workshops import add_workshop, bin_workshop, open_workshop, read_workshop


@pytest.fixture
def planned(store: Store, facilitator: Actor, project: UUID) -> UUID:
    return add_workshop(store, facilitator, project, {"name": "Monday"})


def test_a_right_code_is_told_from_a_wrong_one_and_is_no_try_in_vain(
    store: Store, facilitator: Actor, project: UUID, planned: UUID
) -> None:
    code = read_workshop(store, facilitator, project, planned).code
    tries = CodeTries(store.now)
    for _ in range(VISITOR_TRIES + 1):
        with pytest.raises(NotBegun):
            try_code(store, tries, code, "visitor")
    open_workshop(store, facilitator, project, planned)
    assert try_code(store, tries, code, "visitor").workshop == "Monday"


def test_in_the_bin_a_planned_one_has_no_code(
    store: Store, facilitator: Actor, project: UUID, planned: UUID
) -> None:
    code = read_workshop(store, facilitator, project, planned).code
    bin_workshop(store, facilitator, project, planned)
    with pytest.raises(WrongCode) as refusal:
        join_workshop(store, code)
    assert not isinstance(refusal.value, NotBegun)


def test_a_phone_has_the_number_by_which_it_is_listed(
    store: Store, facilitator: Actor, project: UUID, planned: UUID
) -> None:
    open_workshop(store, facilitator, project, planned)
    code = read_workshop(store, facilitator, project, planned).code
    tokens = [join_workshop(store, code) for _ in range(4)]
    leave_workshop(store, tokens.pop(1))
    listed = [one.id for one in list_participants(store, facilitator, project, planned)]
    for token in tokens:
        actor = participant_of(store, token)
        assert actor.seat is not None
        assert listed[number_of_seat(store, actor) - 1] == actor.seat.participant_id
    with pytest.raises(NotAllowed):
        number_of_seat(store, GUEST)
