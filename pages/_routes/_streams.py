"""What open screens have yet to be told: filled by whoever commits, sent by the event loop."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

# Seconds; proxies give up a connection on which nothing is said.
HEARTBEAT = 15.0
# A browser comes back by itself, and then is asked anew who he is: a sign-in or a seat may have ended.
_LONGEST = 600.0
_RETRY_MS = 1000
_BEAT = "event: beat\ndata: {}\n\n"


class Stream:
    """One open screen; made on the event loop, told from any thread."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._loop = asyncio.get_running_loop()
        self._sent: dict[str, int] = {}
        self._moved: dict[str, int] = {}
        self._woken = asyncio.Event()
        self._ended = asyncio.Event()

    def note(self, scope: str, number: int) -> None:
        """Have it told that a scope moved; from any thread, and at once."""
        self._loop.call_soon_threadsafe(self._take, scope, number)

    def end(self) -> None:
        """Say nothing more; from the event loop."""
        self._ended.set()
        self._woken.set()

    async def events(self, boot: str, numbers: Mapping[str, int]) -> AsyncIterator[str]:
        """Boot id and all numbers first, then what moved: many moves in one event, `gap` seconds apart."""
        self._sent = dict(numbers)
        yield f"retry: {_RETRY_MS}\n{_event({'boot': boot, 'numbers': numbers})}"
        until = self._loop.time() + _LONGEST
        while not self._ended.is_set() and self._loop.time() < until:
            if not await _is_set_within(self._woken, HEARTBEAT):
                yield _BEAT
            elif moved := self._take_moved():
                yield _event({"numbers": moved})
                await _is_set_within(self._ended, self._gap)

    def _take(self, scope: str, number: int) -> None:
        self._moved[scope] = number
        self._woken.set()

    def _take_moved(self) -> dict[str, int]:
        """What has moved since the last event; some of it may have been read with the first one already."""
        moved = {scope: number for scope, number in self._moved.items() if number > self._sent.get(scope, 0)}
        self._sent |= moved
        self._moved.clear()
        if not self._ended.is_set():
            self._woken.clear()
        return moved


class Streams:
    """All open screens of this process, which end before the server does."""

    def __init__(self) -> None:
        self._open: set[Stream] = set()
        self._is_closing = False

    def add(self, stream: Stream) -> None:
        """Count one in; where the server is about to stop, it ends at once."""
        self._open.add(stream)
        if self._is_closing:
            stream.end()

    def remove(self, stream: Stream) -> None:
        """Count one out."""
        self._open.discard(stream)

    def close(self) -> None:
        """End all of them, and whatever comes; from the event loop."""
        self._is_closing = True
        for stream in self._open:
            stream.end()


def _event(content: Mapping[str, object]) -> str:
    return f"data: {json.dumps(content, separators=(',', ':'))}\n\n"


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


STREAMS = Streams()
