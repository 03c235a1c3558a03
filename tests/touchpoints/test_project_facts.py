"""What a project holds is counted at the depth that a touchpoint has, one by one or as many alike."""

from __future__ import annotations

from touchpoints.project_facts import ALL, KEY, SHORTLIST, ProjectFacts, TouchpointFacts

FACTS = ProjectFacts(
    (
        TouchpointFacts("door", has_encounter=True),
        TouchpointFacts("counter", depth=SHORTLIST),
        TouchpointFacts("oven", depth=KEY, has_encounter=True),
    )
)


def test_a_depth_holds_what_is_deeper() -> None:
    assert [len(FACTS.at(depth)) for depth in (ALL, SHORTLIST, KEY)] == [3, 2, 1]


def test_what_is_counted_lies_at_the_depth() -> None:
    counts = [FACTS.count(depth, lambda touchpoint: touchpoint.has_encounter) for depth in (ALL, SHORTLIST)]
    assert counts == [2, 1]


def test_touchpoints_alike_count_as_many_as_they_are() -> None:
    assert ProjectFacts((TouchpointFacts(number=7), TouchpointFacts(depth=KEY))).count() == 8


def test_customers_or_the_team_know_how_a_touchpoint_is() -> None:
    assert not TouchpointFacts().is_experienced
    assert TouchpointFacts(is_measured=True).is_experienced
    assert TouchpointFacts(is_experience_rated=True).is_experienced


def test_a_ranking_needs_importance_and_experience() -> None:
    assert not TouchpointFacts(has_importance=True).can_be_ranked
    assert not TouchpointFacts(is_measured=True).can_be_ranked
    assert TouchpointFacts(is_measured=True, has_importance=True).can_be_ranked
