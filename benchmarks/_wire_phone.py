"""A participant's phone on the wire: tells the server what the script of the phone's page tells it."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.typing import Subprotocol

from pages._sign_in import SEAT

Act = Mapping[str, Any]
Content = dict[str, dict[str, dict[str, int]]]

# As pages/_components has it: when what is not confirmed is told again, and how long a phone that has heard
# that something else is on waits with asking.
_PATIENCE = (2.0, 4.0, 8.0, 15.0)
_ASK_AFTER = (0.2, 1.0)
# As Streamlit's own script has it: until a browser looks again whether a server is there.
_LOOK_AGAIN = 0.5
_AWAY = (OSError, EOFError, ConnectionClosed, InvalidMessage, InvalidStatus, TimeoutError)


class Phone:
    """One tab with a seat: shows a ballot, tells answers until each is confirmed, comes back by itself."""

    def __init__(self, port: int, seat: str) -> None:
        self.seat = seat
        self.shown: dict[str, Any] = {}
        self.shown_at = 0.0
        self.told: dict[str, Act] = {}
        self.confirmed: dict[str, Act] = {}
        self.refused: dict[str, str] = {}
        self.faults: list[str] = []
        self.heard = 0
        self._port, self._cookie = port, f"{SEAT}={seat}"
        self._page_hash = self._widget = ""
        self._waiting: dict[str, Act] = {}
        self._socket: ClientConnection | None = None
        self._is_fresh = asyncio.Event()

    async def stay(self) -> None:
        """Be there until cancelled: a connection that breaks is made anew, and what is not confirmed told."""
        try:
            while True:
                with suppress(*_AWAY):
                    await self._be_connected()
                self._socket = None
                await asyncio.sleep(_LOOK_AGAIN)
        finally:
            if self._socket is not None:
                await self._socket.close()

    async def listen(self) -> None:
        """Hear what is on until cancelled, and ask for it, as the page's event stream does."""
        while True:
            with suppress(*_AWAY, asyncio.LimitOverrunError):
                await self._hear()
            await asyncio.sleep(_LOOK_AGAIN)

    async def wait_until_shown(self) -> None:
        """Wait for the next ballot that comes, or the first one."""
        self._is_fresh.clear()
        await self._is_fresh.wait()

    async def tell(self, act: Act) -> float:
        """Tell something until the server says what became of it; returns after how many seconds."""
        began, tries = time.perf_counter(), 0
        id_ = str(act["id"])
        self.told[id_] = self._waiting[id_] = act
        while id_ in self._waiting:
            await self.send_waiting()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._answered(id_), _PATIENCE[min(tries, len(_PATIENCE) - 1)])
            tries += 1
        return time.perf_counter() - began

    async def send_waiting(self) -> None:
        """Send all that is not confirmed yet, since Streamlit may drop a message while a run is under way."""
        if self._waiting and self._widget:
            await self._ask(json.dumps([{"event": "acts", "value": list(self._waiting.values())}]))

    def next_act(self, persons: int = 1) -> Act | None:
        """The next answer to what is shown, None where nothing is asked.

        Subject by subject; person by person where several share the phone.
        """
        activity = self.shown["activities"][0] if self.shown["activities"] else None
        if activity is None or activity["shut"]:
            return None
        [part] = [one for one in activity["parts"] if one["id"] == "rate"]
        number = len(self.told)
        subjects = [one[0] for one in json.loads(activity["subjects"])] or [""]
        [scale] = part["scales"]
        value = random.choice(scale["values"])[0]
        return {
            "id": str(uuid4()),
            "kind": "answer",
            "activity": activity["id"],
            "person": number % persons + 1,
            "given": {"rate": {subjects[number % len(subjects)]: {scale["id"]: value}}},
        }

    async def _answered(self, id_: str) -> None:
        while id_ in self._waiting:
            await self.wait_until_shown()

    async def _be_connected(self) -> None:
        async with connect(
            f"ws://127.0.0.1:{self._port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": self._cookie},
            max_size=None,
            compression=None,
            ping_interval=None,
        ) as self._socket:
            await self._ask()
            await self._receive_ballot()
            await self.send_waiting()
            while True:
                await self._receive()

    async def _receive_ballot(self) -> None:
        before = self.shown_at
        while self.shown_at == before:
            await self._receive()

    async def _receive(self) -> None:
        assert self._socket is not None
        message = ForwardMsg.FromString(bytes(await self._socket.recv()))
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            self._widget = element.bidi_component.id
            [self.shown] = json.loads(element.bidi_component.json)
            self.shown_at = time.perf_counter()
            self._take_up(self.shown["results"])
            self._is_fresh.set()
        elif message.WhichOneof("type") == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "exception":
            self.faults.append(element.exception.message)

    def _take_up(self, results: Mapping[str, str]) -> None:
        for id_ in self._waiting.keys() & results.keys():
            act = self._waiting.pop(id_)
            if results[id_]:
                self.refused[id_] = results[id_]
            else:
                self.confirmed[id_] = act

    async def _ask(self, events: str = "") -> None:
        if self._socket is not None:
            with suppress(*_AWAY):
                await self._socket.send(self._request(events))

    def _request(self, events: str) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        if self._page_hash:
            asked.page_script_hash = self._page_hash
        else:
            asked.page_name = "take_part"
        asked.widget_states.SetInParent()
        if events:
            state = asked.widget_states.widgets.add()
            state.id = f"$$STREAMLIT_INTERNAL_KEY_{self._widget}__events"
            state.json_trigger_value = events
        asked.context_info.locale = "en-GB"
        asked.context_info.timezone = "Europe/Berlin"
        asked.context_info.color_scheme = "light"
        return message.SerializeToString()

    async def _hear(self) -> None:
        while not self.shown:
            await self.wait_until_shown()
        address = self.shown["live"]["address"]
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            head = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nCookie: {self._cookie}\r\n\r\n"
            writer.write(head.encode())
            await reader.readuntil(b"\r\n\r\n")
            while True:
                await reader.readuntil(b"data: ")
                told = json.loads(await reader.readuntil(b"\n"))
                await self._look_at(told.get("numbers", {}))  # a beat of its heart has none
        finally:
            writer.close()

    async def _look_at(self, numbers: Mapping[str, int]) -> None:
        drawn = self.shown["live"]["numbers"]
        if any(number > drawn.get(scope, 0) for scope, number in numbers.items()):
            self.heard += 1
            await asyncio.sleep(random.uniform(*_ASK_AFTER))
            await self._ask()
