"""Two things with one name stay two in every list."""

from __future__ import annotations

from pages._labels import told_apart
from storage.access import COMMAND_LINE
from storage.projects import new_project
from storage.store import Store
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput


def test_the_second_of_one_name_has_a_number() -> None:
    assert told_apart({1: "Bakery", 2: "Hotel", 3: "Bakery"}) == {1: "Bakery", 2: "Hotel", 3: "Bakery (2)"}


def test_of_two_projects_with_one_name_the_one_that_is_open_stays_open(
    facilitator: str, open_frame: OpenFrame, store: Store
) -> None:
    assert facilitator
    made = [new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en")) for _ in range(2)]
    frame = open_frame()
    for project in made:
        frame.query_params["project"] = str(project)
        frame.run()
        frame.run()
        assert frame.query_params["project"] == str(project)
