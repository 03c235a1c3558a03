"""The ratings of a project, computed once for each state of its surveys and shared by all who look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from storage.access import Actor
from storage.answers import SurveyFacts, list_segmentations, list_surveys, read_answers
from storage.journey import list_touchpoints
from storage.revisions import CONTENT, MEASUREMENTS, revisions_of
from storage.store import Store
from touchpoints.journey_lines import JourneyStop
from touchpoints.journey_questions import RATING
from touchpoints.ratings import Rating, SurveyWave, rate

# How often content and measurements have changed: what was made from one state holds as long as it stays.
State = tuple[int, int]


@dataclass(frozen=True)
class Measurements:
    """What the journey is drawn from: its stops, its surveys, and every rating by wave and pooled."""

    stops: tuple[JourneyStop, ...]
    surveys: tuple[SurveyFacts, ...]
    segmentations: tuple[str, ...]
    waves: tuple[SurveyWave, ...]
    values: tuple[str, ...]
    by_wave: tuple[Rating, ...]
    pooled: tuple[Rating, ...]
    state: State

    @property
    def sources(self) -> dict[str, str]:
        """Where each survey comes from, by its name."""
        return {survey.name: survey.source for survey in self.surveys}

    @property
    def rows(self) -> int:
        """How many rows all imported waves had."""
        return sum(survey.rows for survey in self.surveys)

    @property
    def wave_labels(self) -> tuple[str, ...]:
        """The waves in which touchpoints were rated, oldest first."""
        rated = {rating.wave for rating in self.by_wave if rating.question.kind == RATING}
        return tuple(dict.fromkeys(wave.label for wave in self.waves if wave.label in rated))


def measurements_of(page: PageContext, project_id: UUID) -> Measurements:
    """The project's measurements of everybody; the database is asked for them only after a change."""
    # The revisions are read with the actor, so that a kept result never shows what he may not see.
    return measurements_at(page, project_id, revisions_of(page.store, page.actor, project_id))


def measurements_at(page: PageContext, project_id: UUID, revisions: Mapping[str, int]) -> Measurements:
    """The same for whoever has just read the revisions, as this actor, for more than the measurements."""
    state = (revisions.get(CONTENT, 0), revisions.get(MEASUREMENTS, 0))
    return _measurements(page.store, page.actor, project_id, None, state)


def divided(page: PageContext, project_id: UUID, found: Measurements, by: str) -> Measurements:
    """The same measurements, also by a segmentation."""
    return divided_for(page.store, page.actor, project_id, found, by)


def divided_for(store: Store, actor: Actor, project_id: UUID, found: Measurements, by: str) -> Measurements:
    """The same for whoever has no page."""
    return _measurements(store, actor, project_id, by, found.state)


# A large project takes some twenty megabytes for each way to divide it, and every edit begins a new state.
@kept(24)
def _measurements(
    _store: Store, _actor: Actor, project_id: UUID, by: str | None, state: State
) -> Measurements:
    answers = read_answers(_store, _actor, project_id, by)
    return Measurements(
        stops=tuple(
            JourneyStop(str(found.id), found.name, found.phase, found.is_before_contact)
            for found in list_touchpoints(_store, _actor, project_id)
        ),
        surveys=list_surveys(_store, _actor, project_id),
        segmentations=list_segmentations(_store, _actor, project_id),
        waves=answers.waves,
        values=answers.values,
        by_wave=tuple(rate(answers, is_pooled=False)),
        pooled=tuple(rate(answers, is_pooled=True)),
        state=state,
    )
