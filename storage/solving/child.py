"""The child process: programmes come as lines on stdin, their solutions go as lines to stdout."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from storage.child_process import bind_to, place_of
from storage.solving.wire import pack_solution, unpack_programme
from touchpoints.choice_programme import solve

_DATA_BYTES = 420 * 1024 * 1024
# All points of a frontier together take a fraction of it.
_PROCESSOR_SECONDS = 600.0
_NICENESS = 10


def main() -> None:
    """Solve one programme after the other until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl and C is for the server, which then ends this
    _let_others_go_first()
    answers = _take_over_stdout()
    requests = _requests()
    import_module("scipy.optimize")  # before there are limits, so that loading it is sure to succeed
    bind_to(_PROCESSOR_SECONDS, _DATA_BYTES)
    try:
        for line in requests:
            answers.write(pack_solution(solve(unpack_programme(line))))
            answers.flush()
    except BaseException as fault:  # noqa: BLE001 - whatever it is, the server should be told where it was
        print(place_of(fault), file=sys.stderr, flush=True)
        os._exit(1)


def _take_over_stdout() -> BinaryIO:
    """The pipe to the server alone; what the solver writes to stdout, past Python, goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


def _requests() -> Iterator[bytes]:
    """The lines as they come, read beside the work: so the child ends at once when the server does."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(lines,), daemon=True).start()
    return iter(lines.get, b"")


def _listen(lines: SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        lines.put(line)
    os._exit(0)


def _let_others_go_first() -> None:
    """The server has pages to show, and that may be to a hundred phones."""
    if sys.platform != "win32":
        os.nice(_NICENESS)
