"""All about somebody with a role in a project who is none of its people: given out, and made anonymous."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import select
from sqlmodel import Session, col

from storage.access import Actor, Right
from storage.intents import NoSuchRow, Work, intent
from storage.invitations import NotYourself
from storage.people import FIRST_NAME
from storage.personal_data import history_of, rows_naming
from storage.personal_texts import forget_typed_names, replace_in_texts
from storage.revisions import COACH, MEASUREMENTS, PLAN, VOICES, WORKSHOP
from storage.store import Store
from storage.traces import former_account, take_leave
from touchpoints.model import Account, ChangeKind, Membership, ProjectRole


@dataclass(frozen=True)
class MemberEntry:
    """Somebody with a role whom no person of the project stands for."""

    account_id: UUID
    name: str
    role: ProjectRole


def list_members_without_person(store: Store, actor: Actor, project_id: UUID) -> tuple[MemberEntry, ...]:
    """Those with a role in the project who are none of its people, by name."""
    columns = (col(Account.id), col(Account.name), col(Membership.role))
    mine = (col(Membership.project_id) == project_id, col(Membership.person_id).is_(None))
    query = select(*columns).join(Membership, col(Membership.account_id) == Account.id).where(*mine)
    with store.reading(actor, project_id, Right.CHANGE) as session:
        found = [MemberEntry(*row) for row in session.connection().execute(query)]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.account_id)))


def export_member(store: Store, actor: Actor, project_id: UUID, account_id: UUID) -> dict[str, Any]:
    """All about an account with a role in the project, as plain JSON; raises NoSuchRow where it has none."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        role = _role(session, project_id, account_id)
        found = {
            "accounts": [session.get_one(Account, account_id).model_dump()],
            "written_or_changed": list(rows_naming(session, project_id, "account", account_id)),
            "history_of_the_entry": list(history_of(session, project_id, role)),
        }
    plain: dict[str, Any] = to_jsonable_python(found)
    return plain


def _role(session: Session, project_id: UUID, account_id: UUID) -> UUID:
    mine = (col(Membership.project_id) == project_id, col(Membership.account_id) == account_id)
    found: UUID | None = session.connection().execute(select(col(Membership.id)).where(*mine)).scalar()
    if found is None:
        raise NoSuchRow
    return found


@intent("make member anonymous")
def anonymise_member(work: Work, account_id: UUID) -> None:
    """End a role for good, and take the name out of what is stored here. Raises NotYourself, NoSuchRow."""
    _leave(work, account_id, is_erased=False)


@intent("erase member")
def erase_member(work: Work, account_id: UUID) -> None:
    """The same, and no former account stays for what it did. Raises NotYourself, NoSuchRow."""
    _leave(work, account_id, is_erased=True)


def _leave(work: Work, account_id: UUID, *, is_erased: bool) -> None:
    if account_id == work.actor.account_id:
        raise NotYourself
    role = _role(work.session, work.project, account_id)
    membership = work.find(Membership, role)
    name = work.session.get_one(Account, account_id).name
    # The first account's name is a word of ours that others may mean.
    if name != FIRST_NAME:
        replace_in_texts(work, name, former_account(work))
        forget_typed_names(work, name)
    work.note(ChangeKind.ERASED, membership, before={"role": membership.role})
    take_leave(work, account_id, is_erased=is_erased)
    work.raised |= {PLAN, MEASUREMENTS, WORKSHOP, COACH, VOICES}
