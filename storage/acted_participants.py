"""Acted participants: a thread of the server that joins a rehearsal and answers whatever is opened there."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from storage.access import Actor, NotAllowed
from storage.ballots import answer, give_name, name_department, say_done
from storage.cards import write_card
from storage.phone import PhoneActivity, read_phone
from storage.revisions import ROOM, WORKSHOP
from storage.seats import WrongCode, find_way_in, join_workshop, participant_of
from storage.store import Store
from storage.wording import wording_for
from touchpoints.acting import acted_answer, acted_cards, acted_department, acted_name
from touchpoints.activities import activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.errors import TouchpointsError
from touchpoints.model import ActivityState

logger = logging.getLogger(__name__)
PEOPLE = 25
# Seconds within which all have come in, and within which all have answered what was opened.
_COMING, _ANSWERING = 20.0, 60.0
_SOONEST = 2.0


@dataclass
class _Player:
    """One acted participant; `chance` makes him somebody of his own."""

    number: int
    chance: Random
    actor: Actor | None = None
    # Activities that he has answered, or is about to.
    busy_with: set[UUID] = field(default_factory=set)


@dataclass(frozen=True)
class _Answers:
    """All that one of them says in one activity."""

    content: dict[str, Any]
    cards: list[dict[str, Any]]
    name: str
    department: str


class Troupe:
    """The acted participants of one rehearsal; `pace` stretches or, below 1, shortens all waiting."""

    def __init__(self, store: Store, workshop_id: UUID, code: str, pace: float = 1.0) -> None:
        self.workshop_id = workshop_id
        self._store, self._code, self._pace = store, code, pace
        self._way_in = find_way_in(store, code)
        self._wording = wording_for(self._way_in.language)
        self._players = [_Player(one, Random(f"{workshop_id}-{one}")) for one in range(PEOPLE)]  # noqa: S311 - acted
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()
        self._woken, self._ended = Event(), Event()
        self._thread = Thread(target=self._play, name="rehearsal", daemon=True)

    @property
    def is_playing(self) -> bool:
        """Whether they still come and answer."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Let them come in, one after the other."""
        for player in self._players:
            self._later(player.chance.uniform(0, _COMING), lambda player=player: self._join(player))  # type: ignore[misc] # bound at once
        self._thread.start()

    def stop(self) -> None:
        """Let them do nothing more, and wait for what is being done."""
        self._ended.set()
        self._woken.set()
        self._thread.join()

    def _play(self) -> None:
        end = self._store.hub.listen(self._way_in.project_id, self._hear)
        try:
            while not self._ended.is_set():
                if self._woken.wait(self._pause()):
                    self._woken.clear()
                    self._look()
                self._do_what_is_due()
        except (NotAllowed, WrongCode):
            logger.info("The rehearsal is over")
        finally:
            end()

    def _hear(self, scope: str, _number: int) -> None:
        # The room, too: who writes for a table is settled there.
        if scope in (WORKSHOP, ROOM):
            self._woken.set()

    def _pause(self) -> float | None:
        """Seconds until something is due; None where nothing is, until something is opened."""
        return max(self._due[0][0] - monotonic(), 0.0) if self._due else None

    def _do_what_is_due(self) -> None:
        while self._due and self._due[0][0] <= monotonic() and not self._ended.is_set():
            _, _, act = heapq.heappop(self._due)
            act()

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (monotonic() + seconds * self._pace, next(self._order), act))

    def _join(self, player: _Player) -> None:
        try:
            token = join_workshop(self._store, self._code, is_acted=True)
        except IntegrityError:
            # Erased while he was at the door.
            raise WrongCode from None
        player.actor = participant_of(self._store, token)
        self._look()

    def _look(self) -> None:
        """See what is on, as a phone does, and answer it somewhat later."""
        inside = [player for player in self._players if player.actor]
        if not inside or inside[0].actor is None or self._ended.is_set():
            return
        for activity in read_phone(self._store, inside[0].actor).activities:
            if activity.state is ActivityState.OPEN and activity_kind(activity.kind).takes_answers:
                for player in inside:
                    self._plan(player, activity)

    def _plan(self, player: _Player, activity: PhoneActivity) -> None:
        if activity.id not in player.busy_with:
            player.busy_with.add(activity.id)
            seconds = player.chance.uniform(_SOONEST, _ANSWERING)
            self._later(seconds, lambda: self._answer(player, activity))

    def _answer(self, player: _Player, activity: PhoneActivity) -> None:
        """Answer as a phone would; what is closed by now is answered when it is opened again."""
        if player.actor is None:
            return
        try:
            _take_part(self._store, player.actor, activity, self._answers(player, activity))
        except TouchpointsError as fault:
            # Closed meanwhile, or another one writes for the table.
            logger.debug("An acted participant could not answer: %s", fault)
            player.busy_with.discard(activity.id)

    def _answers(self, player: _Player, activity: PhoneActivity) -> _Answers:
        assert player.actor is not None  # noqa: S101 - checked by the caller, told to the type checker
        parts = parts_asked(activity_kind(activity.kind), activity.settings)
        subjects, chance = [str(one.id) for one in activity.subjects], player.chance
        return _Answers(
            acted_answer(parts, subjects, chance, self._store.now().date()),
            acted_cards(parts, subjects, chance, self._wording),
            acted_name(player.number),
            acted_department(chance, self._wording),
        )


def _take_part(store: Store, actor: Actor, activity: PhoneActivity, given: _Answers) -> None:
    if activity.is_named:
        give_name(store, actor, activity.id, given.name)
    if activity.asks_department:
        name_department(store, actor, activity.id, given.department)
    if given.content:
        answer(store, actor, activity.id, given.content)
    for card in given.cards:
        write_card(store, actor, activity.id, card)
    say_done(store, actor, activity.id, is_done=True)


_LOCK = Lock()
_ON_STAGE: list[Troupe] = []


def send_in(store: Store, workshop_id: UUID, code: str, pace: float = 1.0) -> Troupe:
    """Let acted participants come into a rehearsal; those of another one stop first."""
    stop_acting()
    troupe = Troupe(store, workshop_id, code, pace)
    with _LOCK:
        _ON_STAGE.append(troupe)
    troupe.start()
    return troupe


def stop_acting() -> None:
    """Let no acted participant do anything more, as at the end of a rehearsal and of the server."""
    with _LOCK:
        troupes, _ON_STAGE[:] = list(_ON_STAGE), []
    for troupe in troupes:
        troupe.stop()


def is_acted(workshop_id: UUID) -> bool:
    """Whether acted participants of this server take part in a workshop."""
    with _LOCK:
        return any(one.workshop_id == workshop_id and one.is_playing for one in _ON_STAGE)
