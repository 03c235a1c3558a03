"""Prints the best choice of options for a budget and person-days, and why the others are out."""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from storage.option_ground import disappointing_touchpoints, read_ground
from storage.options import list_options
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.best_choice import BestChoice, ChoiceInCases, best_in_cases
from touchpoints.choice_rules import Limits
from touchpoints.constraint import Rule
from touchpoints.left_out import LeftOut
from touchpoints.option_gain import Candidate, candidates
from touchpoints.statistics import LevelThresholds

HELP = "print the best choice of options for a budget and person-days"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument(
        "--budget", required=True, type=_amount(2), metavar="N", help="money, first year included"
    )
    parser.add_argument("--person-days", required=True, type=_amount(1), metavar="N", help="person-days")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _amount(decimals: int) -> Callable[[str], Decimal]:
    """Reads a number that is not below zero, with so many decimals at the most."""

    def amount(text: str) -> Decimal:
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise ValueError(text) from None
        if not number.is_finite() or number < 0 or number != round(number, decimals):
            raise ValueError(text)
        return number

    return amount


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print the set for the realistic effects; what is in it in all cases is named besides."""
    with opened(settings) as store:
        project = project_named(store, given.project)
        with _solver_on_stderr():
            found = _best(store, project, Limits(given.budget, given.person_days))
    if given.json:
        console.show_json(plan_of(found, project.currency))
        return
    for line in _lines(found.realistic, project.currency):
        console.show(line)


def _best(store: Store, project: ProjectSummary, limits: Limits) -> ChoiceInCases:
    levels = LevelThresholds(project.disappointing_from, project.delightful_from)
    disappointing = disappointing_touchpoints(store, COMMAND_LINE, project.id, levels)
    ground = read_ground(store, COMMAND_LINE, project.id, disappointing)
    options = list_options(store, COMMAND_LINE, project.id)
    return best_in_cases(candidates(options, ground), ground, limits)


@contextmanager
def _solver_on_stderr() -> Iterator[None]:
    """Keep stdout for the result: the solver writes lines of its own there, past Python."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        # What C has not written yet would come out after the result.
        ctypes.CDLL(None if os.name == "posix" else "ucrtbase").fflush(None)
        os.dup2(kept, 1)
        os.close(kept)


def plan_of(found: ChoiceInCases, currency: str) -> dict[str, Any]:
    """The contract's answer; gains are importance 0-1 times levels."""
    choice = found.realistic
    names = {one.candidate.option.id: one.candidate.option.name for one in choice.left_out}
    names |= {one.option.id: one.option.name for one in choice.chosen}
    return {
        "currency": currency,
        "case": choice.case.value,
        "status": choice.status,
        "relative_gap": choice.relative_gap,
        "gain": choice.gain,
        "cost": _money(choice.cost),
        "person_days": float(choice.person_days),
        "chosen": [_chosen(one) for one in choice.chosen],
        "in_all_cases": [one.option.name for one in found.in_all_cases],
        "left_out": [_left_out(one, names) for one in choice.left_out],
    }


def _chosen(one: Candidate) -> dict[str, Any]:
    return {
        "option": one.option.name,
        "touchpoint": one.option.touchpoint,
        "cost": _money(one.effort.cost),
        "person_days": float(one.effort.person_days),
        "gain": one.gain,
    }


def _left_out(left: LeftOut, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "option": left.candidate.option.name,
        "reason": left.reason.value,
        "missing": _missing(left, names),
    }


def _missing(left: LeftOut, names: Mapping[UUID, str]) -> str | float | Sequence[str] | None:
    """Money as a text, person-days as a number, an option by its name, or what has to be told first."""
    if left.amount is not None:
        return float(left.amount) if left.reason is Rule.PERSON_DAYS else _money(left.amount)
    if left.other is not None:
        return names.get(left.other)
    return list(left.untold) or None


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _lines(choice: BestChoice, currency: str) -> Iterator[str]:
    """The set with what it costs, one option a line."""
    for one in choice.chosen:
        option, effort = one.option, one.effort
        cost = f"{_money(effort.cost)} {currency}"
        yield "\t".join([option.touchpoint, option.name, cost, f"{effort.person_days} d", f"{one.gain:.4f}"])
    total = f"{_money(choice.cost)} {currency}"
    yield "\t".join([choice.status, "", total, f"{choice.person_days} d", f"{choice.gain:.4f}"])
