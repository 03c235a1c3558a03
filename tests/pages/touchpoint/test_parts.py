"""Factors, steps, departments, encounters and findings, each with what is its own."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from storage.access import COMMAND_LINE
from storage.entries import add_entry, bin_entry
from storage.projects import change_project
from storage.segments import add_segment, bin_segment
from storage.store import Store
from tests.pages._screen import is_shown, texts
from tests.pages.touchpoint._hand import Hand
from tests.pages.touchpoint._stored import at_depth, details, named, team
from touchpoints.model import (
    Aspect,
    Depth,
    Factor,
    Finding,
    FindingKind,
    Period,
    Segment,
)

OCCASION = "Occasion: why do they meet us here?"


def test_a_planned_delight_waits_while_a_disappointment_is_open(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.add("Add what delights", "A gift")
    hand.add("Add what disappoints", "Long queue")
    assert not is_shown(frame, "First the disappointments")
    hand.press("Change A gift")
    hand.fill("Planned, not there yet", True)  # noqa: FBT003 - a mark
    hand.press("Save")
    assert is_shown(frame, "First the disappointments: 1 factor that disappoints is still there.")
    hand.press("Change Long queue")
    hand.press("Move to bin")
    assert not is_shown(frame, "First the disappointments")


def test_a_planned_delight_waits_where_customers_are_disappointed(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    wifi = named(store, airport, "Wi-Fi").id
    change_project(store, COMMAND_LINE, airport, 1, {"disappointing_from": 0.05})
    for factor in details(store, airport, "Wi-Fi").factors:
        bin_entry(store, COMMAND_LINE, airport, Factor, factor.id)
    delight = {"touchpoint_id": wifi, "level": "delightful", "text": "Free films", "is_planned": True}
    add_entry(store, COMMAND_LINE, airport, Factor, delight)
    frame = visitor.open(wifi)
    assert is_shown(frame, "First the disappointments: customers rate this touchpoint as disappointing.")


def test_factors_and_findings_say_whose_word_they_are_unless_it_is_the_team_s(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    frame = visitor.open(named(store, airport, "Wi-Fi").id)
    assert is_shown(frame, "Cut off after 45 minutes, in the middle of a call · *customer*")
    assert "Strong enough at every gate" in texts(frame)
    visitor.part("findings")
    assert "Being cut off after 45 minutes. · *customer*" in texts(frame)
    assert "The Wi-Fi start page shows the gate, the walking time and the waiting time." in texts(frame)


def test_a_finding_of_a_survey_or_of_contact_staff_says_so(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    frame = visitor.open(named(store, airport, "Security check").id)
    assert any(text.endswith("(2018) · *survey*") for text in texts(frame))
    visitor.part("findings")
    assert is_shown(frame, "the most disappointed travellers. · *survey*")
    assert is_shown(frame, "before it is their turn. · *from contact staff*")


def test_the_line_of_visibility_parts_what_customers_see_from_what_is_behind(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    frame = visitor.open(named(store, airport, "Security check").id)
    visitor.part("process")
    shown = texts(frame)
    order = ["**The customer does**", "**The customer sees**", "**Behind the line of visibility**"]
    assert [text for text in shown if text in order] == order
    assert is_shown(frame, "Line of visibility")
    assert is_shown(frame, "Waits in the queue · 14 min waiting · *Security*")
    assert is_shown(frame, "It takes the customer 33 min, 61% of it waiting. Behind")


def test_a_step_is_timed_and_moved_up_and_the_move_is_undone(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.part("process")
    for step in ("Queues", "Pays"):
        hand.add("Add what the customer does", step)
    hand.press("Change Pays")
    hand.fill("Duration in minutes", 1.5)
    hand.press("Save")
    assert is_shown(frame, "Pays · 1.5 min")
    hand.press("Change Pays")
    hand.press("Move up")
    assert [step.text for step in details(store, bakery).steps] == ["Pays", "Queues"]
    hand.press("Undo")
    assert [step.text for step in details(store, bakery).steps] == ["Queues", "Pays"]


def test_a_break_stands_between_two_departments(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.part("handovers")
    for department in ("Shop", "Bakehouse"):
        hand.add("Add the next department", department)
    hand.press("Change Shop")
    hand.fill("What breaks when it hands over to the next?", "Orders get lost")
    hand.press("Save")
    assert is_shown(frame, "Break:** Orders get lost")


def test_an_encounter_is_added_with_its_customers_and_told_in_a_period_one_can_picture(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    add_segment(store, COMMAND_LINE, bakery, "Regulars")
    frame = hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    hand.add(OCCASION, "Breakfast")
    hand.press("Change Breakfast")
    hand.fill("How often", 24.0)
    hand.press("Save")
    assert is_shown(frame, "**Regulars** · Breakfast · 24 × a year (≈ 2 a month)")
    hand.add(OCCASION, "Breakfast")
    assert is_shown(frame, "These customers are entered here already with this occasion.")
    [encounter] = details(store, bakery).encounters
    assert (encounter.frequency, encounter.period) == (24, Period.YEAR)


def test_without_customers_there_is_no_occasion_to_ask_for(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    assert hand.field("Which customers?").value is None
    assert not hand.has_field(OCCASION)


def test_findings_are_sorted_by_the_questions_of_the_method(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.part("findings")
    hand.choose("Kind of finding", FindingKind.WASTE)
    hand.add("Where do we waste time or money?", "Counting coins")
    hand.press("Change Counting coins")
    hand.fill("Minutes lost a month", 90.0)
    hand.press("Save")
    assert is_shown(frame, "Counting coins · 90 min a month")
    [finding] = details(store, bakery).findings
    assert (finding.kind, finding.minutes_per_month) == (FindingKind.WASTE, 90)


def test_comments_that_nobody_sorted_come_last_and_not_by_the_hundred(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    id_ = at_depth(store, bakery, Depth.KEY)
    for number in range(25):
        add_entry(store, COMMAND_LINE, bakery, Finding, {"touchpoint_id": id_, "text": f"Comment {number}"})
    frame = hand.open(id_)
    hand.part("findings")
    assert is_shown(frame, "Not sorted yet")
    assert is_shown(frame, "and 5 more")


def test_brand_and_promise_are_answered_with_what_is_lacking(hand: Hand, store: Store, bakery: UUID) -> None:
    counter = at_depth(store, bakery, Depth.KEY)
    hand.open(counter)
    hand.part("promise")
    hand.choose("Is the point staged as the brand demands?", 1)
    hand.choose("Can our people keep here what the brand or company promises?", -1)
    hand.choose("What do our people lack to keep it here?", "Time for a word")
    assert team(store, bakery).answers[counter] == {Aspect.BRAND: {1: 1}, Aspect.PROMISE: {-1: 1}}
    assert named(store, bakery).lacking == "Time for a word"


def test_of_two_segments_with_one_name_the_chosen_one_meets_the_touchpoint(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    ids = [add_segment(store, COMMAND_LINE, bakery, name) for name in ("One", "Two", "Three")]
    with store.writing() as session:
        for segment in session.exec(select(Segment)):
            segment.name = "Alike"
    hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    hand.choose("Which customers?", ids[1])
    hand.add(OCCASION, "Buying bread")
    [encounter] = details(store, bakery).encounters
    assert encounter.segment_id == ids[1]
    hand.press(f"Change {encounter.occasion}")
    hand.fill("Customers", ids[1])
    hand.fill("Whom of us they meet", "sales staff")
    hand.press("Save")
    [encounter] = details(store, bakery).encounters
    assert (encounter.segment_id, encounter.roles) == (ids[1], "sales staff")


def test_a_segment_in_the_bin_is_neither_offered_nor_replaced_unseen(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    regulars = add_segment(store, COMMAND_LINE, bakery, "Regulars")
    tourists = add_segment(store, COMMAND_LINE, bakery, "Tourists")
    hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    hand.add(OCCASION, "Buying bread")
    bin_segment(store, COMMAND_LINE, bakery, regulars)
    hand.look()
    assert hand.field("Which customers?").value == tourists
    hand.press("Change Buying bread")
    hand.fill("Whom of us they meet", "sales staff")
    hand.press("Save")
    [encounter] = details(store, bakery).encounters
    assert (encounter.segment_id, encounter.roles) == (regulars, "sales staff")
