"""What is written down in a review: topics with notes, findings, and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import func, select

from storage.access import Right
from storage.checking import checked
from storage.intents import Work, intent, values_of
from storage.ranks import rank_between
from storage.reviews import NewTopic, TopicEntry, put_on_agenda
from storage.revisions import CONTENT, PLAN, raise_revision
from touchpoints.model import (
    ChangeKind,
    Finding,
    FindingInput,
    Review,
    ReviewDecision,
    ReviewDecisionInput,
    ReviewFinding,
    ReviewTopic,
    ReviewTopicInput,
)


@intent("add topic", PLAN, Right.FOLLOW_UP)
def add_topic(work: Work, review_id: UUID, topic: NewTopic) -> UUID:
    """Put a topic at the end of an agenda; raises UnusableInput."""
    review = work.find(Review, review_id)
    return put_on_agenda(work, review.id, topic, _rank_at_end(work, ReviewTopic, review_id))


@intent("note on topic", PLAN, Right.FOLLOW_UP)
def note_topic(work: Work, topic_id: UUID, shown_version: int, note: str) -> None:
    """Write down what was said about a topic; raises UnusableInput, VersionConflict."""
    stored = work.find(ReviewTopic, topic_id).model_dump(include=set(ReviewTopicInput.model_fields))
    given = checked(ReviewTopicInput, stored | {"note": note})
    work.save(ReviewTopic, topic_id, shown_version, {"note": given.note})


@intent("take topic off", PLAN, Right.FOLLOW_UP)
def drop_topic(work: Work, topic_id: UUID) -> None:
    """Take a topic off the agenda; its entry puts it back."""
    topic = work.find(ReviewTopic, topic_id)
    work.note(ChangeKind.ERASED, topic, before=values_of(topic))
    work.session.delete(topic)


@intent("put topic back", PLAN, Right.FOLLOW_UP)
def put_topic_back(work: Work, review_id: UUID, topic: TopicEntry) -> None:
    """Undo that a topic was taken off."""
    review = work.find(Review, review_id)
    values = {name: value for name, value in vars(topic).items() if name != "version"}
    work.add(ReviewTopic(**values, review_id=review.id, project_id=work.project))


@intent("write finding in review", CONTENT, Right.FOLLOW_UP)
def write_finding(work: Work, review_id: UUID, values: Mapping[str, Any]) -> UUID:
    """Add a finding of the project that was made in this review; raises UnusableInput."""
    review = work.find(Review, review_id)
    given = checked(FindingInput, {"touchpoint_id": review.touchpoint_id, **values})
    finding = work.add(Finding(**given.model_dump(), project_id=work.project))
    work.fill([ReviewFinding(review_id=review.id, finding_id=finding.id, project_id=work.project)])
    raise_revision(work.session, work.project, PLAN)
    return finding.id


@intent("add decision", PLAN, Right.FOLLOW_UP)
def add_decision(work: Work, review_id: UUID, text: str) -> UUID:
    """Write down what a review decided; raises UnusableInput."""
    given = checked(ReviewDecisionInput, {"review_id": work.find(Review, review_id).id, "text": text})
    rank = _rank_at_end(work, ReviewDecision, review_id)
    return work.add(ReviewDecision(**given.model_dump(), project_id=work.project, rank=rank)).id


@intent("change review decision", PLAN, Right.FOLLOW_UP)
def change_decision(work: Work, decision_id: UUID, shown_version: int, text: str) -> None:
    """Save the edited words of a decision; raises UnusableInput, VersionConflict."""
    row = work.find(ReviewDecision, decision_id)
    given = checked(ReviewDecisionInput, {"review_id": row.review_id, "text": text})
    work.save(ReviewDecision, decision_id, shown_version, {"text": given.text})


@intent("throw decision away", PLAN, Right.FOLLOW_UP)
def bin_decision(work: Work, decision_id: UUID) -> None:
    """Throw a decision into the bin; an action that it became stays."""
    work.bin(work.find(ReviewDecision, decision_id))


@intent("restore decision", PLAN, Right.FOLLOW_UP)
def restore_decision(work: Work, decision_id: UUID) -> None:
    """Take a decision out of the bin."""
    work.restore(work.find(ReviewDecision, decision_id))


def _rank_at_end(work: Work, kind: type[ReviewTopic | ReviewDecision], review_id: UUID) -> str:
    """Behind all of a review, those in the bin too: a restored one must not share a rank."""
    last = select(func.max(kind.rank)).where(kind.review_id == review_id)
    return rank_between(work.session.exec(last).one(), None)
