"""The numbers of journeys as a table: every point with its n, its interval, or why it has no figure."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.charts._chart import Table
from touchpoints.charts._look import LIGHT
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyPoint, mean_digits


def journey_table(lines: Sequence[JourneyLine], words: Words, line_heading: str = "") -> Table:
    """One row per touchpoint and line; the line's column stands only where there are several."""
    is_weighted = any(point.unweighted is not None for line in lines for point in line.points)
    columns = (
        words.say("Touchpoint"),
        words.say("Phase"),
        words.say("Mean (−2 to +2)"),
        words.say("95 % interval of the mean"),
        *([words.say("Unweighted mean")] if is_weighted else []),
        words.say("Disappointed customers"),
        words.say("95 % interval of the share"),
        words.say("Level"),
        words.say("n"),
        words.say("Source"),
    )
    rows = [(line.label, point) for line in lines for point in line.points]
    if len(lines) == 1 and not lines[0].label:
        return Table(columns, tuple(_row(point, words, is_weighted=is_weighted) for _, point in rows))
    heading = line_heading or words.say("Group")
    return Table(
        (heading, *columns),
        tuple((label, *_row(point, words, is_weighted=is_weighted)) for label, point in rows),
    )


def _row(point: JourneyPoint, words: Words, *, is_weighted: bool) -> tuple[str, ...]:
    if point.mean is None or point.is_withheld:
        return (point.name, point.phase, words.reason(point), *[""] * (7 if is_weighted else 6))
    plain = "" if point.unweighted is None else words.mean(point.unweighted, mean_digits(point.mean))
    return (
        point.name,
        point.phase,
        *words.estimated_mean(point.mean),
        *([plain] if is_weighted else []),
        *(words.estimated_share(point.disappointed) if point.disappointed else ("", "")),
        words.phrase(LIGHT.sign(point.level).word),
        words.count(point.n),
        point.source,
    )
