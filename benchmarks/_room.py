"""A workshop in full swing, so that console, wall and protocol are measured with all that stands on them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from uuid import UUID

from storage.access import COMMAND_LINE, Actor
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.ballots import answer, give_name, name_department, say_done
from storage.cards import write_card
from storage.hint_asking import open_on_hints
from storage.phone import PhoneActivity, read_phone
from storage.reveals import reveal_activity
from storage.seats import deal_places, join_workshop, list_participants, participant_of, seat_people
from storage.store import Store
from storage.wording import wording_for
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.acting import acted_answer, acted_cards, acted_department, acted_name
from touchpoints.activities import ActivityKind, activity_kind, all_activities
from touchpoints.ballots import parts_asked
from touchpoints.model import Selection, SubjectKind
from touchpoints.room.hints import AskedHint

PEOPLE, TABLES = 25, 5
WORKSHOP, ACTIVITY = "workshop", "activity"
_FILE = "room.json"
# As long as what the coach says of a large project.
HINTS = [
    AskedHint(
        f"r0{number}-measured",
        "4 of 11 targets have no action: Check-in, Security, Boarding and the way to the gate",
        "What nobody does anything about stays as it is, and the team learns that targets cost nothing.",
        "Give each an action, or drop the target.",
        (),
    )
    for number in (1, 2, 3)
]


def fill_room(store: Store, project: UUID, folder: Path) -> None:
    """Let 25 people at five tables go through every kind of activity, and keep their ids in the folder."""
    where = (store, COMMAND_LINE, project)
    workshop = add_workshop(*where, {"name": "A day about our customers"})
    open_workshop(*where, workshop)
    code = read_workshop(*where, workshop).code
    people = [participant_of(store, join_workshop(store, code)) for _ in range(PEOPLE)]
    seats = [one.id for one in list_participants(*where, workshop)]
    seat_people(*where, workshop, deal_places(seats, TABLES))
    ids = {WORKSHOP: str(workshop)}
    for kind in all_activities().values():
        ids[kind.id] = str(_hold(store, project, workshop, kind, people))
    (folder / _FILE).write_text(json.dumps(ids), encoding="utf-8")


def in_the_room(folder: Path, kind: str) -> Mapping[str, str]:
    """What an address says of the workshop, and of its activity of this kind, "" for none."""
    ids = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    return {WORKSHOP: ids[WORKSHOP]} | ({ACTIVITY: ids[kind]} if kind else {})


def _hold(store: Store, project: UUID, workshop: UUID, kind: ActivityKind, people: list[Actor]) -> UUID:
    """Everybody answers, and all see what came of it."""
    where = (store, COMMAND_LINE, project)
    about = {"kind": kind.id, "title": kind.name, "instructions": kind.instructions}
    chosen = {"selection": Selection.SHORTLIST if kind.subjects else Selection.NONE}
    more = {"minutes": kind.minutes or 10, "settings": dict(kind.settings), "is_named": kind.is_named}
    made = add_activity(*where, workshop, about | chosen | more)
    if not kind.takes_answers:
        return made
    shown = _version(store, project, workshop, made)
    if SubjectKind.HINT in kind.subjects:
        open_on_hints(*where, made, shown, HINTS)
    else:
        open_activity(*where, made, shown)
    on = read_phone(store, people[0]).activities[0]
    for number, person in enumerate(people):
        _answer(store, person, on, number)
    reveal_activity(*where, made, _version(store, project, workshop, made))
    return made


def _version(store: Store, project: UUID, workshop: UUID, activity: UUID) -> int:
    agenda = list_activities(store, COMMAND_LINE, project, workshop)
    return next(one.version for one in agenda if one.id == activity)


def _answer(store: Store, person: Actor, on: PhoneActivity, number: int) -> None:
    chance, wording = Random(f"{on.kind}-{number}"), wording_for("en")
    parts = parts_asked(activity_kind(on.kind), on.settings)
    subjects = [str(one.id) for one in on.subjects]
    if on.is_named:
        give_name(store, person, on.id, acted_name(number))
    name_department(store, person, on.id, acted_department(chance, wording))
    if given := acted_answer(parts, subjects, chance, store.now().date()):
        answer(store, person, on.id, given)
    for card in acted_cards(parts, subjects, chance, wording):
        write_card(store, person, on.id, card)
    say_done(store, person, on.id, is_done=True)
