"""Phones in the room, one for each way of answering, so that each is measured with something to do."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from pages._sign_in import SEAT
from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.seats import join_workshop
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.activities import activity_kind
from touchpoints.model import Selection

WAITING = "waiting"
# One kind of activity for each part that a phone draws.
ANSWERED = ("experience", "importance", "blind_top_ten", "collect", "commit", "fist_of_five")
_FILE = "seats.json"


def take_seats(store: Store, project: UUID, folder: Path) -> None:
    """Open a workshop for each phone, with one activity on, and keep the phones' cookies in the folder."""
    seats = {kind: _take_seat(store, project, kind) for kind in (WAITING, *ANSWERED)}
    (folder / _FILE).write_text(json.dumps(seats), encoding="utf-8")


def seat_of(folder: Path, phone: str) -> str:
    """The cookie of a phone, as a header holds it."""
    return f"{SEAT}={json.loads((folder / _FILE).read_text(encoding='utf-8'))[phone]}"


def _take_seat(store: Store, project: UUID, kind: str) -> str:
    where = (store, COMMAND_LINE, project)
    workshop = add_workshop(*where, {"name": f"Workshop with {kind}"})
    open_workshop(*where, workshop)
    if kind != WAITING:
        _begin(store, project, workshop, kind)
    return join_workshop(store, read_workshop(*where, workshop).code)


def _begin(store: Store, project: UUID, workshop: UUID, kind: str) -> None:
    where = (store, COMMAND_LINE, project)
    known = activity_kind(kind)
    about = {"kind": kind, "title": known.name, "minutes": known.minutes, "settings": dict(known.settings)}
    # As many touchpoints as an agenda offers: the shortlist, which a whole workshop rates.
    selection = Selection.SHORTLIST if known.subjects else Selection.NONE
    add_activity(*where, workshop, about | {"selection": selection})
    [made] = list_activities(*where, workshop)
    open_activity(*where, made.id, made.version)
