"""The best choice for a budget and the frontier behind it, computed once and shared by all who look."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import streamlit as st

from pages._kept import kept
from pages._options import OptionBoard, State
from pages._solver_run import SolverRun, look_at
from storage.solving import SolvingEnded, Work
from touchpoints.best_choice import ChoiceInCases, best_in_cases
from touchpoints.choice_programme import Solver
from touchpoints.choice_rules import Limits
from touchpoints.frontier import Frontier, FrontierPoint, budgets, most_sensible, point_at, step_of
from touchpoints.option_gain import Candidate, Ground

# Among so few options the best set is found in a tenth of a second; starting a child takes ten times as long.
_FEW = 60
# So often a session that waits looks whether somebody has asked for something else meanwhile.
_BEAT = 0.1
_BUDGET_SHARE = Decimal("0.5")
_CHOICE, _FRONTIER = "choice-looked-at", "frontier-looked-at"


def best_of(board: OptionBoard, project_id: UUID, limits: Limits, waiting: str) -> ChoiceInCases:
    """The best choice in the three cases; raises MustHavesDoNotFit or a SolvingFault."""
    asked = (board, project_id, board.state, limits)
    if len(board.candidates) <= _FEW:
        return _at_once(*asked)
    run = look_at(_CHOICE, lambda: _choice_run(*asked), lambda: _choice_run.clear(*asked))
    if not run.wait(_BEAT):
        with st.spinner(waiting):
            while not run.wait(_BEAT):
                # Whoever has changed the budget meanwhile ends this script here.
                st.session_state.get(_CHOICE)
    if run.found is None:
        # Many sessions may raise the same one: each begins with a traceback of its own.
        raise (run.fault or SolvingEnded()).with_traceback(None)
    return run.found


def forget_choice(board: OptionBoard, project_id: UUID, limits: Limits) -> None:
    """Compute it anew when it is asked for again."""
    _choice_run.clear(board, project_id, board.state, limits)


@kept(40)
def _at_once(_board: OptionBoard, project_id: UUID, state: State, limits: Limits) -> ChoiceInCases:  # noqa: ARG001 - say of which state the board is
    return best_in_cases(_board.candidates, _board.ground, limits)


class ChoiceRun(SolverRun):
    """The best choice among many options while it is being computed."""

    work = Work.CHOICE

    def __init__(self, board: OptionBoard, limits: Limits) -> None:
        super().__init__()
        self.found: ChoiceInCases | None = None
        self._board, self._limits = board, limits

    def compute(self, solver: Solver) -> None:
        """All three cases, one after the other."""
        self.found = best_in_cases(self._board.candidates, self._board.ground, self._limits, solver)


@kept(40)
def _choice_run(_board: OptionBoard, project_id: UUID, state: State, limits: Limits) -> ChoiceRun:  # noqa: ARG001 - as above
    run = ChoiceRun(_board, limits)
    run.begin()
    return run


def first_limits(board: OptionBoard) -> Limits:
    """What the page begins with while nobody has said what there is: half of what everything takes."""
    money = most_sensible(board.candidates) * _BUDGET_SHARE
    days = sum((one.effort.person_days for one in board.candidates), Decimal(0)) * _BUDGET_SHARE
    step = step_of(money)
    return Limits(max(round(money / step), 1) * step, max(round(days / 10) * 10, Decimal(10)))


Points = dict[Decimal, FrontierPoint]


class FrontierRun(SolverRun):
    """A frontier that is being computed: `known` are the points so far, shared by all runs about the same."""

    work = Work.FRONTIER

    def __init__(
        self, candidates: tuple[Candidate, ...], ground: Ground, limits: Limits, known: Points
    ) -> None:
        super().__init__()
        self._candidates, self._ground, self._days = candidates, ground, limits.person_days
        self._most = most_sensible(candidates)
        self._budgets = budgets(self._most, limits.budget)
        self._known = known

    @property
    def share(self) -> float:
        """How much of it is there."""
        return sum(budget in self._known for budget in self._budgets) / len(self._budgets)

    @property
    def is_complete(self) -> bool:
        """Whether every point is there."""
        return all(budget in self._known for budget in self._budgets)

    def begin(self) -> None:
        """Another budget along the slider knows all its points already."""
        if self.is_complete:
            self.end()
        else:
            super().begin()

    def compute(self, solver: Solver) -> None:
        """Point by point."""
        for budget in self._budgets:
            if budget not in self._known:
                limits = Limits(budget, self._days)
                self._known[budget] = point_at(self._candidates, self._ground, limits, solver)

    def frontier(self, currency: str, budget: Decimal) -> Frontier:
        """All points in order."""
        points = tuple(self._known[each] for each in sorted(self._budgets))
        return Frontier(points, step_of(self._most), currency, budget)


def frontier_of(board: OptionBoard, project_id: UUID, limits: Limits) -> FrontierRun:
    """The run for these options and person-days that knows this budget; begun where there is none."""
    asked = (board, project_id, board.state, limits)
    return look_at(_FRONTIER, lambda: _frontier_run(*asked), lambda: _frontier_run.clear(*asked))


def forget_frontier(board: OptionBoard, project_id: UUID, limits: Limits) -> None:
    """Go on with it when it is asked for again; known points stay."""
    _frontier_run.clear(board, project_id, board.state, limits)


@kept(40)
def _frontier_run(_board: OptionBoard, project_id: UUID, state: State, limits: Limits) -> FrontierRun:
    known = _known_points(project_id, state, limits.person_days)
    run = FrontierRun(_board.candidates, _board.ground, limits, known)
    run.begin()
    return run


@kept(40)
def _known_points(project_id: UUID, state: State, person_days: Decimal) -> Points:  # noqa: ARG001 - what the points depend on
    return {}
