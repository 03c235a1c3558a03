"""What a new project starts with: the phases, touchpoints and segments of a template, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from storage.intents import Work
from storage.ranks import first_ranks
from storage.templates import (
    TemplatePhase,
    TemplateSegment,
    TemplateTouchpoint,
    read_template,
    standard_phases,
)
from touchpoints.model import (
    ContactType,
    Control,
    Phase,
    PhaseInput,
    Segment,
    SegmentInput,
    Touchpoint,
    TouchpointInput,
)

BLANK = "blank"


def fill_from_template(work: Work, template_id: str, language: str) -> None:
    """Add a template's content to a project that was just made; "blank" brings the phases alone."""
    if template_id == BLANK:
        add_phases(work, standard_phases(), language)
        return
    template = read_template(template_id)
    phases = add_phases(work, template.phases, language)
    _add_touchpoints(work, template.touchpoints, phases, language)
    _add_segments(work, template.segments, language)


def add_phases(work: Work, phases: Iterable[TemplatePhase], language: str) -> dict[int, Phase]:
    """Add the phases of a journey; gives them by their number."""
    numbered = {phase.number: phase for phase in phases}
    rows: dict[int, Phase] = {}
    for (number, phase), rank in zip(sorted(numbered.items()), first_ranks(len(numbered)), strict=True):
        values = PhaseInput(name=phase.name.in_language(language), is_before_contact=phase.is_before_contact)
        rows[number] = Phase(**values.model_dump(), project_id=work.project, rank=rank)
    work.fill(rows.values())
    return rows


def _add_touchpoints(
    work: Work, touchpoints: Iterable[TemplateTouchpoint], phases: Mapping[int, Phase], language: str
) -> None:
    for number, found in groupby(touchpoints, key=lambda touchpoint: touchpoint.phase):
        in_phase = list(found)
        ranks = first_ranks(len(in_phase))
        work.fill(
            Touchpoint(
                **TouchpointInput(
                    name=touchpoint.name.in_language(language),
                    phase_id=phases[number].id,
                    control=Control(touchpoint.control),
                    contact_type=ContactType(touchpoint.contact_type),
                ).model_dump(),
                project_id=work.project,
                rank=rank,
            )
            for touchpoint, rank in zip(in_phase, ranks, strict=True)
        )


def _add_segments(work: Work, segments: tuple[TemplateSegment, ...], language: str) -> None:
    work.fill(
        Segment(
            **SegmentInput(
                name=segment.name.in_language(language), note=segment.note.in_language(language)
            ).model_dump(),
            project_id=work.project,
            rank=rank,
        )
        for segment, rank in zip(segments, first_ranks(len(segments)), strict=True)
    )
