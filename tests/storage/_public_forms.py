"""What the public fills in, as the tests of it need it: an open box, an open form, answers to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from storage.feedback_answers import CustomerAnswer, take_answer
from storage.feedback_forms import FormEntry, add_form, list_forms
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.public_codes import new_mark
from storage.store import Store
from storage.voice_box import hand_in, open_box, read_box
from storage.voices import VoiceEntry, list_voices
from tests.storage._place import Place

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def set_clock(store: Store, at: datetime) -> None:
    store.now = lambda: at  # type: ignore[method-assign] # the clock is the one thing that a test sets


def box_code(place: Place) -> str:
    open_box(*place.where)
    box = read_box(*place.where)
    assert box is not None
    return box.code


def say(place: Place, text: str = "Open earlier", mark: str | None = None, **more: Any) -> str:
    """Hand something in; gives the reply code."""
    return hand_in(place.store, box_code(place), mark or new_mark(), {"kind": "idea", "text": text, **more})


def voices(place: Place) -> tuple[VoiceEntry, ...]:
    return list_voices(*place.where)


def form(place: Place, kind: str = "nps", *, makes_kpi: bool = False, **more: Any) -> FormEntry:
    """Make an open form."""
    added = add_form(*place.where, {"name": "Counter", "kind": kind, **more}, makes_kpi=makes_kpi)
    return shown(place, added)


def shown(place: Place, form_id: UUID) -> FormEntry:
    return next(one for one in list_forms(*place.where) if one.id == form_id)


def answer(place: Place, code: str, *points: int, sentence: str = "") -> None:
    for point in points:
        take_answer(place.store, code, CustomerAnswer(point, sentence=sentence))


def only_kpi(place: Place) -> KpiStanding:
    [standing] = read_kpi_board(*place.where)
    return standing
