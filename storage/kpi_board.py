"""All KPIs of a project as they stand: their values, their status, and what the linked actions did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from storage.access import Actor
from storage.kpis import KpiEntry, list_action_spans, list_kpis
from storage.measurements import read_kpi_values
from storage.store import Store
from touchpoints.effect import ActionSpan, Effect, Yardstick, effect_of, there
from touchpoints.kpi_kinds import KpiKind, all_kinds
from touchpoints.kpi_status import Standing, Status, status_of
from touchpoints.kpi_values import KpiValues


@dataclass(frozen=True)
class KpiStanding:
    """A KPI as it stands; `kind` is None where this installation does not have it."""

    kpi: KpiEntry
    kind: KpiKind | None
    values: KpiValues
    status: Status
    effects: tuple[Effect, ...] = ()


def read_kpi_board(store: Store, actor: Actor, project_id: UUID) -> tuple[KpiStanding, ...]:
    """Every KPI in the order of the list; three queries, and the answers of surveys where one feeds a KPI."""
    kpis = list_kpis(store, actor, project_id)
    values = read_kpi_values(store, actor, project_id, kpis)
    actions = {action.id: action for action in list_action_spans(store, actor, project_id)}
    return tuple(_standing(kpi, values.get(kpi.id, KpiValues()), actions) for kpi in kpis)


def _standing(kpi: KpiEntry, values: KpiValues, actions: Mapping[str, ActionSpan]) -> KpiStanding:
    kind = all_kinds().get(kpi.kind)
    if kind is None:
        return KpiStanding(kpi, None, values, Status(Standing.NO_TARGET))
    # What can never be reached is no target: a verdict on it would be about nothing.
    is_usable = kpi.scale is None or kpi.target is None or kpi.scale.holds(kpi.target)
    status = status_of(kind, values.last, kpi.target if is_usable else None, kpi.direction)
    yardstick = Yardstick(kind, kpi.direction, kpi.smallest_change)
    return KpiStanding(kpi, kind, values, status, _effects(kpi, values, yardstick, actions))


def _effects(
    kpi: KpiEntry, values: KpiValues, yardstick: Yardstick, actions: Mapping[str, ActionSpan]
) -> tuple[Effect, ...]:
    linked = [actions[str(id_)] for id_ in kpi.action_ids if str(id_) in actions]
    done: Sequence[ActionSpan] = [action for action in linked if not action.is_dropped]
    ids = {action.id for action in linked}
    place = str(kpi.touchpoint_id) if kpi.touchpoint_id else None
    return tuple(
        effect_of(
            action,
            values.values,
            yardstick,
            there(actions.values(), (place, action.touchpoint_id), ids),
        )
        for action in done
    )
