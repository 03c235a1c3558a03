"""The arrows between the folders, and how a file is written, hold."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from itertools import pairwise
from statistics import median, quantiles

import pytest

from tests._sources import PRODUCT, ROOT, STANDARD_LIBRARY, Function, Source, sources

# The table of the README's architecture section: what a folder may import beside the standard library.
# The longest prefix that fits a file counts.
MAY_IMPORT = {
    "app.py": {"streamlit", "starlette", "pages", "storage"},
    "pages/": {"streamlit", "pages", "touchpoints", "storage", "pandas", "pyarrow", "segno"},
    "pages/_routes/": {"starlette", "streamlit", "pages", "touchpoints", "storage", "brotli"},
    "storage/": {
        *{"sqlmodel", "sqlalchemy", "alembic", "psycopg", "pysqlite3", "filelock", "fractional_indexing"},
        *{"pydantic", "pydantic_core", "babel", "pandas", "numpy", "pyarrow", "python_calamine"},
        *{"ifaddr", "icalendar", "touchpoints", "storage"},
    },
    "touchpoints/": {"pandas", "numpy", "scipy", "touchpoints"},
    "touchpoints/charts/": {"plotly", "pandas", "numpy", "touchpoints"},
    "touchpoints/model/": {"sqlmodel", "sqlalchemy", "pydantic", "pydantic_core", "touchpoints"},
}
# Ways out of the domain's purity: files, clock, environment, network.
IMPURE = {"os", "io", "pathlib", "shutil", "tempfile", "time", "subprocess", "socket", "sqlite3", "urllib"}
IMPURE_CALLS = {"open", "print", "input", "date.today", "datetime.now", "uuid4", "uuid.uuid4"}
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc)(_|$|\.)")


def area(source: Source) -> str:
    return max((prefix for prefix in MAY_IMPORT if source.name.startswith(prefix)), key=len)


def is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def imports_of(*places: str) -> Iterable[tuple[Source, int, str]]:
    return ((source, line, name) for source in sources(*places) for line, name in source.imports)


def test_each_folder_imports_only_what_its_row_in_the_table_allows() -> None:
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source, line, name in imports_of(*PRODUCT)
        if name.split(".")[0] not in STANDARD_LIBRARY | MAY_IMPORT[area(source)]
    ]
    assert wrong == []


def test_the_domain_reads_no_file_no_clock_and_no_environment() -> None:
    imported = [
        f"{source.name}:{line} imports {name}"
        for source, line, name in imports_of("touchpoints")
        if name.split(".")[0] in IMPURE and not source.name.startswith("touchpoints/model/")
    ]
    called = [
        f"{source.name}:{call.lineno} calls {called}"
        for source in sources("touchpoints")
        for call, called in source.calls
        if called in IMPURE_CALLS
    ]
    assert imported + called == []


def test_the_model_declares_and_runs_nothing() -> None:
    running = ("Session", "create_engine", "select", "Engine", "text", "sessionmaker", "Relationship")
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source, line, name in imports_of("touchpoints/model")
        if name.split(".")[0] in {"sqlmodel", "sqlalchemy"} and name.split(".")[-1] in running
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("touchpoints/model", "touchpoints.statistics"),
        ("touchpoints/model", "touchpoints.survey"),
        ("touchpoints/model", "touchpoints.charts"),
        ("touchpoints/statistics", "touchpoints.charts"),
        ("touchpoints/survey", "touchpoints.charts"),
        ("storage", "touchpoints.charts"),
        ("storage", "plotly"),
        (".", "plotly.express"),
    ],
)
def test_no_arrow_points_back(importer: str, imported: str) -> None:
    places = PRODUCT if importer == "." else (importer,)
    assert [f"{s.name}:{line}" for s, line, name in imports_of(*places) if is_in(name, imported)] == []


def test_pages_import_what_screens_share_but_no_other_page() -> None:
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source, line, name in imports_of("pages", "app.py")
        if name.startswith("pages.") and not name.startswith("pages._")
    ]
    assert wrong == []


def test_pages_use_the_public_names_of_storage() -> None:
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source, line, name in imports_of("pages", "app.py")
        if is_in(name, "storage") and any(part.startswith("_") for part in name.split("."))
    ]
    assert wrong == []


def test_no_page_is_named_like_a_module() -> None:
    # While a page runs, pages/ comes first on the path: a page "statistics.py" would hide the library's.
    pages = {source.path.stem for source in sources("pages")}
    modules = {name.split(".")[0] for _, _, name in imports_of(*PRODUCT)} - {"pages"}
    assert pages & (set(sys.stdlib_module_names) | modules) == set()


def test_no_text_of_a_user_can_become_html() -> None:
    # A value may be passed only where all of the HTML stands in the file as a literal.
    wrong = [
        f"{source.name}:{call.lineno}"
        for source in sources("pages", "app.py")
        for call, _ in source.calls
        if any(keyword.arg == "unsafe_allow_html" for keyword in call.keywords)
        and not all(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert wrong == []


def test_every_file_opens_with_one_sentence() -> None:
    wrong = []
    for source in sources(*PRODUCT, "tests", "benchmarks"):
        first = (ast.get_docstring(source.tree) or "").split("\n")[0]
        if source.text.strip() and not first.endswith("."):
            wrong.append(source.name)
    assert wrong == []


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {source.name: source.text.count("\n") for source in sources(*PRODUCT, "tests", "benchmarks")}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def length(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_functions_are_short() -> None:
    lengths = [length(function) for source in sources(*PRODUCT) for function in source.functions]
    assert median(lengths) < 10
    assert quantiles(lengths, n=10)[-1] < 26


def test_no_function_is_longer_than_40_lines_without_a_reason_on_its_first_line() -> None:
    wrong = [
        f"{source.name}:{function.lineno} {function.name}: {length(function)} lines"
        for source in sources(*PRODUCT, "tests", "benchmarks")
        for function in source.functions
        if length(function) > 40 and "#" not in source.text.splitlines()[function.lineno - 1]
    ]
    assert wrong == []


def test_names_say_what_a_thing_is_for() -> None:
    names = {source.name for source in sources(*PRODUCT, "tests", "benchmarks")}
    assert [name for name in names if EMPTY_NAMES.search(name.replace("/", "_"))] == []


def test_nothing_is_left_to_do_and_no_test_stands_aside() -> None:
    marks = re.compile(
        r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b|\bmark\.(skip|xfail)|pytest\.(skip|xfail|importorskip)\("
    )
    wrong = [
        f"{source.name}:{number}"
        for source in sources(*PRODUCT, "tests", "benchmarks")
        for number, line in enumerate(source.text.splitlines(), 1)
        if marks.search(line) and source.path.name != "test_architecture.py"
    ]
    assert wrong == []


def test_each_exception_from_a_check_gives_its_reason() -> None:
    # On the line, or in a comment above it.
    exception = re.compile(r"# (noqa|type: ignore)(?!: ?[A-Z0-9, ]+ - \w|\[[a-z-, ]+\] +# \w)")
    wrong = [
        f"{source.name}:{number}"
        for source in sources(*PRODUCT, "tests", "benchmarks")
        for number, (above, line) in enumerate(pairwise(["", *source.text.splitlines()]), 1)
        if exception.search(line) and "#" not in above and source.path.name != "test_architecture.py"
    ]
    assert wrong == []


def test_the_table_covers_every_folder_of_the_product() -> None:
    folders = {path.name + "/" for path in ROOT.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    rows = {name.split("/")[0] + "/" for name in MAY_IMPORT if "/" in name}
    assert {name for name in folders if not name.startswith(".")} - {"tests/", "benchmarks/"} == rows
