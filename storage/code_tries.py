"""Failed tries of codes and links: limited for each visitor and for the installation, never for an address.

A room shares one address, so what counts is what was wrong: whoever has the right one comes in, however many
somebody else is trying beside him. Each server process counts for itself.
"""

from __future__ import annotations

import logging
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from storage.seats import NotBegun, WayIn, WrongCode, find_way_in
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

logger = logging.getLogger(__name__)

WINDOW = timedelta(minutes=1)
VISITOR_TRIES = 10
ALL_TRIES = 100
# Who makes up a new visitor for each try must not fill the memory.
_VISITORS = 10_000


class TooManyTries(TouchpointsError):
    """More wrong codes were tried than anybody mistypes."""

    sentence = N_("Too many wrong codes were tried. Wait a minute, then compare the code with the wall.")


class CodeTries:
    """What was tried in vain within the last minute."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._all: deque[datetime] = deque()
        self._of_visitor: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def may_try(self, visitor: str | None) -> bool:
        """Whether this visitor has tries of his own left."""
        with self._lock:
            tried = self._of_visitor.get(visitor or "")
            return tried is None or self._count(tried) < VISITOR_TRIES

    def note_failure(self, visitor: str | None) -> bool:
        """Count a wrong code; whether the installation still says of single codes that they are wrong."""
        with self._lock:
            is_within = self._count(self._all) < ALL_TRIES
            if is_within:
                self._all.append(self._now())
                if len(self._all) == ALL_TRIES:
                    logger.warning(
                        "Many wrong codes or links were tried within a minute; further ones are put off"
                    )
            if visitor:
                self._tries_of(visitor).append(self._now())
            return is_within

    def _tries_of(self, visitor: str) -> deque[datetime]:
        tried = self._of_visitor.setdefault(visitor, deque(maxlen=VISITOR_TRIES))
        self._of_visitor.move_to_end(visitor)
        if len(self._of_visitor) > _VISITORS:
            self._of_visitor.popitem(last=False)
        return tried

    def _count(self, tried: deque[datetime]) -> int:
        while tried and tried[0] <= self._now() - WINDOW:
            tried.popleft()
        return len(tried)


def try_code(store: Store, tries: CodeTries, code: str, visitor: str | None) -> WayIn:
    """The workshop that a code opens, tried by a visitor; None: one who is not known yet.

    Raises:
        WrongCode: there is none. NotBegun: nobody is let in yet.
        TooManyTries: this visitor, or all together, tried too many.
    """
    if not tries.may_try(visitor):
        raise TooManyTries
    try:
        return find_way_in(store, code)
    except NotBegun:
        raise  # a right code is no try in vain
    except WrongCode:
        if not tries.note_failure(visitor):
            raise TooManyTries from None
        raise
