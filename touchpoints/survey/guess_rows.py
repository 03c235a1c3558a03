"""Guesses which columns say something of the whole row: its wave, its weight, who answered."""

from __future__ import annotations

from datetime import date

from touchpoints.messages import message
from touchpoints.survey.guesses import ColumnGuess, ignored
from touchpoints.survey.names import Hint, hints_of
from touchpoints.survey.profile import ColumnProfile, fits
from touchpoints.survey.rules import Period, Role

MOST_WAVES = 60
# Years further apart than this are more likely the years in which people became customers.
LONGEST_SURVEY = 20
FEWEST_RESPONDENTS = 20
AMBIGUOUS = {"%d/%m/%Y": "%m/%d/%Y", "%d/%m/%Y %H:%M": "%m/%d/%Y %H:%M"}


def guess_empty(profile: ColumnProfile) -> ColumnGuess | None:
    """A column in which nothing stands."""
    return None if profile.distinct else ignored(profile, message("The column is empty."))


def guess_date(profile: ColumnProfile) -> ColumnGuess | None:
    """A column of days gives waves of a length that suits the time they span."""
    first, last, format_ = profile.first_day, profile.last_day, profile.date_format
    if first is None or last is None or format_ is None or Hint.BIRTH in hints_of(profile.name):
        return None
    reason = message("The values are days, from {first} to {last}.", first=first, last=last)
    other = AMBIGUOUS.get(format_)
    is_ambiguous = other is not None and fits([value.text for value in profile.values], other)
    asked = (
        message("Day and month could be the other way round. Please check the dates.")
        if is_ambiguous
        else None
    )
    return ColumnGuess(
        profile.name, Role.WAVE, reason, period=period_of(first, last), format=format_, question=asked
    )


def period_of(first: date, last: date) -> Period:
    """Years from two and a half years on, quarters from half a year on, else months."""
    days = (last - first).days
    if days > 900:
        return Period.YEAR
    return Period.QUARTER if days > 180 else Period.MONTH


def guess_wave(profile: ColumnProfile) -> ColumnGuess | None:
    """A column named like a wave, or one that holds nothing but years."""
    if profile.distinct > MOST_WAVES or Hint.BIRTH in hints_of(profile.name):
        return None
    if holds_years(profile):
        reason = message("All values are years, from {low} to {high}.", **years_of(profile))
        return ColumnGuess(profile.name, Role.WAVE, reason, period=Period.YEAR)
    if Hint.WAVE not in hints_of(profile.name):
        return None
    reason = message("The name says wave or time; {count} different values.", count=profile.distinct)
    return ColumnGuess(profile.name, Role.WAVE, reason)


def holds_years(profile: ColumnProfile) -> bool:
    """Whether all values are whole numbers that are years of surveys."""
    low, high = profile.low or 0, profile.high or 0
    is_short = high - low < LONGEST_SURVEY or Hint.WAVE in hints_of(profile.name)
    return profile.is_numeric and 1990 <= low <= high <= 2100 and is_short


def years_of(profile: ColumnProfile) -> dict[str, str]:
    """First and last year, as texts: a year has no thousands separator."""
    return {"low": str(int(profile.low or 0)), "high": str(int(profile.high or 0))}


def guess_weight(profile: ColumnProfile) -> ColumnGuess | None:
    """A column of positive numbers that is named a weight."""
    if Hint.WEIGHT not in hints_of(profile.name) or not profile.is_numeric or (profile.low or 0) < 0:
        return None
    reason = message("The name says weight, and all values are positive numbers.")
    return ColumnGuess(profile.name, Role.WEIGHT, reason)


def guess_respondent(profile: ColumnProfile) -> ColumnGuess | None:
    """A column that tells the respondents apart; nobody is stored, so it is not needed."""
    is_unique = profile.distinct == profile.answered >= FEWEST_RESPONDENTS and not has_sentences(profile)
    is_named = Hint.RESPONDENT in hints_of(profile.name) and profile.distinct > MOST_WAVES
    if not is_named and not is_unique:
        return None
    return ignored(profile, message("It tells the respondents apart; nobody is stored, so it is not needed."))


def has_sentences(profile: ColumnProfile) -> bool:
    """Whether people wrote more than a word or two."""
    words = [len(value.text.split()) for value in profile.values]
    return bool(words) and sum(words) / len(words) > 2.5
