"""The rounds side by side in a check-up: questions answered, hints as they stood, and their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pages._coach import SIGNS, WORDS
from pages._document import heading, paragraph, table
from pages._page import STEPS
from pages._words import word_for
from storage.check_ups import RoundChecked
from storage.hint_answers import HintAnswerEntry
from touchpoints.check_up import CheckUp, answers_by_round
from touchpoints.coach import Consequence
from touchpoints.guide import Step
from touchpoints.guide.measures import Progress
from touchpoints.messages import Wording
from touchpoints.model import HintState

# More columns than these are too narrow on paper.
MOST_ROUNDS = 5


@dataclass(frozen=True)
class _Column:
    """A round: how it stood when it ended, or now, and the answers that hints got while it was on."""

    label: str
    check_up: CheckUp | None
    answers: Counter[HintState]


Cell = Callable[[_Column], str]


def rounds_html(
    wording: Wording, rounds: Sequence[RoundChecked], now: CheckUp, answers: Sequence[HintAnswerEntry]
) -> Iterator[str]:
    """Three tables with a column for each of the latest rounds, the last of them as it stands now."""
    columns = _columns(wording, rounds, now, answers)[-MOST_ROUNDS:]
    parts = (
        (wording.say("Questions answered"), wording.say("Step"), _questions(wording)),
        (wording.say("Open hints at the end of the round"), wording.say("Hints"), _hints(wording)),
        (wording.say("Answers during the round"), wording.say("Answer"), _answers(wording)),
    )
    yield heading(wording.say("Over the rounds"))
    yield '<section class="tp-columns">'
    for title, first, lines in parts:
        yield f"<h3>{escape(title)}</h3>"
        yield table(
            [{first: name, **{one.label: cell(one) for one in columns}} for name, cell in lines.items()]
        )
    yield "</section>"
    yield from _notes(wording, rounds, columns)


def _columns(
    wording: Wording, rounds: Sequence[RoundChecked], now: CheckUp, answers: Sequence[HintAnswerEntry]
) -> list[_Column]:
    kept = [*(one.check_up for one in rounds[:-1]), now]
    given = answers_by_round(
        [one.end for one in rounds[:-1]],
        # What was taken back at once was a slip of the hand.
        [(answer.at, answer.state) for answer in answers if answer.taken_back_at is None],
    )
    labels = (_label(wording, one) for one in rounds)
    return [_Column(*parts) for parts in zip(labels, kept, given, strict=True)]


def _label(wording: Wording, checked: RoundChecked) -> str:
    said = wording.say("Round {number}", number=checked.number)
    if checked.name:
        said = f"{said}: {checked.name}"
    if checked.ended_on is None:
        return said
    return wording.say("{round}, until {day}", round=said, day=checked.ended_on)


def _questions(wording: Wording) -> Mapping[str, Cell]:
    """A line for each step, and one for all of them together."""

    def of(progress: Progress) -> str:
        return wording.say("{count} of {all}", count=progress.done, all=progress.of)

    def cell_of(step: Step) -> Cell:
        return _kept(wording, lambda one: of(one.questions[step]) if step in one.questions else None)

    steps = {wording.say(section): cell_of(step) for step, section in zip(Step, STEPS, strict=True)}
    return steps | {wording.say("All four steps"): _kept(wording, lambda one: of(one.answered))}


def _hints(wording: Wording) -> Mapping[str, Cell]:
    """A line for each consequence of open hints, and one for those that are resolved."""

    def cell_of(consequence: Consequence) -> Cell:
        return _kept(
            wording, lambda one: wording.number(one.hints.open.get(consequence, 0)) if one.hints else None
        )

    opened = {f"{SIGNS[one]} {wording.say(WORDS[one])}": cell_of(one) for one in Consequence}
    resolved = _kept(wording, lambda one: wording.number(one.hints.resolved) if one.hints else None)
    return opened | {wording.say("resolved so far"): resolved}


def _answers(wording: Wording) -> Mapping[str, Cell]:
    """A line for each way to answer a hint."""

    def cell_of(state: HintState) -> Cell:
        return lambda column: wording.number(column.answers[state])

    return {wording.say(word_for(state)): cell_of(state) for state in HintState}


def _kept(wording: Wording, tell: Callable[[CheckUp], str | None]) -> Cell:
    """A cell with what was kept of a round, which says so where nothing was."""

    def cell(column: _Column) -> str:
        said = None if column.check_up is None else tell(column.check_up)
        return wording.say("not recorded") if said is None else said

    return cell


def _notes(wording: Wording, rounds: Sequence[RoundChecked], columns: Sequence[_Column]) -> Iterator[str]:
    """What cannot be seen from the tables."""
    if len(rounds) > len(columns):
        said = wording.say("The latest {count} of {all} rounds.", count=len(columns), all=len(rounds))
        yield paragraph(said)
    if len(columns) > 1:
        said = wording.say("The last column stands as it is now, the others as they stood when they ended.")
        yield paragraph(said)
