"""What a person must decide before a survey is counted: codes for "no answer", the better end of scales."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages._import_draft import Draft, Entry
from touchpoints.messages import Message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.cells import code_key, read_number
from touchpoints.survey.guess import DoubtfulCode
from touchpoints.survey.guess_questions import Values, direction_question, doubtful_codes
from touchpoints.survey.guess_rest import doubtful_of_codes
from touchpoints.survey.rules import Role
from touchpoints.survey.scales import FIXED_SCALES

# Where a column of days can be read in two ways, these are the two.
_OTHER_ORDER = {
    "%d/%m/%Y": "%m/%d/%Y",
    "%d/%m/%Y %H:%M": "%m/%d/%Y %H:%M",
}


@dataclass(frozen=True)
class Doubt:
    """A value that may mean "no answer", over all columns that show it.

    `may_be_answer`: in each column it lies next to an end of the scale, which could then reach so far.
    """

    text: str
    is_segment: bool
    rows: int
    first_row: int
    columns: tuple[str, ...]
    reason: Message
    may_be_answer: bool

    @property
    def key(self) -> str:
        """A short mark that no other doubt of the file has."""
        return f"{'segment' if self.is_segment else 'answer'}-{code_key(self.text)}"


@dataclass(frozen=True)
class Direction:
    """A scale whose better end must be said, over all columns that were answered on it."""

    low: int
    high: int
    columns: tuple[str, ...]
    question: Message
    is_recommendation: bool

    @property
    def key(self) -> str:
        """A short mark that no other scale of the file has, although two may have the same ends."""
        return f"{self.low}-{self.high}-{self.columns[0]}"


def doubts_of(draft: Draft) -> tuple[Doubt, ...]:
    """All doubtful values, those that stand in most rows first."""
    found: dict[str, Doubt] = {}
    for entry, code in _doubtful_cells(draft):
        new = _doubt_of(entry, code)
        found[new.key] = _together(found[new.key], new) if new.key in found else new
    return tuple(sorted(found.values(), key=lambda doubt: -doubt.rows))


def is_no_answer(draft: Draft, doubt: Doubt) -> bool | None:
    """What was decided for all of its columns; None where nothing was, or not the same."""
    key = code_key(doubt.text)
    entries = [draft.columns[name] for name in doubt.columns]
    if all(key in _keys(entry.missing) for entry in entries):
        return True
    return False if all(key in _keys(entry.valid) for entry in entries) else None


def decide(draft: Draft, doubt: Doubt, *, is_no_answer: bool | None) -> None:
    """Decide for all columns of the doubt, or take the decision back."""
    for entry in (draft.columns[name] for name in doubt.columns):
        entry.missing = _without(entry.missing, doubt.text)
        entry.valid = _without(entry.valid, doubt.text)
        if is_no_answer is not None:
            side = "missing" if is_no_answer else "valid"
            setattr(entry, side, (*getattr(entry, side), doubt.text))


def directions_of(draft: Draft) -> tuple[Direction, ...]:
    """The scales of which the file does not tell which end is best; asked once where the question is one."""
    found: dict[tuple[tuple[int, int], str], Direction] = {}
    for entry in draft.answered:
        question = _question_about(draft, entry)
        if entry.scale is None or question is None:
            continue
        asked = (entry.scale, question.text)
        columns = (*(found[asked].columns if asked in found else ()), entry.source)
        is_rate = entry.role is Role.RECOMMENDATION
        found[asked] = Direction(*entry.scale, columns, question, is_rate)
    return tuple(found.values())


def best_of(draft: Draft, direction: Direction) -> int | None:
    """The end that was said to be best in all of the columns."""
    said = {draft.columns[name].best for name in direction.columns}
    return said.pop() if len(said) == 1 else None


def say_best(draft: Draft, direction: Direction, best: int | None) -> None:
    """Say it for all columns; a rate of recommendation that asks something else is not used."""
    for entry in (draft.columns[name] for name in direction.columns):
        entry.best = best
        if direction.is_recommendation and best == direction.low:
            entry.role = Role.IGNORE


def open_questions(draft: Draft) -> int:
    """How much is still to be decided."""
    doubts = sum(is_no_answer(draft, doubt) is None for doubt in doubts_of(draft))
    directions = sum(best_of(draft, direction) is None for direction in directions_of(draft))
    return doubts + directions + (bool(orders_of(draft)) and draft.wave.format is None)


def orders_of(draft: Draft) -> tuple[str, ...]:
    """The two ways to read the days of the wave column, or nothing where there is but one."""
    guess = draft.guesses.get(draft.wave.column or "")
    if guess is None or guess.question is None or guess.format not in _OTHER_ORDER or not draft.wave.period:
        return ()
    return guess.format, _OTHER_ORDER[guess.format]


def scale_with_valid(entry: Entry) -> tuple[int, int] | None:
    """The scale, grown by values next to its ends that were said to be answers."""
    if entry.scale is None or entry.role in FIXED_SCALES:
        return entry.scale
    low, high = entry.scale
    numbers = {read_number(text) for text in entry.valid}
    return (low - 1 if low - 1 in numbers else low, high + 1 if high + 1 in numbers else high)


def _question_about(draft: Draft, entry: Entry) -> Message | None:
    """What is to be asked about the ends of its scale."""
    if entry.scale is None or entry.role is Role.NPS:
        return None
    guess = draft.guesses[entry.source]
    if guess.question is not None and guess.scale is not None:
        is_as_guessed = entry.scale == (guess.scale.low, guess.scale.high)
        if guess.answers or is_as_guessed:
            return guess.question
    is_said = entry.answers or entry.role is Role.RECOMMENDATION
    return None if is_said else direction_question(Scale(*entry.scale, entry.scale[1]))


def _doubtful_cells(draft: Draft) -> Iterator[tuple[Entry, DoubtfulCode]]:
    for entry in draft.answered:
        if entry.scale is not None:
            scale = Scale(*entry.scale, entry.scale[1])
            known = _keys(entry.answers)
            codes = doubtful_codes(Values.of(draft.profiles[entry.source]), scale)
            yield from ((entry, code) for code in codes if code_key(code.text) not in known)
    for entry in draft.listed:
        if entry.role is Role.SEGMENTATION:
            known = _keys(entry.labels)
            codes = doubtful_of_codes(Values.of(draft.profiles[entry.source]))
            yield from ((entry, code) for code in codes if code_key(code.text) not in known)


def _doubt_of(entry: Entry, code: DoubtfulCode) -> Doubt:
    is_segment = entry.role is Role.SEGMENTATION
    return Doubt(
        text=code.text,
        is_segment=is_segment,
        rows=code.n,
        first_row=code.row,
        columns=(entry.source,),
        reason=code.reason,
        may_be_answer=not is_segment and _lies_beside(entry, code.text),
    )


def _together(one: Doubt, other: Doubt) -> Doubt:
    return Doubt(
        text=one.text,
        is_segment=one.is_segment,
        rows=one.rows + other.rows,
        first_row=min(one.first_row, other.first_row),
        columns=tuple(dict.fromkeys((*one.columns, *other.columns))),
        reason=one.reason,
        may_be_answer=one.may_be_answer and other.may_be_answer,
    )


def _lies_beside(entry: Entry, text: str) -> bool:
    if entry.scale is None or entry.role in FIXED_SCALES:
        return False
    return read_number(text) in (entry.scale[0] - 1, entry.scale[1] + 1)


def _keys(texts: Iterable[str]) -> set[str]:
    return {code_key(text) for text in texts}


def _without(texts: tuple[str, ...], text: str) -> tuple[str, ...]:
    return tuple(one for one in texts if code_key(one) != code_key(text))
