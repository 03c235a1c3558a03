"""The timeline draws what has a date, says how far each action is by sign and colour, and stays drawable."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import plotly.graph_objects as go
import pytest

from tests.touchpoints._plans import MONDAY, action, day
from touchpoints.charts import DARK, LIGHT, Chart, Look, timeline
from touchpoints.charts._timeline_rows import colours_of, ticks_between
from touchpoints.messages import Wording
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction
from touchpoints.plan_timeline import Grouping, timeline_of

TILL, OVEN, ANNA = UUID(int=71), UUID(int=72), UUID(int=73)


def draw(actions: list[PlannedAction], wording: Wording, look: Look = LIGHT) -> Chart:
    return timeline.draw(timeline_of(actions, Grouping.TOUCHPOINT, MONDAY), wording, look)


def texts_of(chart: Chart) -> list[str]:
    return [text for trace in chart.figure.data if trace.mode == "text" for text in trace.text]


def at(id_: UUID, name: str) -> dict[str, object]:
    return {"touchpoint_id": id_, "touchpoint": name}


PLAN = [
    action(1, starts_on=5, due_on=9, **at(TILL, "Till")),
    action(2, 1, starts_on=10, due_on=12, status=ActionStatus.BLOCKED, **at(OVEN, "Oven")),
    action(3, due_on=-2, **at(OVEN, "Oven")),
    action(4, starts_on=1, status=ActionStatus.DONE),
    action(5),
]


def test_groups_stand_in_order_of_time_and_what_belongs_to_none_last(wording: Wording) -> None:
    texts = texts_of(draw(PLAN, wording))
    assert texts[:3] == ["<b>Oven</b>", "<b>Till</b>", "<b>Belongs to none</b>"]
    assert texts[3:] == ["○ 3", "✕ 2", "○ 1", "✓ 4"]


def test_what_belongs_to_whom_can_be_asked_by_owner(wording: Wording) -> None:
    actions = [action(1, due_on=1, owner_id=ANNA, owner="Anna"), action(2, due_on=0)]
    chart = timeline.draw(timeline_of(actions, Grouping.OWNER, MONDAY), wording, LIGHT)
    assert texts_of(chart)[:2] == ["<b>Anna</b>", "<b>Belongs to none</b>"]


def test_the_finding_counts_what_is_overdue_and_the_rest_is_said(wording: Wording) -> None:
    chart = draw(PLAN, wording)
    assert chart.title == "1 of 3 open actions is overdue"
    assert chart.subtitle == "4 actions with a date · 1 without a date"
    assert "3, until 28 Feb 2026" in chart.description
    assert draw([PLAN[0]], wording).title == "1 action is open, and in time"
    assert draw([PLAN[3]], wording).title == "Nothing is left to do"


def test_a_bar_covers_its_days_whole_in_the_colour_of_its_status(wording: Wording) -> None:
    figure = draw(PLAN, wording).figure
    fill, _ = colours_of(LIGHT)[ActionStatus.BLOCKED]
    [bar] = [trace for trace in figure.data if trace.fillcolor == fill and trace.x]
    assert {x for x in bar.x if x} == {day(10).toordinal(), day(12).toordinal() + 1}


def test_what_is_waited_for_is_a_line_from_its_end_to_the_next_start(wording: Wording) -> None:
    line, *_ = draw(PLAN, wording).figure.data
    assert [x for x in line.x if x] == [day(9).toordinal() + 1, day(9).toordinal() + 1, day(10).toordinal()]


def test_today_is_a_line_with_its_word(wording: Wording) -> None:
    layout = draw(PLAN, wording).figure.layout
    [line] = layout.shapes
    assert line.x0 == MONDAY.toordinal() + 0.5
    assert "today" in [note.text for note in layout.annotations]


def test_the_table_has_every_dated_action_with_what_it_depends_on(wording: Wording) -> None:
    table = draw(PLAN, wording).table
    assert list(table["Action"]) == ["3", "2", "1", "4"]
    assert list(table["Depends on"]) == ["", "1", "", ""]
    assert list(table["Status"]) == ["planned", "blocked", "planned", "done"]


def test_of_500_actions_the_unfinished_ones_that_are_due_first_are_drawn(wording: Wording) -> None:
    done = [action(number, due_on=0, status=ActionStatus.DONE) for number in range(100)]
    late = [action(number, due_on=number, **at(TILL, "Till")) for number in range(100, 500)]
    chart = draw([*done, *late], wording)
    drawn = [text for text in texts_of(chart) if not text.startswith("<b>")]
    assert drawn == [f"○ {number}" for number in range(100, 180)]
    assert "420 more in the table" in chart.subtitle
    assert len(chart.table) == 500


@pytest.mark.parametrize("look", [LIGHT, DARK.for_projector(), LIGHT.for_phone()])
def test_the_figure_passes_the_check_of_plotly_that_drawing_leaves_out(wording: Wording, look: Look) -> None:
    drawn = draw(PLAN, wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


def test_a_name_is_shown_letter_by_letter(wording: Wording) -> None:
    hostile = action(9, due_on=1, touchpoint_id=TILL, touchpoint="<b>Till</b>")
    assert "&lt;b&gt;Till" in " ".join(texts_of(draw([hostile], wording)))


@pytest.mark.parametrize(("days", "most"), [(20, 4), (70, 4), (71, 4), (400, 3), (4000, 8), (100_000, 5)])
def test_there_are_never_more_dates_on_the_axis_than_fit(days: int, most: int) -> None:
    first = date(2026, 3, 2).toordinal()
    ticks = ticks_between(first, first + days, most)
    assert 0 < len(ticks) <= most
    assert ticks == sorted(ticks)


def test_dates_on_the_axis_are_mondays_or_firsts_of_months() -> None:
    first = date(2026, 3, 3).toordinal()
    assert {tick.weekday() for tick in ticks_between(first, first + 60, 9)} == {0}
    assert {tick.day for tick in ticks_between(first, first + 300, 9)} == {1}
