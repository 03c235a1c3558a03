"""The best choice for a budget and the frontier behind it, computed once and shared by all who look."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from threading import Lock, Thread
from time import sleep
from uuid import UUID

import streamlit as st

from pages._measurements import AN_HOUR
from pages._options import OptionBoard, State
from touchpoints.best_choice import ChoiceInCases, best_in_cases
from touchpoints.choice_rules import Limits
from touchpoints.frontier import Frontier, FrontierPoint, budgets, most_sensible, point_at, step_of
from touchpoints.option_gain import Candidate, Ground

# The solver keeps other threads waiting while it works; between two points it lets them catch up.
_BREATH = 0.05
_BUDGET_SHARE = Decimal("0.5")


@st.cache_resource(show_spinner=False, max_entries=40, ttl=AN_HOUR)
def best_of(_board: OptionBoard, project_id: UUID, state: State, limits: Limits) -> ChoiceInCases:  # noqa: ARG001 - say of which state the board is
    """The best choice in the three cases; raises MustHavesDoNotFit."""
    return best_in_cases(_board.candidates, _board.ground, limits)


def first_limits(board: OptionBoard) -> Limits:
    """What the page begins with while nobody has said what there is: half of what everything takes."""
    money = most_sensible(board.candidates) * _BUDGET_SHARE
    days = sum((one.effort.person_days for one in board.candidates), Decimal(0)) * _BUDGET_SHARE
    step = step_of(money)
    return Limits(max(round(money / step), 1) * step, max(round(days / 10) * 10, Decimal(10)))


@dataclass
class FrontierRun:
    """A frontier that is being computed in the background: its points so far, and how many there will be."""

    project_id: UUID
    candidates: tuple[Candidate, ...]
    ground: Ground
    budgets: tuple[Decimal, ...]
    person_days: Decimal
    points: list[FrontierPoint] = field(default_factory=list)
    is_ended: bool = False

    @property
    def share(self) -> float:
        """How much of it is there."""
        return len(self.points) / len(self.budgets)

    def compute(self) -> None:
        """Point by point, until a newer run about the same project begins; known points come first."""
        with _turn:
            try:
                for budget in self.budgets[len(self.points) :]:
                    if _newest.get(self.project_id) is not self:
                        return
                    limits = Limits(budget, self.person_days)
                    self.points.append(point_at(self.candidates, self.ground, limits))
                    sleep(_BREATH)
            finally:
                self.is_ended = True

    def frontier(self, currency: str, budget: Decimal) -> Frontier:
        """What is there by now, in order."""
        ordered = tuple(sorted(self.points, key=lambda point: point.budget))
        return Frontier(ordered, step_of(most_sensible(self.candidates)), currency, budget)


# One at a time, so that the frontiers of several projects do not slow each other and everybody else down.
_turn = Lock()
_newest: dict[UUID, FrontierRun] = {}


def frontier_of(board: OptionBoard, project_id: UUID, limits: Limits) -> FrontierRun:
    """The run for these options and person-days that knows this budget; begun where there is none."""
    run = _run(board, project_id, board.state, limits.person_days, limits.budget)
    if run.is_ended and run.share < 1:
        # Another state was looked at meanwhile, and this one was given up.
        _run.clear(board, project_id, board.state, limits.person_days, limits.budget)
        return _run(board, project_id, board.state, limits.person_days, limits.budget)
    return run


@st.cache_resource(show_spinner=False, max_entries=40, ttl=AN_HOUR)
def _run(
    _board: OptionBoard,
    project_id: UUID,
    state: State,  # noqa: ARG001 - says of which state the board is
    person_days: Decimal,
    budget: Decimal,
) -> FrontierRun:
    wanted = budgets(most_sensible(_board.candidates), budget)
    before = _newest.get(project_id)
    run = FrontierRun(project_id, _board.candidates, _board.ground, wanted, person_days)
    if before is not None and before.candidates is run.candidates and before.person_days == person_days:
        known = {point.budget: point for point in before.points}
        run.points += [known[each] for each in wanted if each in known]
        run.budgets = tuple(sorted(wanted, key=lambda each: each not in known))
    _newest[project_id] = run
    # A server that is stopped does not wait for it.
    Thread(target=run.compute, name="frontier", daemon=True).start()
    return run
