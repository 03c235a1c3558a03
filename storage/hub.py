"""Tells live screens of commits, this process's own at once and those of others within half a second."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, MutableMapping
from threading import Event, Lock, Thread
from typing import Any
from uuid import UUID, uuid4

logger = logging.getLogger(__name__)
_RAISED = "raised scopes"
# Seconds between two looks at what other processes have committed: a second server, a command.
_PAUSE = 0.5

# Called with a scope that moved and its number, in whichever thread found it out: it must return at once.
Listener = Callable[[str, int], None]
# Asks the database for the numbers of all scopes of some projects.
Ask = Callable[[Collection[UUID]], Iterable[tuple[UUID, str, int]]]


def note_raised(info: MutableMapping[Any, Any], project_id: UUID, scope: str, number: int) -> None:
    """Remember in the session's `info` what its commit will have moved."""
    info.setdefault(_RAISED, {})[project_id, scope] = number


class Hub:
    """The listeners of this process; `boot` tells it from every other one and from the one before it."""

    def __init__(self, ask: Ask) -> None:
        self.boot = uuid4().hex
        self._ask = ask
        self._listeners: dict[UUID, list[Listener]] = defaultdict(list)
        self._told: dict[UUID, dict[str, int]] = defaultdict(dict)
        self._lock = Lock()
        self._watcher: Thread | None = None
        self._closed = Event()

    def listen(self, project_id: UUID, listener: Listener) -> Callable[[], None]:
        """Hear of every commit to a project from now on; gives what ends it.

        What moved before is told, too, where nobody had listened to the project: who reads the numbers
        after this call has missed nothing, and may hear of some that he has read already.
        """
        with self._lock:
            self._listeners[project_id].append(listener)
            if self._watcher is None:
                self._watcher = Thread(target=self._watch, name="revisions", daemon=True)
                self._watcher.start()
        return lambda: self._end(project_id, listener)

    def tell(self, info: MutableMapping[Any, Any]) -> None:
        """Tell of what a session has committed, once."""
        for (project_id, scope), number in info.pop(_RAISED, {}).items():
            self._pass_on(project_id, scope, number)

    def close(self) -> None:
        """Ask the database no more."""
        self._closed.set()
        watcher = self._watcher
        if watcher is not None:
            watcher.join()

    def _end(self, project_id: UUID, listener: Listener) -> None:
        with self._lock:
            listeners = self._listeners.get(project_id, [])
            if listener in listeners:
                listeners.remove(listener)
            if not listeners:
                self._listeners.pop(project_id, None)
                self._told.pop(project_id, None)

    def _pass_on(self, project_id: UUID, scope: str, number: int) -> None:
        """Two threads may come in either order, and the watcher finds what was told already."""
        with self._lock:
            listeners = tuple(self._listeners.get(project_id, ()))
            if not listeners or number <= self._told[project_id].get(scope, 0):
                return
            self._told[project_id][scope] = number
        for listener in listeners:
            _call(listener, scope, number)

    def _watch(self) -> None:
        while self._is_wanted():
            try:
                for project_id, scope, number in self._ask(tuple(self._listeners)):
                    self._pass_on(project_id, scope, number)
            except Exception:
                logger.exception("What other processes have changed could not be read")
            self._closed.wait(_PAUSE)

    def _is_wanted(self) -> bool:
        """Whether anybody listens; else the watcher takes its leave before somebody new can count on it."""
        with self._lock:
            if self._listeners and not self._closed.is_set():
                return True
            self._watcher = None
            return False


def _call(listener: Listener, scope: str, number: int) -> None:
    """One listener that fails must not undo a commit for whoever wrote, nor keep it from the others."""
    try:
        listener(scope, number)
    except Exception:
        logger.exception("A live screen could not be told of a change")
