"""What all tests share: databases of both kinds, a fixed day, and no test that quietly does not run."""

from __future__ import annotations

import gc
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Dialect, Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlmodel import create_engine

from storage import people
from storage.access import Actor
from storage.configuration import Settings
from storage.database import engines
from storage.store import Store, open_store
from tests._databases import Databases, PostgresqlDatabases, SqliteDatabases

if TYPE_CHECKING:
    from _pytest.nodes import Item

KINDS = {"sqlite": SqliteDatabases, "postgresql": PostgresqlDatabases}


def pytest_configure() -> None:
    """Look for garbage less often: next to nothing of what thousands of tests build goes round in circles."""
    gc.set_threshold(200_000, 50, 1_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=[*KINDS, "both"], default="both", help="which databases tests use")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that needs a database once on SQLite and once on PostgreSQL."""
    if "databases" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--database")
        kinds = list(KINDS) if chosen == "both" else [chosen]
        metafunc.parametrize("databases", kinds, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """What one engine has compiled serves all of its kind: anew for each test takes a third of the time."""
    compiled: dict[type[Dialect], dict[Any, Any]] = defaultdict(dict)

    def sharing(*given: Any, **named: Any) -> Engine:
        engine = create_engine(*given, **named)
        engine._compiled_cache = compiled[type(engine.dialect)]
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", sharing)
        # They are the first part of the key.
        patch.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(DefaultDialect, "__hash__", lambda one: hash(type(one)))
        yield


@pytest.fixture(scope="session")
def makers() -> Iterator[Callable[[str], Databases]]:
    """The maker of each kind, which stays when the next test uses the other: PostgreSQL starts slowly."""
    with ExitStack() as started:
        yield cache(lambda kind: started.enter_context(KINDS[kind]()))


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest, makers: Callable[[str], Databases]) -> Databases:
    """The maker of databases of one kind; one PostgreSQL server serves all tests of a process."""
    return makers(request.param)


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The URL of an empty database that this test alone uses."""
    with databases.empty() as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The settings of an installation whose database is still empty."""
    return Settings(database_url=database_url, data_folder=tmp_path)


@pytest.fixture
def store(databases: Databases, tmp_path: Path) -> Iterator[Store]:
    """An open, migrated database without a project."""
    with databases.migrated(migrate) as url:
        opened = open_store(Settings(database_url=url, data_folder=tmp_path))
        yield opened
        opened.close()


def migrate(url: str) -> None:
    """Bring an empty database up to date, as the first start does."""
    open_store(Settings(database_url=url)).close()


@pytest.fixture
def facilitator(store: Store) -> Actor:
    """Who came in by the link that the start prints."""
    cookie = people.enter(store, people.issue_start_link(store))
    return people.actor_of(store, cookie)


@pytest.fixture(autouse=True)
def main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what a simulated page leaves as the main script, which other processes would run again."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def today() -> date:
    """The day on which all tests happen: a Monday."""
    return date(2026, 3, 2)


@pytest.fixture
def now() -> datetime:
    """The moment at which all tests happen."""
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Item, call: pytest.CallInfo[None]) -> Any:
    """Turn a skipped test into a failed one: a test that does not run finds nothing."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped; here every test runs. {call.excinfo}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    """Turn a skipped file into a failure, too."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped; here every test runs."
    return report
