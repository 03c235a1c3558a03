"""The words that stand behind an answer in its cell, kept apart from who wrote them and what he answered."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import numpy as np

from touchpoints.survey.asked import Answers, Asked
from touchpoints.survey.result import Comment
from touchpoints.survey.rows import Rows
from touchpoints.survey.tables import tidy

LONGEST_COMMENT = 2000


def comments_of(rows: Rows, asked: Asked, answers: Answers) -> Iterator[Comment]:
    """The comments of a question, of rows whose wave is known."""
    if not any(answers.comments):
        return
    has_comment = np.array([bool(text) for text in answers.comments])
    for place in np.flatnonzero(has_comment[asked.codes]):
        wave = int(asked.of_rows(rows.wave)[place])
        text = tidy(answers.comments[int(asked.codes[place])])[:LONGEST_COMMENT].strip()
        if wave >= 0 and text:
            yield Comment(rows.waves[wave], asked.question.key, text)


def shuffle(comments: Iterable[Comment], seed: int) -> tuple[Comment, ...]:
    """The comments in an order that says nothing of the rows: sorted first, so no seed brings that back."""
    ordered = sorted(comments)
    random.Random(seed).shuffle(ordered)  # noqa: S311 - an order, not a secret
    return tuple(ordered)
