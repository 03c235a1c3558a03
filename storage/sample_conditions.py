"""Filling the sample project with the conditions at its key touchpoints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from storage.intents import Work
from storage.sample.values import SampleConditions
from storage.sample_rows import Ids
from touchpoints.model import TouchpointConditionsInput
from touchpoints.model.coach import TouchpointConditions


def add_conditions(work: Work, conditions: Iterable[SampleConditions], touchpoints: Ids) -> None:
    """Add what was said of each touchpoint."""
    given = (
        TouchpointConditionsInput(touchpoint_id=touchpoints[one.touchpoint], **asdict(one.said))
        for one in conditions
    )
    work.fill(TouchpointConditions(**one.model_dump(), project_id=work.project) for one in given)
