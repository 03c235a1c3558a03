"""What this installation tells the public about data protection: one notice, set by an administrator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlmodel import select

from storage.access import Actor, check_administers
from storage.checking import checked
from storage.intents import Work, carry_out_once
from storage.store import Store
from touchpoints.model import ChangeKind, PrivacyNotice, PrivacyNoticeInput

# One known id, so that two who set it at once cannot make two.
_THE_ONE = uuid5(NAMESPACE_OID, "privacy notice")
# In the order of the fields of Notice.
_FIELDS: list[Any] = [
    *(PrivacyNotice.controller, PrivacyNotice.contact, PrivacyNotice.purpose, PrivacyNotice.duration),
    PrivacyNotice.version,
]
_NOTICE = select(*_FIELDS)


@dataclass(frozen=True)
class Notice:
    """Who answers for the data, how he is reached, what for and how long they are kept; empty: not set."""

    controller: str = ""
    contact: str = ""
    purpose: str = ""
    duration: str = ""
    version: int = 0


def read_notice(store: Store) -> Notice:
    """The notice; everybody may read it."""
    with store.glancing() as connection:
        found = connection.execute(_NOTICE).first()
    return Notice(*found) if found else Notice()


def save_notice(store: Store, actor: Actor, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields; for administrators. Raises NotAllowed, UnusableInput, VersionConflict."""

    def do(work: Work) -> None:
        given = checked(PrivacyNoticeInput, changes).model_dump(include=set(changes))
        if work.session.get(PrivacyNotice, _THE_ONE) is None:
            added = PrivacyNotice(id=_THE_ONE, **given)
            work.session.add(added)
            work.session.flush()
            work.note(ChangeKind.ADDED, added, after=given)
        else:
            work.save(PrivacyNotice, _THE_ONE, shown_version, given)

    carry_out_once(store, actor, "set privacy notice", do, let_in=check_administers)
