"""The command that prints KPIs keeps its contract: JSON alone, unrounded, money as text with its currency."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from storage.__main__ import REFUSED, WRONG_USAGE, main
from storage.access import COMMAND_LINE, Actor
from storage.action_status import set_status
from storage.actions import add_action
from storage.kpis import add_kpi
from storage.measurements import NewMeasurement, add_measurement
from storage.projects import change_project, list_projects
from storage.store import Store
from touchpoints.kpi_kinds import all_kinds
from touchpoints.model import ActionStatus, Direction

Where = tuple[Store, Actor, UUID]
EXIT_DONE = 0


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID, monkeypatch: pytest.MonkeyPatch) -> Where:
    """The project of a database that a command of the same settings finds."""
    for name, value in _environment(store).items():
        monkeypatch.setenv(name, value)
    return store, facilitator, project


def _environment(store: Store) -> dict[str, str]:
    settings = store.settings
    url = {"TOUCHPOINTS_DATABASE_URL": settings.database_url} if settings.database_url else {}
    return {**url, "TOUCHPOINTS_DATA_FOLDER": str(settings.data_folder), "LC_ALL": "C.UTF-8"}


def rows(capsys: pytest.CaptureFixture[str], project: str = "Bakery") -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["kpis", "--project", project, "--json"]) == EXIT_DONE
    printed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return printed


def month(number: int, **more: Any) -> NewMeasurement:
    return NewMeasurement(date(2026, number, 1), date(2026, number, 28), **more)


def test_a_kpi_is_printed_as_its_contract_says(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    action = add_action(*where, {"name": "Train"})
    told = {"name": "NPS", "kind": "nps", "target": 40, "target_on": date(2026, 12, 31)}
    nps = add_kpi(*where, told, [action])
    add_measurement(*where, nps, month(1, n=10, favourable=5, unfavourable=2))
    add_measurement(*where, nps, month(2, value=20))
    [row] = rows(capsys)
    low, high = row["values"][0].pop("low"), row["values"][0].pop("high")
    assert (round(low), round(high)) == (-19, 65)
    assert row == {
        "id": str(nps),
        "name": "NPS",
        "kind": "nps",
        "unit": "",
        "direction": "up",
        "target": 40,
        "target_date": "2026-12-31",
        "status": "open",
        "values": [
            {"date": "2026-01-28", "value": 30, "n": 10},
            {"date": "2026-02-28", "value": 20, "n": None, "low": None, "high": None},
        ],
        "effects": [
            {"action": "Train", "before": None, "after": None}
            | {"difference": None, "low": None, "high": None, "verdict": "open"}
        ],
    }


def test_money_is_printed_as_text_with_the_currency(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    spans = {"starts_on": date(2026, 2, 3), "due_on": date(2026, 3, 1)}
    action = add_action(*where, {"name": "Renegotiate", **spans})
    set_status(*where, [action], ActionStatus.DONE, date(2026, 2, 20))
    # As the page adds it: nobody typed a unit.
    told = {"name": "Cost of a call", "kind": "money", "unit": "", "direction": Direction.DOWN, "target": 3.5}
    cost = add_kpi(*where, told, [action])
    add_measurement(*where, cost, month(1, value=4.125, n=50, sd=1.0))
    add_measurement(*where, cost, month(3, value=4.0, n=50, sd=1.0))
    [row] = rows(capsys)
    assert (row["unit"], row["target"]) == ("EUR", "3.50")
    assert [value["value"] for value in row["values"]] == ["4.125", "4.00"]
    [effect] = row["effects"]
    assert (effect["before"], effect["after"], effect["difference"]) == ("4.125", "4.00", "-0.125")
    interval = [*row["values"][0].items(), *effect.items()]
    assert all(type(end) is str and float(end) for name, end in interval if name in {"low", "high"})
    assert main(["kpis", "--project", "Bakery"]) == EXIT_DONE
    assert capsys.readouterr().out == "Cost of a call\t2026-03-28 4.00 EUR\tmissed\n"


def test_money_has_the_currency_of_its_project_unless_a_unit_was_given(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    add_kpi(*where, {"name": "Cost", "kind": "money"})
    add_kpi(*where, {"name": "Wages", "kind": "money", "unit": "EUR a month"})
    [project] = list_projects(where[0], COMMAND_LINE)
    change_project(*where, project.version, {"currency": "CHF"})
    assert [row["unit"] for row in rows(capsys)] == ["CHF", "EUR a month"]


def test_every_kind_is_printed_with_its_value_and_without_a_target(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in all_kinds():
        id_ = add_kpi(*where, {"name": kind, "kind": kind})
        add_measurement(*where, id_, month(1, value=0.5))
    printed = {row["kind"]: row for row in rows(capsys)}
    assert list(printed) == list(all_kinds())
    for kind, row in printed.items():
        shown = "0.50" if kind == "money" else 0.5
        empty = {"n": None, "low": None, "high": None}
        assert row["values"] == [{"date": "2026-01-28", "value": shown, **empty}]
        assert (row["target"], row["target_date"], row["status"]) == (None, None, "no target")


def test_a_project_without_kpis_prints_an_empty_list(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rows(capsys, str(where[2])) == []


@pytest.mark.parametrize("wanted", ["Butcher", "bakery", "0192f3a4-0000-7000-8000-000000000000"])
@pytest.mark.usefixtures("where")
def test_an_unknown_project_is_refused_with_a_sentence(
    wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kpis", "--project", wanted, "--json"]) == REFUSED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip().endswith(".")


def test_without_a_project_it_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["kpis", "--json"])
    assert ended.value.code == WRONG_USAGE


def test_stdout_holds_json_alone_where_it_runs_by_itself(where: Where) -> None:
    add_kpi(*where, {"name": "Cost", "kind": "money"})
    done = subprocess.run(
        [sys.executable, "-m", "storage", "kpis", "--project", "Bakery", "--json"],
        env={**os.environ, **_environment(where[0])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (EXIT_DONE, "")
    assert [row["unit"] for row in json.loads(done.stdout)] == ["EUR"]
