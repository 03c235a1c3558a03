"""How much of the public is let in at once: beyond that it is asked to come back, and the room goes on."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from starlette.responses import Response

# What one process takes of customers' answers; a room of a hundred phones beside it keeps its figures.
PER_SECOND, MOST_AT_ONCE = 60, 120
# Few, since they write one after the other anyway, and the threads of the room are not theirs.
_THREADS = 4
_LONGEST_WAIT = 5.0
# Who makes up a new address for each request must not fill the memory.
_ADDRESSES = 10_000

Clock = Callable[[], float]


class Gate:
    """Lets requests in one after the other in threads of its own, and no more than it can serve.

    Asked on the event loop alone, so that it needs no lock.
    """

    def __init__(
        self, per_second: float = PER_SECOND, at_once: int = MOST_AT_ONCE, now: Clock = time.monotonic
    ) -> None:
        self._per_second, self._at_once, self._now = per_second, at_once, now
        self._inside = 0
        self._left, self._filled_at = float(at_once), now()
        self._threads = ThreadPoolExecutor(_THREADS, "public")

    async def let_in(self, answer: Callable[[], Response]) -> Response | None:
        """What it answers; None where there is no room for it now."""
        if self._inside >= self._at_once or not self._takes_one():
            return None
        came = self._now()
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, self._in_turn, answer, came
            )
        finally:
            self._inside -= 1

    def _in_turn(self, answer: Callable[[], Response], came: float) -> Response | None:
        """Whoever has waited too long may have gone, and is asked to come back before anything is stored."""
        return None if self._now() - came > _LONGEST_WAIT else answer()

    def _takes_one(self) -> bool:
        """Whether one more is within what comes in a second; what was not used is kept for a moment."""
        now = self._now()
        grown = self._left + (now - self._filled_at) * self._per_second
        self._left, self._filled_at = min(float(self._at_once), grown), now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Often:
    """How often an address has come within a span; kept in memory alone, and forgotten with the span."""

    def __init__(self, most: int, seconds: float, now: Clock = time.monotonic) -> None:
        self._most, self._seconds, self._now = most, seconds, now
        self._came: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def is_too_often(self, address: str) -> bool:
        """Whether this is once too often; else it is counted."""
        with self._lock:
            self._forget()
            came = self._came.setdefault(address, deque())
            self._came.move_to_end(address)
            while came and came[0] <= self._now() - self._seconds:
                came.popleft()
            if len(came) >= self._most:
                return True
            came.append(self._now())
            return False

    def __len__(self) -> int:
        return len(self._came)

    def _forget(self) -> None:
        """Let go of whoever came last before the span, and of the first where there are too many."""
        while self._came:
            first, came = next(iter(self._came.items()))
            is_recent = bool(came) and came[-1] > self._now() - self._seconds
            if is_recent and len(self._came) < _ADDRESSES:
                return
            del self._came[first]


class Marks:
    """The marks of forms that were sent lately, so that a form sent twice is counted once."""

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._stored: OrderedDict[str, bool] = OrderedDict()
        self._lock = Lock()

    def begin(self, mark: str) -> bool | None:
        """None: new, and begun now; False: begun and not stored yet; True: stored."""
        with self._lock:
            known = self._stored.get(mark)
            if known is None:
                self._stored[mark] = False
                while len(self._stored) > self._most:
                    self._stored.popitem(last=False)
            return known

    def end(self, mark: str, *, is_stored: bool) -> None:
        """Say how it went; what was not stored may be sent again."""
        with self._lock:
            if is_stored:
                self._stored[mark] = True
            else:
                self._stored.pop(mark, None)
