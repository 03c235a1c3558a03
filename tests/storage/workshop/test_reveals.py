"""A reveal freezes what a room has said, never about fewer people than the floor."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor, NotAllowed
from storage.activity_course import PressedMeanwhile, close_activity, open_activity
from storage.agenda import AlreadyAnswered, change_activity
from storage.ballots import answer, name_department
from storage.cards import write_card
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.project_copy import duplicate_project
from storage.reveals import RevealedPicture, list_records, read_picture, reveal_activity
from storage.revisions import MEASUREMENTS, WORKSHOP, activity_scope, revisions_of
from storage.workshops import FloorIsFixed, change_workshop, list_workshops, read_workshop
from tests.storage._rows import row_counts
from tests.storage.workshop.conftest import Room
from touchpoints.model import ActivityState, CardKind
from touchpoints.room.picture import OTHERS, RatedSubject


def rate(room: Room, activity: UUID, phones: list[Actor], *values: int) -> None:
    """Each phone rates the first touchpoint."""
    for phone, value in zip(phones, values, strict=True):
        given = {"rate": {str(room.touchpoints[0]): {"experience": value}}}
        answer(room.store, phone, activity, given)


def reveal(room: Room, activity: UUID) -> RevealedPicture:
    room.press(reveal_activity, activity)
    found = read_picture(*room.place, activity)
    assert found is not None
    return found


def rated(room: Room, found: RevealedPicture) -> RatedSubject | None:
    return found.picture.rate.subjects.get(str(room.touchpoints[0]))


def join(room: Room, n: int) -> list[Actor]:
    return [room.join() for _ in range(n)]


def test_nothing_is_shown_before_a_reveal(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 6), -2, -1, 0, 1, 1, 2)
    assert read_picture(*room.place, activity) is None


def test_a_reveal_freezes_the_picture_and_tells_wall_and_phones(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 6), -2, -1, 0, 1, 1, 2)
    before = revisions_of(*room.place)
    found = reveal(room, activity)
    subject = rated(room, found)
    assert subject is not None
    assert (found.number, found.n, subject.n, subject.since) == (1, 6, 6, 1)
    assert subject.scales["experience"].counts == {-2: 1, -1: 1, 0: 1, 1: 2, 2: 1}
    assert room.activity(activity).state is ActivityState.REVEALED
    after = revisions_of(*room.place)
    moved = {scope for scope in after if after[scope] != before.get(scope)}
    # What is new lands at once, so that the team's view has moved, too.
    assert moved == {WORKSHOP, MEASUREMENTS, activity_scope(activity)}


def test_of_fewer_than_five_a_reveal_shows_no_figure(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 4), 1, 1, 1, 1)
    found = reveal(room, activity)
    assert (found.n, found.picture.rate.subjects) == (4, {})


def test_late_answers_join_once_they_are_five(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 5), 1, 1, 1, 1, 1)
    first = reveal(room, activity)
    room.press(open_activity, activity)
    rate(room, activity, join(room, 4), -2, -2, -2, -2)
    second = reveal(room, activity)
    assert (second.number, second.n, rated(room, second)) == (2, 9, rated(room, first))
    room.press(open_activity, activity)
    rate(room, activity, join(room, 1), -2)
    third = rated(room, reveal(room, activity))
    assert third is not None
    assert (third.n, third.since) == (10, 3)


def test_whoever_changes_his_answer_does_not_show_by_it(room: Room) -> None:
    activity, phones = room.begin(), join(room, 8)
    rate(room, activity, phones, *[1] * 8)
    first = reveal(room, activity)
    room.press(open_activity, activity)
    rate(room, activity, phones[:4], *[-2] * 4)
    assert rated(room, reveal(room, activity)) == rated(room, first)


def test_a_room_is_split_by_departments_of_five_and_more(room: Room) -> None:
    activity, phones = room.begin(asks_department=True), join(room, 14)
    rate(room, activity, phones, *[-2] * 6, *[2] * 8)
    for place, phone in enumerate(phones):
        department = "Sales" if place < 6 else "sales" if place < 7 else "IT" if place < 10 else ""
        name_department(room.store, phone, activity, department)
    subject = rated(room, reveal(room, activity))
    assert subject is not None
    split = {one.name: one.scales["experience"].n for one in subject.departments}
    assert sum(split.values()) == 14
    assert list(split.values()) == [7, 7]
    assert list(split)[1] == OTHERS


def test_a_named_activity_shows_its_answers_live(room: Room) -> None:
    phone = room.join()
    activity = room.begin(is_named=True)
    assert read_picture(*room.place, activity) is None
    rate(room, activity, [phone], -1)
    found = read_picture(*room.place, activity)
    assert found is not None
    subject = rated(room, found)
    assert subject is not None
    assert (found.number, found.n, subject.n) == (0, 1, 1)


def test_points_and_dots_are_shown_as_means_and_shares(room: Room) -> None:
    first, second, _ = (str(id_) for id_ in room.touchpoints)
    activity = room.begin("importance")
    for phone in join(room, 5):
        answer(room.store, phone, activity, {"points": {first: 60, second: 40}})
    spent = reveal(room, activity).picture.points
    assert spent is not None
    assert [(one.mean, one.share) for one in spent.subjects.values()] == [(60, 0.6), (40, 0.4), (0, 0)]


def test_who_only_wrote_cards_counts_as_one_who_answered(room: Room) -> None:
    activity = room.begin("first_contact")
    for phone in join(room, 2):
        write_card(room.store, phone, activity, {"kind": CardKind.FIRST_CONTACT, "text": "Advert"})
    assert reveal(room, activity).n == 2


def test_of_two_who_reveal_at_once_both_have_it_and_it_happens_once(room: Room) -> None:
    activity = room.begin()
    shown = room.activity(activity).version
    for _ in range(2):
        reveal_activity(*room.place, activity, shown)
    assert row_counts(room.store)["reveal"] == 1


def test_who_reveals_what_somebody_has_just_closed_is_told(room: Room) -> None:
    activity = room.begin()
    shown = room.activity(activity).version
    room.press(close_activity, activity)
    with pytest.raises(PressedMeanwhile):
        reveal_activity(*room.place, activity, shown)


def test_the_history_tells_nothing_of_what_was_answered(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 5), -2, -1, 0, 1, 2)
    reveal(room, activity)
    lines = str(list_changes(*room.place))
    assert "Reveal" not in lines
    assert "Ballot" not in lines


def test_the_records_follow_the_agenda(room: Room) -> None:
    first, second = room.begin(), room.begin("importance")
    rate(room, first, [], *())
    found = reveal(room, first)
    records = list_records(*room.place, room.workshop)
    assert [(one.activity_id, one.kind) for one in records] == [(first, "experience"), (second, "importance")]
    assert [one.revealed for one in records] == [found, None]


def test_the_room_was_told_its_floor_and_it_stays(room: Room) -> None:
    version = read_workshop(*room.place, room.workshop).version
    change_workshop(*room.place, room.workshop, version, {"floor": 7})
    activity = room.begin()
    rate(room, activity, join(room, 6), *[1] * 6)
    assert reveal(room, activity).picture.rate.subjects == {}
    changes: Any = (read_workshop(*room.place, room.workshop).version, {"floor": 5})
    with pytest.raises(FloorIsFixed):
        change_workshop(*room.place, room.workshop, *changes)
    with pytest.raises(AlreadyAnswered):
        change_activity(*room.place, activity, room.activity(activity).version, {"is_named": True})


def test_a_copy_of_the_project_holds_no_second_set_of_ballots(room: Room) -> None:
    activity = room.begin()
    rate(room, activity, join(room, 5), *[1] * 5)
    copy = duplicate_project(room.store, room.facilitator, room.project, "Copy")
    assert list_workshops(room.store, room.facilitator, copy) == ()
    assert row_counts(room.store)["ballot"] == 5


def test_a_participant_reads_no_picture(room: Room) -> None:
    activity = room.begin()
    with pytest.raises(NotAllowed):
        read_picture(room.store, room.join(), room.project, activity)


def test_another_projects_picture_is_not_there(room: Room, other_project: UUID) -> None:
    activity = room.begin()
    with pytest.raises(NoSuchRow):
        read_picture(room.store, room.facilitator, other_project, activity)
