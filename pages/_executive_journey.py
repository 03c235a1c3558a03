"""The journey of the executive's page: current, target and measured level of a touchpoint on one axis.

Drawn of text and lines instead of as a chart of Plotly: it is as sharp on paper as on a phone, takes the
width that it gets, and a phone need not load a megabyte for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pages._executive_words import Sheet, nothing, part
from touchpoints.executive.journey_now import JourneyNow, Stop, finding_of_now
from touchpoints.kpi_words import STANDING_SIGNS, STANDING_WORDS
from touchpoints.messages import Number, message

_WORST, _BEST = -2.0, 2.0


def journey_html(sheet: Sheet, journey: JourneyNow) -> str:
    """One row for each touchpoint, in the order of the journey."""
    heading = sheet.ways.journey(sheet.say(finding_of_now(journey)))
    if not journey.stops:
        said = nothing(sheet.say("Nobody has rated a touchpoint yet, and no target is set."))
        return part("journey", sheet.ways.journey(sheet.say("Journey")), [said])
    rows = "".join(_rows(sheet, journey))
    table = f"<table>{_head(sheet)}<tbody>{rows}</tbody></table>"
    return part("journey", heading, [_key(sheet, journey), table, _about(sheet, journey)])


def _key(sheet: Sheet, journey: JourneyNow) -> str:
    """Which mark means what; only those that occur."""
    stops = journey.stops
    keys = (
        ("current", sheet.say("current, as the team sees it"), any(one.current is not None for one in stops)),
        ("target", sheet.say("target"), any(one.target is not None for one in stops)),
        ("measured", _measured(sheet, journey), any(one.measured for one in stops)),
    )
    shown = [
        f'<span><i class="tp-mark tp-{name}"></i> {said}</span>' for name, said, occurs in keys if occurs
    ]
    return f'<p class="tp-key">{"".join(shown)}</p>'


def _measured(sheet: Sheet, journey: JourneyNow) -> str:
    if journey.wave:
        return sheet.say("measured, customers {wave}", wave=journey.wave)
    return sheet.say("measured, customers")


def _head(sheet: Sheet) -> str:
    """The ends of the axis stand in the head of their column, and the headings of the others are heard."""
    touchpoint, status = sheet.say("Touchpoint"), sheet.say("Target")
    figures = sheet.say("measured / target")
    return (
        f'<thead><tr><th><span class="tp-heard">{touchpoint}</span></th>'
        '<th class="tp-ends" aria-hidden="true"><div><span>−2</span><span>0</span><span>+2</span></div></th>'
        f'<th class="tp-of">{figures}</th><th><span class="tp-heard">{status}</span></th></tr></thead>'
    )


def _rows(sheet: Sheet, journey: JourneyNow) -> Iterator[str]:
    phase = None
    for stop in journey.stops:
        if stop.phase != phase:
            phase = stop.phase
            yield f'<tr class="tp-phase"><th colspan="4" scope="rowgroup">{escape(stop.phase)}</th></tr>'
        yield _row(sheet, stop)


def _row(sheet: Sheet, stop: Stop) -> str:
    sign, word = STANDING_SIGNS[stop.standing], sheet.say(STANDING_WORDS[stop.standing])
    shown = f'<span aria-hidden="true">{sign}</span><span class="tp-heard">{word}</span>'
    return (
        f'<tr><th scope="row"><span>{escape(stop.name)}</span></th>'
        f'<td aria-hidden="true"><div class="tp-axis">{"".join(_marks(stop))}</div></td>'
        f'<td class="tp-of">{_figures(sheet, stop)}</td>'
        f'<td class="tp-stands" data-state="{stop.standing.name.lower()}" title="{word}">{shown}</td></tr>'
    )


def _marks(stop: Stop) -> Iterator[str]:
    """From the back to the front; the interval of what was measured as a line through its mark."""
    measured = stop.measured
    if measured and measured.low is not None and measured.high is not None:
        low, high = _place(measured.low), _place(measured.high)
        yield f'<b style="left:{low:.1f}%;width:{high - low:.1f}%"></b>'
    levels = (
        ("current", stop.current),
        ("target", stop.target),
        ("measured", measured.value if measured else None),
    )
    for name, level in levels:
        if level is not None:
            yield f'<i class="tp-mark tp-{name}" style="left:{_place(level):.1f}%"></i>'


def _place(level: float) -> float:
    """Where a level lies on the axis, in per cent of its width."""
    return 100 * (min(max(level, _WORST), _BEST) - _WORST) / (_BEST - _WORST)


def _figures(sheet: Sheet, stop: Stop) -> str:
    """What is measured, else what the team says, in brackets, since it is no measurement."""
    target = "–" if stop.target is None else sheet.wording.number(stop.target, 1, signed=True)
    return f"{_level(sheet, stop)} / {target}"


def _level(sheet: Sheet, stop: Stop) -> str:
    number = sheet.wording.number
    if stop.measured:
        return number(stop.measured.value, 1, signed=True)
    return "–" if stop.current is None else f"({number(stop.current, 1, signed=True)})"


def _about(sheet: Sheet, journey: JourneyNow) -> str:
    """How many there are, how many answers stand behind a measured level, and what brackets mean."""
    said = [sheet.say("{shown} of {all} touchpoints", shown=len(journey.stops), all=journey.all)]
    if journey.answers:
        few, many = (Number(count) for count in journey.answers)
        n = message("n = {n}", n=few) if few == many else message("n = {few} to {many}", few=few, many=many)
        said.append(sheet.say("customers: means with 95 % intervals, {n} each", n=n))
    if any(not one.measured and one.current is not None for one in journey.stops):
        said.append(sheet.say("in brackets: the team"))
    return f'<p class="tp-quiet">{" · ".join(said)}</p>'
