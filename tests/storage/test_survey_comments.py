"""Customers' own words come with a survey, and what the team has made of them stays."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._rows import only_row, rows_of
from tests.storage._surveys import (
    HOTLINE,
    WAVE,
    a_survey,
    count,
    counted,
)
from touchpoints.model import (
    Finding,
    FindingKind,
    Source,
    Touchpoint,
)
from touchpoints.survey.result import Comment


def test_comments_become_findings_without_the_answer_and_the_segment_they_came_with(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    comments = [Comment(WAVE, HOTLINE.key, " Nobody\0 answers ")]
    result = counted(count(1, 40), count(1, 40, ("Class", "Business")), comments=comments)
    store_survey(store, facilitator, project, result)
    finding = only_row(store, Finding)
    assert (finding.text, finding.source, finding.kind) == ("Nobody answers", Source.CUSTOMER, None)
    assert finding.touchpoint_id == only_row(store, Touchpoint).id


def test_comments_of_a_wave_are_replaced_with_it_and_the_team_s_findings_stay(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for text in ("Nobody answers", "Music too loud"):
        comments = [Comment(WAVE, HOTLINE.key, text)]
        store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    with store.writing() as session:
        session.add(Finding(project_id=project, text="We know", source=Source.TEAM))
    store_survey(store, facilitator, project, a_survey())
    assert [finding.text for finding in rows_of(store, Finding)] == ["We know"]


def test_a_comment_that_the_team_has_sorted_is_its_finding_and_stays(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    comments = [Comment(WAVE, HOTLINE.key, text) for text in ("Nobody answers", "Music too loud")]
    store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    with store.writing() as session:
        session.merge(only_row(store, Finding, text="Nobody answers")).kind = FindingKind.BARRIER
    store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    found = sorted((finding.text, finding.kind) for finding in rows_of(store, Finding))
    assert found == [("Music too loud", None), ("Nobody answers", FindingKind.BARRIER)]
