"""What a journey says of one touchpoint when it is pointed at."""

from __future__ import annotations

from touchpoints.charts._look import Look
from touchpoints.charts._text import plain, wrapped
from touchpoints.charts._words import WHY_WITHHELD, Words
from touchpoints.journey import JourneyLine, JourneyPoint, mean_digits
from touchpoints.messages import N_

EXPERIENCE = N_("experience")
DISAPPOINTED = N_("disappointed")
UNWEIGHTED = N_("unweighted")
REASON_LETTERS = 48


def hover_text(point: JourneyPoint, line: JourneyLine, words: Words, look: Look) -> str:
    """Name, phase, experience, disappointed customers and answers of a point, one below the other."""
    told = [f"<b>{plain(point.name)}</b>", plain(" · ".join(filter(None, (point.phase, line.label))))]
    if point.mean is None or point.is_withheld:
        reason = words.phrase(WHY_WITHHELD) if point.is_withheld else words.reason(point)
        return "<br>".join([*told, wrapped(reason, REASON_LETTERS, 3)])
    sign = look.sign(point.level)
    told.append(f"{sign.letter} {plain(words.phrase(sign.word))}")
    told.append(_figure(EXPERIENCE, words.estimated_mean(point.mean), words))
    if point.unweighted is not None:
        plain_mean = words.mean(point.unweighted, mean_digits(point.mean))
        told.append(f"{plain(words.phrase(UNWEIGHTED))}: {plain_mean}")
    if point.disappointed:
        told.append(_figure(DISAPPOINTED, words.estimated_share(point.disappointed), words))
    return "<br>".join([*told, f"n = {words.count(point.n)}"])


def _figure(name: str, estimated: tuple[str, str], words: Words) -> str:
    value, interval = estimated
    return f"{plain(words.phrase(name))}: <b>{value}</b> ({plain(interval)})"
