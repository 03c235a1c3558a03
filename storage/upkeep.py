"""What a server tidies up at its start and while it runs: the bin, raw answers, uploads, and old marks."""

from __future__ import annotations

import logging
from datetime import timedelta
from threading import Event

from sqlalchemy import delete
from sqlmodel import col

from storage.bin import empty_bin
from storage.conclusion import conclude_due
from storage.feedback_sentences import erase_refused
from storage.rehearsal import erase_forgotten_rehearsals
from storage.store import Store
from storage.survey_uploads import remove_forgotten_uploads
from storage.traces import forget_actors
from touchpoints.model import AccessLink, IntentRecord, SignIn

logger = logging.getLogger(__name__)

_HOUR = 3600.0
# Nobody sends a form again after a month.
_MARKS_ARE_KEPT = timedelta(days=30)


def tidy_up(store: Store) -> None:
    """At the start, keep what the screens promise: no file of respondents stays, and nothing too long."""
    remove_forgotten_uploads(store)
    keep_terms(store)


def keep_terms(store: Store) -> None:
    """End what has a term: the bin, raw answers, rehearsals, refused sentences, old actors and marks."""
    conclude_due(store)
    erase_forgotten_rehearsals(store)
    empty_bin(store)
    erase_refused(store)
    forget_actors(store)
    _forget_old_marks(store)


def keep_terms_hourly(store: Store, stop: Event, pause: float = _HOUR) -> None:
    """The same as long as the server runs, which may be for months; ends when `stop` is set."""
    while not stop.wait(pause):
        try:
            keep_terms(store)
        except Exception:
            # The next hour may succeed, where the database was away for a moment.
            logger.exception("What has a term could not be ended this time")


def _forget_old_marks(store: Store) -> None:
    """Erase the marks of intents sent long ago, and links and sign-ins that have ended."""
    now = store.now()
    with store.writing() as session:
        session.execute(delete(IntentRecord).where(col(IntentRecord.at) < now - _MARKS_ARE_KEPT))
        session.execute(delete(AccessLink).where(col(AccessLink.expires_at) < now))
        session.execute(delete(SignIn).where(col(SignIn.expires_at) < now))
