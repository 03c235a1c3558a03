"""Other processes for tests: each runs one task of _child.py, and may be killed in the middle."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess

Task = Callable[..., None]

# Each process is forked from one that has imported all it needs, so that starting one costs nothing.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.storage._child"])


def begin(task: Task, *arguments: object) -> ForkServerProcess:
    """Start a task in a process of its own."""
    process = _CONTEXT.Process(target=task, args=arguments, daemon=True)
    process.start()
    return process


def run_at_once(task: Task, *arguments: tuple[object, ...]) -> None:
    """Run a task with each of these arguments, all at the same time and to a good end."""
    processes = [begin(task, *each) for each in arguments]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * len(processes)


@contextmanager
def waiting(task: Task, *arguments: object) -> Iterator[None]:
    """A task that has come to its half, where it waits; it is killed at the end as by a power cut."""
    is_half_way = _CONTEXT.Event()
    process = begin(task, is_half_way, *arguments)
    try:
        assert is_half_way.wait(60)
        yield
    finally:
        process.kill()
        process.join()


def kill_half_way(task: Task, *arguments: object) -> None:
    """Run a task to its half and kill it there."""
    with waiting(task, *arguments):
        pass
