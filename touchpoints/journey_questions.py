"""Which question stands for a touchpoint: one for all lines of a chart, so that they can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from touchpoints.ratings import AskedQuestion, Rating

RATING = "rating"


@dataclass(frozen=True)
class ChosenQuestion:
    """The question shown for a touchpoint, and the waves and surveys whose other question is left out.

    `id` is None where the touchpoint was asked about, but not in the wave that is shown.
    """

    id: str | None
    left_out: tuple[str, ...] = ()


def choose_questions(ratings: Iterable[Rating], wave: str | None = None) -> dict[str, ChosenQuestion]:
    """By touchpoint, the question that most people answered, in `wave` or in all.

    `ratings` are those of everybody by wave, else people would count twice. Two scales cannot be pooled as
    counts, and a line on one scale cannot be compared with a line on another.
    """
    asked: dict[str, dict[str, list[Rating]]] = defaultdict(dict)
    for rating in ratings:
        question = rating.question
        if question.kind == RATING and question.touchpoint_id is not None:
            questions = asked[question.touchpoint_id]
            if wave in {None, rating.wave}:
                questions.setdefault(question.id, []).append(rating)
    return {touchpoint: _choose(questions) for touchpoint, questions in asked.items()}


def _choose(questions: Mapping[str, list[Rating]]) -> ChosenQuestion:
    if not questions:
        return ChosenQuestion(None)
    chosen = max(questions, key=lambda id_: sum(rating.n or 0 for rating in questions[id_]))
    shown = questions[chosen][0].question
    others = [rating for id_, ratings in questions.items() if id_ != chosen for rating in ratings]
    return ChosenQuestion(chosen, tuple(dict.fromkeys(_label(rating, shown) for rating in others)))


def _label(rating: Rating, shown: AskedQuestion) -> str:
    """The wave, with its survey where that is another one than the question shown has."""
    survey = rating.question.survey if rating.question.survey != shown.survey else ""
    return ", ".join(filter(None, (survey, rating.wave)))
