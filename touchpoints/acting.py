"""What acted participants of a rehearsal answer: plausible, different, and drawn from a given chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from touchpoints.acted_texts import DEPARTMENTS, NAMES, TEXTS
from touchpoints.activities import Dots, Part, Points, Promise, Rate, Write
from touchpoints.ballots import WHOLE
from touchpoints.messages import Wording

_MOST_CARDS = 2
# How far two people of the same room are apart, as a part of the length of the scale.
_SPREAD = 0.22
# How many of the room skip a subject that they know nothing of.
_SKIPPED = 0.06
_WEEKS_OF_A_PROMISE = 8


def acted_name(number: int) -> str:
    """What the participant of this number, from 0, calls himself where names are shown."""
    return NAMES[number % len(NAMES)]


def acted_department(chance: Random, wording: Wording) -> str:
    """Where somebody works; there are few departments, so that most have five people and more."""
    return wording.say(chance.choice(DEPARTMENTS))


def acted_answer(
    parts: Sequence[Part], subjects: Sequence[str], chance: Random, today: date
) -> dict[str, Any]:
    """The content of a ballot, as touchpoints.ballots takes it up; empty where nothing but cards is asked.

    `subjects` are the ids of what is asked about. The same subject is seen alike by all, with a spread.
    """
    given = {
        part.id: _ACTS[type(part)](part, subjects, chance, today) for part in parts if type(part) in _ACTS
    }
    return {part_id: answer for part_id, answer in given.items() if answer}


def acted_cards(
    parts: Sequence[Part], subjects: Sequence[str], chance: Random, wording: Wording
) -> list[dict[str, Any]]:
    """The cards that somebody writes: kind, text, and a touchpoint where one is asked."""
    return [
        card for part in parts if isinstance(part, Write) for card in _cards(part, subjects, chance, wording)
    ]


def _cards(
    part: Write, subjects: Sequence[str], chance: Random, wording: Wording
) -> Iterator[dict[str, Any]]:
    for _ in range(min(part.most or _MOST_CARDS, 1 + chance.randrange(_MOST_CARDS))):
        kind = chance.choice(part.kinds)
        card: dict[str, Any] = {"kind": kind, "text": wording.say(chance.choice(TEXTS[kind]))}
        if kind in part.placed_kinds and subjects:
            card["touchpoint_id"] = chance.choice(subjects)
        yield card


def _rate(part: Rate, subjects: Sequence[str], chance: Random, _today: date) -> dict[str, dict[str, int]]:
    if part.is_about_the_whole:
        return {WHOLE: _values(part, WHOLE, chance)}
    return {one: _values(part, one, chance) for one in subjects if chance.random() > _SKIPPED}


def _values(part: Rate, subject: str, chance: Random) -> dict[str, int]:
    """A value on each scale around what all see alike, which the subject and the scale alone decide."""
    values = {}
    for scale in part.scales:
        length = scale.high - scale.low
        middle = scale.low + length * (0.2 + 0.6 * Random(f"{subject}-{scale.id}").random())  # noqa: S311 - acted
        value = round(chance.gauss(middle, _SPREAD * length))
        values[scale.id] = min(max(value, scale.low), scale.high)
    return values


def _points(part: Points, subjects: Sequence[str], chance: Random, _today: date) -> dict[str, int]:
    """The whole budget in steps of ten, most of it for what weighs most."""
    given: dict[str, int] = {}
    left = part.budget
    while subjects and left:
        step = min(10, left)
        subject = _drawn(subjects, chance)
        given[subject] = given.get(subject, 0) + step
        left -= step
    return given


def _dots(part: Dots, subjects: Sequence[str], chance: Random, _today: date) -> dict[str, int]:
    """All dots, none more than allowed on one subject."""
    free = dict.fromkeys(subjects, part.most_each)
    given: dict[str, int] = {}
    for _ in range(min(part.most, sum(free.values()))):
        subject = _drawn([one for one, left in free.items() if left], chance)
        free[subject] -= 1
        given[subject] = given.get(subject, 0) + 1
    return given


def _drawn(subjects: Sequence[str], chance: Random) -> str:
    """One of the subjects; a few are dear to the whole room, as the subjects alone decide."""
    weights = [0.1 + Random(subject).random() ** 3 for subject in subjects]  # noqa: S311 - acted
    return chance.choices(subjects, weights)[0]


def _promise(_part: Promise, subjects: Sequence[str], chance: Random, today: date) -> dict[str, str]:
    """One action at most, within two months; not everybody takes one on."""
    if not subjects or chance.random() < 0.4:
        return {}
    day = today + timedelta(weeks=1 + chance.randrange(_WEEKS_OF_A_PROMISE))
    return {chance.choice(subjects): day.isoformat()}


_ACTS: Mapping[type[Part], Callable[..., dict[str, Any]]] = {
    Rate: _rate,
    Points: _points,
    Dots: _dots,
    Promise: _promise,
}
