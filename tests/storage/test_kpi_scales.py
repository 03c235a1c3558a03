"""A question that feeds a KPI brings its scale: figures and direction follow, and the verdict is right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.answers import read_answers
from storage.feedback_forms import add_form
from storage.goals import add_goal
from storage.history import list_changes
from storage.intents import NoSuchRow, VersionConflict
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.kpis import KpiEntry, add_kpi, change_kpi, list_kpis
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._surveys import HOTLINE, count, counted
from touchpoints.kpi_scale import OffTheScale
from touchpoints.kpi_status import Standing
from touchpoints.model import Direction
from touchpoints.statistics import Scale
from touchpoints.survey.result import Question

Where = tuple[Store, Actor, UUID]
GRADES = Question("rating:grade", "rating", "Desk", None, "Which grade?", Scale(1, 6, 1))
STARS = HOTLINE


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def questions(where: Where) -> dict[str, UUID]:
    """The questions after a first wave in which most answers were middling."""
    answer(where, "2024", 3)
    return {one.touchpoint or "": UUID(one.id) for one in read_answers(*where).questions}


def answer(where: Where, wave: str, point: int) -> None:
    """A wave of a hundred answers to each question, nearly all on one point."""
    store_survey(
        *where,
        counted(
            *(count(point, 99, question=one, wave=wave) for one in (STARS, GRADES)),
            *(count(point - 1, 1, question=one, wave=wave) for one in (STARS, GRADES)),
            questions=[STARS, GRADES],
        ),
    )


def proposed(where: Where, **more: Any) -> UUID:
    """A KPI as a goal proposes it that leads from the level -1 to +1."""
    goal = add_goal(*where, {"name": "A", "kpi_kind": "mean_rating", "from_value": -1.0, "to_value": 1.0})
    told = {"baseline": -1.0, "target": 1.0, "smallest_change": 0.4, "goal_id": goal}
    return add_kpi(*where, {"name": "A", "kind": "mean_rating", **told, **more})


def kpi(where: Where) -> KpiEntry:
    [found] = list_kpis(*where)
    return found


def figures(where: Where) -> tuple[float | None, ...]:
    found = kpi(where).figures
    return found.baseline, found.target, found.smallest_change


def standing(where: Where) -> KpiStanding:
    [found] = read_kpi_board(*where)
    return found


@pytest.mark.parametrize(
    ("asked", "told", "direction"),
    [
        ("Hotline", (2.0, 4.0, 0.4), Direction.UP),
        ("Desk", (4.75, 2.25, 0.5), Direction.DOWN),
    ],
)
@pytest.mark.parametrize("is_later", [True, False])
def test_levels_become_points_of_the_question_that_feeds_it(
    where: Where,
    questions: dict[str, UUID],
    asked: str,
    told: tuple[float, ...],
    direction: Direction,
    is_later: bool,
) -> None:
    id_ = proposed(where, **({} if is_later else {"question_id": questions[asked]}))
    if is_later:
        change_kpi(*where, id_, 1, {"question_id": questions[asked]})
    assert figures(where) == pytest.approx(told)
    assert kpi(where).direction is direction


@pytest.mark.parametrize(("asked", "better", "worse"), [("Hotline", 5, 2), ("Desk", 2, 5)])
def test_a_new_wave_gives_the_right_verdict_whichever_end_is_best(
    where: Where, questions: dict[str, UUID], asked: str, better: int, worse: int
) -> None:
    change_kpi(*where, proposed(where), 1, {"question_id": questions[asked]})
    assert standing(where).status.standing is Standing.MISSED
    answer(where, "2025", better)
    assert standing(where).status.standing is Standing.REACHED
    answer(where, "2026", worse)
    assert standing(where).status.standing is Standing.MISSED


def test_another_question_and_none_lead_back_to_where_it_began(
    where: Where, questions: dict[str, UUID]
) -> None:
    id_ = proposed(where)
    change_kpi(*where, id_, 1, {"question_id": questions["Desk"]})
    change_kpi(*where, id_, 2, {"question_id": questions["Hotline"]})
    assert figures(where) == pytest.approx((2.0, 4.0, 0.4))
    change_kpi(*where, id_, 3, {"question_id": None})
    assert figures(where) == pytest.approx((-1.0, 1.0, 0.4))
    assert kpi(where).direction is Direction.UP


def test_what_is_typed_with_the_question_is_taken_as_it_is(where: Where, questions: dict[str, UUID]) -> None:
    change_kpi(*where, proposed(where), 1, {"question_id": questions["Hotline"], "target": 4.4})
    assert figures(where) == pytest.approx((2.0, 4.4, 0.4))


def test_points_of_the_scale_stay_as_they_are(where: Where, questions: dict[str, UUID]) -> None:
    told = {"name": "A", "kind": "mean_rating", "baseline": 3.9, "target": 4.2}
    change_kpi(*where, add_kpi(*where, told), 1, {"question_id": questions["Hotline"]})
    assert figures(where) == (3.9, 4.2, None)


@pytest.mark.parametrize("changes", [{"target": 5.5}, {"baseline": 0.5}])
def test_a_figure_that_cannot_lie_on_the_scale_is_refused(
    where: Where, questions: dict[str, UUID], changes: dict[str, float]
) -> None:
    id_ = add_kpi(*where, {"name": "A", "kind": "mean_rating", "question_id": questions["Hotline"]})
    with pytest.raises(OffTheScale):
        change_kpi(*where, id_, 1, changes)
    assert figures(where) == (None, None, None)
    with pytest.raises(OffTheScale):
        add_kpi(
            *where, {"name": "B", "kind": "mean_rating", "question_id": questions["Hotline"], "target": 80}
        )


def test_the_best_end_says_which_way_is_better_whatever_was_stored(
    where: Where, questions: dict[str, UUID]
) -> None:
    told = {"name": "A", "kind": "mean_rating", "question_id": questions["Desk"], "target": 2.5}
    id_ = add_kpi(*where, {**told, "direction": Direction.UP})
    assert kpi(where).direction is Direction.DOWN
    change_kpi(*where, id_, 1, {"direction": Direction.UP})
    assert kpi(where).direction is Direction.DOWN
    change_kpi(*where, id_, 2, {"kind": "share", "target": 0.4})
    assert kpi(where).direction is Direction.UP


def test_the_history_says_what_was_converted_and_a_conflict_only_what_was_chosen(
    where: Where, questions: dict[str, UUID]
) -> None:
    id_ = proposed(where)
    change_kpi(*where, id_, 1, {"question_id": questions["Desk"]})
    changed = [one for one in list_changes(*where) if one.entity_id == id_ and one.before]
    assert {name for one in changed for name in one.before or {}} == {
        *("question_id", "baseline", "target", "smallest_change", "direction")
    }
    with pytest.raises(VersionConflict) as conflict:
        change_kpi(*where, id_, 1, {"question_id": questions["Hotline"]})
    assert set(conflict.value.wanted) == {"question_id"}


def test_a_form_that_feeds_it_brings_its_scale_too(where: Where) -> None:
    id_ = proposed(where)
    add_form(*where, {"name": "Counter", "kind": "csat", "kpi_id": id_})
    assert kpi(where).scale == Scale(1, 5, 5)
    assert figures(where) == pytest.approx((2.0, 4.0, 0.4))


def test_another_projects_question_tells_nothing(
    where: Where, other_project: UUID, questions: dict[str, UUID]
) -> None:
    told = {"name": "A", "kind": "mean_rating", "target": 80, "question_id": questions["Desk"]}
    with pytest.raises(NoSuchRow):
        add_kpi(where[0], where[1], other_project, told)
