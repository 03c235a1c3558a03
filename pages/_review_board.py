"""The reviews of a project, read once for each state of it and shared by all who look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.reviews import ReviewDetails, ReviewEntry, list_reviews, read_review
from storage.revisions import CONTENT, PLAN, revisions_of
from storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Rows = list[dict[str, str]]
# How often reviews and the names in them have changed.
State = tuple[int, int]


def reviews_of(page: PageContext, project: ProjectSummary) -> tuple[ReviewEntry, ...]:
    """All reviews; the database is asked for them only after a change."""
    return _reviews(page.store, page.actor, project.id, _state(page, project))


def review_of(page: PageContext, project: ProjectSummary, review_id: UUID) -> ReviewDetails:
    """One of them; raises NoSuchRow."""
    return _review(page.store, page.actor, project.id, review_id, _state(page, project))


def table_of_decisions(
    page: PageContext, project: ProjectSummary, review: ReviewEntry, rows: Callable[[], Rows]
) -> pd.DataFrame:
    """A table of one review's decisions, put together once for each state and language."""
    key = repr((project.id, review.id, _state(page, project), page.wording.language))
    return _table(rows, key)


@kept(60)
def _table(_rows: Callable[[], Rows], key: str) -> pd.DataFrame:  # noqa: ARG001 - says what the rows are of
    import pandas as pd  # noqa: PLC0415 - half a second that only this page should cost

    return pd.DataFrame(_rows())


def _state(page: PageContext, project: ProjectSummary) -> State:
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    return revisions.get(PLAN, 0), revisions.get(CONTENT, 0)


@kept(30)
def _reviews(_store: Store, _actor: Actor, project_id: UUID, state: State) -> tuple[ReviewEntry, ...]:  # noqa: ARG001 - says of which state the rest is
    return list_reviews(_store, _actor, project_id)


@kept(60)
def _review(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    review_id: UUID,
    state: State,  # noqa: ARG001 - says of which state the rest is
) -> ReviewDetails:
    return read_review(_store, _actor, project_id, review_id)
