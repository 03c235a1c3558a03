"""Customers who answer a public form, so many a second: each from elsewhere, without a browser."""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

# Customers look at the form before they answer, and each comes from somewhere else.
_ADDRESSES = [f"127.0.{third}.{fourth}" for third in range(1, 5) for fourth in range(1, 255)]
_MARK = re.compile(rb'name="mark" value="([^"]+)"')
_PATIENCE = 20.0


@dataclass
class Answered:
    """How the server answered them: seconds from sending to the confirmation, and every status."""

    confirmed: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    impolite: int = 0


def answer_for(port: int, path: str, per_second: float, seconds: float) -> Answered:
    """Let customers answer, one after the other in even steps, whether or not the earlier ones are done."""
    found = Answered()

    async def come() -> None:
        began, waiting = time.monotonic(), []
        for number in range(round(per_second * seconds)):
            await asyncio.sleep(max(0.0, began + number / per_second - time.monotonic()))
            waiting.append(asyncio.ensure_future(_answer(port, path, next(_TURNS), found)))
        await asyncio.gather(*waiting)

    asyncio.run(come())
    return found


_TURNS = itertools.cycle(_ADDRESSES)


async def _answer(port: int, path: str, address: str, found: Answered) -> None:
    status, _, page = await _ask(port, address, f"GET {path} HTTP/1.1", "")
    mark = _MARK.search(page)
    if status != 200 or mark is None:
        found.statuses[status] += 1
        return
    body = urlencode({"mark": mark[1].decode(), "point": random.randint(0, 10), "sentence": ""})
    began = time.perf_counter()
    status, head, page = await _ask(port, address, f"POST {path} HTTP/1.1", body)
    found.statuses[status] += 1
    if status == 200 and b"Your answer has arrived." in page:
        found.confirmed.append(time.perf_counter() - began)
    elif status != 503 or b"retry-after" not in head.lower():
        found.impolite += 1


async def _ask(port: int, address: str, line: str, body: str) -> tuple[int, bytes, bytes]:
    """Status, head and body of an answer; 0 where there was none in time."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _exchange(port, address, line, body)
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return 0, b"", b""


async def _exchange(port: int, address: str, line: str, body: str) -> tuple[int, bytes, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    head = (
        f"{line}\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nAccept-Language: en\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )
    writer.write(head.encode())
    answer = await reader.read()
    writer.close()
    head_sent, _, page = answer.partition(b"\r\n\r\n")
    return int(head_sent.split(b" ", 2)[1]), head_sent, page
