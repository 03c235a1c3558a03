"""Step 3: actions with owner, dates, budget and expected result, and who stands behind them."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow
from touchpoints.model.coach import Answer
from touchpoints.model.types import Instant, Money, rank_string, word_of


class ActionStatus(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    RUNNING = "running"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


class Lever(StrEnum):
    """By what an action keeps customers: a better experience, a price, or a barrier to leaving."""

    EXPERIENCE = "experience"
    PRICE = "price"
    BARRIER = "barrier"
    NOT_KNOWN = "not_known"


class ActionInput(Input):
    """Who does what until when; in the room these three are enough, the owner tells the rest afterwards."""

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="SET NULL", index=True
    )
    goal_id: UUID | None = Field(default=None, foreign_key="goal.id", ondelete="SET NULL")
    # Where it comes from: the option it carries out, the finding it answers, or what a review decided.
    option_id: UUID | None = Field(default=None, foreign_key="option.id", ondelete="SET NULL", index=True)
    finding_id: UUID | None = Field(default=None, foreign_key="finding.id", ondelete="SET NULL")
    review_decision_id: UUID | None = Field(
        default=None, foreign_key="review_decision.id", ondelete="SET NULL", index=True
    )
    name: str = Field(min_length=1, max_length=200)
    owner_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL", index=True)
    team: str = Field(default="", max_length=80)
    starts_on: date | None = None
    due_on: date | None = None
    person_days: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=1)
    saving_per_year: Decimal | None = Field(
        default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2
    )
    customer_gain: str = Field(default="", max_length=500)
    staff_gain: str = Field(default="", max_length=500)
    expected_result: str = Field(default="", max_length=500)
    measure: str = Field(default="", max_length=300)
    blocked_by: str = Field(default="", max_length=300)
    # Whether people will work in a new way, and the days set aside for them to learn it and bring ideas.
    changes_work: Answer | None = Field(default=None, sa_type=word_of(Answer, "changes_work"))
    learning_days: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=1)
    lever: Lever | None = Field(default=None, sa_type=word_of(Lever))

    @model_validator(mode="after")
    def _begins_before_its_end(self) -> Self:
        if self.starts_on and self.due_on and self.due_on < self.starts_on:
            raise PydanticCustomError("ends_before_start", "due before it begins")
        return self


class Action(ActionInput, BinnableRow, table=True):
    """An action, its place on the board and how far it is."""

    status: ActionStatus = Field(default=ActionStatus.PLANNED, sa_type=word_of(ActionStatus))
    done_on: date | None = None
    rank: str = Field(sa_type=rank_string())


class BudgetKind(StrEnum):
    """What money of an action is for."""

    SOFTWARE = "software"
    TRAINING = "training"
    PROCESS_TRAINING = "process_training"
    CAMPAIGN = "campaign"
    OTHER = "other"


class BudgetInput(Input):
    """What is planned and what was spent for one kind of cost of an action."""

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    kind: BudgetKind = Field(sa_type=word_of(BudgetKind))
    planned: Decimal = Field(default=Decimal(0), ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    spent: Decimal = Field(default=Decimal(0), ge=0, sa_type=Money, max_digits=14, decimal_places=2)


class BudgetLine(BudgetInput, ProjectRow, table=True):
    """One kind of cost of an action, of which there is one line each."""

    __tablename__ = "budget_line"
    __table_args__ = (UniqueConstraint("action_id", "kind"),)


class ActionNeed(ProjectRow, table=True):
    """An action that cannot begin before another one is done."""

    __tablename__ = "action_need"
    __table_args__ = (UniqueConstraint("action_id", "needs_id"),)

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    needs_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)


class ActionFactor(ProjectRow, table=True):
    """An action that removes a disappointing factor of its touchpoint."""

    __tablename__ = "action_factor"
    __table_args__ = (UniqueConstraint("action_id", "factor_id"),)

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    factor_id: UUID = Field(foreign_key="factor.id", ondelete="CASCADE", index=True)


class Part(StrEnum):
    """How somebody stands behind an action: he planned it with the others, or he said that he will do it."""

    TOOK_PART = "took_part"
    COMMITTED = "committed"


class ActionPerson(ProjectRow, table=True):
    """Somebody who took part in planning an action, or committed himself to it."""

    __tablename__ = "action_person"
    __table_args__ = (UniqueConstraint("action_id", "person_id", "part"),)

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    part: Part = Field(sa_type=word_of(Part))


class CommentInput(Input):
    """A remark on an action."""

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    text: str = Field(min_length=1, max_length=2000)


class Comment(CommentInput, BinnableRow, table=True):
    """A remark with its moment and who made it; one that gives the reason for a new date holds both dates."""

    due_before: date | None = None
    due_after: date | None = None
    at: datetime = Field(sa_type=Instant)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")


class OwnerChangeInput(Input):
    """Somebody is asked to take an action over."""

    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)
    to_person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    note: str = Field(default="", max_length=300)


class OwnerChange(OwnerChangeInput, ProjectRow, table=True):
    """A change of owner, open until it is answered; the action has its new owner when he accepts it."""

    __tablename__ = "owner_change"

    from_person_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")
    asked_at: datetime = Field(sa_type=Instant)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)
    is_accepted: bool | None = None
