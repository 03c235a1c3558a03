"""The course of one KPI, as its chart draws it: values, target, and when linked actions began and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from touchpoints.effect import ActionSpan, Effect
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_status import Status
from touchpoints.kpi_values import KpiValue
from touchpoints.statistics import Difference


@dataclass(frozen=True)
class KpiCourse:
    """One KPI with everything its chart says; values are oldest first."""

    name: str
    kind: KpiKind
    unit: str
    values: tuple[KpiValue, ...]
    status: Status
    target: float | None = None
    target_on: date | None = None
    baseline: float | None = None
    effects: tuple[Effect, ...] = ()
    today: date | None = None

    @property
    def last(self) -> KpiValue | None:
        """The newest value."""
        return self.values[-1] if self.values else None

    @property
    def change(self) -> Difference | None:
        """From the value before to the newest; None with fewer than two."""
        if len(self.values) < 2:
            return None
        return self.kind.difference(self.values[-2].evidence, self.values[-1].evidence)

    @property
    def actions(self) -> tuple[ActionSpan, ...]:
        """The linked actions that have a day to be drawn on."""
        return tuple(
            one.action
            for one in self.effects
            if one.action.starts_on is not None or one.action.done_on is not None
        )
