"""A solver in a child process: the same answers, an end in every case, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from storage.solving import (
    ChildSolver,
    SolvingEnded,
    SolvingStopped,
    SolvingTooSlow,
    Work,
    solver,
    stop_solving,
)
from tests._sources import ROOT
from tests.touchpoints._options import drawn, ground, option
from touchpoints.best_choice import best_in_cases
from touchpoints.choice_faults import MustHavesDoNotFit
from touchpoints.choice_programme import Programme, solve
from touchpoints.choice_rules import Limits
from touchpoints.constraint import Constraint, Rule
from touchpoints.option_gain import candidates

PATIENCE = 30.0
EASY = Programme([3.0, 2.0, 2.0], [Constraint(Rule.BUDGET, {0: 3, 1: 2, 2: 2}, 4)], frozenset())
# Says its own id, is asked something that takes minutes, and never comes to an end.
ENDLESS = """
from storage.solving import ChildSolver, Work
from tests.storage.solving.test_solver import EASY, hard
with ChildSolver(Work.FRONTIER) as child:
    child(EASY)
    print(child._process.pid, flush=True)
    child(hard())
"""


def hard() -> Programme:
    """Many sums that are nearly equal: minutes pass until one of them is proved to be the best."""
    random, many = Random(1), range(60)
    sums = [{i: random.randint(1, 1000) for i in many} for _ in range(6)]
    rules = [Constraint(Rule.BUDGET, weights, sum(weights.values()) // 2) for weights in sums]
    values = [sum(weights[i] for weights in sums) + random.randint(0, 3) for i in many]
    return Programme(values, rules, frozenset(), time_limit=120.0)


def is_alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def wait_until(happened: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until, what
        time.sleep(0.01)


def pid_of(child: ChildSolver) -> int:
    wait_until(lambda: child._process is not None, "no child is started")
    assert child._process
    return child._process.pid


def ask(child: ChildSolver, programme: Programme) -> object:
    with child:
        return child(programme)


@pytest.fixture(params=list(Work))
def child(request: pytest.FixtureRequest) -> ChildSolver:
    return ChildSolver(request.param)


def test_it_finds_what_is_found_here(child: ChildSolver) -> None:
    options, on = drawn(5, 60, 15)
    found, limits = candidates(options, on), Limits(Decimal(200_000), Decimal(400))
    with child:
        assert best_in_cases(found, on, limits, child) == best_in_cases(found, on, limits)
        assert child(EASY) == solve(EASY)


def test_it_says_why_must_haves_do_not_fit() -> None:
    on = ground(1.0)
    found = candidates((option(1, cost=800, is_must_have=True),), on)
    with ChildSolver(Work.CHOICE) as child, pytest.raises(MustHavesDoNotFit, match="800, 300 more"):
        best_in_cases(found, on, Limits(Decimal(500), Decimal(100)), child)


def test_what_is_printed_past_python_does_not_get_into_the_answer() -> None:
    program = (
        "import os; from storage.solving.child import _take_over_stdout as take_over\n"
        "answers = take_over(); os.write(1, b'noise'); answers.write(b'answer'); answers.flush()"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT).stdout
    assert said == b"answer"


def test_nothing_is_left_of_a_child_that_is_done(child: ChildSolver) -> None:
    with child:
        child(EASY)
        pid = pid_of(child)
        assert is_alive(pid)
    assert not is_alive(pid)


def test_a_child_that_is_stopped_ends_at_once_in_the_middle_of_its_work() -> None:
    child = ChildSolver(Work.FRONTIER)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, child, hard())
        pid = pid_of(child)
        time.sleep(0.5)
        began = time.monotonic()
        child.stop()
        assert isinstance(asked.exception(PATIENCE), SolvingStopped)
    assert time.monotonic() - began < 5
    assert not is_alive(pid)


def test_of_each_kind_one_child_works_and_the_others_wait_for_their_turn() -> None:
    first, second, other = (ChildSolver(work) for work in (Work.FRONTIER, Work.FRONTIER, Work.CHOICE))
    with ThreadPoolExecutor(1) as threads:
        with first:
            waiting = threads.submit(ask, second, EASY)
            with other:
                assert other(EASY) == first(EASY)
            assert second._process is None
            assert not waiting.done()
        assert waiting.result(PATIENCE) == solve(EASY)


def test_when_the_server_ends_those_that_work_and_those_that_wait_are_stopped() -> None:
    children = [ChildSolver(Work.CHOICE) for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        asked: list[Future[object]] = [threads.submit(ask, child, hard()) for child in children]
        wait_until(lambda: len(solver._solvers) == 3, "they do not wait")
        wait_until(lambda: any(child._process for child in children), "none is started")
        stop_solving()
        assert all(isinstance(one.exception(PATIENCE), SolvingStopped) for one in asked)
    assert sum(child._process is not None for child in children) == 1
    assert not solver._solvers


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "_PATIENCE", 0.1 - EASY.time_limit)
    with pytest.raises(SolvingTooSlow, match="stopped after"), ChildSolver(Work.CHOICE) as child:
        child(EASY)


def test_a_child_that_is_killed_from_outside_is_a_fault_and_the_next_one_works() -> None:
    with ChildSolver(Work.CHOICE) as child:
        os.kill(pid_of(child), signal.SIGKILL)
        with pytest.raises(SolvingEnded, match="Try again"):
            child(EASY)
    assert ask(ChildSolver(Work.CHOICE), EASY) == solve(EASY)


def test_a_fault_in_the_child_is_logged_with_its_place_and_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(SolvingEnded), ChildSolver(Work.CHOICE) as child:
        child(Programme([1.0], [], {7}))
    assert "IndexError in choice_programme.py" in caplog.text
    assert "out of bounds" not in caplog.text


def test_a_child_that_cannot_be_started_is_a_fault_and_the_next_one_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(SolvingEnded):
            ask(ChildSolver(Work.CHOICE), EASY)
    assert ask(ChildSolver(Work.CHOICE), EASY) == solve(EASY)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_ends_with_its_server_however_that_ends(end: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, cwd=ROOT) as server:
        assert server.stdout
        pid = int(server.stdout.readline())
        time.sleep(0.5)  # in the middle of what takes minutes
        assert is_alive(pid)
        server.send_signal(end)
    wait_until(lambda: not is_alive(pid), "the child outlives its server")


def test_the_server_does_not_pay_for_the_solver() -> None:
    program = "import sys, storage.solving; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert not {"scipy", "numpy", "pandas", "sqlalchemy", "streamlit"} & set(loaded)
