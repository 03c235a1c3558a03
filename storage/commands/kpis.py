"""Prints every KPI of a project with its values, its status and the effects of its actions, unrounded."""

from __future__ import annotations

import argparse
from typing import Any

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from storage.kpi_board import KpiStanding, read_kpi_board
from touchpoints.effect import Effect
from touchpoints.kpi_values import KpiValue

HELP = "print the KPIs of a project with their values and effects"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print one entry for each KPI."""
    with opened(settings) as store:
        board = read_kpi_board(store, COMMAND_LINE, project_named(store, given.project))
    if given.json:
        console.show_json([row_of(standing) for standing in board])
        return
    for standing in board:
        last = standing.values.last
        shown = "-" if last is None else f"{last.ends_on} {last.value:.2f}"
        console.show("\t".join([standing.kpi.name, shown, standing.status.standing.value]))


def row_of(standing: KpiStanding) -> dict[str, Any]:
    """One KPI of the contract; a wave or period is dated by its last day."""
    kpi = standing.kpi
    return {
        "id": kpi.id,
        "name": kpi.name,
        "kind": kpi.kind,
        "unit": kpi.unit,
        "direction": kpi.direction.value,
        "target": kpi.target,
        "target_date": kpi.target_on and kpi.target_on.isoformat(),
        "status": standing.status.standing.value,
        "values": [_value(value) for value in standing.values.values],
        "effects": [_effect(effect) for effect in standing.effects],
    }


def _value(value: KpiValue) -> dict[str, Any]:
    estimate = value.estimate
    return {
        "date": value.ends_on.isoformat(),
        "value": value.value,
        "n": value.n,
        "low": estimate.low,
        "high": estimate.high,
    }


def _effect(effect: Effect) -> dict[str, Any]:
    difference = effect.difference
    return {
        "action": effect.action.name,
        "before": effect.before and effect.before.value,
        "after": effect.after and effect.after.value,
        "difference": difference and difference.points,
        "low": difference and difference.low,
        "high": difference and difference.high,
        "verdict": effect.verdict.value,
    }
