"""What worked and what did not, and the decisions that management is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pages._executive_words import Sheet, nothing, part
from touchpoints.effect import Verdict
from touchpoints.executive.decisions import decisions_needed
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.outcomes import Outcome, Outcomes, outcomes_of
from touchpoints.kpi_words import VERDICT_SIGNS, KpiWords
from touchpoints.messages import plural

MOST_DECISIONS, _MOST_OF_A_KIND = 6, 3


def decisions_html(sheet: Sheet, facts: ExecutiveFacts) -> str:
    """Each as a sentence that leads to what it is about."""
    needed = decisions_needed(facts)
    heading = sheet.say("Decisions needed from you")
    if not needed:
        return part("decisions", heading, [nothing(sheet.say("None: nothing waits for management."))])
    shown = needed[:MOST_DECISIONS]
    items = "".join(f"<li>{sheet.ways.decision(sheet.say(one.said), one)}</li>" for one in shown)
    left = len(needed) - len(shown)
    more = nothing(sheet.say("And {count} more.", count=left)) if left else ""
    return part("decisions", f"{heading} ({len(needed)})", [f"<ol>{items}</ol>", more])


def results_html(sheet: Sheet, facts: ExecutiveFacts) -> str:
    """The newest comparisons that show something, and how many show nothing."""
    outcomes = outcomes_of(facts.kpis)
    heading = sheet.ways.kpis(sheet.say("What worked and what did not"))
    if not outcomes.judged:
        said = sheet.say("No action can be compared before and after yet.")
        return part("results", heading, [nothing(said)])
    return part("results", heading, [*_told(sheet, outcomes), _unclear(sheet, outcomes)])


def _told(sheet: Sheet, outcomes: Outcomes) -> Iterator[str]:
    kinds = (
        (Verdict.BETTER, sheet.say("Better after the action"), outcomes.better),
        (Verdict.WORSE, sheet.say("Worse after the action"), outcomes.worse),
    )
    for verdict, heading, found in kinds:
        if found:
            more = _more(sheet, len(found) - _MOST_OF_A_KIND)
            yield f'<h3 data-verdict="{verdict.name.lower()}">{VERDICT_SIGNS[verdict]} {heading}{more}</h3>'
            yield f"<ul>{_items(sheet, found[:_MOST_OF_A_KIND])}</ul>"


def _more(sheet: Sheet, left: int) -> str:
    if left <= 0:
        return ""
    said = sheet.say("{count} more", count=left)
    return f" ({said})"


def _items(sheet: Sheet, outcomes: Sequence[Outcome]) -> str:
    return "".join(f"<li>{_item(sheet, one)}</li>" for one in outcomes)


def _item(sheet: Sheet, outcome: Outcome) -> str:
    """The action, the KPI with the difference and its interval, and what else was under way there."""
    effect, course = outcome.effect, outcome.kpi.course
    words = KpiWords(course.kind, course.unit, sheet.wording, course.target)
    parts = [course.name]
    if effect.difference is not None:
        interval = words.difference_interval(effect.difference)
        digits = words.digits_beside(effect.before, effect.after, effect.difference)
        moved = words.difference(effect.difference, digits)
        parts.append(f"{moved} ({interval})" if interval else moved)
    if effect.others:
        said = plural(
            "{count} other action at the time", "{count} other actions at the time", len(effect.others)
        )
        parts.append(sheet.wording.say(said))
    name = sheet.ways.kpi(escape(effect.action.name), outcome.kpi.id)
    return f"<span>{name}</span> <small>{escape(' · '.join(parts))}</small>"


def _unclear(sheet: Sheet, outcomes: Outcomes) -> str:
    if not outcomes.unclear:
        return ""
    said = plural(
        "{count} comparison shows no difference",
        "{count} comparisons show no difference",
        len(outcomes.unclear),
    )
    return f'<p class="tp-quiet">◇ {sheet.ways.kpis(sheet.say(said))}</p>'
