"""What every chart hands over: the figure, and everything said about it in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

import plotly.graph_objects as go

if TYPE_CHECKING:
    import pandas as pd


class Input(Enum):
    """What a chart is drawn from, in the order in which charts are offered."""

    LINES = auto()  # one JourneyLine for everybody, or one for each of some groups
    SEGMENTS = auto()  # JourneySegments: a line for each value of a segmentation
    WAVES = auto()  # JourneyWaves: a line for each of two waves or more
    TEAM = auto()  # TeamJourney: what the team says of each touchpoint
    NEEDS = auto()  # NeedForAction: two rankings
    MATRIX = auto()  # Matrix: importance and performance in one view
    VIEWS = auto()  # ViewsCompared: inside view beside customer view
    CHAINS = auto()  # HandoverChains: departments and what breaks between them
    PROCESS = auto()  # Process: the steps at one touchpoint
    STANDINGS = auto()  # Standings: every touchpoint with both views
    TIMELINE = auto()  # Timeline: the dated actions of the plan
    PLAN_BUDGET = auto()  # PlanBudget: what the plan costs, cut in one way
    TARGETS = auto()  # TargetJourney: current and target level of every touchpoint
    KPI = auto()  # KpiCourse: one KPI over time
    OPTIONS = auto()  # Priorities: the options with their gain, their effort, and where to start
    FRONTIER = auto()  # Frontier: the best gain for each budget
    ROUNDS = auto()  # RoundsCompared: what one view says of two rounds
    ROOM_RATING = auto()  # RoomRating: what a room says of each subject on one scale
    ROOM_DISPUTES = auto()  # RoomRating: only where the room disagrees
    ROOM_DEPARTMENTS = auto()  # RoomRating: only where departments stand apart
    ROOM_CLOUD = auto()  # RoomCloud: what is gained against what it costs
    ROOM_WHOLE = auto()  # RoomWhole: one question about the whole
    ROOM_RANKING = auto()  # RoomRanking: where points or dots went
    ROOM_TOP_TEN = auto()  # TopTen: the room's ten beside those of the customers


@dataclass(frozen=True)
class Table:
    """The numbers of a chart: worded column names, and rows of worded values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A drawn chart; all texts are worded, none is escaped: the figure alone carries escaped labels."""

    figure: go.Figure
    title: str
    subtitle: str
    description: str
    source: str
    tabulate: Callable[[], Table]

    @cached_property
    def table(self) -> pd.DataFrame:
        """Every number of the chart with its n and interval, made only when somebody opens it."""
        import pandas as pd  # noqa: PLC0415 - half a second that most charts never need

        numbers = self.tabulate()
        return pd.DataFrame(list(numbers.rows), columns=list(numbers.columns))
