"""Guesses what each column of a survey file is for, each with a reason; nothing is decided silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from touchpoints.messages import message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.guess_questions import (
    Values,
    direction_question,
    guess_labelled_scale,
    guess_number_scale,
    guess_recommendation,
    guess_word_scale,
    scale_guess,
)
from touchpoints.survey.guess_rest import guess_ignored, guess_segmentation
from touchpoints.survey.guess_rows import (
    guess_date,
    guess_empty,
    guess_respondent,
    guess_wave,
    guess_weight,
)
from touchpoints.survey.guesses import ColumnGuess, DoubtfulCode
from touchpoints.survey.number_scales import SCHOOL_GRADES, fits
from touchpoints.survey.profile import ColumnProfile
from touchpoints.survey.rules import Role

__all__ = ["ColumnGuess", "DoubtfulCode", "guess"]

# The first that recognises a column wins.
GUESSERS: tuple[Callable[[ColumnProfile], ColumnGuess | None], ...] = (
    *(guess_empty, guess_date, guess_wave, guess_weight, guess_respondent),
    *(guess_recommendation, guess_word_scale, guess_labelled_scale, guess_number_scale),
    guess_segmentation,
)


def guess(profiles: Sequence[ColumnProfile]) -> tuple[ColumnGuess, ...]:
    """A role for every column, with scale, reason and doubtful codes; wave and weight are given once."""
    guesses = [guess_column(profile) for profile in profiles]
    usual = usual_scale(guesses)
    alike = [alike_to_others(one, profile, usual) for one, profile in zip(guesses, profiles, strict=True)]
    return tuple(once_each(alike))


def guess_column(profile: ColumnProfile) -> ColumnGuess:
    """The guess about one column by itself."""
    found = (guesser(profile) for guesser in GUESSERS)
    return next((one for one in found if one is not None), None) or guess_ignored(profile)


def usual_scale(guesses: Iterable[ColumnGuess]) -> Scale | None:
    """The scale of most touchpoints that are answered by numbers, if at least three agree."""
    scales = Counter(one.scale for one in guesses if one.role is Role.TOUCHPOINT and not one.answers)
    scale, number = next(iter(scales.most_common(1)), (None, 0))
    return scale if number >= 3 else None


def alike_to_others(one: ColumnGuess, profile: ColumnProfile, usual: Scale | None) -> ColumnGuess:
    """The guess on the scale of the other columns, where it fits: nobody may have chosen the 5."""
    is_rating = one.role is Role.TOUCHPOINT and not one.answers and one.scale != usual
    values = Values.of(profile)
    if usual is None or not is_rating or not fits(usual, values.numbers):
        return one
    question = one.question if one.scale == SCHOOL_GRADES else direction_question(usual)
    return scale_guess(profile, values, usual, question)


def once_each(guesses: Iterable[ColumnGuess]) -> Iterator[ColumnGuess]:
    """The guesses, with the second wave or weight ignored, and the second overall question a touchpoint."""
    seen: set[Role] = set()
    for one in guesses:
        yield second(one) if one.role in seen else one
        if one.role not in (Role.TOUCHPOINT, Role.SEGMENTATION, Role.IGNORE):
            seen.add(one.role)


def second(one: ColumnGuess) -> ColumnGuess:
    """What a column is for whose role another column has already."""
    if one.role in (Role.WAVE, Role.WEIGHT, Role.RECOMMENDATION):
        reason = message("Another column is the {role} already.", role=one.role.value)
        return ColumnGuess(one.column, Role.IGNORE, reason)
    if one.role is Role.OVERALL:
        return replace(one, role=Role.TOUCHPOINT)
    return replace(one, touchpoint=one.column)
