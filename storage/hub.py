"""Tells live screens of commits: whoever listens to a project hears which scopes have moved."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, MutableMapping
from threading import Lock
from typing import Any
from uuid import UUID

logger = logging.getLogger(__name__)
_RAISED = "raised scopes"

# Called with the scope that moved, in the thread that has committed: it must return at once.
Listener = Callable[[str], None]


def note_raised(info: MutableMapping[Any, Any], project_id: UUID, scope: str) -> None:
    """Remember in the session's `info` what its commit will have moved."""
    info.setdefault(_RAISED, {})[project_id, scope] = None


class Hub:
    """The listeners of this process; other processes are seen by asking for the revisions."""

    def __init__(self) -> None:
        self._listeners: dict[UUID, list[Listener]] = defaultdict(list)
        self._lock = Lock()

    def listen(self, project_id: UUID, listener: Listener) -> Callable[[], None]:
        """Hear of every commit to a project from now on; gives what ends it."""
        with self._lock:
            self._listeners[project_id].append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners[project_id]:
                    self._listeners[project_id].remove(listener)

        return end

    def tell(self, info: MutableMapping[Any, Any]) -> None:
        """Tell of what a session has committed, once."""
        for project_id, scope in info.pop(_RAISED, {}):
            with self._lock:
                listeners = tuple(self._listeners.get(project_id, ()))
            for listener in listeners:
                _call(listener, scope)


def _call(listener: Listener, scope: str) -> None:
    """One listener that fails must not undo a commit for whoever wrote, nor keep it from the others."""
    try:
        listener(scope)
    except Exception:
        logger.exception("A live screen could not be told of a change")
