"""A hall of phones: each keeps a tab open, hears what is on, and presses its button every few seconds."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks._server import Server

# A phone asks so many seconds after it has heard, as pages/_components/live says.
_WAITS = (0.2, 1.0)
_JOIN_PER_SECOND = 20


@dataclass
class Crowd:
    """What the phones have seen so far: seconds from a press to its confirmation, and faults."""

    confirmed: list[float] = field(default_factory=list)
    heard: int = 0
    faults: list[str] = field(default_factory=list)
    everybody_is_in: threading.Event = field(default_factory=threading.Event)


class Phone:
    """One of them."""

    def __init__(self, server: Server, cookie: str, path: str, query: dict[str, str], crowd: Crowd) -> None:
        self._server, self._cookie, self._path, self._query = server, cookie, path, urlencode(query)
        self._crowd = crowd
        self._buttons: dict[str, str] = {}
        self._is_asking = asyncio.Lock()

    async def join(self, after: float) -> None:
        """Open the page after so many seconds, and press once."""
        await asyncio.sleep(after)
        self._socket: ClientConnection = await connect(
            f"ws://127.0.0.1:{self._server.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item] # a name for text in websockets' types alone
            additional_headers={"Cookie": self._cookie},
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        await self._run()
        await self._run("Answer")

    async def take_part(self, every: float) -> None:
        """Press every few seconds, and go along with what is on."""
        await asyncio.gather(self._press(every), self._hear())

    async def leave(self, taking_part: asyncio.Future[None]) -> None:
        """Go home; what went wrong before is noted."""
        taking_part.cancel()
        [ended] = await asyncio.gather(taking_part, return_exceptions=True)
        if not isinstance(ended, asyncio.CancelledError):
            self._crowd.faults.append(repr(ended))
        await self._socket.close()

    async def _press(self, seconds: float) -> None:
        await asyncio.sleep(random.random() * seconds)
        while True:
            began = time.perf_counter()
            await self._run("Answer")
            self._crowd.confirmed.append(time.perf_counter() - began)
            await asyncio.sleep(max(0.0, seconds - (time.perf_counter() - began)))

    async def _hear(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._server.port)
        request = f"GET {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self._cookie}\r\n\r\n"
        writer.write(request.encode())
        await reader.readuntil(b"data: ")  # how everything stands
        while True:
            await reader.readuntil(b'data: {"numbers"')
            self._crowd.heard += 1
            await asyncio.sleep(random.uniform(*_WAITS))
            await self._run()

    async def _run(self, button: str = "") -> None:
        async with self._is_asking:
            await self._socket.send(self._request(self._buttons[button] if button else ""))
            while not self._note(ForwardMsg.FromString(bytes(await self._socket.recv()))):
                pass

    def _request(self, pressed: str) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self._query
        asked.widget_states.SetInParent()
        if pressed:
            state = asked.widget_states.widgets.add()
            state.id, state.trigger_value = pressed, True
        asked.context_info.locale = "en-GB"
        asked.context_info.timezone = "Europe/Berlin"
        return message.SerializeToString()

    def _note(self, message: ForwardMsg) -> bool:
        """Whether the run has come to its end."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button":
            self._buttons[element.button.label] = element.button.id
        elif kind == "exception":
            self._crowd.faults.append(element.exception.message)
        return message.WhichOneof("type") == "script_finished"


@contextmanager
def crowd_in(
    server: Server, cookies: Sequence[str], path: str, query: dict[str, str], every: float
) -> Iterator[Crowd]:
    """Phones, one for each cookie, from the moment when all are in and have answered once."""
    crowd = Crowd()
    home = threading.Event()

    async def stay() -> None:
        phones = [Phone(server, cookie, path, query, crowd) for cookie in cookies]
        await asyncio.gather(*(one.join(number / _JOIN_PER_SECOND) for number, one in enumerate(phones)))
        crowd.everybody_is_in.set()
        ends = [asyncio.ensure_future(one.take_part(every)) for one in phones]
        await asyncio.to_thread(home.wait)
        await asyncio.gather(*(one.leave(end) for one, end in zip(phones, ends, strict=True)))

    thread = threading.Thread(target=lambda: asyncio.run(stay()), daemon=True)
    thread.start()
    if not crowd.everybody_is_in.wait(timeout=120):
        raise TimeoutError("The crowd did not come in.")
    try:
        yield crowd
    finally:
        home.set()
        thread.join()
