"""What a server tidies up when it starts: what nobody can want any more, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from storage.access import Actor
from storage.people import issue_start_link
from storage.projects import bin_project, list_projects, new_project
from storage.store import Store
from storage.upkeep import tidy_up
from tests.storage._rows import row_counts
from touchpoints.model import ProjectInput

PassTime = Callable[[timedelta], object]
SHOP = ProjectInput(name="Shop", language="en")


def test_a_fresh_start_takes_nothing_away(store: Store, facilitator: Actor) -> None:
    bin_project(store, facilitator, new_project(store, facilitator.once(), SHOP))
    before = row_counts(store)
    tidy_up(store)
    assert row_counts(store) == before


def test_after_years_only_what_was_kept_on_purpose_is_left(
    store: Store, facilitator: Actor, pass_time: PassTime
) -> None:
    new_project(store, facilitator.once(), SHOP)
    bin_project(store, facilitator, new_project(store, facilitator.once(), SHOP))
    pass_time(timedelta(days=400))
    tidy_up(store)
    counts = row_counts(store)
    assert (counts["intent_record"], counts["access_link"], counts["sign_in"]) == (0, 0, 0)
    assert (counts["project"], counts["account"]) == (1, 1)
    assert len(list_projects(store, facilitator)) == 1


def test_a_link_that_still_lets_in_stays(store: Store, pass_time: PassTime) -> None:
    issue_start_link(store)
    pass_time(timedelta(days=6))
    issue_start_link(store)
    pass_time(timedelta(days=2))
    tidy_up(store)
    assert row_counts(store)["access_link"] == 1
