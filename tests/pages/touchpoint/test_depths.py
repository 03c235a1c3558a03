"""As much of the drawer as the depth of the touchpoint asks for, until nothing is open."""

from __future__ import annotations

from uuid import UUID

from storage.access import COMMAND_LINE
from storage.entries import add_entry
from storage.journey import (
    change_touchpoint,
)
from storage.segments import add_segment
from storage.step_facts import read_project_facts
from storage.store import Store
from tests.pages._screen import dialog_title, is_shown, texts
from tests.pages.touchpoint._hand import EXPERIENCE, IMPORTANCE, Hand
from tests.pages.touchpoint._stored import at_depth, named
from touchpoints.guide import Step, answered
from touchpoints.model import (
    Depth,
    Encounter,
    Factor,
    Finding,
    FindingKind,
)

HOSTILE = "**[a](javascript:x)** <b>:smile:</b> $x$ `c` | - # {n}"


def test_a_touchpoint_that_is_only_captured_shows_two_fields(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(named(store, bakery).id)
    assert dialog_title(frame) == "Counter"
    assert [field.label for field in hand.fields()] == ["Name", "Phase"]


def test_the_shortlist_adds_importance_experience_and_encounters(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    hand.open(named(store, bakery).id)
    hand.press("Put on the shortlist")
    assert named(store, bakery).depth is Depth.SHORTLIST
    labels = {field.label for field in hand.fields()}
    assert labels == {
        EXPERIENCE,
        IMPORTANCE,
        "Which customers?",
    }


def test_a_key_touchpoint_has_parts_of_at_most_seven_fields_each_and_says_which_are_open(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    open_ = "Still open: Experience, Encounters, What happens here, Departments, Brand and promise, Findings"
    assert is_shown(frame, open_)
    for section in ("experience", "encounters", "process", "handovers", "promise", "findings"):
        hand.part(section)
        assert 1 < len(list(hand.fields())) <= 7, section


def test_the_sample_s_key_touchpoint_is_complete(visitor: Hand, store: Store, airport: UUID) -> None:
    frame = visitor.open(named(store, airport, "Security check").id)
    assert not is_shown(frame, "Still open")
    assert is_shown(frame, "key touchpoint · in person · paid · Owner: Ben Sample, Head of security")


def test_what_was_written_down_stays_in_reach_when_the_depth_goes_back(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    id_ = at_depth(store, bakery, Depth.ALL)
    finding = {"touchpoint_id": id_, "kind": "keep", "text": "Warm bread"}
    add_entry(store, COMMAND_LINE, bakery, Finding, finding)
    frame = hand.open(id_)
    assert [one.label for one in frame.expander] == ["Findings: something is written down already"]
    assert [field.label for field in hand.fields()] == ["Name", "Phase"]


def test_the_questions_of_a_key_touchpoint_are_answered_in_its_drawer(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    add_segment(store, COMMAND_LINE, bakery, "Regulars")
    counter = at_depth(store, bakery, Depth.KEY)
    frame = hand.open(counter)
    assert answered(read_project_facts(store, COMMAND_LINE, bakery), Step.CURRENT_STATE) == ()
    hand.choose(EXPERIENCE, 0)
    hand.choose(IMPORTANCE, 40)
    hand.add("Add what is expected", "Bread is there")
    hand.part("encounters")
    hand.add("Occasion: why do they meet us here?", "Breakfast")
    hand.part("process")
    hand.add("Add what the customer does", "Queues")
    hand.part("handovers")
    hand.add("Add the next department", "Shop")
    hand.choose("Do departments hand over to each other without a break?", 1)
    hand.part("promise")
    hand.choose("Is the point staged as the brand demands?", 1)
    hand.choose("Can our people keep here what the brand or company promises?", -1)
    hand.part("findings")
    for kind in (FindingKind.KEEP, FindingKind.DROP, FindingKind.IMPROVE, FindingKind.BARRIER):
        hand.choose("Kind of finding", kind)
        line = next(field for field in hand.fields() if str(field.key).startswith("add-"))
        hand.add(line.label, f"Something to {kind}")
    assert not is_shown(frame, "Still open")
    found = answered(read_project_facts(store, COMMAND_LINE, bakery), Step.CURRENT_STATE)
    assert found == tuple(f"1.{number}" for number in range(1, 11))


def test_hostile_texts_are_shown_as_typed(hand: Hand, store: Store, bakery: UUID) -> None:
    id_ = at_depth(store, bakery, Depth.KEY)
    change_touchpoint(store, COMMAND_LINE, bakery, id_, 2, {"name": HOSTILE, "note": HOSTILE})
    segment = add_segment(store, COMMAND_LINE, bakery, HOSTILE)
    for kind, values in (
        (Factor, {"level": "okay", "text": HOSTILE}),
        (Encounter, {"segment_id": segment, "occasion": HOSTILE, "roles": HOSTILE}),
    ):
        add_entry(store, COMMAND_LINE, bakery, kind, {"touchpoint_id": id_, **values})
    frame = hand.open(id_)
    assert dialog_title(frame) == HOSTILE
    assert texts(frame).count(HOSTILE) == 2, "as a note and as a factor"
    hand.part("encounters")
    assert is_shown(frame, f"**{HOSTILE}** · {HOSTILE} · {HOSTILE}")
