"""Prints every KPI of a project with its values, its status and the effects of its actions, unrounded."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from storage.kpi_board import KpiStanding, read_kpi_board
from touchpoints.effect import Effect
from touchpoints.kpi_values import KpiValue

# A figure as the contract has it: a number, of money a decimal string, or None.
Writer = Callable[[float | None], float | str | None]
_CENTS = 2

HELP = "print the KPIs of a project with their values and effects"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print one entry for each KPI."""
    with opened(settings) as store:
        project = project_named(store, given.project)
        board = read_kpi_board(store, COMMAND_LINE, project.id)
    if given.json:
        console.show_json([row_of(standing, project.currency) for standing in board])
        return
    for standing in board:
        console.show(_line(standing, project.currency))


def row_of(standing: KpiStanding, currency: str) -> dict[str, Any]:
    """One KPI of the contract; a wave or period is dated by its last day."""
    kpi, written = standing.kpi, _writer(standing)
    return {
        "id": kpi.id,
        "name": kpi.name,
        "kind": kpi.kind,
        "unit": _unit(standing, currency),
        "direction": kpi.direction.value,
        "target": written(kpi.target),
        "target_date": kpi.target_on and kpi.target_on.isoformat(),
        "status": standing.status.standing.value,
        "values": [_value(value, written) for value in standing.values.values],
        "effects": [_effect(effect, written) for effect in standing.effects],
    }


def _unit(standing: KpiStanding, currency: str) -> str:
    """The unit as screens show it; that of a kind which this installation does not have is what is stored."""
    unit = standing.kpi.unit
    return standing.kind.unit_of(unit, currency) if standing.kind else unit


def _writer(standing: KpiStanding) -> Writer:
    return _money if standing.kind and standing.kind.is_money else lambda figure: figure


def _money(amount: float | None) -> str | None:
    """All decimals that an amount has, cents at least: a mean of amounts is no more rounded than others."""
    if amount is None:
        return None
    exact = Decimal(repr(float(amount)))
    decimals = -int(exact.as_tuple().exponent)
    return f"{exact:.{max(decimals, _CENTS)}f}"


def _line(standing: KpiStanding, currency: str) -> str:
    """A KPI for somebody at the keyboard: its newest value, of money with its unit, and its status."""
    last, shown = standing.values.last, "-"
    if last is not None:
        unit = f" {_unit(standing, currency)}" if standing.kind and standing.kind.is_money else ""
        shown = f"{last.ends_on} {last.value:.2f}{unit}"
    return "\t".join([standing.kpi.name, shown, standing.status.standing.value])


def _value(value: KpiValue, written: Writer) -> dict[str, Any]:
    estimate = value.estimate
    return {
        "date": value.ends_on.isoformat(),
        "value": written(value.value),
        "n": value.n,
        "low": written(estimate.low),
        "high": written(estimate.high),
    }


def _effect(effect: Effect, written: Writer) -> dict[str, Any]:
    before, after, difference = effect.before, effect.after, effect.difference
    return {
        "action": effect.action.name,
        "before": written(before.value if before else None),
        "after": written(after.value if after else None),
        "difference": written(difference.points if difference else None),
        "low": written(difference.low if difference else None),
        "high": written(difference.high if difference else None),
        "verdict": effect.verdict.value,
    }
