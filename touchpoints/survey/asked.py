"""The questions of a file, each with the rows that answer it and what every row says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.messages import Message, message
from touchpoints.survey.cells import AnswerReader
from touchpoints.survey.columns import LONGEST_NAME
from touchpoints.survey.contradictions import doubled_questions
from touchpoints.survey.faults import FrameFaults
from touchpoints.survey.frame import Codes, Column, column_of
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import Question
from touchpoints.survey.rows import code_of_reason
from touchpoints.survey.rules import Layout, QuestionRule, Role, SurveyMapping
from touchpoints.survey.tables import tidy

MOST_ITEMS = 1000
LONGEST_TEXT = 500


@dataclass(frozen=True)
class Asked:
    """A question, the rows that are about it, and the column with its answers or means."""

    question: Question
    rule: QuestionRule
    column: Column
    positions: Codes | None

    @property
    def codes(self) -> npt.NDArray[Any]:
        """The number of the text in each of its rows."""
        return self.column.codes if self.positions is None else self.column.codes[self.positions]

    def of_rows(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Of values for all rows those of the rows about this question."""
        return values if self.positions is None else values[self.positions]


@dataclass(frozen=True)
class Answers:
    """What each text of an answer column means for a question: a point from 0 or a reason below 0."""

    meanings: npt.NDArray[np.int16]
    comments: tuple[str, ...]


def read_answers(asked: Asked, decimal: str | None) -> Answers:
    """What the texts of the column mean, each read once."""
    scale = asked.question.scale
    reader = AnswerReader(asked.rule.answer, scale, decimal)
    found = [reader.read(text) for text in asked.column.texts]
    meanings = [
        code_of_reason(meaning) if isinstance(meaning, str) else meaning - scale.low for meaning, _ in found
    ]
    return Answers(np.array(meanings, dtype=np.int16), tuple(comment for _, comment in found))


def questions_asked(frame: pd.DataFrame, mapping: SurveyMapping) -> list[Asked]:
    """Every question of the file, by the layout of the mapping."""
    if mapping.layout is not Layout.WIDE:
        return items_asked(frame, mapping)
    return [Asked(question_of(rule), rule, column_of(frame, rule.source), None) for rule in mapping.questions]


def items_asked(frame: pd.DataFrame, mapping: SurveyMapping) -> list[Asked]:
    """The questions of a file that names them in a column; raises FrameFaults where an item is unusable."""
    items = column_of(frame, mapping.parts[Role.ITEM])
    refuse_too_many(items)
    answers = column_of(frame, mapping.parts[Role.MEAN if mapping.layout is Layout.MEANS else Role.ANSWER])
    rules = [(mapping.question_of(text), rows) for text, rows in rows_of_texts(items) if text]
    wanted = [(rule, rows) for rule, rows in rules if rule is not None]
    refuse_unusable([rule for rule, _ in wanted])
    return [Asked(question_of(rule), rule, answers, rows) for rule, rows in wanted]


def rows_of_texts(column: Column) -> Iterator[tuple[str, Codes]]:
    """Each text that occurs in the column, with its rows in rising order."""
    order = np.argsort(column.codes, kind="stable")
    codes, starts = np.unique(column.codes[order], return_index=True)
    for code, rows in zip(codes, np.split(order, starts[1:]), strict=True):
        yield column.texts[int(code)], rows


def items_left(items: Column, mapping: SurveyMapping) -> npt.NDArray[np.int16]:
    """The code of a reason in each row that is about no item, 0 in the others."""
    reasons = [0 if text else code_of_reason(Reason.NO_ITEM) for text in items.texts]
    ignored = {rule.source for rule in mapping.questions if rule.role is Role.IGNORE}
    codes = [
        code_of_reason(Reason.IGNORED) if text in ignored else reason
        for text, reason in zip(items.texts, reasons, strict=True)
    ]
    return items.translate(codes).astype(np.int16)


def question_of(rule: QuestionRule) -> Question:
    """The question of a rule; words and scale make up its key, so on another scale it is another question."""
    scale = rule.answer.scale
    if scale is None:
        raise FrameFaults([no_scale(rule.source)])
    kind = "rating" if rule.role is Role.TOUCHPOINT else rule.role.value
    about = "" if rule.touchpoint is None else f":{rule.touchpoint.casefold()}"
    return Question(
        key=f"{kind}:{scale.low}-{scale.high}:{scale.best}{about}",
        kind=kind,
        touchpoint=rule.touchpoint,
        phase=rule.phase,
        text=tidy(rule.source)[:LONGEST_TEXT],
        scale=scale,
        version=rule.version,
    )


def refuse_too_many(items: Column) -> None:
    """Raise FrameFaults where the column cannot be what names the touchpoints."""
    count = int((items.rows_of_texts > 0).sum())
    if count > MOST_ITEMS:
        fault = message(
            "{column} names {count} touchpoints, {most} are possible; is it the right column?",
            column=items.name,
            count=count,
            most=MOST_ITEMS,
        )
        raise FrameFaults([fault])


def refuse_unusable(rules: Sequence[QuestionRule]) -> None:
    """Raise FrameFaults for items without a scale, with too long a name, or that are one touchpoint twice."""
    faults = [no_scale(rule.source) for rule in rules if rule.answer.scale is None]
    faults += [too_long(rule.source) for rule in rules if len(rule.touchpoint or "") > LONGEST_NAME]
    faults += doubled_questions(rules)
    if faults:
        raise FrameFaults(faults)


def no_scale(item: str) -> Message:
    """An item whose answers cannot be read."""
    return message("The item {item} has no scale; give it or the column of the answers one.", item=item)


def too_long(item: str) -> Message:
    """An item that is no name."""
    return message(
        "The item {item} is longer than {longest} characters; give it a touchpoint with a short name.",
        item=f"{item[:60]}…",
        longest=LONGEST_NAME,
    )
