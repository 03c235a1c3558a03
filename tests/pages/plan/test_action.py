"""The drawer of an action: edited in place, a few fields at a time, and every change can be undone."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.action_parts import list_comments, set_budget, set_needs
from storage.actions import bin_actions, change_action
from storage.board import NewTouchpoint, add_touchpoints
from storage.journey import list_touchpoints
from storage.persons import add_person
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import dialog_title, is_shown
from tests.pages.plan._hand import ActionHand
from tests.pages.plan._stored import DAY, add, stored
from touchpoints.model import ActionStatus, BudgetKind
from touchpoints.plan import Cost

PARTS = ["Who, what, when", "Gain and result", "Effort and money", "People and dependencies", "Remarks"]


def test_no_part_asks_for_more_than_seven_fields(hand: ActionHand, oven: UUID) -> None:
    hand.open(oven)
    for part in PARTS:
        hand.part(part)
        beside = {"Part", "Status"}
        assert 1 <= len([field for field in hand.fields() if field.label not in beside]) <= 7


def test_who_what_and_when_are_edited_and_put_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    add_touchpoints(store, COMMAND_LINE, bakery, [NewTouchpoint("Counter")])
    [counter] = list_touchpoints(store, COMMAND_LINE, bakery)
    hand.open(oven)
    hand.fill("What?", "A larger oven")
    hand.type_anew("Who?", "Anna")
    hand.fill("Touchpoint", counter.id)
    hand.fill("Until when?", DAY + timedelta(days=12))
    hand.press("Save")
    changed = stored(store, bakery)["A larger oven"]
    assert (changed.owner, changed.touchpoint) == ("Anna", "Counter")
    assert changed.due_on == DAY + timedelta(days=12)
    assert is_shown(hand.frame, "A larger oven was changed.")
    hand.press("Undo")
    before = stored(store, bakery)["Oven"]
    assert (before.owner, before.touchpoint, before.due_on) == (None, None, DAY + timedelta(days=10))


def test_an_end_before_the_start_is_said_and_not_stored(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.fill("Until when?", DAY - timedelta(days=1))
    hand.press("Save")
    assert is_shown(hand.frame, "the end lies before the start")
    assert stored(store, bakery)["Oven"].due_on == DAY + timedelta(days=10)


def test_the_day_it_was_done_is_told_later_and_put_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.choose("Status", ActionStatus.DONE)
    today = stored(store, bakery)["Oven"].done_on
    hand.choose("Done on", DAY - timedelta(days=1))
    assert is_shown(hand.frame, "It cannot be done before it began")
    assert stored(store, bakery)["Oven"].done_on == today
    hand.choose("Done on", DAY + timedelta(days=1))
    assert stored(store, bakery)["Oven"].done_on == DAY + timedelta(days=1)
    hand.press("Undo")
    assert stored(store, bakery)["Oven"].done_on == today


def test_a_shift_shows_what_would_move_along_and_does_it_with_one_press(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    baker = add(store, bakery, "Baker", starts_on=DAY + timedelta(days=11), due_on=DAY + timedelta(days=20))
    set_needs(store, COMMAND_LINE, bakery, baker, [oven])
    hand.open(oven)
    hand.fill("Until when?", DAY + timedelta(days=15))
    hand.press("Save")
    [preview] = hand.frame.dataframe
    assert list(preview.value["Action"]) == ["Baker"]
    assert "13 Mar 2026" in preview.value["Until now"][0]
    assert "18 Mar 2026" in preview.value["From now on"][0]
    hand.press("Save and move along")
    after = stored(store, bakery)
    assert after["Oven"].due_on == DAY + timedelta(days=15)
    assert after["Baker"].starts_on == DAY + timedelta(days=16)
    assert is_shown(hand.frame, "Oven was changed, and 1 action moved along.")
    hand.press("Undo")
    after = stored(store, bakery)
    assert (after["Oven"].due_on, after["Baker"].starts_on) == (
        DAY + timedelta(days=10),
        DAY + timedelta(days=11),
    )


def test_where_somebody_was_faster_nothing_moves_along(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    baker = add(store, bakery, "Baker", due_on=DAY + timedelta(days=20))
    set_needs(store, COMMAND_LINE, bakery, baker, [oven])
    hand.open(oven)
    hand.fill("Until when?", DAY + timedelta(days=15))
    hand.press("Save")
    change_action(store, COMMAND_LINE, bakery, oven, 1, {"due_on": DAY + timedelta(days=11)})
    hand.press("Save and move along")
    assert stored(store, bakery)["Baker"].due_on == DAY + timedelta(days=20)
    hand.press("Save mine")
    after = stored(store, bakery)
    assert (after["Oven"].due_on, after["Baker"].due_on) == (
        DAY + timedelta(days=15),
        DAY + timedelta(days=25),
    )


@pytest.mark.parametrize(("answer", "days"), [("Save this one alone", 15), ("Cancel", 10)])
def test_what_depends_on_it_may_stay(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID, answer: str, days: int
) -> None:
    baker = add(store, bakery, "Baker", due_on=DAY + timedelta(days=20))
    set_needs(store, COMMAND_LINE, bakery, baker, [oven])
    hand.open(oven)
    hand.fill("Until when?", DAY + timedelta(days=15))
    hand.press("Save")
    hand.press(answer)
    after = stored(store, bakery)
    assert after["Oven"].due_on == DAY + timedelta(days=days)
    assert after["Baker"].due_on == DAY + timedelta(days=20)


def test_of_two_who_edit_the_same_action_both_versions_are_shown(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    change_action(store, COMMAND_LINE, bakery, oven, 1, {"name": "Theirs"})
    hand.fill("What?", "Mine")
    hand.press("Save")
    assert is_shown(hand.frame, "Somebody else has changed this entry meanwhile.")
    assert is_shown(hand.frame, "What?: Theirs")
    assert not hand.can_press("Undo")
    hand.press("Save mine")
    assert "Mine" in stored(store, bakery)
    hand.press("Undo")
    assert "Theirs" in stored(store, bakery)


def test_gains_result_and_measure_are_kept(hand: ActionHand, store: Store, bakery: UUID, oven: UUID) -> None:
    hand.open(oven)
    hand.part("Gain and result")
    hand.fill("What does the customer gain?", "Warm bread")
    hand.fill("What does the staff gain?", "Less heat")
    hand.fill("Expected result", "Nobody waits")
    hand.fill("What will show it?", "Minutes of waiting")
    hand.press("Save")
    kept = stored(store, bakery)["Oven"]
    assert (kept.customer_gain, kept.staff_gain) == ("Warm bread", "Less heat")
    assert (kept.expected_result, kept.measure) == ("Nobody waits", "Minutes of waiting")


def test_effort_and_saving_are_exact(hand: ActionHand, store: Store, bakery: UUID, oven: UUID) -> None:
    hand.open(oven)
    hand.part("Effort and money")
    hand.fill("Team", "Bakehouse")
    hand.fill("Person-days", 2.5)
    hand.fill("Saving a year", 1234.56)
    hand.press("Save")
    kept = stored(store, bakery)["Oven"]
    assert (kept.team, kept.person_days, kept.saving_per_year) == (
        "Bakehouse",
        Decimal("2.5"),
        Decimal("1234.56"),
    )


def test_the_budget_is_typed_into_a_grid_and_put_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    where = (store, COMMAND_LINE, bakery)
    set_budget(*where, oven, BudgetKind.TRAINING, Decimal(10), Decimal(5))
    hand.open(oven)
    hand.part("Effort and money")
    hand.type_into_budget(1, planned=99.99)
    assert stored(store, bakery)["Oven"].budget == {BudgetKind.TRAINING: Cost(Decimal("99.99"), Decimal(5))}
    hand.press("Undo")
    assert stored(store, bakery)["Oven"].budget == {BudgetKind.TRAINING: Cost(Decimal(10), Decimal(5))}


def test_people_take_part_and_commit_themselves(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    anna = add_person(store, COMMAND_LINE, bakery, "Anna")
    hand.open(oven)
    hand.part("People and dependencies")
    hand.choose("Planned together with", [anna])
    hand.type_anew("Committed", ["Bert"])
    hand.look()
    kept = stored(store, bakery)["Oven"]
    assert [person.name for person in kept.took_part] == ["Anna"]
    assert [person.name for person in kept.committed] == ["Bert"]
    hand.press("Undo")
    assert stored(store, bakery)["Oven"].committed == ()


def test_a_circle_of_dependencies_is_refused_in_a_sentence(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    baker = add(store, bakery, "Baker")
    set_needs(store, COMMAND_LINE, bakery, baker, [oven])
    hand.open(oven)
    hand.part("People and dependencies")
    hand.choose("Depends on", [baker])
    assert is_shown(hand.frame, "“Oven” cannot depend on “Baker”, which itself waits for it.")
    assert stored(store, bakery)["Oven"].needs == ()


def test_remarks_are_written_and_thrown_away_and_come_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.part("Remarks")
    hand.fill("Remark", "Three *offers*")
    hand.press("Add")
    assert is_shown(hand.frame, "Three *offers*")
    assert is_shown(hand.frame, "Facilitator · ")
    hand.press("Throw this remark away")
    assert list_comments(store, COMMAND_LINE, bakery, oven) == ()
    hand.press("Undo")
    assert [one.text for one in list_comments(store, COMMAND_LINE, bakery, oven)] == ["Three *offers*"]


def test_blocked_asks_by_what_before_anything_is_stored(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.choose("Status", ActionStatus.BLOCKED)
    assert stored(store, bakery)["Oven"].status is ActionStatus.PLANNED
    hand.choose("Blocked by what?", "no money")
    blocked = stored(store, bakery)["Oven"]
    assert (blocked.status, blocked.blocked_by) == (ActionStatus.BLOCKED, "no money")
    hand.choose("Status", ActionStatus.DONE)
    assert stored(store, bakery)["Oven"].done_on is not None
    hand.press("Undo")
    assert stored(store, bakery)["Oven"].blocked_by == "no money"


def test_an_action_goes_into_the_bin_and_comes_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.press("Move to bin")
    assert stored(store, bakery) == {}
    hand.frame.run()
    hand.frame.button("undo-").click().run()
    assert list(stored(store, bakery)) == ["Oven"]


def test_an_action_that_is_gone_is_a_sentence(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    bin_actions(store, COMMAND_LINE, bakery, [oven])
    assert is_shown(hand.open(oven), "does not exist any more")


def test_hostile_texts_are_shown_letter_by_letter(hand: ActionHand, store: Store, bakery: UUID) -> None:
    for text in HOSTILE:
        hand.open(add(store, bakery, text[:200]))
        assert dialog_title(hand.frame) == as_kept(text[:200])
