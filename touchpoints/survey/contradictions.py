"""What no single table of a mapping can get wrong, but two of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from touchpoints.messages import Message, message
from touchpoints.survey.rules import (
    LAYOUT_ROLES,
    OPTIONAL_ROLES,
    Layout,
    QuestionRule,
    Role,
    SegmentationRule,
    SurveyMapping,
)
from touchpoints.survey.tables import Table

MOST_SEGMENTATIONS = 40


def refuse_contradictions(top: Table, mapping: SurveyMapping) -> None:
    """Note everything in which the parts of the mapping contradict each other."""
    top.faults.extend(doubled_questions(mapping.questions))
    top.faults.extend(doubled_segmentations(mapping.segmentations))
    top.faults.extend(faults_of_pairs(mapping))
    top.faults.extend(faults_of_layout(mapping))


def doubled_questions(questions: Iterable[QuestionRule]) -> Iterator[Message]:
    """Two columns with the same touchpoint, or two that ask the same of the whole company."""
    first: dict[tuple[Role, str], str] = {}
    for rule in questions:
        key = rule.role, (rule.touchpoint or "").casefold()
        if rule.role is Role.IGNORE or first.setdefault(key, rule.source) == rule.source:
            continue
        if rule.touchpoint is not None:
            yield message(
                "{first} and {second} are both the touchpoint {touchpoint}; ignore one or rename it.",
                first=first[key],
                second=rule.source,
                touchpoint=rule.touchpoint,
            )
        else:
            yield message(
                "{first} and {second} both have the role {role}; ignore one of them.",
                first=first[key],
                second=rule.source,
                role=rule.role.value,
            )


def doubled_segmentations(segmentations: tuple[SegmentationRule, ...]) -> Iterator[Message]:
    """Two columns that are one segmentation, or too many of them."""
    first: dict[str, str] = {}
    for rule in segmentations:
        if first.setdefault(rule.name.casefold(), rule.column) != rule.column:
            yield message(
                "{first} and {second} are both the segmentation {name}; give one another name.",
                first=first[rule.name.casefold()],
                second=rule.column,
                name=rule.name,
            )
    if len(segmentations) > MOST_SEGMENTATIONS:
        yield message(
            "{count} columns are segmentations; at most {most} are possible.",
            count=len(segmentations),
            most=MOST_SEGMENTATIONS,
        )


def faults_of_pairs(mapping: SurveyMapping) -> Iterator[Message]:
    """Pairs of what is no segmentation, of a segmentation with itself, or named twice."""
    names = {rule.name for rule in mapping.segmentations}
    for pair in mapping.pairs:
        for name in sorted(set(pair) - names):
            yield message("pairs: {name} is not the name of a segmentation.", name=name)
        if pair[0] == pair[1]:
            yield message("pairs: {name} cannot be a pair with itself.", name=pair[0])
    if len({frozenset(pair) for pair in mapping.pairs}) < len(mapping.pairs):
        yield message("pairs: the same two segmentations are named twice.")


def faults_of_layout(mapping: SurveyMapping) -> Iterator[Message]:
    """Roles that the layout needs and no column has, and what a layout cannot carry."""
    for role in LAYOUT_ROLES[mapping.layout]:
        if role not in mapping.parts and role not in OPTIONAL_ROLES:
            yield message(
                'The layout {layout} needs a column with the role "{role}".',
                layout=mapping.layout.value,
                role=role.value,
            )
    if mapping.layout is Layout.MEANS and mapping.pairs:
        yield message("pairs: means carry no joint counts.")
    if mapping.layout is Layout.MEANS and mapping.weight is not None:
        yield message("weight: means that came without their answers cannot be weighted.")
    if mapping.layout is Layout.WIDE and not mapping.questions:
        yield message("No column is a touchpoint or another question; name at least one.")
