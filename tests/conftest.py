"""What all tests share: databases of both kinds, a fixed day, and no test that quietly does not run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests._databases import Databases, PostgresqlDatabases, SqliteDatabases

if TYPE_CHECKING:
    from _pytest.nodes import Item

KINDS = {"sqlite": SqliteDatabases, "postgresql": PostgresqlDatabases}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=[*KINDS, "both"], default="both", help="which databases tests use")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that needs a database once on SQLite and once on PostgreSQL."""
    if "databases" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--database")
        kinds = list(KINDS) if chosen == "both" else [chosen]
        metafunc.parametrize("databases", kinds, indirect=True, scope="session")


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """The maker of databases of one kind; one PostgreSQL server serves all tests of a process."""
    with KINDS[request.param]() as made:
        yield made


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The URL of an empty database that this test alone uses."""
    with databases.empty() as url:
        yield url


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
