"""The gate lets in what can be served, asks the rest to come back, and soon forgets addresses."""

from __future__ import annotations

import asyncio
import threading

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages._routes import _public
from pages._routes._gate import Gate, Marks, Often


class Clock:
    """Passes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def answered() -> Response:
    return PlainTextResponse("here")


def let_in(gate: Gate, times: int) -> list[bool]:
    async def ask() -> list[bool]:
        return [await gate.let_in(answered) is not None for _ in range(times)]

    return asyncio.run(ask())


def test_so_many_a_second_are_let_in_and_some_at_once_after_a_pause() -> None:
    clock = Clock()
    gate = Gate(per_second=2, at_once=3, now=clock)
    assert let_in(gate, 4) == [True, True, True, False]
    clock.seconds += 1
    assert let_in(gate, 3) == [True, True, False]
    clock.seconds += 100
    assert let_in(gate, 4) == [True, True, True, False]


def test_no_more_are_inside_than_there_is_room_for() -> None:
    gate, go_on = Gate(per_second=1e9, at_once=2), threading.Event()

    def wait() -> Response:
        go_on.wait(timeout=10)
        return answered()

    async def ask() -> list[bool]:
        inside = [asyncio.ensure_future(gate.let_in(wait)) for _ in range(2)]
        await asyncio.sleep(0)
        third = await gate.let_in(answered)
        go_on.set()
        first, second = await asyncio.gather(*inside)
        return [first is not None, second is not None, third is not None]

    assert asyncio.run(ask()) == [True, True, False]
    assert let_in(gate, 1) == [True]


def test_whoever_has_waited_too_long_for_his_turn_is_asked_to_come_back_and_nothing_is_done() -> None:
    clock, go_on, done = Clock(), threading.Event(), []
    gate = Gate(per_second=1e9, at_once=5, now=clock)

    def wait() -> Response:
        go_on.wait(timeout=10)
        return answered()

    def do() -> Response:
        done.append("done")
        return answered()

    async def ask() -> Response | None:
        inside = [asyncio.ensure_future(gate.let_in(wait)) for _ in range(4)]
        await asyncio.sleep(0)
        last = asyncio.ensure_future(gate.let_in(do))
        await asyncio.sleep(0)
        clock.seconds += 6
        go_on.set()
        await asyncio.gather(*inside)
        return await last

    assert (asyncio.run(ask()), done) == (None, [])


def test_what_goes_wrong_inside_makes_room_again() -> None:
    gate = Gate(per_second=1e9, at_once=1)

    async def fail() -> str:
        try:
            await gate.let_in(lambda: PlainTextResponse(1 / 0))
        except ZeroDivisionError:
            return "told"
        return "kept"

    assert asyncio.run(fail()) == "told"
    assert let_in(gate, 1) == [True]


def test_an_address_comes_so_often_in_a_span_and_no_other_one_is_held_back() -> None:
    clock = Clock()
    often = Often(2, 60, clock)
    assert [often.is_too_often("a") for _ in range(3)] == [False, False, True]
    assert not often.is_too_often("b")
    clock.seconds += 60
    assert not often.is_too_often("a")


def test_addresses_are_forgotten_with_their_span() -> None:
    clock = Clock()
    often = Often(2, 60, clock)
    for number in range(50):
        often.is_too_often(str(number))
    clock.seconds += 60
    often.is_too_often("last")
    assert len(often) == 1


def test_made_up_addresses_do_not_fill_the_memory() -> None:
    often = Often(2, 60, Clock())
    for number in range(10_500):
        often.is_too_often(str(number))
    assert len(often) <= 10_000


def test_a_mark_is_new_then_running_then_stored_and_new_again_where_it_failed() -> None:
    marks = Marks()
    assert marks.begin("a") is None
    assert marks.begin("a") is False
    marks.end("a", is_stored=True)
    assert marks.begin("a") is True
    marks.begin("b")
    marks.end("b", is_stored=False)
    assert marks.begin("b") is None


def test_the_oldest_marks_give_way() -> None:
    marks = Marks(most=2)
    for mark in "abc":
        marks.begin(mark)
        marks.end(mark, is_stored=True)
    assert (marks.begin("a"), marks.begin("c")) == (None, True)


def test_who_finds_no_room_is_asked_politely_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for gate in ("_LOOKING", "_SENDING"):
        monkeypatch.setattr(_public, gate, Gate(per_second=0, at_once=0))
    shown = _public.looked_at(lambda _request: answered())
    sent = _public.sent_by_form(lambda _request, _sent: answered())
    app = Starlette(routes=[Route("/", shown, methods=["GET"]), Route("/", sent, methods=["POST"])])
    for answer in (TestClient(app).get("/"), TestClient(app).post("/", data={"a": "b"})):
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "Nothing was stored" in answer.text
