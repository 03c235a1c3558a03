"""The rows of a timeline: a bar for each action with its sign and name, and what it waits for as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from touchpoints.charts._canvas import Part
from touchpoints.charts._frame import letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Box, Spot, Texts, filled_boxes, invisible, marks, strokes
from touchpoints.charts._text import plain, shortened
from touchpoints.charts._words import Words
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction
from touchpoints.plan_timeline import Group, first_day, last_day
from touchpoints.plan_words import STATUS_SIGNS, STATUS_WORDS

HEAD, BAR_HALF = 1.9, 0.42  # font sizes
ROW, NARROW_ROW = 1.75, 2.9
NAMES_SHARE = 0.3  # of the width, where names stand beside the bars


@dataclass(frozen=True)
class Bar:
    """An action in its row; `middle` is the height of its bar in font sizes from above."""

    action: PlannedAction
    middle: float

    @property
    def begins(self) -> int:
        """Its first day as a number."""
        return (first_day(self.action) or date.min).toordinal()

    @property
    def ends(self) -> int:
        """The day behind its last one, since a bar covers its days whole."""
        return (last_day(self.action) or date.min).toordinal() + 1

    @property
    def box(self) -> Box:
        """What it covers."""
        return self.begins, self.middle - BAR_HALF, self.ends, self.middle + BAR_HALF


@dataclass(frozen=True)
class TimelineRows:
    """All groups below each other, on an axis of days."""

    groups: Sequence[Group]
    today: date
    look: Look
    words: Words

    @property
    def is_narrow(self) -> bool:
        """Whether names have to stand above their bars."""
        return self.look.width < 640

    @property
    def names_width(self) -> int:
        """The pixels beside the bars for the names."""
        return 8 if self.is_narrow else round(NAMES_SHARE * self.look.width)

    @property
    def height(self) -> float:
        """The height of all rows in font sizes."""
        return sum(HEAD + self._row * len(group.actions) for group in self.groups) + 0.5

    @cached_property
    def bars(self) -> list[Bar]:
        """The bars of all groups in their order."""
        return [
            Bar(action, top + HEAD + (place + (0.75 if self.is_narrow else 0.5)) * self._row)
            for group, top in self._heads
            for place, action in enumerate(group.actions)
        ]

    @cached_property
    def days(self) -> tuple[int, int]:
        """The first and the last day of the axis; today is always among them."""
        today = self.today.toordinal()
        first = min([today, *(bar.begins for bar in self.bars)])
        last = max([today + 1, *(bar.ends for bar in self.bars)])
        edge = max(2, (last - first) // 40)
        return first - edge, last + edge

    def traces(self) -> list[Part]:
        """What is waited for, the bars by status, all texts, and what takes the pointer."""
        boxes = [self._boxes(status) for status in ActionStatus]
        lines, heads = self._waits()
        return [lines, *boxes, heads, self._texts(), marks(list(self._spots()), invisible(16))]

    @property
    def _row(self) -> float:
        return NARROW_ROW if self.is_narrow else ROW

    @cached_property
    def _heads(self) -> list[tuple[Group, float]]:
        heads, top = [], 0.0
        for group in self.groups:
            heads.append((group, top))
            top += HEAD + self._row * len(group.actions)
        return heads

    def _boxes(self, status: ActionStatus) -> Part:
        boxes = [bar.box for bar in self.bars if bar.action.status is status]
        fill, edge = colours_of(self.look)[status]
        return {**filled_boxes(boxes, fill), "line": {"color": edge, "width": 1.5}}

    def _waits(self) -> tuple[Part, Part]:
        """From the end of an action to the beginning of one that needs it, with a small head."""
        by_id: dict[UUID, Bar] = {bar.action.id: bar for bar in self.bars}
        pairs = [(by_id[needed], bar) for bar in self.bars for needed in bar.action.needs if needed in by_id]
        lines = [
            [(needed.ends, needed.middle), (needed.ends, bar.middle), (bar.begins, bar.middle)]
            for needed, bar in pairs
        ]
        heads = {
            "type": "scatter",
            "mode": "markers",
            "x": [bar.begins for _, bar in pairs],
            "y": [bar.middle for _, bar in pairs],
            "marker": {"symbol": "triangle-right", "size": 9, "color": self.look.text},
            "hoverinfo": "skip",
            **WHOLE.names,
        }
        return strokes(lines, self.look.muted, width=1), heads

    def _texts(self) -> Part:
        texts, left = Texts(self.look), self.days[0]
        width = self.look.width if self.is_narrow else self.names_width
        letters = letters_in(width, self.look) - 3
        for group, top in self._heads:
            name = group.name or self.words.say("Belongs to none")
            self._write(texts, left, top + HEAD * 0.6, f"<b>{plain(shortened(name, letters))}</b>")
        for bar in self.bars:
            sign = STATUS_SIGNS[bar.action.status]
            name = f"{sign} {plain(shortened(bar.action.name, letters))}"
            middle = bar.middle - 1.2 if self.is_narrow else bar.middle
            self._write(texts, left, middle, name, self.look.muted if bar.action.is_finished else "")
        return texts.trace()

    def _write(self, texts: Texts, left: float, middle: float, text: str, colour: str = "") -> None:
        texts.write(left, middle, text, "middle right" if self.is_narrow else "middle left", colour)

    def _spots(self) -> Iterator[Spot]:
        """Some places along each bar that tell about it."""
        for bar in self.bars:
            told = self._told(bar.action)
            for place in sorted({bar.begins + 0.5, (bar.begins + bar.ends) / 2, bar.ends - 0.5}):
                yield Spot(place, bar.middle, told, str(bar.action.id))

    def _told(self, action: PlannedAction) -> str:
        facts = (action.touchpoint, action.owner, self.words.say(STATUS_WORDS[action.status]))
        lines = [plain(line) for line in (*facts, self.dates(action)) if line]
        return "<br>".join([f"<b>{plain(action.name)}</b>", *lines])

    def dates(self, action: PlannedAction) -> str:
        """From when until when, in words."""
        starts, due = action.starts_on, action.due_on
        if starts and due:
            return self.words.say("{start} to {end}", start=starts, end=due)
        return (
            self.words.say("from {day}", day=starts)
            if starts
            else self.words.say("until {day}", day=due or "")
        )


def colours_of(look: Look) -> dict[ActionStatus, tuple[str, str]]:
    """The fill and the edge of a bar by status; its sign beside the name says the same."""
    return {
        ActionStatus.PLANNED: (look.background, look.accent),
        ActionStatus.RUNNING: (look.accent, look.accent),
        ActionStatus.BLOCKED: (look.lines[5], look.lines[5]),
        ActionStatus.DONE: (look.muted, look.muted),
        ActionStatus.DROPPED: (look.background, look.muted),
    }


def ticks_between(first: int, last: int, most: int) -> list[date]:
    """The first days of months, or Mondays where the time is short; at most so many."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if last - first <= 70:
        monday = begin + timedelta(days=-begin.weekday() % 7)
        weeks = [monday + timedelta(weeks=week) for week in range((end - monday).days // 7 + 1)]
        return weeks[:: -(-len(weeks) // most)] if weeks else []
    months = [
        date(year, month, 1)
        for year in range(begin.year, end.year + 1)
        for month in range(1, 13)
        if begin <= date(year, month, 1) <= end
    ]
    steps = (step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(months) / step <= most)
    step = next(steps)
    return [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
