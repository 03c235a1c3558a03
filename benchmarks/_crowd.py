"""A hall of phones: each keeps its page open, hears what is on, and answers every few seconds."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

from benchmarks._wire_phone import Act, Phone

# How many take their phone out within a second, and how long the last of them may take.
_COME_PER_SECOND = 10
_PATIENCE = 180


@dataclass(frozen=True)
class Habit:
    """How often somebody answers, how many share his phone, and whether he parks a card now and then."""

    every: float
    persons: int = 1
    parks: bool = False

    def next_act(self, phone: Phone) -> Act | None:
        """What the phone sends next; None where nothing is asked."""
        if self.parks and len(phone.told) % 3 == 2:
            return parked_card()
        return phone.next_act(self.persons)


@dataclass
class Crowd:
    """Who is in the hall, and the seconds from each answer to its confirmation."""

    phones: list[Phone] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    is_in: threading.Event = field(default_factory=threading.Event)
    is_home: threading.Event = field(default_factory=threading.Event)

    @property
    def faults(self) -> list[str]:
        """What any phone showed that it should not."""
        return [fault for phone in self.phones for fault in (*phone.faults, *phone.refused.values())]

    @property
    def confirmed(self) -> int:
        """How many answers the server has confirmed to their phones."""
        return sum(len(phone.confirmed) for phone in self.phones)

    @property
    def heard(self) -> int:
        """How often a phone was told that something else is on."""
        return sum(phone.heard for phone in self.phones)


def parked_card() -> Act:
    """A card like no other for the parking lot."""
    id_ = str(uuid4())
    return {"id": id_, "kind": "park", "text": id_}


@contextmanager
def crowd_in(port: int, seats: Sequence[str], habit: Habit) -> Iterator[Crowd]:
    """Phones, one for each seat, from the moment when all have answered once.

    None leaves with an answer that is not confirmed.
    """
    crowd = Crowd()
    thread = threading.Thread(target=lambda: asyncio.run(_attend(crowd, port, seats, habit)), daemon=True)
    thread.start()
    if not crowd.is_in.wait(_PATIENCE):
        raise TimeoutError("The crowd did not come in.")
    try:
        yield crowd
    finally:
        crowd.is_home.set()
        thread.join(_PATIENCE)
    if thread.is_alive():
        raise TimeoutError("Some answers were never confirmed.")


async def _attend(crowd: Crowd, port: int, seats: Sequence[str], habit: Habit) -> None:
    crowd.phones += [Phone(port, seat) for seat in seats]
    answering = []
    async with asyncio.TaskGroup() as present:
        tasks = []
        for phone in crowd.phones:
            tasks += [present.create_task(phone.stay()), present.create_task(phone.listen())]
            answering.append(present.create_task(_answer(crowd, phone, habit)))
            await asyncio.sleep(1 / _COME_PER_SECOND)
        await asyncio.gather(*answering)
        for task in tasks:
            task.cancel()


async def _answer(crowd: Crowd, phone: Phone, habit: Habit) -> None:
    """Once at once, then every few seconds until it is time to go home."""
    while not crowd.is_home.is_set():
        if phone.shown and (act := habit.next_act(phone)) is not None:
            seconds = await phone.tell(act)
            if crowd.is_in.is_set():
                crowd.seconds.append(seconds)
            elif all(one.confirmed for one in crowd.phones):
                crowd.is_in.set()
                # From now on they answer at different moments.
                await asyncio.sleep(random.random() * habit.every)
            await asyncio.sleep(max(0.0, habit.every - seconds))
        else:
            await asyncio.sleep(0.1)
