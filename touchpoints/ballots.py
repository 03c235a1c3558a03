"""What one person answers in an activity: taken up bit by bit, and checked against what is asked.

The content of a ballot is plain JSON, by the id of a part: `rate` {subject: {scale: value}}, `points`
{subject: number}, `dots` {subject: number}, `promise` {action: date}. The subject of an answer about the
whole is "". An answer is the same with only what changes; None takes a value back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from touchpoints.activities import ActivityKind, Dots, Part, Points, Promise, Rate, Write
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import CardKind

Content = Mapping[str, Any]
WHOLE = ""


class UnusableAnswer(TouchpointsError):
    """A phone sent what was not asked; our own pages do not."""

    sentence = N_("This answer does not fit what is asked now. Reload the page and answer once more.")


class TooManyPoints(TouchpointsError):
    """More points or dots were given than there are."""

    sentence = N_("You have given {given} of {budget}. Take {over} back somewhere.")


def parts_asked(kind: ActivityKind, settings: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts of an activity with what its facilitator has set."""
    return tuple(_as_set(part, settings) for part in kind.parts)


def _as_set(part: Part, settings: Mapping[str, Any]) -> Part:
    match part:
        case Points():
            return replace(part, budget=int(settings.get("budget", part.budget)))
        case Dots():
            most, each = settings.get("most", part.most), settings.get("most_each", part.most_each)
            return replace(part, most=int(most), most_each=int(each))
        case Write() if "cards" in settings:
            return part.asking_for(tuple(CardKind(one) for one in settings["cards"]))
    return part


def take_up(
    content: Content, answer: Content, parts: Collection[Part], subjects: Collection[str]
) -> dict[str, Any]:
    """The content with an answer taken up; `subjects` are the ids of what may be answered about.

    Raises:
        UnusableAnswer: it was not asked so.
        TooManyPoints: it would spend more than there is.
    """
    by_id = {part.id: part for part in parts}
    merged = dict(content)
    for part_id, given in answer.items():
        part = by_id.get(part_id)
        if part is None or not isinstance(given, Mapping):
            raise UnusableAnswer
        merged[part_id] = _TAKERS[type(part)](merged.get(part_id, {}), given, part, subjects)
    return merged


def _take_rating(old: Content, given: Content, part: Any, subjects: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - as the table below says
    allowed = {WHOLE} if part.is_about_the_whole else set(subjects)
    limits = {scale.id: (scale.low, scale.high) for scale in part.scales}
    merged = {subject: dict(values) for subject, values in old.items()}
    for subject, values in given.items():
        if subject not in allowed or not isinstance(values, Mapping) or not set(values) <= set(limits):
            raise UnusableAnswer
        for scale, value in values.items():
            low, high = limits[scale]
            if value is not None and not (_is_whole(value) and low <= value <= high):
                raise UnusableAnswer
        kept = {**merged.get(subject, {}), **values}
        merged[subject] = {scale: value for scale, value in kept.items() if value is not None}
    return {subject: values for subject, values in merged.items() if values}


def _take_points(old: Content, given: Content, part: Any, subjects: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - as above
    return _spend(old, given, subjects, part.budget, part.budget)


def _take_dots(old: Content, given: Content, part: Any, subjects: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - as above
    return _spend(old, given, subjects, part.most, part.most_each)


def _spend(
    old: Content, given: Content, subjects: Collection[str], budget: int, most_each: int
) -> dict[str, Any]:
    numbers = {subject: value or 0 for subject, value in given.items()}
    if not set(numbers) <= set(subjects):
        raise UnusableAnswer
    if not all(_is_whole(value) and 0 <= value <= most_each for value in numbers.values()):
        raise UnusableAnswer
    merged = {subject: value for subject, value in {**old, **numbers}.items() if value}
    total = sum(merged.values())
    if total > budget:
        raise TooManyPoints(given=total, budget=budget, over=total - budget)
    return merged


def _take_promise(old: Content, given: Content, _part: Any, subjects: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - as above
    for action, day in given.items():
        if action not in subjects or not (day is None or _is_day(day)):
            raise UnusableAnswer
    return {action: day for action, day in {**old, **given}.items() if day}


def _refuse(_old: Content, _given: Content, _part: Any, _subjects: Collection[str]) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Cards are no part of a ballot: they appear on the wall at once."""
    raise UnusableAnswer


_TAKERS: Mapping[type[Part], Callable[..., dict[str, Any]]] = {
    Rate: _take_rating,
    Points: _take_points,
    Dots: _take_dots,
    Promise: _take_promise,
    Write: _refuse,
}


def asks_about_subjects(part: Part) -> bool:
    """Whether a part cannot be answered without anything to answer about."""
    return isinstance(part, Points | Dots) or (isinstance(part, Rate) and not part.is_about_the_whole)


def is_complete(content: Content, parts: Collection[Part], subjects: Collection[str]) -> bool:
    """Whether somebody has answered all that is asked; cards and promises alone are never complete."""
    return any(not isinstance(part, Write | Promise) for part in parts) and all(
        _is_answered(content.get(part.id, {}), part, subjects) for part in parts
    )


def _is_answered(given: Content, part: Part, subjects: Collection[str]) -> bool:
    match part:
        case Rate():
            asked = {WHOLE} if part.is_about_the_whole else set(subjects)
            return all(len(given.get(subject, {})) == len(part.scales) for subject in asked)
        case Points():
            return sum(given.values()) == part.budget
        case Dots():
            return bool(sum(given.values()) == min(part.most, part.most_each * len(subjects)))
    return True


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_day(day: object) -> bool:
    try:
        return bool(date.fromisoformat(str(day)))
    except ValueError:
        return False
