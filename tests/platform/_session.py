"""A browser's session with a real server, spoken over its socket: which pages it is sent first."""

from __future__ import annotations

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol


def is_let_in(port: int, origin: str) -> bool:
    """Whether a page of another site, or of our own, may open a session."""
    return asyncio.run(_is_let_in(port, origin))


async def _is_let_in(port: int, origin: str) -> bool:
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    try:
        async with connect(address, origin=Origin(origin), subprotocols=[Subprotocol("streamlit")]):
            return True
    except InvalidStatus:
        return False


def messages_of(port: int, page: str = "", cookie: str = "") -> list[ForwardMsg]:
    """All that the first run of a session sends, for a deep link to a page."""
    return asyncio.run(_messages(port, page, cookie))


async def _messages(port: int, page: str, cookie: str) -> list[ForwardMsg]:
    headers = {"Cookie": cookie} if cookie else {}
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(
        address, additional_headers=headers, subprotocols=["streamlit"], max_size=None
    ) as socket:
        asked = BackMsg()
        asked.rerun_script.page_name = page
        await socket.send(asked.SerializeToString())
        received: list[ForwardMsg] = []
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(), 20))
            received.append(message)
            if message.WhichOneof("type") == "script_finished":
                return received
