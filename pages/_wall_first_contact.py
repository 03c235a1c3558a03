"""The first contact on the room's screen: the answers along the journey, then what customers had before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

import streamlit as st

from pages._wall_screens import head_html
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import list_cards
from storage.journey import PhaseEntry, list_phases, list_touchpoints
from touchpoints.messages import plural
from touchpoints.room.first_contact import (
    EARLIER_CONTACTS,
    FirstContact,
    FirstContacts,
    PhaseOfJourney,
    Stop,
    finding_of_first_contacts,
    sort_first_contacts,
)


def first_contact_screen(opened: OpenWorkshop, activity: ActivityEntry) -> Iterator[Callable[[str], None]]:
    """One screen: at its left what the room said, at its right the earlier contacts, one after the other."""
    phases = list_phases(*opened.where)
    found = _sorted(opened, activity, phases)
    title = opened.say(finding_of_first_contacts(found))
    left = _answers(opened, found, phases)
    yield partial(_show, title, activity.title, f'<div class="wall-halves">{left}{_earlier(opened)}</div>')


def _sorted(opened: OpenWorkshop, activity: ActivityEntry, phases: Sequence[PhaseEntry]) -> FirstContacts:
    cards = list_cards(*opened.where, opened.workshop.id, activity.id)
    return sort_first_contacts(
        (
            FirstContact(
                str(card.id), card.text, str(card.phase_id) if card.phase_id else None, card.doubles + 1
            )
            for card in cards
        ),
        [PhaseOfJourney(str(phase.id), phase.is_before_contact) for phase in phases],
        [Stop(one.name, str(one.phase_id)) for one in list_touchpoints(*opened.where)],
    )


def _show(title: str, activity: str, body: str, number: str) -> None:
    st.html(head_html(title, activity, number) + body)


def _answers(opened: OpenWorkshop, found: FirstContacts, phases: Sequence[PhaseEntry]) -> str:
    """Each phase that was named with how many said so, and what they said."""
    by_phase = _by_phase(found)
    named = [(phase.name, by_phase[str(phase.id)]) for phase in phases if str(phase.id) in by_phase]
    if None in by_phase:
        named.append((opened.say("Not sorted yet"), by_phase[None]))
    rows = "".join(
        f"<dt>{escape(name)} · {_people(answers)}</dt><dd>{escape(_texts(opened, answers))}</dd>"
        for name, answers in named
    )
    return f"<dl>{rows}</dl>"


def _by_phase(found: FirstContacts) -> Mapping[str | None, list[FirstContact]]:
    by_phase: dict[str | None, list[FirstContact]] = defaultdict(list)
    for answer in found.answers:
        by_phase[found.phase_of[answer.id]].append(answer)
    return dict(by_phase)


def _people(answers: Sequence[FirstContact]) -> int:
    return sum(one.people for one in answers)


# Of each phase; the console has them all.
_TEXTS = 3


def _texts(opened: OpenWorkshop, answers: Sequence[FirstContact]) -> str:
    """What was said most often first, the same text once."""
    texts: dict[str, int] = defaultdict(int)
    for one in answers:
        texts[" ".join(one.text.split())] += one.people
    ordered = sorted(texts, key=lambda text: -texts[text])
    said = ", ".join(ordered[:_TEXTS])
    left = len(ordered) - _TEXTS
    if left <= 0:
        return said
    return opened.say(plural("{names} and {count} more", "{names} and {count} more", left, names=said))


def _earlier(opened: OpenWorkshop) -> str:
    """Each appears some seconds after the one before it."""
    items = "".join(f"<li>{escape(opened.say(one))}</li>" for one in EARLIER_CONTACTS)
    head = escape(opened.say("What customers had before that"))
    return f'<section><h2>{head}</h2><ol class="wall-earlier">{items}</ol></section>'
