"""The facts of an executive's page: what is stored, and nothing that another page would count otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from storage.actions import add_action, list_actions
from storage.board import set_depth
from storage.entries import add_entry
from storage.executive import read_executive_facts
from storage.goals import add_goal
from storage.kpi_board import read_kpi_board
from storage.kpis import add_kpi
from storage.options import add_option, choose_option
from storage.persons import add_person
from storage.review_parts import add_decision
from storage.reviews import add_review
from tests.storage._place import Place
from tests.storage.conftest import Opened
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.kpi_status import Standing
from touchpoints.model import ActionStatus, Depth, Finding

TODAY = date(2026, 3, 2)


def read(place: Place) -> ExecutiveFacts:
    return read_executive_facts(*place.where, "EUR", TODAY)


def add(place: Place, name: str, **values: Any) -> UUID:
    id_: UUID = add_action(*place.where, {"name": name, **values})
    return id_


def test_a_blank_project_has_no_facts(place: Place) -> None:
    assert read(place).is_empty


def test_the_sample_is_read_whole(sample: Opened) -> None:
    where = (sample.store, sample.actor, sample.project)
    facts = read_executive_facts(*where, "EUR", TODAY)
    board = read_kpi_board(*where)
    assert [one.id for one in facts.kpis] == [one.kpi.id for one in board]
    standings = [one.course.status.standing for one in facts.kpis]
    assert standings.count(Standing.REACHED) == 1
    assert facts.actions == list_actions(*where)
    assert facts.budget.spent > 0
    assert facts.savings.is_known
    assert [one.reason for one in facts.blocked] == [
        "The legal department is still checking what the current contract allows"
    ]


def test_next_is_the_unfinished_action_of_a_kpi_that_is_due_first(place: Place) -> None:
    goal = add_goal(*place.where, {"name": "Shorter waits"})
    add_kpi(*place.where, {"name": "Minutes", "kind": "time", "goal_id": goal})
    add(place, "Signs", goal_id=goal, due_on=date(2026, 5, 1))
    add(place, "Counter", goal_id=goal, due_on=date(2026, 4, 1))
    [kpi] = read(place).kpis
    assert kpi.next_action is not None
    assert kpi.next_action.name == "Counter"


def test_money_is_written_in_the_currency_of_the_project(place: Place) -> None:
    add_kpi(*place.where, {"name": "Cost", "kind": "money"})
    assert [one.course.unit for one in read(place).kpis] == ["EUR"]


def test_a_goal_says_whether_somebody_backs_it(place: Place) -> None:
    ada = add_person(*place.where, "Ada")
    add_goal(*place.where, {"name": "Shorter waits", "sponsor_id": ada})
    add_goal(*place.where, {"name": "Clean toilets"})
    assert [(one.name, one.has_sponsor) for one in read(place).goals] == [
        ("Shorter waits", True),
        ("Clean toilets", False),
    ]


def test_a_key_touchpoint_without_a_goal_is_told(place: Place) -> None:
    assert read(place).key_touchpoints == ()
    set_depth(*place.where, [place.desk], Depth.KEY)
    assert [one.name for one in read(place).key_touchpoints] == ["Desk"]
    add_goal(*place.where, {"name": "Shorter waits", "touchpoint_id": place.desk})
    assert read(place).key_touchpoints == ()


def test_two_options_wait_for_a_choice_until_one_is_chosen(place: Place) -> None:
    first = add_option(*place.where, {"touchpoint_id": place.desk, "name": "A second till"})
    assert read(place).choices == ()
    add_option(*place.where, {"touchpoint_id": place.desk, "name": "Call numbers"})
    assert [(one.touchpoint, one.options) for one in read(place).choices] == [("Desk", 2)]
    choose_option(*place.where, first, "Cheaper")
    assert read(place).choices == ()


def test_only_a_decision_of_the_last_review_that_became_no_action_is_unstarted(place: Place) -> None:
    earlier, last = (
        add_review(*place.where, {"name": name, "held_on": day})
        for name, day in (("Winter", date(2026, 1, 9)), ("Spring", date(2026, 2, 27)))
    )
    add_decision(*place.where, earlier, "Forgotten")
    add_decision(*place.where, last, "Call back")
    begun = add_decision(*place.where, last, "Open earlier")
    add(place, "Open at seven", review_decision_id=begun)
    [found] = read(place).unstarted
    assert (found.review_id, found.text, found.held_on) == (last, "Call back", date(2026, 2, 27))


def test_waste_and_what_actions_save_are_summed(place: Place) -> None:
    waste = {"text": "Typed twice", "kind": "waste", "cost_per_month": 100}
    add_entry(*place.where, Finding, waste)
    add(place, "Scan forms", saving_per_year=Decimal(700))
    savings = read(place).savings
    assert (savings.unanswered, savings.planned) == (Decimal(1200), Decimal(700))


def test_an_action_that_is_not_blocked_blocks_nobody(place: Place) -> None:
    add(place, "Signs")
    facts = read(place)
    assert [one.status for one in facts.actions] == [ActionStatus.PLANNED]
    assert facts.blocked == ()
