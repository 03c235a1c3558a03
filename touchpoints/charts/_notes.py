"""What must be known to read a chart's figures: how they are weighted, what is not shown, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from touchpoints.charts._words import WHY_WITHHELD, Words, labelled
from touchpoints.journey import JourneyLine, JourneyPoint, measured, unmeasured, withheld
from touchpoints.messages import Percent, plural


def subtitle(lines: Sequence[JourneyLine], words: Words) -> str:
    """The answers behind a chart and all notes, in one line."""
    return " · ".join([words.answers(lines), *notes(lines, words)])


def notes(lines: Sequence[JourneyLine], words: Words) -> list[str]:
    """All that a chart of these lines has to say beside its figures."""
    return [
        *_weighting(lines, words),
        *_mean_only(lines, words),
        *_gaps(lines, words),
        *_withheld(lines, words),
        *_left_out(lines, words),
    ]


def level_limits(lines: Sequence[JourneyLine], words: Words) -> str:
    """From which shares a touchpoint has its level, "" where no level is shown."""
    if not any(point.level for line in lines for point in measured(line.points)):
        return ""
    limits = lines[0].thresholds
    return words.say(
        "disappointing from {disappointing} in the two worst boxes, delightful from {delightful} in the best",
        disappointing=Percent(limits.disappointing),
        delightful=Percent(limits.delightful),
    )


def foot(lines: Sequence[JourneyLine], words: Words) -> str:
    """What stands below a chart of levels: their limits, and where the figures come from."""
    return " · ".join(filter(None, (level_limits(lines, words), words.source(lines))))


def _weighting(lines: Sequence[JourneyLine], words: Words) -> Iterator[str]:
    points = [point for line in lines for point in measured(line.points)]
    weighted = [point for point in points if point.unweighted is not None]
    if weighted:
        is_all = len(weighted) == len(points)
        yield words.say("weighted") if is_all else words.say("weighted where a survey carries weights")
    plain = list(dict.fromkeys(wave for point in points for wave in point.waves_without_weights))
    if plain:
        yield words.say(
            plural(
                "unweighted, since {waves} carries no weights",
                "unweighted, since {waves} carry no weights",
                len(plain),
                waves=words.names(plain),
            )
        )


def _mean_only(lines: Sequence[JourneyLine], words: Words) -> Iterator[str]:
    names = _names((point for point in measured(line.points) if point.is_mean_only) for line in lines)
    if names:
        yield words.say("mean only, without the answers behind it: {names}", names=words.names(names))


def _gaps(lines: Sequence[JourneyLine], words: Words) -> Iterator[str]:
    """How many touchpoints no line has a figure of: never asked about, or not in what is shown."""
    if not lines:
        return
    missing = set.intersection(*({p.touchpoint_id for p in unmeasured(line.points)} for line in lines))
    asked = sum(point.is_asked for point in lines[0].points if point.touchpoint_id in missing)
    if never := len(missing) - asked:
        yield words.say(
            plural("{count} touchpoint not measured yet", "{count} touchpoints not measured yet", never)
        )
    if asked:
        yield words.say(
            plural(
                "{count} touchpoint measured elsewhere, not here",
                "{count} touchpoints measured elsewhere, not here",
                asked,
            )
        )


def _withheld(lines: Sequence[JourneyLine], words: Words) -> Iterator[str]:
    names = [labelled(point, line) for line in lines for point in withheld(line.points)]
    if names:
        yield f"{words.phrase(WHY_WITHHELD)} ({words.names(names)})"


def _left_out(lines: Sequence[JourneyLine], words: Words) -> Iterator[str]:
    """Waves and surveys that asked about a touchpoint by another question than the one shown."""
    found = {point.touchpoint_id: point for line in lines for point in line.points if point.left_out}
    if found:
        names = [f"{point.name} ({', '.join(point.left_out)})" for point in found.values()]
        yield words.say("left out, since another question was asked: {names}", names=words.names(names))


def _names(points: Iterable[Iterable[JourneyPoint]]) -> list[str]:
    """The names of the touchpoints, each once."""
    return list(dict.fromkeys(point.name for line in points for point in line))
