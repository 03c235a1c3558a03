"""Lets a number that moves many times a second move for its readers every few seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

# What a page has computed holds so long while customers answer; nobody reads a figure faster.
GAP = timedelta(seconds=5)


class Settled:
    """The numbers as readers see them, by project; each process keeps its own."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._shown: dict[UUID, tuple[int, datetime]] = {}
        self._lock = Lock()

    def number(self, project_id: UUID, number: int) -> int:
        """The number itself, or the one shown before where that was a moment ago."""
        with self._lock:
            shown, at = self._shown.get(project_id, (None, self._now()))
            if shown is not None and (shown == number or self._now() < at + GAP):
                return shown
            self._shown[project_id] = (number, self._now())
            return number
