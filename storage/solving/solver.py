"""A solver that lives in a child process: starts it in its turn, asks it, watches its time, and ends it."""

from __future__ import annotations

import logging
import subprocess
from contextlib import suppress
from enum import Enum, auto
from threading import Lock, Timer
from types import TracebackType
from typing import Self

from storage.child_process import start_child
from storage.solving.errors import SolvingEnded, SolvingTooSlow
from storage.solving.wire import pack_programme, unpack_solution
from touchpoints.choice_programme import Programme, Solution

# Beside what a programme may take: for starting the child, and for a computer that does much else.
_PATIENCE = 30.0

_log = logging.getLogger(__name__)


class Work(Enum):
    """What a child is for. Of each there is one at a time, so a choice never waits for a frontier."""

    CHOICE = auto()
    FRONTIER = auto()


class SolvingStopped(Exception):
    """The child was ended on purpose; nobody is told, since nobody wanted its answer any more."""


_turns = {work: Lock() for work in Work}
_solvers: set[ChildSolver] = set()


def stop_solving() -> None:
    """End all children, and those that wait for their turn."""
    for solver in tuple(_solvers):
        solver.stop()


class ChildSolver:
    """Solves programmes within a `with` block, which waits for its turn and leaves no process behind.

    Another thread may stop it at any time; then, or when the child fails, the call raises.
    """

    def __init__(self, work: Work) -> None:
        self._turn = _turns[work]
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._is_stopped = self._is_late = False

    def __enter__(self) -> Self:
        _solvers.add(self)
        self._turn.acquire()
        try:
            self._start()
        except BaseException:
            self._give_turn_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        try:
            if self._process:
                # Waits for the end of a child that was killed, and closes its pipes.
                with suppress(OSError):
                    self._process.__exit__(kind, fault, trace)
        finally:
            self._give_turn_back()

    def __call__(self, programme: Programme) -> Solution | None:
        """Solve one; raises SolvingStopped, SolvingTooSlow or SolvingEnded."""
        seconds = programme.time_limit + _PATIENCE
        watch = Timer(seconds, self._stop_late)
        watch.daemon = True
        watch.start()
        try:
            return unpack_solution(self._ask(pack_programme(programme)))
        except (OSError, ValueError, KeyError, TypeError):
            raise self._reason(seconds) from None
        finally:
            watch.cancel()

    def stop(self) -> None:
        """End the child, whatever it is doing; from any thread, and as often as one likes."""
        with self._lock:
            self._is_stopped = True
            if self._process:
                self._process.kill()

    def _start(self) -> None:
        with self._lock:
            if self._is_stopped:
                raise SolvingStopped
            try:
                self._process = start_child("storage.solving")
            except OSError as fault:
                _log.warning("A child that solves could not be started: %s.", type(fault).__name__)
                raise SolvingEnded from None

    def _give_turn_back(self) -> None:
        _solvers.discard(self)
        self._turn.release()

    def _ask(self, line: bytes) -> bytes:
        """The child's answer; what is no whole line is none."""
        assert self._process and self._process.stdin and self._process.stdout  # noqa: S101, PT018 - for the type checker
        self._process.stdin.write(line)
        self._process.stdin.flush()
        return self._process.stdout.readline()

    def _stop_late(self) -> None:
        self._is_late = True
        self.stop()

    def _reason(self, seconds: float) -> Exception:
        """Why there is no answer."""
        if self._is_late:
            return SolvingTooSlow(seconds=round(seconds))
        if self._is_stopped:
            return SolvingStopped()
        assert self._process and self._process.stderr  # noqa: S101, PT018 - for the type checker
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self._process.kill()
        said = self._process.stderr.read(1000).decode(errors="replace").strip()
        _log.warning("A child that solves ended with code %s. %s", self._process.wait(), said)
        return SolvingEnded()
