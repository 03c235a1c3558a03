"""What the coach's page rests on: a segment's own group in the surveys, and facts that are read once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE, Actor
from storage.actions import add_action
from storage.answers import list_survey_groups
from storage.coach import read_coach_facts
from storage.projects import change_project, list_projects
from storage.segment_values import list_segment_values
from storage.segments import change_segment
from storage.store import Store
from tests.pages._screen import is_shown, open_page
from tests.pages.conftest import OpenFrame
from touchpoints.coach import CoachFacts
from touchpoints.model import AbcClass

pytestmark = pytest.mark.usefixtures("facilitator")


def test_a_segment_is_judged_by_its_own_group_in_the_surveys_where_one_is_named(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    coach = open_page(open_frame(), "coach", airport)
    assert is_shown(
        coach, "1 segment of low value meets what disappoints customers in general or in the team's view"
    )
    [segment] = [one for one in list_segment_values(store, COMMAND_LINE, airport) if one.abc is AbcClass.C]
    groups = {one.name: one.id for one in list_survey_groups(store, COMMAND_LINE, airport)}
    link = {"surveyed_as_id": groups["Gender: female"]}
    change_segment(store, COMMAND_LINE, airport, segment.id, segment.version, link)
    content = open_page(open_frame(), "coach", airport)
    assert not is_shown(content, "of low value")
    # With these limits one disappointed customer in a thousand is too many.
    [project] = [one for one in list_projects(store, COMMAND_LINE) if one.id == airport]
    strict = {"disappointing_from": 0.001}
    change_project(store, COMMAND_LINE, airport, project.version, strict)
    disappointed = open_page(open_frame(), "coach", airport)
    assert is_shown(disappointed, "1 segment of low value is disappointed, and nothing is decided")


def test_the_facts_are_read_once_for_each_state_of_the_project(
    open_frame: OpenFrame, store: Store, airport: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[UUID] = []

    def counted(store: Store, actor: Actor, project: UUID, *rest: Any) -> CoachFacts:
        read.append(project)
        return read_coach_facts(store, actor, project, *rest)

    monkeypatch.setattr("pages._coach.read_coach_facts", counted)
    for page in ("coach", "plan_guide", "coach"):
        open_page(open_frame(), page, airport)
    assert read == [airport]
    add_action(store, COMMAND_LINE, airport, {"name": "Nobody's"})
    for page in ("coach", "plan_guide"):
        open_page(open_frame(), page, airport)
    assert read == [airport, airport]
