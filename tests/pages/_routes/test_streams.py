"""A stream says everything first, then what moved: together, not too often, and nothing after its end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from threading import Thread
from typing import Any

import pytest

from pages._routes import _streams
from pages._routes._streams import Stream, Streams

GAP = 0.05


def content(event: str) -> dict[str, Any]:
    [line] = [line for line in event.splitlines() if line.startswith("data: ")]
    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return found


Try = Callable[[Stream, AsyncIterator[str]], Awaitable[None]]


def listen(use: Try, gap: float = GAP) -> None:
    """Open a stream that has said everything, and use it."""

    async def run() -> None:
        stream = Stream(gap)
        events = stream.events("boot", {"plan": 3})
        first = await anext(events)
        assert first.startswith("retry: 1000\n")
        assert content(first) == {"boot": "boot", "numbers": {"plan": 3}}
        await asyncio.wait_for(use(stream, events), timeout=10)

    asyncio.run(run())


def test_many_moves_are_told_in_one_event() -> None:
    async def use(stream: Stream, events: AsyncIterator[str]) -> None:
        for number in range(4, 50):
            stream.note("plan", number)
        stream.note("room", 1)
        assert content(await anext(events)) == {"numbers": {"plan": 49, "room": 1}}

    listen(use)


def test_a_move_in_another_thread_wakes_it() -> None:
    async def use(stream: Stream, events: AsyncIterator[str]) -> None:
        waiting = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.01)
        Thread(target=stream.note, args=["plan", 4]).start()
        assert content(await waiting) == {"numbers": {"plan": 4}}

    listen(use)


def test_what_the_first_event_said_already_is_not_told_again() -> None:
    async def use(stream: Stream, events: AsyncIterator[str]) -> None:
        stream.note("plan", 3)
        await asyncio.sleep(0)
        stream.note("room", 1)
        assert content(await anext(events)) == {"numbers": {"room": 1}}

    listen(use)


def test_the_next_event_waits_for_the_gap() -> None:
    async def use(stream: Stream, events: AsyncIterator[str]) -> None:
        times = []
        for number in range(4, 8):
            stream.note("plan", number)
            await anext(events)
            times.append(asyncio.get_running_loop().time())
        assert times[-1] - times[0] >= 3 * GAP

    listen(use)


def test_a_quiet_stream_is_heard_to_live(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_streams, "HEARTBEAT", 0.01)

    async def use(_stream: Stream, events: AsyncIterator[str]) -> None:
        assert (await anext(events)).startswith("event: beat\n")

    listen(use)


def test_all_streams_end_at_once_when_the_server_is_to_stop() -> None:
    async def use(stream: Stream, events: AsyncIterator[str]) -> None:
        streams = Streams()
        streams.add(stream)
        stream.note("plan", 4)
        await anext(events)
        streams.close()
        assert [event async for event in events] == []
        late = Stream(GAP)
        streams.add(late)
        assert len([event async for event in late.events("boot", {})]) == 1

    listen(use, gap=3600)
