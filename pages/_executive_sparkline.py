"""The course of a KPI as a drawing of a few strokes, with its words for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from pages._executive_words import Sheet
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_words import KpiWords

_WIDTH, _HEIGHT, _RIM = 120.0, 32.0, 4.0
# An image does not follow the look of the page: these two are seen on white, on the dark ground and on paper.
_LINE, _TARGET = "#2A8890", "#9A66BF"


def sparkline(sheet: Sheet, course: KpiCourse) -> str:
    """The values in time and the target as a dashed line; "" with fewer than two values."""
    if len(course.values) < 2:
        return ""
    words = KpiWords(course.kind, course.unit, sheet.wording, course.target)
    first, last = course.values[0], course.values[-1]
    told = sheet.wording.say(
        "From {first} ({first_period}) to {last} ({last_period})",
        first=words.measured(first),
        first_period=words.period(first),
        last=words.measured(last),
        last_period=words.period(last),
    )
    return f'<img class="tp-spark" src="data:image/svg+xml,{quote(_drawn(course))}" alt="{escape(told)}">'


def _drawn(course: KpiCourse) -> str:
    days = [value.ends_on.toordinal() for value in course.values]
    across = _scaled(days, days, _RIM, _WIDTH - _RIM)
    values = [value.value for value in course.values]
    levels = values if course.target is None else [*values, course.target]
    up = _scaled(levels, levels, _HEIGHT - _RIM, _RIM)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, up, strict=False))
    target = "" if course.target is None else _dashes(up[-1])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}">{target}'
        f'<polyline points="{points}" fill="none" stroke="{_LINE}" stroke-width="2" stroke-linejoin="round"/>'
        f'<circle cx="{across[-1]:.1f}" cy="{up[len(values) - 1]:.1f}" r="3.2" fill="{_LINE}"/></svg>'
    )


def _dashes(y: float) -> str:
    return (
        f'<line x1="0" x2="{_WIDTH:.0f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{_TARGET}" stroke-width="1.6" '
        'stroke-dasharray="5 4"/>'
    )


def _scaled(values: Sequence[float], among: Sequence[float], start: float, end: float) -> list[float]:
    """From the lowest to the highest of some values; in the middle where all are alike."""
    low, high = min(among), max(among)
    if low == high:
        return [(start + end) / 2 for _ in values]
    return [start + (value - low) / (high - low) * (end - start) for value in values]
