"""The box for ideas and warnings: its address, who hands in what, and how an author reads the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.public_codes import hash_of_code, new_public_code, reply_code_of
from storage.public_places import Place, places_of
from storage.revisions import VOICES, raise_revision
from storage.seats import tidy_code
from storage.store import Store
from touchpoints.days import day_in
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Project, Voice, VoiceBox, VoiceInput, VoiceKind


class NoSuchBox(TouchpointsError):
    """There is no box with this code, or it is closed."""

    sentence = N_("Nothing can be handed in here at the moment. Ask whoever gave you the address.")


class WrongReplyCode(TouchpointsError):
    """Nobody has handed in anything under this code."""

    sentence = N_(
        "There is nothing under this code. Compare it with what you wrote down: it has twelve signs."
    )


@dataclass(frozen=True)
class BoxEntry:
    """The box of a project."""

    code: str
    is_open: bool


@dataclass(frozen=True)
class OpenBox:
    """What somebody needs to know who hands something in."""

    project_id: UUID
    project: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Reply:
    """What somebody handed in, with the answer; empty as long as there is none."""

    kind: VoiceKind
    text: str
    came_on: date
    answer: str
    answered_on: date | None


def read_box(store: Store, actor: Actor, project_id: UUID) -> BoxEntry | None:
    """The box, if there has ever been one."""
    with store.reading(actor, project_id, Right.FOLLOW_UP) as session:
        row = _box_of(session, project_id)
        return BoxEntry(row.code, row.is_open) if row else None


@intent("open box", VOICES, Right.FOLLOW_UP)
def open_box(work: Work) -> None:
    """Take ideas and warnings, at the same address as ever."""
    box = _box_of(work.session, work.project)
    if box is None:
        work.add(VoiceBox(project_id=work.project, code=new_public_code()))
    elif not box.is_open:
        work.change(box, is_open=True)


@intent("close box", VOICES, Right.FOLLOW_UP)
def close_box(work: Work) -> None:
    """Take nothing more; what came in stays, and its authors still read their answers."""
    box = _box_of(work.session, work.project)
    if box is not None and box.is_open:
        work.change(box, is_open=False)


def find_box(store: Store, code: str) -> OpenBox:
    """The open box of a code; anybody may ask. Raises NoSuchBox."""
    with store.unchecked() as session:
        found = _open_box(session, code)
        return OpenBox(found.id, found.name, places_of(session, found.id))


def hand_in(store: Store, code: str, mark: str, values: Mapping[str, Any]) -> str:
    """Store an idea or a warning without who and when exactly; returns the code for its answer.

    The same mark sent twice is stored once. A touchpoint that is gone meanwhile is left out.

    Raises:
        NoSuchBox, UnusableInput.
    """
    given, reply = checked(VoiceInput, values), reply_code_of(mark)
    try:
        with store.writing() as session:
            _store(store, session, code, given, hash_of_code(reply))
    except IntegrityError:
        # The same form was sent twice at once: the other one has stored it.
        read_reply(store, code, reply)
    return reply


def _store(store: Store, session: Session, code: str, given: VoiceInput, reply_hash: str) -> None:
    box = _open_box(session, code)
    if session.exec(select(Voice.id).where(Voice.reply_hash == reply_hash)).first() is not None:
        return
    if given.touchpoint_id not in {place.id for place in places_of(session, box.id)}:
        given.touchpoint_id = None
    came_on = day_in(store.now(), box.time_zone)
    session.add(Voice(**given.model_dump(), project_id=box.id, came_on=came_on, reply_hash=reply_hash))
    raise_revision(session, box.id, VOICES)


def read_reply(store: Store, code: str, typed: str) -> Reply:
    """What was handed in under a reply code, however it is typed, with its answer; raises WrongReplyCode."""
    reply_hash = hash_of_code(tidy_code(typed[:80]))
    with store.unchecked() as session:
        found = session.execute(_of_reply(), {"code": code, "reply_hash": reply_hash}).first()
    if found is None:
        raise WrongReplyCode
    return Reply(*found)


def _box_of(session: Session, project_id: UUID) -> VoiceBox | None:
    return session.exec(select(VoiceBox).where(VoiceBox.project_id == project_id)).first()


def _open_box(session: Session, code: str) -> Any:  # noqa: ANN401 - a row of three columns
    found = session.execute(_of_code(), {"code": code}).first()
    if found is None:
        raise NoSuchBox
    return found


@cache
def _of_code() -> Any:  # noqa: ANN401 - a select of three columns
    return (
        select(Project.id, Project.name, Project.time_zone)
        .join(VoiceBox, col(VoiceBox.project_id) == Project.id)
        .where(VoiceBox.code == bindparam("code"), col(VoiceBox.is_open), col(Project.binned_at).is_(None))
    )


@cache
def _of_reply() -> Any:  # noqa: ANN401 - a select of five columns
    columns = (Voice.kind, Voice.text, Voice.came_on, Voice.answer, Voice.answered_on)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(VoiceBox, col(VoiceBox.project_id) == Voice.project_id)
        .join(Project, col(Project.id) == Voice.project_id)
        .where(VoiceBox.code == bindparam("code"), Voice.reply_hash == bindparam("reply_hash"))
        .where(col(Voice.binned_at).is_(None), col(Project.binned_at).is_(None))
    )
