"""The KPI tiles: value, n, target, change, course, status, day, owner and what is done next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from pages._executive_sparkline import sparkline
from pages._executive_words import Sheet, nothing, part
from touchpoints.effect import Verdict
from touchpoints.executive.watched_kpi import (
    STATE_SIGNS,
    STATE_WORDS,
    WatchedKpi,
    first_to_watch,
)
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import VERDICT_SIGNS, VERDICT_WORDS, KpiWords, whole_period
from touchpoints.messages import plural

# Three rows of four: as many as a sheet of paper holds beside the journey.
MOST_TILES = 12


def tiles_html(sheet: Sheet, kpis: Sequence[WatchedKpi]) -> str:
    """The tiles, and how many more KPIs there are."""
    heading = sheet.ways.kpis(sheet.say("KPIs"))
    if not kpis:
        return part("kpis", heading, [nothing(sheet.say("No KPI has been chosen yet."))])
    shown = first_to_watch(kpis, MOST_TILES)
    tiles = f'<div class="tp-tiles">{"".join(_tile(sheet, one) for one in shown)}</div>'
    return part("kpis", heading, [tiles, *_rest(sheet, len(kpis) - len(shown))])


def _rest(sheet: Sheet, left: int) -> Iterator[str]:
    if left:
        said = sheet.say(plural("{count} more KPI", "{count} more KPIs", left))
        yield f'<p class="tp-quiet">{sheet.ways.kpis(said)}</p>'


def _tile(sheet: Sheet, kpi: WatchedKpi) -> str:
    course, words = kpi.course, _words(sheet, kpi)
    status = f"{STATE_SIGNS[kpi.state]} {sheet.say(STATE_WORDS[kpi.state])}"
    lines = "".join(f"<p>{line}</p>" for line in _lines(sheet, kpi, words))
    return (
        f'<article class="tp-tile" data-state="{kpi.state.name.lower()}">'
        f"<h3>{sheet.ways.kpi(escape(course.name), kpi.id)}</h3>"
        f'<p class="tp-state">{status}</p>'
        f'<div class="tp-value">{_value(words, course.last)}{sparkline(sheet, course)}</div>'
        f"{lines}</article>"
    )


def _value(words: KpiWords, last: KpiValue | None) -> str:
    """The figure, large, and its unit behind it, small."""
    if last is None:
        return "<strong>–</strong>"
    number = replace(words, unit="").measured(last)
    unit = words.measured(last).removeprefix(number)
    return f"<strong>{escape(number)}<small>{escape(unit)}</small></strong>"


def _words(sheet: Sheet, kpi: WatchedKpi) -> KpiWords:
    course = kpi.course
    return KpiWords(course.kind, course.unit, sheet.wording, course.target)


def _rests_on(sheet: Sheet, kpi: WatchedKpi) -> str:
    """How many answers stand behind the value, and its interval, which does not repeat the unit."""
    last = kpi.course.last
    if last is None:
        return sheet.say("not measured yet")
    interval = replace(_words(sheet, kpi), unit="").interval(last.estimate)
    said = [sheet.say("n = {n}", n=last.n)] if last.n is not None else [sheet.say("n not known")]
    return " · ".join([*said, *([escape(interval)] if interval else [])])


def _lines(sheet: Sheet, kpi: WatchedKpi, words: KpiWords) -> Iterator[str]:
    yield _rests_on(sheet, kpi)
    yield from _target(sheet, kpi, words)
    yield from _change(sheet, kpi, words)
    yield " · ".join(_whose(sheet, kpi))
    yield _next(sheet, kpi)


def _target(sheet: Sheet, kpi: WatchedKpi, words: KpiWords) -> Iterator[str]:
    course = kpi.course
    if course.target is None:
        return
    target = words.value(course.target)
    if course.target_on is None:
        yield sheet.say("Target {target}", target=target)
    else:
        yield sheet.say("Target {target} by {day}", target=target, day=course.target_on)


def _change(sheet: Sheet, kpi: WatchedKpi, words: KpiWords) -> Iterator[str]:
    """How it moved since the value before, and whether chance alone explains that."""
    change, values = kpi.course.change, kpi.course.values
    if change is None:
        return
    before, after = values[-2:]
    written = words.difference(change, words.digits_beside(before, after, change))
    moved = sheet.say("{change} since {time}", change=written, time=_time(sheet, before))
    yield f"{moved} {_verdict(sheet, kpi.moved)}"


def _time(sheet: Sheet, value: KpiValue) -> str:
    """What a value is about in one word or day."""
    whole = whole_period(value.starts_on, value.ends_on)
    return value.wave or whole or sheet.wording.date(value.ends_on)


def _verdict(sheet: Sheet, verdict: Verdict) -> str:
    said = f"{VERDICT_SIGNS[verdict]} {sheet.say(VERDICT_WORDS[verdict])}"
    return f'<span class="tp-moved" data-verdict="{verdict.name.lower()}">{said}</span>'


def _whose(sheet: Sheet, kpi: WatchedKpi) -> Iterable[str]:
    """The day of the value, and who answers for it."""
    if kpi.course.last:
        yield sheet.say("as of {day}", day=kpi.course.last.ends_on)
    if kpi.waits:
        yield "⚠ " + sheet.say("value overdue")
    yield escape(kpi.owner) if kpi.owner else sheet.say("without owner")


def _next(sheet: Sheet, kpi: WatchedKpi) -> str:
    action = kpi.next_action
    if action is None:
        return sheet.ways.kpi("→ " + sheet.say("no action planned"), kpi.id)
    if action.due_on is None:
        return sheet.ways.action(f"→ {escape(action.name)}", action)
    if action.due_on < kpi.today:
        said = sheet.say("overdue since {day}: {action}", day=action.due_on, action=action.name)
        return sheet.ways.action(f"⚠ {said}", action)
    said = sheet.say("by {day}: {action}", day=action.due_on, action=action.name)
    return sheet.ways.action(f"→ {said}", action)
