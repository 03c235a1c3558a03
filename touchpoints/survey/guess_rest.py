"""Guesses which columns divide the respondents, and says why the others are ignored."""

from __future__ import annotations

from touchpoints.messages import Number, message
from touchpoints.survey.guess_questions import Values, doubtful_texts
from touchpoints.survey.guess_rows import has_sentences
from touchpoints.survey.guesses import ColumnGuess, DoubtfulCode, ignored
from touchpoints.survey.names import Hint, hints_of
from touchpoints.survey.profile import ColumnProfile
from touchpoints.survey.rules import Role

MOST_SEGMENTS = 30
MOST_NAMED_SEGMENTS = 60


def guess_segmentation(profile: ColumnProfile) -> ColumnGuess | None:
    """A few words or codes that many rows share."""
    values, is_named = Values.of(profile), Hint.SEGMENT in hints_of(profile.name)
    most = MOST_NAMED_SEGMENTS if is_named and (values.others or is_coded(profile)) else MOST_SEGMENTS
    is_shared = is_named or profile.distinct * 2 <= profile.answered
    is_divided = 2 <= profile.distinct <= most and is_shared and not has_sentences(profile)
    if not is_divided or (profile.is_numeric and not is_named and profile.distinct > 10):
        return None
    reason = message("{count} different values that divide the respondents.", count=profile.distinct)
    return ColumnGuess(profile.name, Role.SEGMENTATION, reason, doubtful=doubtful_of_codes(values))


def is_coded(profile: ColumnProfile) -> bool:
    """Whether the name says that the numbers are codes."""
    return "code" in profile.name.casefold()


def doubtful_of_codes(values: Values) -> tuple[DoubtfulCode, ...]:
    """A zero before codes that start with one, and texts that say that there is no answer."""
    zero = values.numbers.get(0, ()) if {1, 2} <= set(values.numbers) else ()
    reason = message("a zero before codes that begin with 1")
    return (*(DoubtfulCode.of(value, reason) for value in zero), *doubtful_texts(values.nothing))


def guess_ignored(profile: ColumnProfile) -> ColumnGuess:
    """Why a column is of no use as it is."""
    if profile.distinct == 1:
        return ignored(profile, message("The same value stands in every row."))
    if profile.is_numeric and profile.low is not None and profile.high is not None:
        reason = message(
            "{count} different numbers from {low} to {high}: a measure, no scale. To compare groups, form "
            "them in the file.",
            count=profile.distinct,
            low=Number(profile.low),
            high=Number(profile.high),
        )
        return ignored(profile, reason)
    if has_sentences(profile):
        return ignored(profile, message("Free text."))
    return ignored(
        profile,
        message("{count} different values: too many for a segmentation.", count=profile.distinct),
    )
