"""Cards become entries of the project by their kind, know which, and can be given back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from storage.actions import list_actions
from storage.board import bin_touchpoints
from storage.card_list import CardEntry, list_cards
from storage.card_makers import NothingBecomesOfIt, PhaseMissing, TouchpointMissing, can_be_taken
from storage.cards import add_card
from storage.entries import add_entry
from storage.history import list_changes
from storage.journey import list_phases, list_touchpoints, read_touchpoint
from storage.options import list_options
from storage.persons import add_person, list_persons
from storage.take_over_cards import take_over_cards
from storage.take_over_record import list_take_overs, undo_take_over
from tests.storage.workshop.conftest import Room
from touchpoints.model import CardKind, FindingKind, Handover, Layer, Level, Source

_OF_TOUCHPOINT = (
    *(CardKind.DISAPPOINTING, CardKind.OKAY, CardKind.DELIGHTFUL),
    *(CardKind.STEP, CardKind.BREAK, CardKind.OPTION),
)


def write(room: Room, kind: CardKind, text: str, **more: Any) -> UUID:
    return add_card(*room.place, {"workshop_id": room.workshop, "kind": kind, "text": text, **more})


def write_at(room: Room, kind: CardKind, text: str) -> UUID:
    return write(room, kind, text, touchpoint_id=room.touchpoints[0])


def take(room: Room, *ids: UUID, as_kind: CardKind | None = None) -> UUID:
    taken = take_over_cards(*room.place, ids, as_kind)
    assert taken is not None
    return taken


def card(room: Room, id_: UUID) -> CardEntry:
    return next(one for one in list_cards(*room.place, room.workshop) if one.id == id_)


def details(room: Room) -> Any:
    return read_touchpoint(*room.place, room.touchpoints[0])


def names(room: Room) -> list[str]:
    return sorted(one.name for one in list_touchpoints(*room.place))


def test_a_touchpoint_comes_into_its_phase_and_the_card_knows_it(room: Room) -> None:
    phase = list_phases(*room.place)[1].id
    id_ = write(room, CardKind.TOUCHPOINT, "Newsletter", phase_id=phase)
    take(room, id_)
    [new] = [one for one in list_touchpoints(*room.place) if one.name == "Newsletter"]
    assert (new.phase_id, card(room, id_).taken_as_id) == (phase, new.id)


def test_a_touchpoint_that_is_there_in_another_spelling_is_taken_for_it(room: Room) -> None:
    phase = list_phases(*room.place)[1].id
    ids = [write(room, CardKind.TOUCHPOINT, text, phase_id=phase) for text in ("web-sites", "Chat", "chats")]
    take(room, *ids)
    assert names(room) == ["Chat", "Desk", "Invoice", "Web site"]
    assert card(room, ids[0]).taken_as_id == room.touchpoints[0]
    assert card(room, ids[1]).taken_as_id == card(room, ids[2]).taken_as_id


def test_a_long_touchpoint_keeps_its_words_in_the_note(room: Room) -> None:
    text = "word " * 50 + "end"
    take(room, write(room, CardKind.TOUCHPOINT, text, phase_id=list_phases(*room.place)[0].id))
    [new] = [one for one in list_touchpoints(*room.place) if one.name.startswith("word")]
    assert (len(new.name) <= 120, new.note) == (True, text)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (CardKind.DISAPPOINTING, Level.DISAPPOINTING),
        (CardKind.OKAY, Level.OKAY),
        (CardKind.DELIGHTFUL, Level.DELIGHTFUL),
    ],
)
def test_what_disappoints_is_expected_or_delights_becomes_a_factor_of_the_team(
    room: Room, kind: CardKind, level: Level
) -> None:
    take(room, write_at(room, kind, "Queue"))
    [factor] = details(room).factors
    assert (factor.level, factor.text, factor.source) == (level, "Queue", Source.TEAM)


@pytest.mark.parametrize("kind", list(FindingKind))
def test_a_finding_keeps_its_kind(room: Room, kind: FindingKind) -> None:
    take(room, write_at(room, CardKind(kind.value), "Seen"))
    [finding] = details(room).findings
    assert (finding.kind, finding.text, finding.source) == (kind, "Seen", Source.TEAM)


def test_a_step_an_option_and_an_action_stand_at_their_touchpoint(room: Room) -> None:
    kinds = (CardKind.STEP, CardKind.OPTION, CardKind.ACTION)
    take(room, *(write_at(room, kind, f"A {kind.value}") for kind in kinds))
    [step] = details(room).steps
    [option] = list_options(*room.place)
    [action] = list_actions(*room.place)
    assert (step.text, step.layer) == ("A step", Layer.VISIBLE)
    assert (option.name, option.touchpoint_id) == ("A option", room.touchpoints[0])
    assert (action.name, action.touchpoint_id) == ("A action", room.touchpoints[0])


def test_a_long_action_keeps_its_words_in_a_remark(room: Room) -> None:
    text = "word " * 50 + "end"
    take(room, write(room, CardKind.ACTION, text))
    [action] = list_actions(*room.place)
    assert (len(action.name) <= 200, action.comments) == (True, 1)


def test_an_action_comes_with_its_day_and_its_owner_who_goes_with_it_again(room: Room) -> None:
    id_ = write(room, CardKind.ACTION, "Call back", name="Ada", due_on="2026-03-12")
    open_ = write(room, CardKind.ACTION, "New signs")
    taken = take(room, id_, open_)
    actions = {one.name: (one.owner, one.due_on) for one in list_actions(*room.place)}
    assert actions == {"Call back": ("Ada", date(2026, 3, 12)), "New signs": (None, None)}
    undo_take_over(*room.place, taken)
    assert list_actions(*room.place) == ()
    assert list_persons(*room.place) == ()


def test_an_owner_who_is_known_already_is_taken_and_stays(room: Room) -> None:
    ada = add_person(*room.place, "Ada")
    taken = take(room, write(room, CardKind.ACTION, "Call back", name="ada"))
    [action] = list_actions(*room.place)
    assert action.owner_id == ada
    undo_take_over(*room.place, taken)
    assert [one.id for one in list_persons(*room.place)] == [ada]


def test_a_break_is_noted_where_its_department_hands_over(room: Room) -> None:
    for department in ("Sales", "Stock"):
        values = {"touchpoint_id": room.touchpoints[0], "department": department}
        add_entry(*room.place, Handover, values)
    first = write_at(room, CardKind.BREAK, "stock never hears of it")
    taken = take(room, first, write_at(room, CardKind.BREAK, "Paper gets lost"))
    take(room, write_at(room, CardKind.BREAK, "Nobody answers"))
    chain = [(one.department, one.break_note) for one in details(room).handovers]
    assert chain == [
        ("Sales", "Paper gets lost"),
        ("Stock", "stock never hears of it"),
        ("?", "Nobody answers"),
    ]
    undo_take_over(*room.place, taken)
    assert [one.break_note for one in details(room).handovers] == ["", "", "Nobody answers"]
    assert card(room, first).taken_as_id is None


def test_what_was_parked_becomes_an_idea_or_an_action(room: Room) -> None:
    idea, action = (write(room, CardKind.PARKED, text) for text in ("A lounge", "Ask IT"))
    take(room, idea, as_kind=CardKind.IDEA)
    take(room, action, as_kind=CardKind.ACTION)
    assert [one.name for one in list_actions(*room.place)] == ["Ask IT"]
    assert [one.activity_id for one in list_take_overs(*room.place, room.workshop)] == [None, None]


def test_a_card_is_taken_over_once_and_comes_back_by_undo(room: Room) -> None:
    id_ = write_at(room, CardKind.DELIGHTFUL, "Smile")
    taken = take(room, id_)
    assert take_over_cards(*room.place, [id_]) is None
    assert len(details(room).factors) == 1
    undo_take_over(*room.place, taken)
    assert details(room).factors == ()
    assert card(room, id_).taken_as_id is None
    take(room, id_)
    assert len(details(room).factors) == 1


def test_undoing_leaves_a_touchpoint_that_was_there_before(room: Room) -> None:
    phase = list_phases(*room.place)[0].id
    taken = take(room, write(room, CardKind.TOUCHPOINT, "Desks", phase_id=phase))
    undo_take_over(*room.place, taken)
    assert names(room) == ["Desk", "Invoice", "Web site"]


def test_what_lies_in_the_bin_is_no_double(room: Room) -> None:
    bin_touchpoints(*room.place, [room.touchpoints[1]])
    take(room, write(room, CardKind.TOUCHPOINT, "Desk", phase_id=list_phases(*room.place)[0].id))
    assert names(room) == ["Desk", "Invoice", "Web site"]


def test_cards_say_what_they_lack(room: Room) -> None:
    with pytest.raises(PhaseMissing):
        take(room, write(room, CardKind.TOUCHPOINT, "Chat"))
    for kind in _OF_TOUCHPOINT:
        assert not can_be_taken(kind, None, None)
        with pytest.raises(TouchpointMissing):
            take(room, write(room, kind, "Slow"))
    with pytest.raises(NothingBecomesOfIt):
        take(room, write(room, CardKind.SENTENCE, "Good day"))
    assert not can_be_taken(CardKind.SENTENCE, room.touchpoints[0], None)


def test_the_history_says_from_which_workshop_an_entry_comes(room: Room) -> None:
    take(room, write_at(room, CardKind.OKAY, "Answered"))
    [added] = [one for one in list_changes(*room.place) if one.entity == "Factor"]
    assert added.after["workshop_id"] == str(room.workshop)
