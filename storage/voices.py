"""Ideas and warnings of the people at the touchpoints: each gets an answer, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.actions import add_action, bin_actions
from storage.intents import Work, intent, within
from storage.revisions import CONTENT, VOICES
from storage.store import Store
from touchpoints.days import day_in
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Action,
    Finding,
    FindingInput,
    FindingKind,
    Project,
    Touchpoint,
    Voice,
    VoiceKind,
)
from touchpoints.model.base import clean_text

LONGEST_ANSWER = 2000
_LONGEST_TITLE = 200


class AnswerMissing(TouchpointsError):
    """An answer without words."""

    sentence = N_("Write an answer of up to 2,000 characters; its author reads it word for word.")


@dataclass(frozen=True)
class VoiceEntry:
    """An idea or a warning; `finding_id` and `action_id` say what became of it."""

    id: UUID
    version: int
    kind: VoiceKind
    text: str
    name: str
    touchpoint: str | None
    came_on: date
    answer: str
    answered_on: date | None
    finding_id: UUID | None
    action_id: UUID | None


def list_voices(store: Store, actor: Actor, project_id: UUID) -> tuple[VoiceEntry, ...]:
    """Those without an answer first, the oldest of them first; then the others, the last answered first."""
    with store.reading(actor, project_id, Right.FOLLOW_UP) as session:
        entries = [VoiceEntry(*row) for row in session.execute(_list(), {"project": project_id})]
    waiting = [one for one in entries if one.answered_on is None]
    answered = sorted(entries, key=lambda one: one.answered_on or date.min, reverse=True)
    return (*waiting, *(one for one in answered if one.answered_on is not None))


@intent("answer voice", VOICES, Right.FOLLOW_UP)
def answer_voice(work: Work, voice_id: UUID, shown_version: int, answer: str) -> None:
    """Give an answer or change it; raises AnswerMissing, VersionConflict."""
    words = clean_text(answer)
    if not 0 < len(words) <= LONGEST_ANSWER:
        raise AnswerMissing
    zone = work.session.get_one(Project, work.project).time_zone
    follows = {"answered_on": day_in(work.at, zone), "account_id": work.actor.account_id}
    work.save(Voice, voice_id, shown_version, {"answer": words}, follows)


@intent("take answer back", VOICES, Right.FOLLOW_UP)
def take_answer_back(work: Work, voice_id: UUID) -> None:
    """Let it wait for an answer again."""
    work.change(work.find(Voice, voice_id), answer="", answered_on=None, account_id=None)


@intent("take voice over", VOICES, Right.FOLLOW_UP)
def take_over_voice(work: Work, voice_id: UUID) -> UUID:
    """Make a finding of it, as said by people with customer contact; the same one where there is one."""
    return _finding(work, work.find(Voice, voice_id)).id


@intent("take voice over as action", VOICES, Right.FOLLOW_UP)
def make_action_of_voice(work: Work, voice_id: UUID) -> UUID:
    """Make an action of it, which refers to its finding; owner and dates follow on the plan."""
    finding = _finding(work, work.find(Voice, voice_id))
    values = {
        "name": _title(finding.text),
        "touchpoint_id": finding.touchpoint_id,
        "finding_id": finding.id,
    }
    action: UUID = within(work, add_action, values)
    return action


@intent("take back what was made of voice", VOICES, Right.FOLLOW_UP)
def take_back_made(work: Work, voice_id: UUID, action_id: UUID | None, *, keeps_finding: bool) -> None:
    """Undo that a finding or an action was made: both go into the bin."""
    voice = work.find(Voice, voice_id)
    if action_id is not None:
        within(work, bin_actions, [action_id])
    if voice.finding_id is not None and not keeps_finding:
        work.raised.add(CONTENT)
        work.bin(work.find(Finding, voice.finding_id))


@intent("throw voice away", VOICES, Right.FOLLOW_UP)
def bin_voice(work: Work, voice_id: UUID) -> None:
    """Throw it into the bin; its author finds nothing under his code meanwhile."""
    work.bin(work.find(Voice, voice_id))


@intent("restore voice", VOICES, Right.FOLLOW_UP)
def restore_voice(work: Work, voice_id: UUID) -> None:
    """Take it out of the bin."""
    work.restore(work.find(Voice, voice_id))


def _finding(work: Work, voice: Voice) -> Finding:
    """The finding that was made of it; out of the bin, or a new one. Names are not taken over."""
    work.raised.add(CONTENT)
    if voice.finding_id is not None:
        found = work.find(Finding, voice.finding_id)
        if found.binned_at is not None:
            work.restore(found)
        return found
    given = FindingInput(
        touchpoint_id=voice.touchpoint_id,
        # What a warning calls for, the team alone can say.
        kind=FindingKind.IDEA if voice.kind is VoiceKind.IDEA else None,
        text=voice.text,
        from_contact_staff=True,
    )
    finding = work.add(Finding(**given.model_dump(), project_id=work.project))
    work.change(voice, finding_id=finding.id)
    return finding


def _title(text: str) -> str:
    """The first line, as far as it fits into the name of an action."""
    line = text.split("\n", 1)[0]
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"


# Read at every run of the page about them.
@cache
def _list() -> Any:  # noqa: ANN401 - a select of eleven columns
    action = (
        select(Action.id)
        .where(Action.finding_id == Finding.id, col(Action.binned_at).is_(None))
        .order_by(Action.rank)
        .limit(1)
        .scalar_subquery()
    )
    columns = (
        *(Voice.id, Voice.version, Voice.kind, Voice.text, Voice.name, Touchpoint.name, Voice.came_on),
        *(Voice.answer, Voice.answered_on, Finding.id, action),
    )
    is_there = (col(Touchpoint.id) == Voice.touchpoint_id) & col(Touchpoint.binned_at).is_(None)
    is_kept = (col(Finding.id) == Voice.finding_id) & col(Finding.binned_at).is_(None)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, is_there)
        .outerjoin(Finding, is_kept)
        .where(Voice.project_id == bindparam("project"), col(Voice.binned_at).is_(None))
        .order_by(Voice.came_on, Voice.id)
    )
