"""What was moved to bin can be restored for 30 days, and is erased for good after them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from storage.access import Actor
from storage.bin import empty_bin
from storage.journey import bin_touchpoint
from storage.projects import bin_project, list_projects
from storage.store import Store
from storage.surveys import store_survey
from storage.thrown_away import list_thrown_away
from tests.storage._rows import only_row, row_counts
from tests.storage._surveys import a_survey
from touchpoints.model import Touchpoint

PassTime = Callable[[timedelta], object]
ALMOST_30_DAYS = timedelta(days=29, hours=23)
A_LITTLE = timedelta(hours=2)


def test_nothing_is_erased_before_30_days_are_over(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    bin_project(store, facilitator, project)
    pass_time(ALMOST_30_DAYS)
    assert empty_bin(store) == 0
    assert len(list_projects(store, facilitator, in_bin=True)) == 1


def test_after_30_days_a_project_is_erased_with_all_that_belonged_to_it(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    store_survey(store, facilitator, project, a_survey())
    bin_project(store, facilitator, project)
    pass_time(ALMOST_30_DAYS + A_LITTLE)
    assert empty_bin(store) == 1
    left = {table for table, count in row_counts(store).items() if count}
    assert left <= {"account", "access_link", "sign_in", "sign_in_link", "intent_record"}


def test_a_touchpoint_is_erased_with_its_answers_and_its_neighbours_stay(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    store_survey(store, facilitator, project, a_survey())
    hotline = only_row(store, Touchpoint)
    bin_touchpoint(store, facilitator, project, hotline.id)
    pass_time(ALMOST_30_DAYS + A_LITTLE)
    assert empty_bin(store) == 1
    assert list_thrown_away(store, facilitator, project) == ()
    counts = row_counts(store)
    assert (counts["question"], counts["answer_count"], counts["phase"], counts["project"]) == (0, 0, 6, 1)


def test_what_was_not_thrown_away_never_goes(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    before = row_counts(store)
    pass_time(timedelta(days=4000))
    assert empty_bin(store) == 0
    assert row_counts(store) == before
    assert [found.id for found in list_projects(store, facilitator)] == [project]
