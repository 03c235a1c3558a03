"""Scales in words, German and English, so that "zufrieden" is known to be better than "unzufrieden"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from touchpoints.statistics.scale import Scale
from touchpoints.survey.names import fold_text

MIDDLE = "teils teils|weder noch|neutral|mittel|mittelmässig|teils|unentschieden"
NEITHER = "neutral|neither|neither satisfied nor dissatisfied|neither agree nor disagree|undecided|mixed"
FEWEST_RUNGS = 3

# From best to worst; a bar separates words for the same rung. Short ladders win over longer ones.
LADDERS: tuple[tuple[str, ...], ...] = (
    ("zufrieden", MIDDLE, "unzufrieden"),
    ("sehr zufrieden", "zufrieden", "weniger zufrieden|eher unzufrieden", "unzufrieden|sehr unzufrieden"),
    (
        "sehr zufrieden",
        "eher zufrieden",
        "eher unzufrieden|weniger zufrieden",
        "sehr unzufrieden|unzufrieden",
    ),
    ("sehr zufrieden", "zufrieden", MIDDLE, "unzufrieden", "sehr unzufrieden"),
    ("sehr zufrieden", "eher zufrieden", MIDDLE, "eher unzufrieden", "sehr unzufrieden"),
    (
        *("sehr zufrieden", "zufrieden", MIDDLE, "weniger zufrieden|eher unzufrieden"),
        "unzufrieden|gar nicht zufrieden|überhaupt nicht zufrieden",
    ),
    ("vollkommen zufrieden", "sehr zufrieden", "zufrieden", "weniger zufrieden", "unzufrieden"),
    *(
        (
            "sehr zufrieden",
            "zufrieden",
            "eher zufrieden",
            "eher unzufrieden",
            "unzufrieden",
            "sehr unzufrieden",
        ),
        ("sehr gut", "gut", "weniger gut", "schlecht"),
        ("sehr gut", "gut", f"{MIDDLE}|befriedigend|durchschnittlich", "schlecht", "sehr schlecht"),
        ("sehr gut", "gut", "befriedigend", "ausreichend", "mangelhaft", "ungenügend"),
    ),
    (
        *("trifft voll zu|trifft voll und ganz zu|trifft völlig zu|trifft zu", "trifft eher zu"),
        *("trifft eher nicht zu", "trifft nicht zu|trifft gar nicht zu|trifft überhaupt nicht zu"),
    ),
    (
        *("trifft voll zu|trifft voll und ganz zu|trifft völlig zu", "trifft eher zu|trifft zu", MIDDLE),
        *("trifft eher nicht zu", "trifft nicht zu|trifft gar nicht zu|trifft überhaupt nicht zu"),
    ),
    (
        *("stimme voll zu|stimme voll und ganz zu|stimme völlig zu", "stimme zu|stimme eher zu"),
        "stimme nicht zu|stimme eher nicht zu",
        "stimme gar nicht zu|stimme überhaupt nicht zu",
    ),
    (
        *("stimme voll zu|stimme voll und ganz zu|stimme völlig zu", "stimme zu|stimme eher zu", MIDDLE),
        "stimme nicht zu|stimme eher nicht zu",
        "stimme gar nicht zu|stimme überhaupt nicht zu",
    ),
    (
        "very satisfied",
        "satisfied|somewhat satisfied",
        "dissatisfied|somewhat dissatisfied",
        "very dissatisfied",
    ),
    (
        *("very satisfied", "satisfied|somewhat satisfied", NEITHER),
        *("dissatisfied|somewhat dissatisfied|unsatisfied", "very dissatisfied|very unsatisfied"),
    ),
    ("strongly agree", "agree|somewhat agree", "disagree|somewhat disagree", "strongly disagree"),
    ("strongly agree", "agree|somewhat agree", NEITHER, "disagree|somewhat disagree", "strongly disagree"),
    ("excellent", "very good", "good", "fair", "poor"),
    ("excellent", "good", f"{NEITHER}|average|fair", "poor|bad", "very poor|very bad|terrible"),
    ("very good", "good", f"{NEITHER}|average|fair|acceptable", "poor|bad", "very poor|very bad"),
    ("outstanding", "above average", "average", "below average", "unacceptable"),
    ("very easy", "easy", NEITHER, "difficult", "very difficult"),
    ("sehr einfach|sehr leicht", "einfach|leicht", MIDDLE, "schwierig|schwer", "sehr schwierig|sehr schwer"),
)


@dataclass(frozen=True)
class LadderFound:
    """A scale in words with the points of its answers, and whether comments stand behind them."""

    scale: Scale
    answers: Mapping[str, int]
    text_after: bool


RUNGS: tuple[Mapping[str, int], ...] = tuple(
    {fold_text(word): len(ladder) - place for place, rung in enumerate(ladder) for word in rung.split("|")}
    for ladder in LADDERS
)
PHRASES = tuple(sorted({phrase for rungs in RUNGS for phrase in rungs}, key=len, reverse=True))


def find_ladder(texts: Sequence[str]) -> LadderFound | None:
    """The shortest ladder on which all of the texts stand, at least three of its rungs; else None."""
    whole = {text: fold_text(text) for text in texts}
    starts = {phrase: phrase for phrase in map(phrase_at_start, texts)}
    return climb(whole, text_after=False) or climb(starts, text_after=True)


def climb(phrases: Mapping[str, str], *, text_after: bool) -> LadderFound | None:
    """The ladder of some texts and the phrases they are; the worst rung is 1."""
    fitting = [rungs for rungs in RUNGS if all(phrase in rungs for phrase in phrases.values())]
    for rungs in sorted(fitting, key=lambda rungs: max(rungs.values())):
        answers = {text: rungs[phrase] for text, phrase in phrases.items()}
        if len(set(answers.values())) >= FEWEST_RUNGS:
            best = max(rungs.values())
            return LadderFound(Scale(1, best, best), with_all_rungs(answers, rungs), text_after)
    return None


def with_all_rungs(answers: Mapping[str, int], rungs: Mapping[str, int]) -> dict[str, int]:
    """The answers and a phrase for each rung that nobody chose, for the next file; best first."""
    complete = dict(answers)
    for phrase, point in rungs.items():
        if point not in complete.values():
            complete[phrase] = point
    return dict(sorted(complete.items(), key=lambda item: -item[1]))


def phrase_at_start(text: str) -> str:
    """The longest phrase of any ladder that the text begins with, or ""."""
    folded = fold_text(text) + " "
    return next((phrase for phrase in PHRASES if folded.startswith(f"{phrase} ")), "")
