"""A KPI as an executive watches it: its state, its change, what comes next, and which ones are shown."""

from __future__ import annotations

from tests.touchpoints._kpis import course
from tests.touchpoints._plans import action
from tests.touchpoints.executive._facts import (
    ABOVE,
    BELOW,
    NEAR,
    ahead,
    done,
    missed,
    reached,
    unclear,
    unmeasured,
    watched,
    without_target,
)
from touchpoints.effect import Verdict
from touchpoints.executive.watched_kpi import (
    STATE_SIGNS,
    STATE_WORDS,
    KpiState,
    first_to_watch,
    next_of,
)


def test_only_a_target_whose_day_is_over_can_be_missed() -> None:
    assert [one.state for one in (missed(), ahead(), reached())] == [
        KpiState.MISSED,
        KpiState.AHEAD,
        KpiState.REACHED,
    ]
    assert watched(course(BELOW, target=0.7)).state is KpiState.MISSED


def test_without_value_or_target_a_kpi_is_open_or_has_none() -> None:
    assert unmeasured().state is KpiState.OPEN
    assert without_target().state is KpiState.NO_TARGET


def test_every_state_has_a_word_and_a_shape_of_its_own() -> None:
    assert len(set(STATE_WORDS.values())) == len(set(STATE_SIGNS.values())) == len(KpiState)


def test_a_change_is_judged_with_its_interval() -> None:
    moved = [
        watched(course(*values)).moved for values in ((BELOW, ABOVE), (ABOVE, BELOW), (NEAR, NEAR), (NEAR,))
    ]
    assert moved == [Verdict.BETTER, Verdict.WORSE, Verdict.NO_DIFFERENCE_SHOWN, Verdict.OPEN]


def test_next_is_what_is_due_first_and_not_finished() -> None:
    assert next_of([action(1), action(2, due_on=5), action(3, due_on=2), done(4, due_on=1)]) == action(
        3, due_on=2
    )
    assert next_of([done(1)]) is None


def test_of_too_many_kpis_the_gravest_are_shown_in_their_order() -> None:
    kpis = [reached(1), unclear(2), missed(3), ahead(4)]
    assert first_to_watch(kpis, 2) == (kpis[2], kpis[3])
    assert first_to_watch(kpis, 4) == tuple(kpis)
