"""A promise makes somebody known, commits him to an action, and changes nothing that stands there."""

from __future__ import annotations

from uuid import UUID

from storage.actions import add_action, change_action, list_actions
from storage.ballots import answer, give_name
from storage.persons import list_persons
from storage.reveals import reveal_activity
from storage.take_over_record import list_take_overs, undo_take_over
from tests.storage.workshop.conftest import Room
from touchpoints.model import Selection


def undo_last(room: Room) -> None:
    undo_take_over(*room.place, list_take_overs(*room.place, room.workshop)[0].id)


def promise(room: Room, activity: UUID, name: str, action: UUID, day: str) -> None:
    phone = room.join()
    give_name(room.store, phone, activity, name)
    answer(room.store, phone, activity, {"promise": {str(action): day}})


def test_a_promise_makes_a_person_who_is_committed_and_owner_where_there_is_none(room: Room) -> None:
    action = add_action(*room.place, {"name": "Shorter form"})
    activity = room.begin("commit", selection=Selection.ALL, is_named=True)
    promise(room, activity, "Ada", action, "2030-05-02")
    promise(room, activity, "Ben", action, "2030-05-01")
    room.press(reveal_activity, activity)
    [stored] = list_actions(*room.place)
    assert [one.name for one in stored.committed] == ["Ada", "Ben"]
    assert (stored.owner, str(stored.due_on)) == ("Ben", "2030-05-01")
    undo_last(room)
    [stored] = list_actions(*room.place)
    assert (stored.committed, stored.owner, stored.due_on) == ((), None, None)
    assert list_persons(*room.place) == ()


def test_a_promise_changes_no_owner_no_date_and_no_start(room: Room) -> None:
    owned = add_action(*room.place, {"name": "Form", "due_on": "2031-01-01"})
    late = add_action(*room.place, {"name": "Chat", "starts_on": "2031-01-01"})
    for number, action in enumerate((owned, late)):
        activity = room.begin("commit", selection=Selection.ALL, is_named=True)
        promise(room, activity, f"Ada {number}", action, "2030-05-02")
        room.press(reveal_activity, activity)
    by_id = {one.id: one for one in list_actions(*room.place)}
    assert (str(by_id[owned].due_on), by_id[owned].owner) == ("2031-01-01", "Ada 0")
    assert (by_id[late].due_on, by_id[late].owner) == (None, "Ada 1")


def test_whoever_answers_for_something_else_by_now_stays_when_a_promise_is_undone(room: Room) -> None:
    action = add_action(*room.place, {"name": "Form"})
    activity = room.begin("commit", selection=Selection.ALL, is_named=True)
    promise(room, activity, "Ada", action, "2030-05-02")
    room.press(reveal_activity, activity)
    other = add_action(*room.place, {"name": "Chat"})
    [ada] = list_persons(*room.place)
    change_action(*room.place, other, 1, {"owner_id": ada.id})
    undo_last(room)
    assert [one.name for one in list_persons(*room.place)] == ["Ada"]
