"""What the linked actions did to a KPI, each in a sentence: verdict, before, after, and what else changed."""

from __future__ import annotations

import streamlit as st

from pages._kpi_board import words_of
from pages._links import show_link
from pages._page import PageContext
from pages._text import escaped
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from touchpoints.effect import ActionSpan, Effect
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import VERDICT_SIGNS, VERDICT_WORDS, KpiWords
from touchpoints.messages import plural

_MOST_NAMED = 4


def show_effects(page: PageContext, project: ProjectSummary, standing: KpiStanding) -> None:
    """Each linked action as the way to it, and what it did."""
    words = words_of(standing, project, page.wording)
    if words is None or not standing.effects:
        return
    say = page.wording.say
    st.subheader(say("What the actions did"), anchor=False)
    if project.is_example:
        st.caption(say("Example: these actions are invented, and so is what they seem to have done."))
    for effect in standing.effects:
        with st.container(gap="xxsmall"):
            show_link(page, project, "todo_plan", _title(effect.action, words), action=effect.action.id)
            st.markdown(_paragraph(effect, words))


def _paragraph(effect: Effect, words: KpiWords) -> str:
    """Such as: ▲ better: from 50 % to 65 %: +15 (+3 to +27)."""
    say = words.wording.say
    verdict = f"**{VERDICT_SIGNS[effect.verdict]} {escaped(say(VERDICT_WORDS[effect.verdict]))}**"
    sentences = [_compared(effect, words)]
    if effect.why is not None:
        sentences.append(say("Why: {reason}.", reason=effect.why))
    if effect.others:
        sentences.append(say("Also under way there in that time: {actions}.", actions=_names(effect, words)))
    said = " ".join(filter(None, sentences))
    return f"{verdict}: {escaped(said)}" if said else verdict


def _title(action: ActionSpan, words: KpiWords) -> str:
    """The action with its days, as far as they are known."""
    say, day = words.wording.say, words.wording.date
    if action.starts_on and action.done_on:
        return say(
            "{action} ({first} to {last})", action=action.name, first=action.starts_on, last=action.done_on
        )
    if action.starts_on:
        return say("{action} (since {first})", action=action.name, first=day(action.starts_on))
    return action.name


def _compared(effect: Effect, words: KpiWords) -> str:
    """Before and after with what they rest on, and the difference with its interval."""
    say = words.wording.say
    if effect.before is None or effect.after is None or effect.difference is None:
        return say("before: {value}.", value=_measured(effect.before, words)) if effect.before else ""
    ends = words.difference_interval(effect.difference)
    digits = words.digits_beside(effect.before, effect.after, effect.difference)
    return say(
        "before {before}, after {after}: {difference}, {interval}.",
        before=_measured(effect.before, words, digits),
        after=_measured(effect.after, words, digits),
        difference=words.difference(effect.difference, digits),
        interval=say("95 % interval {interval}", interval=ends) if ends else say("no interval"),
    )


def _measured(value: KpiValue, words: KpiWords, digits: int | None = None) -> str:
    period, figure = words.period(value), words.measured(value, digits)
    if value.n is None:
        return words.wording.say("{value} ({period})", value=figure, period=period)
    n = words.wording.number(value.n)
    return words.wording.say("{value} ({period}, n = {n})", value=figure, period=period, n=n)


def _names(effect: Effect, words: KpiWords) -> str:
    names = [other.name for other in effect.others]
    more, shown = len(names) - _MOST_NAMED, ", ".join(names[:_MOST_NAMED])
    if more <= 0:
        return shown
    return words.wording.say(
        plural("{names} and {count} more", "{names} and {count} more", more, names=shown)
    )
