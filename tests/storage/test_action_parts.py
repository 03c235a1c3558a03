"""What hangs on an action: budget by kind, dependencies without circles, people, and remarks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import (
    WaitsInCircle,
    add_comment,
    bin_comment,
    list_comments,
    raise_budget,
    restore_comment,
    set_budget,
    set_needs,
    set_persons,
)
from storage.actions import add_action, bin_actions, list_actions, restore_actions
from storage.checking import UnusableInput
from storage.intents import NoSuchRow
from storage.persons import add_person
from storage.store import Store
from tests.storage._plan import by_name
from tests.storage._rows import history_of, rows_of
from touchpoints.model import ActionNeed, BudgetKind, BudgetLine, Part
from touchpoints.plan import Cost


@pytest.fixture
def actions(store: Store, facilitator: Actor, project: UUID) -> dict[str, UUID]:
    """Choose, buy and teach, by name."""
    return {
        name: add_action(store, facilitator, project, {"name": name}) for name in ("choose", "buy", "teach")
    }


def test_a_budget_is_raised_on_what_others_planned_and_lowered_never_below_nothing(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, buy, kind = (store, facilitator, project), actions["buy"], BudgetKind.TRAINING
    raise_budget(*where, buy, kind, Decimal("500.50"))
    set_budget(*where, buy, kind, Decimal(800), Decimal(20))
    raise_budget(*where, buy, kind, Decimal(200))
    assert by_name(*where)["buy"].budget == {kind: Cost(Decimal(1000), Decimal(20))}
    raise_budget(*where, buy, kind, Decimal(-5000))
    assert by_name(*where)["buy"].budget == {kind: Cost(Decimal(0), Decimal(20))}


def test_planned_and_spent_are_kept_by_kind_and_to_the_cent(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, buy = (store, facilitator, project), actions["buy"]
    set_budget(*where, buy, BudgetKind.SOFTWARE, Decimal("1000.10"), Decimal(0))
    set_budget(*where, buy, BudgetKind.TRAINING, Decimal(0), Decimal("20.05"))
    set_budget(*where, buy, BudgetKind.SOFTWARE, Decimal("1000.10"), Decimal("999.99"))
    assert by_name(*where)["buy"].budget == {
        BudgetKind.SOFTWARE: Cost(Decimal("1000.10"), Decimal("999.99")),
        BudgetKind.TRAINING: Cost(Decimal(0), Decimal("20.05")),
    }
    *_, (entity, _, before, after) = history_of(store, "set budget")
    assert (entity, before, after) == (
        "Action",
        {"budget_kind": "software", "planned": "1000.10", "spent": "0.00"},
        {"budget_kind": "software", "planned": "1000.10", "spent": "999.99"},
    )


def test_a_kind_with_nothing_planned_and_nothing_spent_leaves_no_line(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where = (store, facilitator, project, actions["buy"], BudgetKind.OTHER)
    set_budget(*where, Decimal(5), Decimal(5))
    set_budget(*where)
    assert rows_of(store, BudgetLine) == []


@pytest.mark.parametrize("amount", [Decimal(-1), Decimal("0.001"), Decimal("1e13"), Decimal("NaN")])
def test_an_amount_that_cannot_be_is_refused(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID], amount: Decimal
) -> None:
    where = (store, facilitator, project, actions["buy"], BudgetKind.OTHER)
    set_budget(*where, Decimal(5), Decimal(0))
    with pytest.raises(UnusableInput):
        set_budget(*where, amount, Decimal(0))
    assert by_name(store, facilitator, project)["buy"].budget == {BudgetKind.OTHER: Cost(Decimal(5))}


def test_dependencies_are_set_as_a_whole(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, (choose, buy, teach) = (store, facilitator, project), actions.values()
    set_needs(*where, teach, [choose])
    set_needs(*where, teach, [buy])
    assert by_name(*where)["teach"].needs == (buy,)
    assert [(before, after) for _, _, before, after in history_of(store, "set dependencies")] == [
        ({"needs_id": None}, {"needs_id": str(choose)}),
        ({"needs_id": str(choose)}, {"needs_id": None}),
        ({"needs_id": None}, {"needs_id": str(buy)}),
    ]


def test_a_circle_is_refused_with_both_names_and_nothing_is_changed(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, (choose, buy, teach) = (store, facilitator, project), actions.values()
    set_needs(*where, buy, [choose])
    set_needs(*where, teach, [buy])
    for one, other in ((choose, teach), (choose, buy), (buy, buy)):
        with pytest.raises(WaitsInCircle) as refused:
            set_needs(*where, one, [other])
        names = {id_: name for name, id_ in actions.items()}
        assert refused.value.values == {"action": names[one], "needed": names[other]}
    assert len(rows_of(store, ActionNeed)) == 2


def test_a_circle_through_an_action_in_the_bin_is_refused_too(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, (choose, buy, teach) = (store, facilitator, project), actions.values()
    set_needs(*where, buy, [choose])
    set_needs(*where, teach, [buy])
    bin_actions(*where, [buy])
    assert by_name(*where)["teach"].needs == ()
    with pytest.raises(WaitsInCircle):
        set_needs(*where, choose, [teach])
    restore_actions(*where, [buy])
    assert by_name(*where)["teach"].needs == (buy,)


def test_people_take_part_and_commit_themselves(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, actions: dict[str, UUID]
) -> None:
    where, buy = (store, facilitator, project), actions["buy"]
    anna, bert = add_person(*where, "Anna"), add_person(*where, "Bert")
    set_persons(*where, buy, Part.TOOK_PART, [anna, bert, anna])
    set_persons(*where, buy, Part.COMMITTED, [bert])
    set_persons(*where, buy, Part.TOOK_PART, [anna])
    action = by_name(*where)["buy"]
    assert [person.name for person in action.took_part] == ["Anna"]
    assert [person.id for person in action.committed] == [bert]
    with pytest.raises(NoSuchRow):
        set_persons(*where, buy, Part.COMMITTED, [add_person(store, facilitator, other_project, "Zoe")])


def test_remarks_keep_their_moment_and_who_made_them_and_the_latest_comes_first(
    store: Store,
    facilitator: Actor,
    project: UUID,
    actions: dict[str, UUID],
    pass_time: Callable[[timedelta], datetime],
) -> None:
    where, buy = (store, facilitator, project), actions["buy"]
    began = pass_time(timedelta())
    add_comment(*where, buy, "Three offers\nare here")
    later = pass_time(timedelta(hours=1))
    add_comment(*where, buy, "Chosen")
    assert [(comment.text, comment.at, comment.who) for comment in list_comments(*where, buy)] == [
        ("Chosen", later, "Facilitator"),
        ("Three offers\nare here", began, "Facilitator"),
    ]
    assert list_comments(*where, actions["choose"]) == ()


def test_a_remark_goes_into_the_bin_and_comes_back(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, buy = (store, facilitator, project), actions["buy"]
    id_ = add_comment(*where, buy, "Chosen")
    bin_comment(*where, id_)
    assert list_comments(*where, buy) == ()
    assert {entry.comments for entry in list_actions(*where)} == {0}
    restore_comment(*where, id_)
    assert [comment.id for comment in list_comments(*where, buy)] == [id_]
    with pytest.raises(UnusableInput):
        add_comment(*where, buy, "   ")
