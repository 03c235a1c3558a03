"""What became of a round: touchpoints that came and went, actions, and the KPIs then and now."""

from __future__ import annotations

from datetime import date

from tests.touchpoints._kpis import value
from tests.touchpoints._plans import action
from touchpoints.effect import Verdict, Yardstick
from touchpoints.kpi_kinds import Evidence, kind_of
from touchpoints.model import ActionStatus, Direction
from touchpoints.rounds_results import Lifetime, RoundSpan, changed_between, results_of, then_and_now

FIRST = RoundSpan(1, date(2025, 1, 1), date(2025, 7, 1))
SECOND = RoundSpan(2, date(2025, 7, 1), date(2026, 1, 1))
THIRD = RoundSpan(3, date(2026, 1, 1))
SHARES = Yardstick(kind_of("share"), Direction.UP)
LOW, HIGH = (Evidence(share, 400, favourable=share) for share in (0.3, 0.6))


def test_what_came_and_what_went_between_two_rounds() -> None:
    touchpoints = [
        Lifetime("Desk", 1),
        Lifetime("Fax", 1, 1),
        Lifetime("App", 2),
        Lifetime("Stand", 2, 2),
        Lifetime("Kiosk", 3),
    ]
    next_to = changed_between(touchpoints, 1, 2)
    assert (next_to.added, next_to.dropped) == (("App", "Stand"), ("Fax",))
    across = changed_between(touchpoints, 1, 3)
    assert (across.added, across.dropped) == (("App", "Kiosk"), ("Fax",))


def test_actions_are_done_unfinished_or_dropped() -> None:
    actions = [action(number, status=status) for number, status in enumerate(ActionStatus)]
    results = results_of(actions)
    assert [one.status for one in results.done] == [ActionStatus.DONE]
    assert [one.status for one in results.dropped] == [ActionStatus.DROPPED]
    assert len(results.unfinished) == 3


def test_a_kpi_is_told_by_its_last_values_on_both_sides_of_the_change() -> None:
    values = [value("share", date(2025, month, 1), LOW, 20) for month in (2, 5)]
    values += [value("share", date(2025, month, 1), HIGH, 20) for month in (8, 11)]
    found = then_and_now(values, SHARES, FIRST, SECOND)
    assert (found.before, found.after) == (values[1], values[3])
    assert found.verdict is Verdict.BETTER
    assert found.difference is not None
    assert found.difference.is_clear_of_zero


def test_values_of_later_rounds_and_of_earlier_ones_do_not_count() -> None:
    values = [
        value("share", date(2025, 2, 1), LOW, 20),
        value("share", date(2025, 8, 1), HIGH, 20),
        value("share", date(2026, 2, 1), LOW, 20),
    ]
    assert then_and_now(values, SHARES, FIRST, SECOND).after == values[1]
    assert then_and_now(values, SHARES, SECOND, THIRD).before == values[1]
    assert then_and_now(values[:1] + values[2:], SHARES, SECOND, THIRD).before is None


def test_values_that_are_older_than_the_project_belong_to_its_first_round() -> None:
    old = value("share", date(2020, 2, 1), LOW, 20)
    assert then_and_now([old], SHARES, FIRST, SECOND).before == old


def test_a_value_that_spans_the_change_tells_of_neither_round() -> None:
    both = value("share", date(2025, 6, 20), LOW, 30)
    found = then_and_now([both], SHARES, FIRST, SECOND)
    assert (found.before, found.after, found.verdict) == (None, None, Verdict.OPEN)


def test_without_a_day_of_the_change_nothing_is_told() -> None:
    found = then_and_now([value("share", date(2025, 2, 1), LOW, 20)], SHARES, FIRST, RoundSpan(2))
    assert found.verdict is Verdict.OPEN
