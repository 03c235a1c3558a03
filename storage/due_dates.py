"""A new date for an action, with the reason, which is kept as a remark that holds both dates."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from storage.access import Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.revisions import PLAN
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Action, ActionInput, Comment, CommentInput


class DateWithoutReason(TouchpointsError):
    """An action got a new date, and nobody said why."""

    sentence = N_("Say in a few words why the date changes, so that nobody has to ask.")


@intent("set new date", PLAN, Right.FOLLOW_UP)
def set_new_date(
    work: Work, action_id: UUID, shown_version: int, due_on: date | None, reason: str
) -> UUID | None:
    """Give an action a new date; returns the remark with the reason, None where the date is what it was.

    Raises:
        DateWithoutReason, UnusableInput, VersionConflict.
    """
    action = work.find(Action, action_id)
    before = action.due_on
    if due_on == before:
        return None
    if not reason.strip():
        raise DateWithoutReason
    stored = action.model_dump(include=set(ActionInput.model_fields))
    checked(ActionInput, stored | {"due_on": due_on})
    given = checked(CommentInput, {"action_id": action_id, "text": reason})
    work.save(Action, action_id, shown_version, {"due_on": due_on})
    remark = Comment(
        **given.model_dump(),
        project_id=work.project,
        at=work.at,
        account_id=work.actor.account_id,
        due_before=before,
        due_after=due_on,
    )
    return work.add(remark).id


@intent("take new date back", PLAN, Right.FOLLOW_UP)
def take_new_date_back(work: Work, comment_id: UUID) -> None:
    """The date before, and the reason into the bin; a date that somebody has set since then stays."""
    comment = work.find(Comment, comment_id)
    action = work.find(Action, comment.action_id)
    if action.due_on == comment.due_after:
        work.change(action, due_on=comment.due_before)
    work.bin(comment)
