"""A hall that is filled: a workshop with activities, who sits in it, and what of his answers is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from benchmarks._wire_phone import Act, Content, Phone
from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity
from storage.ballots import count_answered
from storage.board import set_depth
from storage.card_list import list_cards
from storage.configuration import Settings
from storage.journey import list_touchpoints
from storage.phone import read_own_ballot
from storage.projects import new_project
from storage.seats import join_workshop, participant_of
from storage.store import Store, open_store
from storage.workshops import add_workshop, read_workshop
from touchpoints.model import Depth, IntentRecord, ProjectInput, Selection

SHORTLIST = 25
Ballots = dict[tuple[UUID, int], Content]


@dataclass(frozen=True)
class Hall:
    """A workshop of which the first activity is open."""

    folder: Path
    project: UUID
    workshop: UUID
    activities: tuple[UUID, ...]
    code: str

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Its database, beside the server's."""
        opened = open_store(Settings(data_folder=self.folder))
        try:
            yield opened
        finally:
            opened.close()

    def take_seats(self, count: int) -> tuple[str, ...]:
        """So many more people come in."""
        with self.store() as store:
            return tuple(join_workshop(store, self.code) for _ in range(count))

    def done(self, store: Store) -> int:
        """How many are done with the first activity."""
        _, done = count_answered(store, COMMAND_LINE, self.project, self.activities[0])
        return done


@dataclass(frozen=True)
class Audit:
    """How much of what phones sent is stored, and what of it is not as it should be."""

    stored: int
    lost: int
    doubled: int
    unconfirmed: int
    wrong_ballots: int

    @property
    def faults(self) -> int:
        """None where exactly what was confirmed is stored, each once."""
        return self.lost + self.doubled + self.unconfirmed + self.wrong_ballots

    def __str__(self) -> str:
        """As a sentence beside a figure."""
        return (
            f"{self.stored} stored, {self.lost} lost, {self.doubled} doubled, "
            f"{self.unconfirmed} never confirmed, {self.wrong_ballots} ballots wrong"
        )


def make_hall(folder: Path, kind: str, titles: Sequence[str] = ("First",)) -> Hall:
    """A project with a shortlist, and a workshop in it with activities of one kind."""
    store = open_store(Settings(data_folder=folder))
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Hall", language="en"), "retail")
    where = (store, COMMAND_LINE, project)
    shortlist = [entry.id for entry in list_touchpoints(*where)][:SHORTLIST]
    set_depth(*where, shortlist, Depth.SHORTLIST)
    workshop = add_workshop(*where, {"name": "Morning"})
    about = {"kind": kind, "minutes": 25, "selection": Selection.SHORTLIST}
    activities = tuple(add_activity(*where, workshop, about | {"title": title}) for title in titles)
    open_activity(*where, activities[0], 1)
    code = read_workshop(*where, workshop).code
    store.close()
    return Hall(folder, project, workshop, activities, code)


def audit(hall: Hall, phones: Iterable[Phone]) -> Audit:
    """Compare what phones sent, and what was confirmed to them, with what lies in the database."""
    phones = list(phones)
    told = {id_ for phone in phones for id_ in phone.told}
    confirmed = {id_: act for phone in phones for id_, act in phone.confirmed.items()}
    with hall.store() as store:
        with store.reading(COMMAND_LINE) as session:
            stored = {str(id_) for id_ in session.exec(select(IntentRecord.id)).all()} & told
        texts = Counter(one.text for one in list_cards(store, COMMAND_LINE, hall.project, hall.workshop))
        wrong = sum(_wrong_ballots(store, phone) for phone in phones)
    parked = [act["text"] for act in confirmed.values() if act["kind"] == "park"]
    return Audit(
        stored=len(stored),
        lost=len(confirmed.keys() - stored) + sum(not texts[text] for text in parked),
        doubled=sum(count - 1 for count in texts.values()),
        unconfirmed=len(stored - confirmed.keys()),
        wrong_ballots=wrong,
    )


def _wrong_ballots(store: Store, phone: Phone) -> int:
    """Ballots of a phone that are not what was confirmed to it, in the order in which it was sent."""
    sent = (phone.confirmed[id_] for id_ in phone.told if id_ in phone.confirmed)
    actor = participant_of(store, phone.seat)
    return sum(
        read_own_ballot(store, actor, activity, person).content != content
        for (activity, person), content in ballots_of(sent).items()
    )


def ballots_of(acts: Iterable[Act]) -> Ballots:
    """What answers come to, by activity and person."""
    ballots: Ballots = {}
    for act in acts:
        if "given" in act:
            _take_up(ballots.setdefault((UUID(act["activity"]), act["person"]), {}), act["given"])
    return ballots


def _take_up(content: Content, given: Mapping[str, Mapping[str, Mapping[str, int]]]) -> None:
    for part, subjects in given.items():
        for subject, values in subjects.items():
            content.setdefault(part, {}).setdefault(subject, {}).update(values)
