"""A process knows how long it takes and how much of that is waiting."""

from __future__ import annotations

import pytest

from touchpoints.messages import in_english
from touchpoints.process import Process, Step, finding_of_process, span_of_time, spans_in_one_unit


def process(*steps: Step) -> Process:
    return Process("id", "Check-in", steps)


def test_steps_follow_each_other_with_their_waiting_first() -> None:
    steps = process(Step("A", "customer", 4), Step("B", "visible", 2, 10), Step("C", "behind", 1))
    assert steps.starts == [0.0, 4.0, 16.0]
    assert (steps.total, steps.waiting) == (17, 10)


def test_what_happens_behind_runs_beside_the_customers_steps() -> None:
    steps = process(
        Step("A", "customer", 4), Step("B", "behind", 1, 60), Step("C", "behind", 2), Step("D", "visible", 3)
    )
    assert steps.starts == [0.0, 4.0, 65.0, 4.0]


def test_the_finding_says_total_time_and_share_of_waiting() -> None:
    steps = process(Step("Queue", "customer", None, 30), Step("Check", "visible", 10))
    assert in_english(finding_of_process(steps)) == "Check-in takes the customer 40 min, 75% of it waiting"


def test_a_step_without_a_time_makes_the_total_a_minimum() -> None:
    steps = process(Step("Queue", "customer", None, 30), Step("Check", "visible"))
    assert in_english(finding_of_process(steps)).startswith("Check-in takes the customer at least 30 min")


@pytest.mark.parametrize(
    ("steps", "finding"),
    [
        ((), "No step has been written down yet"),
        ((Step("A", "customer"),), "1 step at Check-in, its time not known yet"),
        ((Step("A", "customer"), Step("B", "behind")), "2 steps at Check-in, their times not known yet"),
        ((Step("A", "customer", 3),), "Check-in takes the customer 3 min, none of it waiting"),
    ],
)
def test_small_cases_read_as_sentences(steps: tuple[Step, ...], finding: str) -> None:
    assert in_english(finding_of_process(process(*steps))) == finding


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.5, "0.5 min"),
        (3, "3 min"),
        (120, "120 min"),
        (180, "3 h"),
        (199, "3 h 19 min"),
        (4 * 1440, "4 d"),
        (3 * 1440 + 300, "3 d 5 h"),
    ],
)
def test_times_are_said_in_units_that_fit(minutes: float, said: str) -> None:
    assert in_english(span_of_time(minutes)) == said


def test_what_happens_behind_is_no_time_of_the_customer() -> None:
    steps = process(Step("Write", "customer", 10), Step("E-mail waits", "behind", 5, 60))
    assert in_english(finding_of_process(steps)) == (
        "Check-in takes the customer 10 min, none of it waiting; besides 65 min behind the line of visibility"
    )
    assert (
        in_english(finding_of_process(steps.behind)) == "Check-in takes 65 min behind the line of visibility"
    )


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ((0.0, 60.0, 120.0), ["0 min", "60 min", "120 min"]),
        ((0.0, 30.0, 60.0, 150.0), ["0.0 h", "0.5 h", "1.0 h", "2.5 h"]),
        ((0.0, 1440.0, 2880.0), ["0 d", "1 d", "2 d"]),
        ((), []),
    ],
)
def test_an_axis_has_one_unit(spans: tuple[float, ...], said: list[str]) -> None:
    assert [in_english(span) for span in spans_in_one_unit(spans)] == said
