"""What a server tidies up when it starts: the bin, forgotten uploads, and marks that nobody needs."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col

from storage.bin import empty_bin
from storage.store import Store
from storage.survey_uploads import remove_forgotten_uploads
from touchpoints.model import AccessLink, IntentRecord, SignIn

# Nobody sends a form again after a month.
_MARKS_ARE_KEPT = timedelta(days=30)


def tidy_up(store: Store) -> None:
    """Keep what the screens promise: the bin ends after 30 days, and no respondent's file stays behind."""
    empty_bin(store)
    remove_forgotten_uploads(store)
    _forget_old_marks(store)


def _forget_old_marks(store: Store) -> None:
    """Erase the marks of intents sent long ago, and links and sign-ins that have ended."""
    now = store.now()
    with store.writing() as session:
        session.execute(delete(IntentRecord).where(col(IntentRecord.at) < now - _MARKS_ARE_KEPT))
        session.execute(delete(AccessLink).where(col(AccessLink.expires_at) < now))
        session.execute(delete(SignIn).where(col(SignIn.expires_at) < now))
