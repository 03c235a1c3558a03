"""Coming in by the code: honest people with a phone each, and somebody beside them who guesses."""

from __future__ import annotations

import asyncio
import random
import re
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from benchmarks._wire_phone import Phone
from pages._sign_in import SEAT
from storage.workshops import CODE_LENGTH, CODE_SIGNS

_AT_ONCE = 8


@dataclass(frozen=True)
class Guess:
    """How something is guessed, and how the server says that it is wrong."""

    name: str
    method: str
    path: Callable[[], str]
    said_wrong: HTTPStatus


CODES = Guess(
    *("codes", "POST"),
    lambda: f"/join/{''.join(random.choices(CODE_SIGNS, k=CODE_LENGTH))}",
    HTTPStatus.NOT_FOUND,
)
LINKS = Guess("links", "GET", lambda: f"/enter/{secrets.token_urlsafe(16)}", HTTPStatus.FORBIDDEN)


@dataclass
class Joining:
    """The seconds from each scan to the first ballot, and how the server answered each guess."""

    guess: Guess
    seconds: list[float] = field(default_factory=list)
    guesses: Counter[int] = field(default_factory=Counter)

    @property
    def hits(self) -> int:
        """Guesses that were neither called wrong nor put off."""
        return self.guesses.total() - self.said_wrong - self.guesses[HTTPStatus.TOO_MANY_REQUESTS]

    @property
    def said_wrong(self) -> int:
        """Guesses of which the guesser learns that they are wrong; the others tell him nothing."""
        return self.guesses[self.guess.said_wrong]


def join(port: int, code: str, people: int, within: float, guesses: int = 0, guess: Guess = CODES) -> Joining:
    """So many people come in one after another within so many seconds, beside so many guesses."""
    seen = Joining(guess)
    asyncio.run(_join(port, code, people, within, guesses, seen))
    return seen


async def _join(port: int, code: str, people: int, within: float, guesses: int, seen: Joining) -> None:
    coming = [_come_in(port, code, number * within / people, seen) for number in range(people)]
    guessing = [_guess(port, guesses // _AT_ONCE, seen) for _ in range(_AT_ONCE if guesses else 0)]
    await asyncio.gather(*coming, *guessing)


async def _come_in(port: int, code: str, after: float, seen: Joining) -> None:
    """Scan, read, tap, and wait for what is asked."""
    await asyncio.sleep(after)
    began = time.perf_counter()
    await _ask(port, "GET", f"/join/{code}")
    head = await _ask(port, "POST", f"/join/{code}")
    found = re.search(rf"{SEAT}=([^;]+)", head)
    assert found is not None, head
    phone = Phone(port, found[1])
    staying = asyncio.create_task(phone.stay())
    await phone.wait_until_shown()
    seen.seconds.append(time.perf_counter() - began)
    staying.cancel()
    await asyncio.gather(staying, return_exceptions=True)


async def _guess(port: int, times: int, seen: Joining) -> None:
    """As a program does that takes no cookie, and so looks like somebody else at each try."""
    for _ in range(times):
        head = await _ask(port, seen.guess.method, seen.guess.path())
        _, status, *_ = head.split(" ", 2)
        seen.guesses[int(status)] += 1


async def _ask(port: int, method: str, path: str) -> str:
    """The head of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        request = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        writer.write(f"{request}Content-Length: 0\r\nConnection: close\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.read()
        return head.decode()
    finally:
        writer.close()
