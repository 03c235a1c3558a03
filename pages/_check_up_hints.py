"""The coach's hints in a check-up: the open ones by what follows, the answered and the resolved ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from pages._coach import SIGNS, WORDS, Coaching
from pages._document import heading, paragraph
from pages._executive_ways import Ways
from pages._words import word_for
from storage.hint_answers import HintAnswerEntry
from touchpoints.coach import Consequence, Hint
from touchpoints.messages import N_, Wording
from touchpoints.model import HintState

_ANSWERED = {
    HintState.WAVED_OFF: N_("Waved off"),
    HintState.DISCUSSED: N_("Discussed"),
    HintState.ACTION: N_("Made an action, and not yet resolved"),
}


def hints_html(wording: Wording, ways: Ways, coaching: Coaching) -> Iterator[str]:
    """Each hint stands in one of the parts; parts without a hint are left out."""
    yield from _open(wording, ways, coaching)
    for state, title in _ANSWERED.items():
        found = [hint for hint in coaching.hints if _state_of(coaching, hint) is state]
        items = (
            _item(_seen(wording, ways, hint), _line(wording, coaching.settled[hint.id])) for hint in found
        )
        yield from _part(wording, title, items)
    resolved = (
        _item(escape(answer.said), f"{wording.say(word_for(answer.state))} · {_line(wording, answer)}")
        for answer in coaching.resolved
    )
    yield from _part(wording, N_("Resolved"), resolved)


def _state_of(coaching: Coaching, hint: Hint) -> HintState | None:
    answer = coaching.settled.get(hint.id)
    return None if answer is None else answer.state


def _open(wording: Wording, ways: Ways, coaching: Coaching) -> Iterator[str]:
    """The gravest first, each with what to do."""
    title = wording.say("Open hints")
    yield heading(f"{title} ({len(coaching.open)})")
    if not coaching.open:
        yield paragraph(wording.say("None: the coach has nothing to say just now."))
    for consequence in Consequence:
        found = [hint for hint in coaching.open if hint.consequence is consequence]
        if found:
            said = f"{SIGNS[consequence]} {wording.say(WORDS[consequence])} ({len(found)})"
            items = (_item(_seen(wording, ways, hint), _advice(wording, hint)) for hint in found)
            yield f"<h3>{escape(said)}</h3><ul>{''.join(items)}</ul>"


def _part(wording: Wording, title: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield heading(f"{wording.say(title)} ({len(found)})")
        yield f"<ul>{''.join(found)}</ul>"


def _item(said: str, more: str) -> str:
    return f"<li>{said}<br><small>{escape(more)}</small></li>"


def _seen(wording: Wording, ways: Ways, hint: Hint) -> str:
    return ways.hint(escape(wording.say(hint.seen)), hint)


def _advice(wording: Wording, hint: Hint) -> str:
    parts = [wording.say(hint.advice), hint.rule]
    if hint.needs_sponsor:
        parts.append(wording.say("needs a sponsor"))
    return " · ".join(parts)


def _line(wording: Wording, answer: HintAnswerEntry) -> str:
    """Day and reason; who it was does not matter here."""
    day = wording.date(answer.at.date())
    return f"{day} · {answer.reason}" if answer.reason else day
