"""Carries out what a phone sends: each act once, however often it comes, and says what became of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._page import PageContext
from storage.access import Actor, NotAllowed
from storage.ballots import answer, give_name, name_department, say_done
from storage.cards import change_own_card, park_card, write_card
from storage.database.errors import DatabaseBusy
from storage.store import Store
from touchpoints.ballots import UnusableAnswer
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

logger = logging.getLogger(__name__)

# How many people may share a phone, and how many results a session keeps for acts that come again.
MOST_PEOPLE = 20
_KEPT = 200
# What a field of a card holds that was left empty.
_NOTHING: Mapping[str, str | None] = {"name": "", "due_on": None}
_SENT, _RESULTS, _PERSON = "ballot-sent", "ballot-results", "ballot-person"

Act = Mapping[str, Any]


class SeatIsOver(TouchpointsError):
    """The seat was given up, or its workshop is concluded."""

    sentence = N_("This seat takes no answers any more, so this one was not stored.")


def keep_sent(key: str) -> None:
    """Keep what arrived until it is carried out: a run may end for a newer one before that."""
    sent = st.session_state[key].get("acts")
    waiting: dict[str, Act] = st.session_state.setdefault(_SENT, {})
    for act in sent if isinstance(sent, list) else []:
        if isinstance(act, dict) and isinstance(act.get("id"), str):
            waiting[act["id"]] = act


def carry_out_sent(page: PageContext) -> bool:
    """Carry out what has arrived, in its order; before anything is drawn, which may end the run.

    Returns whether there was anything.
    """
    waiting: dict[str, Act] = st.session_state.get(_SENT, {})
    has_acts = bool(waiting)
    results = _results()
    for id_, act in tuple(waiting.items()):
        if id_ not in results and (result := _result(page, act)) is not None:
            results[id_] = result
        # After a reconnection two runs of a session may overlap; the storage stores an act once all the same.
        waiting.pop(id_, None)
    for id_ in tuple(results)[:-_KEPT]:
        results.pop(id_, None)
    return has_acts


def results_of_acts() -> Mapping[str, str]:
    """What became of the acts of this session by their ids: "" for a stored one, else why it was refused."""
    return _results()


def person_now() -> int:
    """Which of those who share the phone is answering."""
    return int(st.session_state.get(_PERSON, 1))


def _results() -> dict[str, str]:
    found: dict[str, str] = st.session_state.setdefault(_RESULTS, {})
    return found


def _result(page: PageContext, act: Act) -> str | None:
    """Nothing where it is stored, else the refusal; None where nobody knows, and it comes again."""
    try:
        _carry_out(page.store, page.actor, act)
    except NotAllowed:
        return page.wording.say(SeatIsOver().message)
    except DatabaseBusy:
        logger.warning("What a phone sent has to wait; it sends it again")
        return None
    except TouchpointsError as fault:
        return page.wording.say(fault.message)
    except Exception:
        logger.exception("What a phone sent could not be stored; it sends it again")
        return None
    return ""


def _carry_out(store: Store, actor: Actor, act: Act) -> None:
    """Do what an act asks for; raises UnusableAnswer for what our own script does not send."""
    marked = actor.once(_uuid(act["id"]))
    match act:
        case {"kind": "person", "person": int(person)} if 1 <= person <= MOST_PEOPLE:
            st.session_state[_PERSON] = person
        case {"kind": "park", "text": str(text)}:
            park_card(store, marked, text)
        case {"activity": str(activity), "person": int(person)} if 1 <= person <= MOST_PEOPLE:
            _in_activity(act)(store, marked, _uuid(activity), person=person)
        case _:
            raise UnusableAnswer


def _in_activity(act: Act) -> Callable[..., object]:
    """What is done in an activity, called with store, actor, activity and person."""
    match act:
        case {"kind": "answer", "given": dict(given)}:
            return lambda *where, person: answer(*where, given, person)
        case {"kind": "done", "isDone": bool(is_done)}:
            return lambda *where, person: say_done(*where, is_done=is_done, person=person)
        case {"kind": "name", "text": str(name)}:
            return lambda *where, person: give_name(*where, name, person)
        case {"kind": "department", "text": str(department)}:
            return lambda *where, person: name_department(*where, department, person)
        case {"kind": "write", "cardKind": str(kind), "text": str(text)}:
            card = {"kind": kind, "text": text, "touchpoint_id": act.get("touchpoint") or None}
            return lambda *where, person: write_card(*where, card | _promised(act), person)
        case {"kind": "change", "card": str(card_id), "text": (str() | None) as text}:
            mine, more = _uuid(card_id), _promised(act)
            return lambda *where, person: change_own_card(*where, mine, text, person, more)
    raise UnusableAnswer


def _promised(act: Act) -> dict[str, Any]:
    """Who does it and until when, where the act says so: a card that is none of an action does not."""
    fields = {"name": act.get("who"), "due_on": act.get("until")}
    return {field: value or _NOTHING[field] for field, value in fields.items() if value is not None}


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnusableAnswer from None
