"""What the README, the decisions and the list of changes say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import BEGIN, END, kept_figures
from benchmarks._figures import table as benchmark_table
from pages import _role_matrix
from storage.configuration import PREFIX, Settings
from tests._sources import ROOT, sources

README = (ROOT / "README.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def first_cells(heading: str) -> list[str]:
    """The first column of the table under a heading, without its quotes."""
    return [row[0] for row in table(heading)]


def table(heading: str) -> list[tuple[str, ...]]:
    section = re.split(r"^#+ ", README.split(f"# {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return [
        tuple(cell.strip().strip("`") if cell.count("`") == 2 else cell.strip() for cell in row)
        for row in rows[1:]
    ]


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE)) - {"help"}


def test_every_make_target_is_in_the_readme_and_every_one_named_there_exists() -> None:
    assert set(re.findall(r"`make ([a-z-]+)", README)) == targets()


def test_the_first_screen_shows_the_journey_and_the_two_commands() -> None:
    first_screen = "\n".join(README.splitlines()[:10])
    assert "docs/journey.png" in first_screen
    assert "make run " in first_screen
    assert "make test " in first_screen


def test_the_table_of_settings_is_that_of_the_code() -> None:
    described = [
        (PREFIX + name.upper(), str(field.default), field.description)
        for name, field in Settings.model_fields.items()
    ]
    assert table("Settings") == described


def test_every_page_is_listed() -> None:
    pages = {path.name for path in (ROOT / "pages").glob("*.py") if not path.name.startswith("_")}
    assert set(first_cells("Pages")) == pages


def test_every_command_is_listed() -> None:
    files = (ROOT / "storage" / "commands").glob("[a-z]*.py")
    assert set(first_cells("Command line")) == {path.stem.replace("_", "-") for path in files}


def test_the_table_of_speed_is_the_one_last_measured() -> None:
    assert kept_figures()
    assert benchmark_table(kept_figures()) in README.split(BEGIN)[1].split(END)[0]


def test_the_tables_of_roles_are_those_of_the_code() -> None:
    written = README.split(_role_matrix.BEGIN)[1].split(_role_matrix.END)[0].strip()
    assert written == _role_matrix.role_matrix(), "bring them up to date with: make roles"


def test_every_place_to_extend_exists_and_has_an_example() -> None:
    places = [ROOT / row[1] for row in table("Extending it")]
    assert len(places) >= 6
    assert [
        place for place in places if not any(found.name[0] not in "_." for found in place.iterdir())
    ] == []


def test_every_file_in_a_place_to_extend_has_what_the_readme_says() -> None:
    rows = [(ROOT / row[1], re.findall(r"\w+", row[2])) for row in table("Extending it") if "`" in row[2]]
    extensions = [
        (source, set(names) - {"and"})
        for place, names in rows
        for source in sources(place.relative_to(ROOT).as_posix())
        if source.path.parent == place and not source.path.name.startswith("_")
    ]
    assert extensions
    wrong = {source.name: names - source.names for source, names in extensions}
    assert {name: missing for name, missing in wrong.items() if missing} == {}


def test_every_folder_of_the_architecture_exists() -> None:
    assert [name for name in first_cells("Architecture") if not (ROOT / name).is_dir()] == []


@pytest.mark.parametrize("document", [ROOT / "README.md", *DECISIONS], ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_fits_on_a_page(decision: Path) -> None:
    lines = decision.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 25
    assert max(len(line) for line in lines) <= 130


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:3]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_change_starts_with_a_verb() -> None:
    lines = re.findall(r"^- (\w+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    others = {"The", "A", "An", "New", "Now", "It", "We", "There", "This", "All", "Each", "Every", "No"}
    wrong = [word for word in lines if word in others or word[0].islower() or re.search("(ed|ing|s)$", word)]
    assert lines
    assert wrong == []
