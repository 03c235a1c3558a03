"""An action leads to its goal, option, finding, decision or hint, and a link leads to the action."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry
from storage.goals import add_goal
from storage.hint_answers import ToldHint, turn_into_action
from storage.journey import list_phases, list_touchpoints
from storage.kpis import add_kpi, list_kpis
from storage.options import add_option
from storage.review_parts import add_decision
from storage.reviews import add_review
from storage.rounds import begin_next_round
from storage.store import Store
from storage.targets import add_planned_touchpoint
from tests.pages._screen import dialog_title, is_shown, links
from tests.pages.plan._hand import ActionHand
from tests.pages.plan._stored import add, stored
from tests.pages.plan.conftest import Open
from touchpoints.model import ActionStatus, Finding


def test_an_action_leads_to_all_that_it_comes_from(hand: ActionHand, store: Store, bakery: UUID) -> None:
    where = (store, COMMAND_LINE, bakery)
    add_touchpoints(*where, [NewTouchpoint("Counter")])
    [counter] = list_touchpoints(*where)
    goal = add_goal(*where, {"name": "Nobody waits"})
    option = add_option(*where, {"name": "A second till", "touchpoint_id": counter.id})
    finding = add_entry(*where, Finding, {"text": "A long queue\nat noon"})
    review = add_review(*where, {"name": "March"})
    decision = add_decision(*where, review, "Try it for a week")
    behind = {"goal_id": goal, "option_id": option, "finding_id": finding, "review_decision_id": decision}
    hand.open(add(store, bakery, "Till", **behind))
    found = links(hand.frame)
    assert f"goal={goal}" in found["Goal: Nobody waits"]
    assert f"option={option}" in found["Option: A second till"]
    assert f"finding={finding}" in found["Finding: A long queue"]
    assert f"review={review}" in found["Decision: Try it for a week"]
    told = ToldHint("no_goal", "There is no goal yet.", ())
    hand.open(turn_into_action(*where, told, {"name": "Set goals"}))
    assert "Hint of the coach: There is no goal yet." in links(hand.frame)


def test_an_action_by_hand_gets_a_goal_and_moves_its_kpi_until_that_is_put_back(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    where = (store, COMMAND_LINE, bakery)
    goal = add_goal(*where, {"name": "Warm bread"})
    add_kpi(*where, {"name": "Loaves", "kind": "count", "goal_id": goal})
    hand.open(oven)
    assert not is_shown(hand.frame, "Where it comes from")
    hand.fill("Goal", goal)
    hand.press("Save")
    assert stored(store, bakery)["Oven"].goal_id == goal
    assert [kpi.action_ids for kpi in list_kpis(*where)] == [(oven,)]
    assert "Goal: Warm bread" in links(hand.frame)
    hand.press("Undo")
    assert stored(store, bakery)["Oven"].goal_id is None
    assert [kpi.action_ids for kpi in list_kpis(*where)] == [()]


def test_an_action_can_be_at_what_the_target_journey_adds(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    [phase, *_] = list_phases(store, COMMAND_LINE, bakery)
    chat = add_planned_touchpoint(store, COMMAND_LINE, bakery, "Chat", phase.id)
    hand.open(oven)
    assert "Chat (new)" in hand.field("Touchpoint").options
    hand.fill("Touchpoint", chat)
    hand.press("Save")
    assert stored(store, bakery)["Oven"].touchpoint == "Chat"


def test_a_link_opens_one_action_once(visit: Open, plan: dict[str, UUID]) -> None:
    frame = visit(action=str(plan["Sign"]))
    assert dialog_title(frame) == "Sign"
    assert dialog_title(frame.run()) == ""
    assert dialog_title(visit(action="nonsense")) == ""


def test_a_link_opens_an_action_that_was_finished_in_an_earlier_round(
    visit: Open, store: Store, bakery: UUID, today: date
) -> None:
    oven = add(store, bakery, "Oven")
    set_status(store, COMMAND_LINE, bakery, [oven], ActionStatus.DONE, today - timedelta(days=3))
    begin_next_round(store, COMMAND_LINE, bakery, today)
    assert stored(store, bakery) == {}
    assert dialog_title(visit(action=str(oven))) == "Oven"
