"""A segment as one element: its three views with what they rest on, where they disagree, and the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path

from pages._page import PageContext
from pages._words import word_for
from storage.projects import ProjectSummary
from storage.segment_values import SegmentValue
from touchpoints.customer_value import Assumptions, field_of
from touchpoints.messages import N_, Message, Number, Percent, message, plural
from touchpoints.segment_views import Worth, said_of_disagreement, worths_of

_WORTHS: Mapping[Worth, str] = {
    Worth.HIGH: N_("▲ high"),
    Worth.MIDDLE: N_("● middle"),
    Worth.LOW: N_("▼ low"),
}
# From then on the coach asks for another look, too.
_TOO_OLD = timedelta(days=365)
_VIEWS = (N_("ABC by revenue"), N_("Portfolio"), N_("Lifetime value of one customer"))


def segment_html(
    page: PageContext, project: ProjectSummary, segment: SegmentValue, segments: Sequence[SegmentValue]
) -> str:
    """One element for all of it, since each one costs the server a moment."""
    said = (_abc(project, segment), _portfolio(segment), _lifetime(project, segment))
    marks = [page.wording.say("assumption") if is_assumed else "" for is_assumed in _assumed(segment)]
    worths = worths_of(segment, segments)
    views = "".join(_view(page, *view) for view in zip(_VIEWS, said, worths, marks, strict=True))
    about = "".join(_about(page, segment, segments))
    return (
        f'<div class="tp-segment"><h2>{escape(segment.name)}</h2><dl>{views}</dl>'
        f'<div class="tp-follows">{about}</div></div>'
    )


def _assumed(segment: SegmentValue) -> tuple[bool, bool, bool]:
    return segment.abc_is_assumed, segment.portfolio_is_assumed, segment.lifetime_value_is_assumed


def _view(
    page: PageContext, name: str, said: tuple[Message | str, ...], worth: Worth | None, mark: str
) -> str:
    """What one view says, how much that is among the segments, and what it rests on."""
    say = page.wording.say
    if not said:
        return f"<div><dt>{escape(say(name))}</dt><dd>–</dd></div>"
    first, *rest = (escape(say(one)) for one in said)
    sign = f" <span>{escape(say(_WORTHS[worth]))}</span>" if worth else ""
    chip = f' <span class="tp-assumed">{escape(mark)}</span>' if mark else ""
    small = "".join(f"<small>{one}</small>" for one in rest)
    return f"<div><dt>{escape(say(name))}</dt><dd><b>{first}</b>{sign}{chip}{small}</dd></div>"


def _abc(project: ProjectSummary, segment: SegmentValue) -> tuple[Message | str, ...]:
    if segment.abc is None:
        return ()
    if segment.revenue is None or not segment.customers:
        return (segment.abc.value,)
    said = plural(
        "{amount} a year from {count} customer",
        "{amount} a year from {count} customers",
        segment.customers,
        amount=money(project, segment.revenue),
    )
    return segment.abc.value, said


def _portfolio(segment: SegmentValue) -> tuple[Message | str, ...]:
    if segment.attractiveness is None or segment.position is None:
        return ()
    said = message(
        "attractiveness {attractiveness}, our position {position} (of 5)",
        attractiveness=segment.attractiveness,
        position=segment.position,
    )
    return message(field_of(segment.attractiveness, segment.position)), said


def _lifetime(project: ProjectSummary, segment: SegmentValue) -> tuple[Message | str, ...]:
    if segment.lifetime_value is None:
        return ()
    value, rests_on = money(project, segment.lifetime_value), segment.assumptions
    if rests_on.value != segment.lifetime_value:
        return value, message("without the figures that it rests on")
    return value, formula_of(project, rests_on)


def formula_of(project: ProjectSummary, rests_on: Assumptions) -> Message:
    """How a lifetime value comes about, in words; all its figures must be known."""
    customers, revenue, cost = rests_on.customers or 1, rests_on.revenue, rests_on.cost
    years, rate = rests_on.years or Decimal(0), rests_on.discount_rate or Decimal(0)
    return message(
        "each year {revenue} of revenue less {cost} of cost, {years} years long, "
        "each later year worth less by {rate}",
        revenue=money(project, (revenue or Decimal(0)) / customers),
        cost=money(project, (cost or Decimal(0)) / customers),
        years=Number(float(years), 0 if years == int(years) else 1),
        rate=Percent(float(rate), 0 if rate * 100 == int(rate * 100) else 1),
    )


def money(project: ProjectSummary, amount: Decimal) -> Message:
    """An amount in the project's currency, with cents where it is small."""
    digits = 0 if amount == int(amount) or abs(amount) >= 1000 else 2
    return message("{amount} {currency}", amount=Number(float(amount), digits), currency=project.currency)


def _about(page: PageContext, segment: SegmentValue, segments: Sequence[SegmentValue]) -> Iterator[str]:
    """Where the views disagree, what was decided, and how old all that is."""
    say = page.wording.say
    if disagreement := said_of_disagreement(segment, segments):
        yield f'<p class="tp-disagrees">≠ {escape(say(disagreement))}</p>'
    if segment.treatment is not None:
        reason = f": {segment.treatment_reason}" if segment.treatment_reason else ""
        decided = say("Decided: {treatment}", treatment=message(word_for(segment.treatment)))
        yield f"<p>→ {escape(decided + reason)}</p>"
    if segment.surveyed_as is not None:
        group = say("In the surveys: {group}", group=segment.surveyed_as.name)
        yield f"<p>{escape(group)}</p>"
    dates = [_classified(segment.classified_on, page.today)]
    if segment.listed_on:
        dates.append(message("customer list of {day}", day=segment.listed_on))
    yield f'<p class="tp-when">{escape(" · ".join(say(one) for one in dates))}</p>'


def _classified(day: date | None, today: date) -> Message:
    if day is None:
        return message("nobody has said when it was classified")
    if today - day > _TOO_OLD:
        return message("⚠ classified on {day}, more than a year ago", day=day)
    return message("classified on {day}", day=day)


@cache
def segment_style() -> str:
    """The style sheet of the page."""
    return Path(__file__).with_name("_segments.css").read_text(encoding="utf-8")
