"""Guesses which columns hold answers, on which scale, and which codes among them are no answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from touchpoints.messages import Message, message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.cells import code_key, read_number
from touchpoints.survey.guesses import ColumnGuess, DoubtfulCode, ignored
from touchpoints.survey.ladders import find_ladder
from touchpoints.survey.names import Hint, hints_of, says_no_answer
from touchpoints.survey.number_scales import EFFORT_SCALES, SCHOOL_GRADES, fits, likely_scale
from touchpoints.survey.profile import ColumnProfile, ValueCount
from touchpoints.survey.rules import USUAL_SCALES, Role

MOST_POINTS = 20
LABELLED = re.compile(r"(\d{1,2})\s*(?:[-\u2013=:.)(]\s*)+\D.*")
GOOD = re.compile(
    r"\b(?:sehr gut|(?:sehr|voll\w*) zufrieden|ausgezeichnet|excellent|very (?:good|satisfied))\b",
    re.IGNORECASE,
)
YES = frozenset({"ja", "yes", "j", "y", "1", "true", "wahr"})
NO = frozenset({"nein", "no", "n", "0", "false", "falsch"})


@dataclass(frozen=True)
class Values:
    """The values of a column, taken apart: whole numbers, texts that say "no answer", and the rest."""

    numbers: Mapping[int, tuple[ValueCount, ...]]
    nothing: tuple[ValueCount, ...]
    others: tuple[ValueCount, ...]

    @classmethod
    def of(cls, profile: ColumnProfile) -> Values:
        """The values of a profile; "4" and "4.0" are one number."""
        numbers: dict[int, tuple[ValueCount, ...]] = {}
        texts: list[ValueCount] = []
        for value in profile.values:
            number = read_number(value.text)
            if number is not None and number == int(number):
                numbers[int(number)] = (*numbers.get(int(number), ()), value)
            else:
                texts.append(value)
        nothing = tuple(value for value in texts if says_no_answer(value.text))
        return cls(numbers, nothing, tuple(value for value in texts if value not in nothing))


def guess_recommendation(profile: ColumnProfile) -> ColumnGuess | None:
    """A question after recommendation: 0 to 10 is NPS, yes and no is the recommendation rate."""
    if Hint.RECOMMEND not in hints_of(profile.name):
        return None
    values, nps = Values.of(profile), USUAL_SCALES[Role.NPS]
    yes_no = guess_yes_no(profile, values)
    if yes_no is not None:
        return yes_no
    if values.others or not fits(nps, values.numbers) or len(values.numbers) < 3:
        return None
    if max(number for number in values.numbers if number <= nps.high) <= 7:
        return ignored(
            profile, message("It asks for recommendation, but not from 0 to 10, so it is not NPS.")
        )
    reason = message("The name asks for recommendation, and the values lie between 0 and 10.")
    return ColumnGuess(profile.name, Role.NPS, reason, nps, doubtful=doubtful_codes(values, nps))


def guess_yes_no(profile: ColumnProfile, values: Values) -> ColumnGuess | None:
    """Whether somebody came by recommendation, answered by yes and no."""
    texts = [value.text for value in profile.values if value not in values.nothing]
    answers = {text: int(text.casefold() in YES) for text in texts if text.casefold() in YES | NO}
    if len(answers) < len(texts) or set(answers.values()) != {0, 1}:
        return None
    return ColumnGuess(
        profile.name,
        Role.RECOMMENDATION,
        message("The name asks for recommendation, and the answers are yes and no."),
        USUAL_SCALES[Role.RECOMMENDATION],
        answers=answers,
        doubtful=doubtful_codes(values, USUAL_SCALES[Role.RECOMMENDATION]),
        question=message("Does it ask whether the customer came by recommendation? Please check."),
    )


def guess_number_scale(profile: ColumnProfile) -> ColumnGuess | None:
    """Whole numbers on a usual scale."""
    values, hints = Values.of(profile), hints_of(profile.name)
    if values.others or profile.distinct > MOST_POINTS or Hint.SEGMENT in hints - {Hint.OVERALL}:
        return None
    numbers = sorted(values.numbers)
    if Hint.GRADE in hints and len(numbers) > 1 and fits(SCHOOL_GRADES, numbers):
        return scale_guess(profile, values, SCHOOL_GRADES, grade_question())
    if Hint.EFFORT in hints:
        scale = next((scale for scale in EFFORT_SCALES if fits(scale, numbers)), None)
    else:
        scale = likely_scale(numbers)
    if scale is None:
        return None
    return scale_guess(profile, values, scale, direction_question(scale))


def direction_question(scale: Scale) -> Message:
    """What must be asked where only numbers stand: a guess would turn the whole journey upside down."""
    if scale.points == SCHOOL_GRADES.points:
        return grade_question()
    return message(
        "Nothing in the file says which end is best. Is {high} the best answer, or {low}?",
        high=scale.high,
        low=scale.low,
    )


def grade_question() -> Message:
    """What must be asked where school grades are possible."""
    return message(
        "With German school grades 1 is best, with Swiss ones 6. Please say which end is best here."
    )


def scale_guess(
    profile: ColumnProfile, values: Values, scale: Scale, question: Message | None
) -> ColumnGuess:
    """The guess for numbers on a scale."""
    return ColumnGuess(
        profile.name,
        role_of(profile.name),
        reason_of(values, scale),
        scale,
        doubtful=doubtful_codes(values, scale),
        question=question,
    )


def role_of(name: str) -> Role:
    """What a rating is about, by the name of its column: the whole, the effort, or a touchpoint."""
    hints = hints_of(name)
    for hint, role in ((Hint.CSAT, Role.CSAT), (Hint.EFFORT, Role.CES), (Hint.OVERALL, Role.OVERALL)):
        if hint in hints:
            return role
    return Role.TOUCHPOINT


def reason_of(values: Values, scale: Scale) -> Message:
    """Why the numbers are taken for a scale."""
    doubtful = doubtful_codes(values, scale)
    if not doubtful:
        return message("The values are {low} to {high} and nothing else.", low=scale.low, high=scale.high)
    return message(
        "The values are {low} to {high}, and beside them {codes}, which may mean no answer.",
        low=scale.low,
        high=scale.high,
        codes=", ".join(code.text for code in doubtful),
    )


def doubtful_codes(values: Values, scale: Scale) -> tuple[DoubtfulCode, ...]:
    """The codes that seem to mean "no answer": numbers outside the scale, and texts that say so."""
    outside = message("outside the scale {low} to {high}", low=scale.low, high=scale.high)
    numbers = (
        DoubtfulCode.of(value, outside)
        for number, written in sorted(values.numbers.items())
        for value in written
        if not scale.low <= number <= scale.high
    )
    return (*numbers, *doubtful_texts(values.nothing))


def doubtful_texts(nothing: Iterable[ValueCount]) -> list[DoubtfulCode]:
    """Texts that say that there is no answer."""
    return [DoubtfulCode.of(value, message("seems to say that there is no answer")) for value in nothing]


def guess_word_scale(profile: ColumnProfile) -> ColumnGuess | None:
    """Answers in words whose order is known, such as "sehr zufrieden" to "unzufrieden"."""
    values = Values.of(profile)
    found = find_ladder([value.text for value in values.others]) if values.others else None
    if found is None or values.numbers:
        return None
    best = next(text for text, point in found.answers.items() if point == found.scale.best)
    worst = next(text for text, point in found.answers.items() if point == found.scale.worst)
    reason = message('The answers are words from "{worst}" to "{best}".', worst=worst, best=best)
    return replace(
        ColumnGuess(profile.name, role_of(profile.name), reason, found.scale, answers=found.answers),
        doubtful=tuple(doubtful_texts(values.nothing)),
        text_after=found.text_after,
    )


def guess_labelled_scale(profile: ColumnProfile) -> ColumnGuess | None:
    """Numbers with words beside some of them, such as "1 = sehr gut", "2", "3", "4", "5 = schlecht"."""
    values = Values.of(profile)
    labelled = {value.text: LABELLED.fullmatch(value.text) for value in values.others}
    if not labelled or not all(labelled.values()) or profile.distinct > MOST_POINTS:
        return None
    answers = {text: int(found[1]) for text, found in labelled.items() if found}
    scale = likely_scale([*values.numbers, *answers.values()])
    if scale is None or any(not scale.low <= point <= scale.high for point in answers.values()):
        return None
    if any(GOOD.search(text) for text, point in answers.items() if point == scale.low):
        scale = Scale(scale.low, scale.high, scale.low)
    question = message("The words beside the numbers say which end is best. Please check it.")
    guess = scale_guess(profile, values, scale, question)
    return replace(guess, answers={text: answers[text] for text in sorted(answers, key=code_key)})
