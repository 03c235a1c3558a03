"""A question that feeds a KPI brings its scale: the screen says what was converted, and undoes it."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._kpi import Part
from storage.access import COMMAND_LINE
from storage.answers import read_answers
from storage.goals import add_goal
from storage.kpis import change_kpi
from storage.store import Store
from storage.surveys import store_survey
from tests.pages._kpis import kpis, measured, open_drawer, table
from tests.pages._screen import is_shown, open_page, press, press_in_dialog, run_dialog
from tests.pages.conftest import OpenFrame
from tests.storage._surveys import count, counted
from touchpoints.model import Direction
from touchpoints.statistics import Scale
from touchpoints.survey.result import Question

GRADE = Question("rating:desk", "rating", "Desk", None, "Which grade?", Scale(1, 6, 1))


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, hotel: UUID) -> AppTest:
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "kpis", hotel)


@pytest.fixture
def grade(store: Store, hotel: UUID) -> UUID:
    """A question that is answered in school grades, 1 being the best; the first wave was a bad one."""
    answer(store, hotel, "2024", 5)
    [question] = read_answers(store, COMMAND_LINE, hotel).questions
    return UUID(question.id)


def answer(store: Store, hotel: UUID, wave: str, point: int) -> None:
    cells = (count(point, 99, question=GRADE, wave=wave), count(point - 1, 1, question=GRADE, wave=wave))
    store_survey(store, COMMAND_LINE, hotel, counted(*cells, questions=[GRADE]))


@pytest.fixture
def kpi(store: Store, hotel: UUID) -> UUID:
    """As a goal proposes it that leads from the level -1 to +1."""
    goal = {"name": "A kind welcome", "kpi_kind": "mean_rating", "from_value": -1.0, "to_value": 1.0}
    goal_id = add_goal(store, COMMAND_LINE, hotel, goal)
    told = {"kind": "mean_rating", "goal_id": goal_id, "baseline": -1.0, "target": 1.0}
    return measured(store, hotel, **told)


def told(store: Store, hotel: UUID) -> tuple[float | None, float | None, Direction]:
    [found] = kpis(store, hotel)
    return found.baseline, found.target, found.direction


def link(frame: AppTest, hotel: UUID, kpi: UUID, question: UUID, version: int = 1) -> None:
    """Choose in the drawer what feeds the KPI."""
    open_drawer(frame, hotel, kpi)
    frame.segmented_control(key="kpi_part").set_value(Part.MEASURING)
    run_dialog(frame)
    frame.selectbox(f"question_id-{kpi}-{version}").set_value(question)
    press_in_dialog(frame, "Save")


def test_linking_says_what_was_converted_and_undo_leads_back(
    frame: AppTest, store: Store, hotel: UUID, kpi: UUID, grade: UUID
) -> None:
    link(frame, hotel, kpi, grade)
    assert told(store, hotel) == (4.75, 2.25, Direction.DOWN)
    assert is_shown(
        frame,
        "Converted to the scale from 1 to 6, where 1 is best: "
        "baseline from −1 to 4.75, target from 1 to 2.25.",
    )
    press_in_dialog(frame, "Undo")
    assert told(store, hotel) == (-1.0, 1.0, Direction.UP)
    assert [one.question_id for one in kpis(store, hotel)] == [None]


def test_a_new_wave_in_grades_is_judged_towards_the_best_and_the_scales_are_explained(
    frame: AppTest, store: Store, hotel: UUID, kpi: UUID, grade: UUID
) -> None:
    change_kpi(store, COMMAND_LINE, hotel, kpi, 1, {"question_id": grade})
    assert [row["Status"] for row in table(open_page(frame, "kpis", hotel))] == ["▼ missed"]
    answer(store, hotel, "2025", 2)
    assert [row["Status"] for row in table(open_page(frame, "kpis", hotel))] == ["▲ reached"]
    open_page(frame, "kpis", hotel, kpi=str(kpi))
    assert is_shown(
        frame, "The goal is told in levels from −2 to +2, its KPI in points of the survey, from 1 to 6"
    )


def test_a_kpi_that_still_holds_the_levels_of_its_goal_is_converted_with_one_press(
    frame: AppTest, store: Store, hotel: UUID, grade: UUID
) -> None:
    goal = {"name": "A kind welcome", "kpi_kind": "mean_rating", "from_value": 1.0, "to_value": 1.5}
    goal_id = add_goal(store, COMMAND_LINE, hotel, goal)
    kpi = measured(store, hotel, kind="mean_rating", goal_id=goal_id)
    # What is typed with the question is taken as it is, as everything once was.
    raw = {"question_id": grade, "baseline": 1.0, "target": 1.5}
    change_kpi(store, COMMAND_LINE, hotel, kpi, 1, raw)
    open_page(frame, "kpis", hotel, kpi=str(kpi))
    assert is_shown(frame, "Baseline and target are those of the goal.")
    press(frame, "Convert to the scale of the question")
    assert told(store, hotel) == (2.25, 1.625, Direction.DOWN)
    assert is_shown(frame, "Converted to the scale from 1 to 6")
    press(frame, "Undo")
    assert told(store, hotel) == (1.0, 1.5, Direction.DOWN)


def test_a_target_that_cannot_lie_on_the_scale_is_refused_with_one_sentence(
    frame: AppTest, store: Store, hotel: UUID, grade: UUID
) -> None:
    kpi = measured(store, hotel, kind="mean_rating", target=80.0)
    link(frame, hotel, kpi, grade)
    assert is_shown(frame, "The question is answered from 1 to 6, so 80 can be neither target nor baseline.")
    assert [one.question_id for one in kpis(store, hotel)] == [None]


def test_a_direction_is_not_asked_where_the_scale_says_it(
    frame: AppTest, store: Store, hotel: UUID, kpi: UUID, grade: UUID
) -> None:
    open_drawer(frame, hotel, kpi)
    assert any("direction" in (one.key or "") for one in [*frame.selectbox, *frame.segmented_control])
    change_kpi(store, COMMAND_LINE, hotel, kpi, 1, {"question_id": grade})
    open_drawer(frame, hotel, kpi)
    assert not any("direction" in (one.key or "") for one in [*frame.selectbox, *frame.segmented_control])
