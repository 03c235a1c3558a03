"""Reviews: the meetings in which results are discussed, with who took part and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import NoSuchRow, Work, intent
from storage.ranks import first_ranks
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.store import Store
from touchpoints.model import (
    Action,
    ActionStatus,
    ChangeKind,
    Finding,
    FindingKind,
    Person,
    Review,
    ReviewDecision,
    ReviewFinding,
    ReviewInput,
    ReviewPerson,
    ReviewTopic,
    ReviewTopicInput,
    Round,
    Touchpoint,
)
from touchpoints.plan import FINISHED


@dataclass(frozen=True)
class Participant:
    """Somebody who took part in a review."""

    id: UUID
    name: str


@dataclass(frozen=True)
class BegunAction:
    """The action that a decision became."""

    id: UUID
    name: str
    owner: str | None
    due_on: date | None
    status: ActionStatus


@dataclass(frozen=True)
class DecisionEntry:
    """What a review decided, and the actions that it became."""

    id: UUID
    version: int
    text: str
    actions: tuple[BegunAction, ...]

    @property
    def is_done(self) -> bool:
        """Whether something was done about it, and nothing is left to do."""
        statuses = {action.status for action in self.actions}
        return ActionStatus.DONE in statuses and statuses <= FINISHED


@dataclass(frozen=True)
class ReviewEntry:
    """A review; `round` is the number of its round, `held_on` None while nobody said when."""

    id: UUID
    version: int
    round: int
    name: str
    held_on: date | None
    touchpoint_id: UUID | None
    touchpoint: str | None
    minutes: str
    people: tuple[Participant, ...]
    decisions: tuple[DecisionEntry, ...]

    @property
    def done(self) -> int:
        """How many of its decisions are done."""
        return sum(decision.is_done for decision in self.decisions)


@dataclass(frozen=True)
class TopicEntry:
    """A topic of the agenda, in the words of the day on which it was put there."""

    id: UUID
    version: int
    text: str
    note: str
    kpi_id: UUID | None
    action_id: UUID | None
    finding_id: UUID | None
    rank: str


@dataclass(frozen=True)
class ReviewedFinding:
    """A finding that was written down in a review."""

    id: UUID
    version: int
    kind: FindingKind | None
    text: str
    touchpoint: str | None


@dataclass(frozen=True)
class ReviewDetails:
    """One review with its agenda and its findings."""

    review: ReviewEntry
    topics: tuple[TopicEntry, ...]
    findings: tuple[ReviewedFinding, ...]


@dataclass(frozen=True)
class NewTopic:
    """A topic to put on an agenda, with what it is about."""

    text: str
    kpi_id: UUID | None = None
    action_id: UUID | None = None
    finding_id: UUID | None = None


def list_reviews(store: Store, actor: Actor, project_id: UUID) -> tuple[ReviewEntry, ...]:
    """The reviews of all rounds, those without a day first, then the latest; three queries."""
    with store.reading(actor, project_id) as session:
        return _read(session, project_id)


def read_review(store: Store, actor: Actor, project_id: UUID, review_id: UUID) -> ReviewDetails:
    """One review with its agenda and its findings; raises NoSuchRow."""
    asked = {"project": project_id, "review": review_id}
    with store.reading(actor, project_id) as session:
        review = next((one for one in _read(session, project_id) if one.id == review_id), None)
        if review is None:
            raise NoSuchRow
        return ReviewDetails(
            review,
            tuple(TopicEntry(*row) for row in session.execute(_topics(), asked)),
            tuple(ReviewedFinding(*row) for row in session.execute(_findings(), asked)),
        )


def _read(session: Session, project_id: UUID) -> tuple[ReviewEntry, ...]:
    asked = {"project": project_id}
    people: dict[UUID, list[Participant]] = defaultdict(list)
    for review, *person in session.execute(_people(), asked):
        people[review].append(Participant(*person))
    decisions = _read_decisions(session, asked)
    return tuple(
        ReviewEntry(*(*row, tuple(people[row.id]), tuple(decisions[row.id])))
        for row in session.execute(_reviews(), asked)
    )


def _read_decisions(session: Session, asked: Mapping[str, UUID]) -> dict[UUID, list[DecisionEntry]]:
    """The decisions by review, each with its actions, from one row for each action."""
    actions: dict[UUID, list[BegunAction]] = defaultdict(list)
    known: dict[UUID, tuple[UUID, int, str]] = {}
    for review, id_, version, text, *action in session.execute(_decisions(), asked):
        known[id_] = (review, version, text)
        if action[0] is not None:
            actions[id_].append(BegunAction(*action))
    found: dict[UUID, list[DecisionEntry]] = defaultdict(list)
    for id_, (review, version, text) in known.items():
        found[review].append(DecisionEntry(id_, version, text, tuple(actions[id_])))
    return found


@intent("add review", PLAN, Right.FOLLOW_UP)
def add_review(work: Work, values: Mapping[str, Any], topics: Sequence[NewTopic] = ()) -> UUID:
    """Add a review to the current round with its agenda as it is said today; raises UnusableInput."""
    round_ = current_round(work.session, work.project)
    given = checked(ReviewInput, {**values, "round_id": round_.id})
    review = work.add(Review(**given.model_dump(), project_id=work.project))
    for topic, rank in zip(topics, first_ranks(len(topics)), strict=True):
        put_on_agenda(work, review.id, topic, rank)
    return review.id


def put_on_agenda(work: Work, review_id: UUID, topic: NewTopic, rank: str) -> UUID:
    """Add a topic within an intent."""
    given = checked(ReviewTopicInput, {**vars(topic), "review_id": review_id})
    return work.add(ReviewTopic(**given.model_dump(), project_id=work.project, rank=rank)).id


@intent("change review", PLAN, Right.FOLLOW_UP)
def change_review(work: Work, review_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of a review; raises UnusableInput, VersionConflict."""
    stored = work.find(Review, review_id).model_dump(include=set(ReviewInput.model_fields))
    given = checked(ReviewInput, stored | dict(changes))
    work.save(Review, review_id, shown_version, given.model_dump(include=set(changes)))


@intent("throw review away", PLAN, Right.FOLLOW_UP)
def bin_review(work: Work, review_id: UUID) -> None:
    """Throw a review into the bin, with its agenda, minutes and decisions; their actions stay."""
    work.bin(work.find(Review, review_id))


@intent("restore review", PLAN, Right.FOLLOW_UP)
def restore_review(work: Work, review_id: UUID) -> None:
    """Take a review out of the bin."""
    work.restore(work.find(Review, review_id))


@intent("set who took part", PLAN, Right.FOLLOW_UP)
def set_participants(work: Work, review_id: UUID, persons: Collection[UUID]) -> None:
    """Say who took part in a review: just these."""
    review = work.find(Review, review_id)
    stored = {
        row.person_id: row
        for row in work.session.exec(select(ReviewPerson).where(ReviewPerson.review_id == review_id))
    }
    for person_id in sorted(stored.keys() - set(persons)):
        work.session.delete(stored[person_id])
        work.note(ChangeKind.CHANGED, review, {"took_part_id": str(person_id)}, {"took_part_id": None})
    for person_id in sorted(set(persons) - stored.keys()):
        work.find(Person, person_id)
        work.fill([ReviewPerson(review_id=review_id, person_id=person_id, project_id=work.project)])
        work.note(ChangeKind.CHANGED, review, {"took_part_id": None}, {"took_part_id": str(person_id)})


# All five are read whenever something was changed: put together once.
@cache
def _reviews() -> Any:  # noqa: ANN401 - a select of eight columns
    columns = (
        *(Review.id, Review.version, Round.number, Review.name, Review.held_on),
        *(Review.touchpoint_id, Touchpoint.name, Review.minutes),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Round, col(Round.id) == Review.round_id)
        .outerjoin(Touchpoint, col(Touchpoint.id) == Review.touchpoint_id)
        .where(Review.project_id == bindparam("project"), col(Review.binned_at).is_(None))
        .order_by(col(Review.held_on).desc().nulls_first(), Review.name)
    )


@cache
def _people() -> Any:  # noqa: ANN401 - a select of three columns
    return (
        select(ReviewPerson.review_id, Person.id, Person.name)
        .join(Person, col(Person.id) == ReviewPerson.person_id)
        .where(ReviewPerson.project_id == bindparam("project"))
        .order_by(Person.name, col(Person.id))
    )


@cache
def _decisions() -> Any:  # noqa: ANN401 - a select of nine columns
    decided = (ReviewDecision.review_id, ReviewDecision.id, ReviewDecision.version, ReviewDecision.text)
    begun = (Action.id, Action.name, Person.name, Action.due_on, Action.status)
    is_begun = (col(Action.review_decision_id) == ReviewDecision.id) & col(Action.binned_at).is_(None)
    return (
        select(*decided, *begun)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Action, is_begun)
        .outerjoin(Person, col(Person.id) == Action.owner_id)
        .where(ReviewDecision.project_id == bindparam("project"), col(ReviewDecision.binned_at).is_(None))
        .order_by(ReviewDecision.rank, Action.rank)
    )


@cache
def _topics() -> Any:  # noqa: ANN401 - a select of eight columns
    columns = (getattr(ReviewTopic, name) for name in TopicEntry.__dataclass_fields__)
    is_asked = ReviewTopic.review_id == bindparam("review")
    return select(*columns).where(is_asked).order_by(ReviewTopic.rank)


@cache
def _findings() -> Any:  # noqa: ANN401 - a select of five columns
    return (
        select(Finding.id, Finding.version, Finding.kind, Finding.text, Touchpoint.name)  # type: ignore[call-overload] # typed for up to four columns
        .join(ReviewFinding, col(ReviewFinding.finding_id) == Finding.id)
        .outerjoin(Touchpoint, col(Touchpoint.id) == Finding.touchpoint_id)
        .where(ReviewFinding.review_id == bindparam("review"), col(Finding.binned_at).is_(None))
        .order_by(Finding.text)
    )
