"""A browser's session with a Streamlit server, over its socket: asks for runs, counts what is drawn."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from benchmarks._server import Server

# What the server still does after its last message belongs to the run, and is over by then.
_AFTER_A_RUN = 0.004
_RUNS_IN_A_ROW = 10
_COMPLETE, _NOT_COMPILED = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR


class NotDrawn(Exception):
    """A page showed an error, or not what it should show; its figure would mean nothing."""


class Session:
    """One tab on one page, of the facilitator or with another cookie; each run draws the whole page."""

    def __init__(self, server: Server, page: str = "", query: str = "", cookie: str | None = None) -> None:
        self._server = server
        self._page, self._query = page, query
        self._page_hash = ""
        self._kept: dict[str, Delta] = {}
        self._seconds: list[float] = []
        self._beside: list[float] = []
        self._socket = connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream",
            subprotocols=["streamlit"],
            additional_headers={"Cookie": sent}
            if (sent := server.cookie if cookie is None else cookie)
            else {},
            max_size=None,
            compression=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._socket.close()

    @property
    def milliseconds(self) -> float:
        """Median processor time of the server for the runs measured so far."""
        return median(self._seconds) * 1000

    @property
    def ratio(self) -> float:
        """Median processor time as a multiple of what the other page took, each time just before this one."""
        return median(self._seconds) / median(self._beside)

    def measure_beside(self, other: Session) -> None:
        """Measure a run of another page and then one of this: a machine that slows down does so for both."""
        other.measure(1)
        self._beside.append(other._seconds[-1])
        self.measure(1)

    def measure(self, times: int) -> None:
        """Ask for runs, and note what each costs the server."""
        for _ in range(times):
            before = self._server.processor_seconds
            self.run()
            time.sleep(_AFTER_A_RUN)
            self._seconds.append(self._server.processor_seconds - before)

    def run(self) -> Counter[str]:
        """One run of the page's script: how often each kind of element was drawn; raises NotDrawn."""
        self._socket.send(self._request())
        drawn: Counter[str] = Counter()
        while True:
            message = ForwardMsg.FromString(bytes(self._socket.recv(timeout=60)))
            self._note(message, drawn)
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished == _NOT_COMPILED:
                    raise NotDrawn(self._page)
                if message.script_finished == _COMPLETE:
                    return drawn

    def _request(self) -> bytes:
        """A widget that nobody touched need not be named: the server keeps what it is."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self._query
        if self._page_hash:
            asked.page_script_hash = self._page_hash
        else:
            asked.page_name = self._page
        asked.widget_states.SetInParent()
        asked.cached_message_hashes.extend(self._kept)
        asked.context_info.locale = "en-GB"
        asked.context_info.timezone = "Europe/Berlin"
        asked.context_info.color_scheme = "light"
        return message.SerializeToString()

    def _note(self, message: ForwardMsg, drawn: Counter[str]) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "ref_hash":
            _count(self._kept[message.ref_hash], drawn)
        elif kind == "delta":
            if message.metadata.cacheable and message.hash:
                self._kept[message.hash] = message.delta
            _count(message.delta, drawn)


def take_turns(tabs: Sequence[Session], runs: int, beside: Session | None = None) -> None:
    """Measure some tabs in turn, a few runs each, and beside each another one if it is to be compared."""
    for tab in tabs:
        tab.run()
    for _ in range(runs // _RUNS_IN_A_ROW):
        for tab in tabs:
            if beside is None:
                tab.measure(_RUNS_IN_A_ROW)
                continue
            for _ in range(_RUNS_IN_A_ROW):
                tab.measure_beside(beside)


def _count(delta: Delta, drawn: Counter[str]) -> None:
    kind = delta.WhichOneof("type")
    inner = getattr(delta, kind) if kind in {"new_element", "add_block"} else None
    name = inner.WhichOneof("type") if inner is not None else None
    if name == "exception" or (name == "alert" and delta.new_element.alert.format == 1):
        raise NotDrawn(str(delta))
    drawn[name or str(kind)] += 1
