"""Checks counts that were made of voting sheets by hand, before anybody takes them for answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from touchpoints.activities import Dots, Part, Points, Rate
from touchpoints.ballots import WHOLE
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.room.figures import paper_key, paper_values
from touchpoints.room.reveal import Tally

MOST_SHEETS = 1000


class ImpossibleSheets(TouchpointsError):
    """There cannot be so many sheets."""

    sentence = N_("Enter how many sheets there are: a whole number from 0 to {most}.")


class ImpossibleCount(TouchpointsError):
    """A count is no whole number, or about something that is not asked."""

    sentence = N_("Enter a whole number, 0 or more, for each answer that this activity asks for.")


class MoreCountedThanSheets(TouchpointsError):
    """More people would have answered than there are sheets."""

    sentence = N_(
        "For one subject you have counted {counted}, but {sheets} sheets hold {most} at most. "
        "Count once more, or correct the number of sheets."
    )


class MoreSpentThanSheets(TouchpointsError):
    """More points or dots would have been given than the sheets hold."""

    sentence = N_(
        "Together you have counted {counted}, but {sheets} sheets hold {most} at most. "
        "Count once more, or correct the number of sheets."
    )


def checked_tally(
    parts: Sequence[Part], subjects: Collection[str], sheets: int, counts: Mapping[str, Mapping[str, Any]]
) -> Tally:
    """The tally without its zeros, as touchpoints.room.reveal.Tally says it.

    Raises:
        ImpossibleSheets, ImpossibleCount, MoreCountedThanSheets, MoreSpentThanSheets.
    """
    if not (_is_count(sheets) and sheets <= MOST_SHEETS):
        raise ImpossibleSheets(most=MOST_SHEETS)
    asked = {part.id: part for part in parts if isinstance(part, Rate | Points | Dots)}
    if not set(counts) <= set(asked):
        raise ImpossibleCount
    kept = {id_: _checked(asked[id_], subjects, sheets, of_part) for id_, of_part in counts.items()}
    return Tally(sheets, {id_: of_part for id_, of_part in kept.items() if of_part})


def _checked(
    part: Rate | Points | Dots, subjects: Collection[str], sheets: int, counts: Mapping[str, Any]
) -> dict[str, Any]:
    is_about_the_whole = isinstance(part, Rate) and part.is_about_the_whole
    if not set(counts) <= ({WHOLE} if is_about_the_whole else set(subjects)):
        raise ImpossibleCount
    match part:
        case Rate():
            return _ratings(part, sheets, counts)
        case Points():
            return _spent(part.budget, part.budget, sheets, counts)
        case Dots():
            return _spent(part.most, part.most_each, sheets, counts)


def _ratings(part: Rate, sheets: int, counts: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    kept: dict[str, dict[str, int]] = {}
    for subject, by_values in counts.items():
        _check_counts(by_values)
        if not all(_is_on_scales(part, key) for key in by_values):
            raise ImpossibleCount
        _check_sheets(sum(by_values.values()), sheets, sheets)
        kept[subject] = {key: n for key, n in by_values.items() if n}
    return {subject: by_values for subject, by_values in kept.items() if by_values}


def _spent(budget: int, most_each: int, sheets: int, counts: Mapping[str, Any]) -> dict[str, int]:
    _check_counts(counts)
    for given in counts.values():
        _check_sheets(given, sheets, most_each * sheets)
    if sum(counts.values()) > budget * sheets:
        raise MoreSpentThanSheets(counted=sum(counts.values()), sheets=sheets, most=budget * sheets)
    return {subject: given for subject, given in counts.items() if given}


def _check_counts(counts: Any) -> None:  # noqa: ANN401 - whatever was entered
    if not isinstance(counts, Mapping) or not all(_is_count(n) for n in counts.values()):
        raise ImpossibleCount


def _check_sheets(counted: int, sheets: int, most: int) -> None:
    if counted > most:
        raise MoreCountedThanSheets(counted=counted, sheets=sheets, most=most)


def _is_on_scales(part: Rate, key: str) -> bool:
    try:
        values = paper_values(key)
    except ValueError:
        return False
    # Two spellings of one answer would be two answers.
    is_plain = key == paper_key(values) and len(values) == len(part.scales)
    return is_plain and all(
        scale.low <= value <= scale.high for value, scale in zip(values, part.scales, strict=True)
    )


def _is_count(n: object) -> bool:
    return isinstance(n, int) and not isinstance(n, bool) and n >= 0
