"""The process shows steps as wide as they take long, waiting hatched, the line of visibility dashed."""

from __future__ import annotations

from itertools import pairwise

from touchpoints.charts import LIGHT, process
from touchpoints.messages import Wording
from touchpoints.process import Process, Step

STEPS = Process(
    "id-1",
    "Check-in",
    (
        Step("Queue", "customer", None, 18),
        Step("Passport", "customer", 2),
        Step("Visa", "behind", 3, 6, "Airlines"),
        Step("Gate", "visible"),
    ),
)


def test_steps_are_as_wide_as_they_take_long(wording: Wording) -> None:
    figure = process.draw(STEPS, wording, LIGHT).figure
    bars = next(trace for trace in figure.data if trace.fillcolor == LIGHT.accent)
    assert [x for x in bars.x if x is not None][::5] == [18.0, 26.0]
    assert max(x for x in bars.x if x is not None) == 29.0


def test_waiting_is_hatched_and_stands_before_its_step(wording: Wording) -> None:
    figure = process.draw(STEPS, wording, LIGHT).figure
    waits = next(trace for trace in figure.data if trace.fillpattern.shape == "/")
    assert [x for x in waits.x if x is not None][::5] == [0.0, 20.0]


def test_a_step_without_a_time_is_a_hollow_diamond(wording: Wording) -> None:
    figure = process.draw(STEPS, wording, LIGHT).figure
    diamonds = next(trace for trace in figure.data if trace.marker.symbol == "diamond")
    assert list(diamonds.x) == [20.0]


def test_what_the_customer_does_not_see_lies_below_a_dashed_line(wording: Wording) -> None:
    shapes = process.draw(STEPS, wording, LIGHT).figure.layout.shapes
    line = next(shape for shape in shapes if shape.type == "line")
    tint = next(shape for shape in shapes if shape.type == "rect")
    assert line.line.dash == "dash"
    assert (line.y0, line.y0 < tint.y1) == (tint.y0, True)


def test_names_of_one_lane_do_not_run_into_each_other(wording: Wording) -> None:
    busy = Process("id", "Check-in", tuple(Step("A step with a name", "customer", 1) for _ in range(8)))
    figure = process.draw(busy, wording, LIGHT).figure
    names = next(trace for trace in figure.data if trace.mode == "text")
    end = figure.layout.xaxis.range[1]
    width = len("1. A step with a name") * LIGHT.size * 0.5 / LIGHT.width * end
    for y in set(names.y):
        starts = sorted(x for x, height in zip(names.x, names.y, strict=True) if height == y)
        assert all(later - earlier >= width for earlier, later in pairwise(starts))


def test_without_any_time_the_steps_are_equally_wide_and_no_time_is_claimed(wording: Wording) -> None:
    untimed = Process("id", "Check-in", (Step("A", "customer"), Step("B", "behind")))
    chart = process.draw(untimed, wording, LIGHT)
    assert list(chart.figure.layout.xaxis.tickvals) == []
    assert chart.title == "2 steps at Check-in, their times not known yet"


def test_the_longest_waiting_is_named(wording: Wording) -> None:
    assert "longest waiting: 18 min, before “Queue”" in process.draw(STEPS, wording, LIGHT).subtitle


def test_the_table_holds_all_minutes(wording: Wording) -> None:
    table = process.draw(STEPS, wording, LIGHT).table
    assert list(table.iloc[2]) == ["3", "Visa", "Behind the line of visibility", "Airlines", "6", "3"]
    assert list(table.iloc[3])[-2:] == ["", ""]
