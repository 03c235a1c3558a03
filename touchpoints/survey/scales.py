"""The part of a mapping that says on which scale a question was answered."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.cells import read_number
from touchpoints.survey.rules import USUAL_SCALES, AnswerRule, Role
from touchpoints.survey.tables import Table, is_whole

ANSWER_KEYS = ("scale", "best", "missing", "answers", "text_after")
MOST_POINTS = 101
FIXED_SCALES = (Role.NPS, Role.RECOMMENDATION)


def read_answer_rule(table: Table, role: Role, usual: AnswerRule | None = None) -> AnswerRule:
    """How the answers are read; what the table does not say is as usual for the role or the file.

    Without `best` the high end is best; without `scale` the named answers span it.
    """
    answers = read_answers(table)
    usual = usual or AnswerRule()
    scale = read_scale(table, answers, USUAL_SCALES.get(role, usual.scale), fixed=role in FIXED_SCALES)
    usual = usual if scale == usual.scale else without_points(usual)
    return AnswerRule(
        scale=scale,
        missing=table.codes("missing") if table.has("missing") else usual.missing,
        answers=answers or usual.answers,
        text_after=read_text_after(table) or usual.text_after,
    )


def without_points(rule: AnswerRule) -> AnswerRule:
    """What holds on any scale: a 6 that says "no answer" on one scale is an answer on another."""
    texts = tuple(code for code in rule.missing if read_number(code) is None)
    return AnswerRule(missing=texts, text_after=rule.text_after)


def read_scale(table: Table, answers: Mapping[str, int], usual: Scale | None, *, fixed: bool) -> Scale | None:
    """The scale, or None where nothing says which; notes what contradicts."""
    ends = read_ends(table)
    if ends is None and answers and usual is None:
        ends = (min(answers.values()), max(answers.values()))
    if ends is None and usual is not None:
        ends = (usual.low, usual.high)
        best = table.values.get("best", usual.best)
    else:
        best = table.values.get("best", ends and ends[1])
    if ends is None:
        return None
    if fixed and usual is not None and (*ends, best) != (usual.low, usual.high, usual.best):
        table.refuse(
            "scale", message("[{low}, {high}] for this role, or absent", low=usual.low, high=usual.high)
        )
        return usual
    return checked_scale(table, ends, best, answers)


def read_ends(table: Table) -> tuple[int, int] | None:
    """The two ends of the scale as they are written."""
    if not table.has("scale"):
        return None
    value = table.values["scale"]
    if isinstance(value, list) and len(value) == 2 and is_whole(value[0]) and is_whole(value[1]):
        return value[0], value[1]
    table.refuse("scale", message("two whole numbers, such as [1, 5]"))
    return None


def checked_scale(
    table: Table, ends: tuple[int, int], best: object, answers: Mapping[str, int]
) -> Scale | None:
    """The scale, or None with a fault noted where it is none, or the answers do not lie on it."""
    low, high = ends
    if not 0 < high - low < MOST_POINTS:
        table.refuse("scale", message("two whole numbers, the lower one first, such as [1, 5]"))
        return None
    if not is_whole(best) or best not in ends:
        table.refuse("best", message("{low} or {high}, an end of the scale", low=low, high=high))
        return None
    if any(not low <= point <= high for point in answers.values()):
        table.refuse("answers", message("points of the scale {low} to {high}", low=low, high=high))
    return Scale(low, high, low if best == low else high)


def read_answers(table: Table) -> dict[str, int]:
    """The answers that are texts, with the points they mean."""
    values = table.mapping("answers")
    answers = {text: point for text, point in values.items() if isinstance(point, int) and is_whole(point)}
    if len(answers) < len(values):
        table.refuse("answers", message('texts with whole numbers, such as "very satisfied" = 5'))
    return answers


def read_text_after(table: Table) -> bool:
    """Whether the words behind an answer are comments."""
    value = table.values.get("text_after")
    if value not in (None, "comment"):
        table.refuse("text_after", message('"comment"'))
    return value == "comment"
