"""What a journey says of one touchpoint when it is pointed at."""

from __future__ import annotations

from touchpoints.charts._look import Look
from touchpoints.charts._text import plain
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.messages import N_

EXPERIENCE = N_("experience")
DISAPPOINTED = N_("disappointed")


def hover_text(point: JourneyPoint, line: JourneyLine, words: Words, look: Look) -> str:
    """Name, phase, experience, disappointed customers and answers of a point, one below the other."""
    told = [f"<b>{plain(point.name)}</b>", plain(" · ".join(filter(None, (point.phase, line.label))))]
    if point.mean is None or point.is_withheld:
        return "<br>".join([*told, plain(words.reason(point))])
    sign = look.sign(point.level)
    told.append(f"{sign.letter} {plain(words.phrase(sign.word))}")
    told.append(_figure(EXPERIENCE, words.estimated_mean(point.mean), words))
    if point.disappointed:
        told.append(_figure(DISAPPOINTED, words.estimated_share(point.disappointed), words))
    return "<br>".join([*told, f"n = {words.count(point.n)}"])


def _figure(name: str, estimated: tuple[str, str], words: Words) -> str:
    value, interval = estimated
    return f"{plain(words.phrase(name))}: <b>{value}</b> ({plain(interval)})"
