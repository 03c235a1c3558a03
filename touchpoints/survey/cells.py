"""What the text of one cell says: a code, a number, a point of a scale, or a reason why it says nothing."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from touchpoints.statistics.scale import Scale
from touchpoints.survey.reasons import Reason
from touchpoints.survey.rules import AnswerRule

PLAIN_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,30})?")
NUMBER_AT_START = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,6})?(?!\w)")
GROUPED_BY_DOTS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
GROUPED_BY_COMMAS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
MINUS_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " "})


def read_number(text: str, decimal: str | None = None) -> float | None:
    """The number that a cell holds, or None.

    Without a known decimal mark a single dot or comma is one. With one, the other mark may group thousands;
    where it cannot (4.0 in a file with decimal commas) it is read as a decimal mark all the same.
    """
    text = text.translate(MINUS_SIGNS).strip()
    if decimal == "," and GROUPED_BY_DOTS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif decimal == "." and GROUPED_BY_COMMAS.fullmatch(text):
        text = text.replace(",", "")
    if not PLAIN_NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", "."))


def code_key(text: str) -> str:
    """The form in which codes are compared: "4.0", " 4" and "4" are one code, "BLANK" and "Blank" another."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    number = read_number(text)
    if number is None:
        return text.casefold()
    return str(int(number)) if number == math.floor(number) else str(number)


@dataclass(frozen=True)
class AnswerReader:
    """Reads the answers of one question."""

    rule: AnswerRule
    scale: Scale
    decimal: str | None = None

    @cached_property
    def missing(self) -> frozenset[str]:
        """The keys of the codes that mean "no answer"."""
        return frozenset(code_key(code) for code in self.rule.missing)

    @cached_property
    def answers(self) -> Mapping[str, int]:
        """The points of the answers that are texts, by key."""
        return {code_key(text): point for text, point in self.rule.answers.items()}

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Texts that an answer with words behind it may begin with, the longest first."""
        texts = [*self.rule.answers, *self.rule.missing]
        folded = {" ".join(text.split()).casefold() for text in texts if read_number(text) is None}
        return tuple(sorted(folded, key=len, reverse=True))

    def read(self, text: str) -> tuple[int | Reason, str]:
        """The point or the reason, and the comment that stands behind the answer (or "")."""
        answer, comment = self.split(text) if self.rule.text_after else (text, "")
        return self.point(answer), comment

    def point(self, text: str) -> int | Reason:
        """The point of the scale that the text means, or why it means none."""
        key = code_key(text)
        if not key:
            return Reason.BLANK
        if key in self.missing:
            return Reason.NO_ANSWER
        if key in self.answers:
            return self.answers[key]
        return self.point_of_number(read_number(text, self.decimal))

    def point_of_number(self, number: float | None) -> int | Reason:
        """The point of the scale that is this number, or why it is none."""
        if number is None:
            return Reason.NOT_A_NUMBER
        if not self.scale.low <= number <= self.scale.high:
            return Reason.OUTSIDE_SCALE
        return int(number) if number == math.floor(number) else Reason.NOT_WHOLE

    def split(self, text: str) -> tuple[str, str]:
        """The answer at the beginning of a cell, and the words behind it."""
        text = " ".join(text.split())
        end = length_of_start(text, self.starts)
        return text[:end], text[end:].lstrip(" ,;:.-\u2013\u2014/|").strip()


def length_of_start(text: str, starts: tuple[str, ...]) -> int:
    """How much of the text is the answer: one of `starts` (folded, longest first), a number, or all of it."""
    for start in starts:
        end = folded_length(text, start)
        if end and not text[end : end + 1].isalnum():
            return end
    number = NUMBER_AT_START.match(text)
    return len(text) if number is None else number.end()


def folded_length(text: str, start: str) -> int:
    """How many characters of the text make up `start`, which may be shorter or longer ("ß" folds to "ss")."""
    lengths: list[int] = [len(start), *range(max(len(start) - 3, 1), len(start))]
    for end in lengths:
        if text[:end].casefold() == start:
            return end
    return 0
