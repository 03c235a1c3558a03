"""Timeline: each action from its start to its due date, with what it waits for, and today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import Frame
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE
from touchpoints.charts._timeline_rows import TimelineRows, ticks_between
from touchpoints.charts._words import Words
from touchpoints.messages import N_, Wording, plural
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction
from touchpoints.plan_timeline import Group, Timeline, finding_of_plan
from touchpoints.plan_words import STATUS_SIGNS, STATUS_WORDS

ID = "timeline"
NAME = N_("Timeline")
INPUT = Input.TIMELINE
SHOWN_AT_MOST = 80
TICK = 7  # font sizes that a date takes


def draw(timeline: Timeline, wording: Wording, look: Look) -> Chart:
    """One row per action; its sign and its colour say how far it is, a line what it waits for."""
    words = Words(wording)
    title = words.say(finding_of_plan(timeline.actions, timeline.today))
    return Chart(
        figure=_figure(timeline, look, words),
        title=title,
        subtitle=" · ".join(_subtitle(timeline, words)),
        description=f"{title}. {'; '.join(_next_ones(timeline, look, words))}",
        source=words.say("Source: {sources}", sources=words.say("the team")),
        tabulate=lambda: _table(timeline, words),
    )


def _figure(timeline: Timeline, look: Look, words: Words) -> go.Figure:
    rows = TimelineRows(_shown(timeline), timeline.today, look, words)
    signs = (f"{STATUS_SIGNS[status]} {words.say(STATUS_WORDS[status])}" for status in ActionStatus)
    head = round(2.2 * look.size)
    frame = Frame(
        look,
        " · ".join(signs),
        "",
        rows.height * look.size,
        left=rows.names_width,
        head=head,
        feet=2 * look.size,
    )
    return frame.draw(
        rows.traces(), _axes(rows, look, words), _today_said(rows, look, words), [_today(rows, look)]
    )


def _shown(timeline: Timeline) -> Sequence[Group]:
    """All, or of too many those that are unfinished and due first."""
    actions = timeline.actions
    if len(actions) <= SHOWN_AT_MOST:
        return timeline.groups
    ordered = sorted(actions, key=lambda one: (one.is_finished, one.due_on or one.starts_on))
    chosen = {action.id for action in ordered[:SHOWN_AT_MOST]}
    groups = (
        replace(group, actions=tuple(action for action in group.actions if action.id in chosen))
        for group in timeline.groups
    )
    return [group for group in groups if group.actions]


def _axes(rows: TimelineRows, look: Look, words: Words) -> Part:
    first, last = rows.days
    plot = look.width - (0 if rows.is_narrow else rows.names_width)
    ticks = ticks_between(first, last, max(2, int(plot / (TICK * look.size))))
    shown = {
        "range": [first, last],
        "fixedrange": True,
        "showgrid": True,
        "gridcolor": look.grid,
        "side": "top",
        "tickvals": [day.toordinal() for day in ticks],
        "ticktext": [words.date(day) for day in ticks],
    }
    heights = quiet_axis(look, range=[rows.height, 0], fixedrange=True, showticklabels=False)
    return WHOLE.layout(quiet_axis(look, **shown), heights)


def _today(rows: TimelineRows, look: Look) -> Part:
    day = rows.today.toordinal() + 0.5
    line = {"color": look.text, "width": 2, "dash": "dot"}
    return {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _today_said(rows: TimelineRows, look: Look, words: Words) -> list[Part]:
    return [
        {
            "x": rows.today.toordinal() + 0.5,
            "y": 0,
            "yref": "paper",
            "yanchor": "top",
            "text": words.say("today"),
            "showarrow": False,
            "font": {"size": look.size, "color": look.text},
        }
    ]


def _subtitle(timeline: Timeline, words: Words) -> list[str]:
    """How many are drawn, and what is not."""
    actions = timeline.actions
    said = [words.say(plural("{count} action with a date", "{count} actions with a date", len(actions)))]
    if timeline.undated:
        said.append(words.say(plural("{count} without a date", "{count} without a date", timeline.undated)))
    left_out = len(actions) - SHOWN_AT_MOST
    if left_out > 0:
        said.append(
            words.say(
                "those due first are shown, {count} more in the table; filter to see them", count=left_out
            )
        )
    return said


def _next_ones(timeline: Timeline, look: Look, words: Words) -> list[str]:
    """The first unfinished ones, for those who do not see the figure."""
    rows = TimelineRows((), timeline.today, look, words)
    unfinished = [action for action in timeline.actions if not action.is_finished]
    return [f"{action.name}, {rows.dates(action)}" for action in unfinished[:5]]


def _table(timeline: Timeline, words: Words) -> Table:
    say = words.say
    columns = (
        *(say("Action"), say("Touchpoint"), say("Owner"), say("Start")),
        *(say("Due"), say("Status"), say("Depends on")),
    )
    names = {action.id: action.name for action in timeline.actions}
    return Table(columns, tuple(_row(action, names, words) for action in timeline.actions))


def _row(action: PlannedAction, names: Mapping[UUID, str], words: Words) -> tuple[str, ...]:
    dates = (words.date(day) if day else "" for day in (action.starts_on, action.due_on))
    needed = ", ".join(names[id_] for id_ in action.needs if id_ in names)
    return (
        *(action.name, action.touchpoint or "", action.owner or ""),
        *dates,
        words.phrase(STATUS_WORDS[action.status]),
        needed,
    )
