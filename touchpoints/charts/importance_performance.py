"""The importance-performance matrix: what to improve first, and where the answers leave that unclear."""

from __future__ import annotations

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import Look
from touchpoints.charts._matrix_figure import MatrixFigure
from touchpoints.charts._matrix_scale import UNCROWDED
from touchpoints.charts._standing_words import StandingWords
from touchpoints.importance_performance import (
    MATRIX_NAMES,
    QUADRANT_NAMES,
    UNCLEAR,
    Matrix,
    MatrixView,
    Placed,
    Quadrant,
    Reading,
    finding_of_matrix,
)
from touchpoints.messages import N_, Wording, plural

ID = "importance_performance"
NAME = N_("Importance-performance matrix")
INPUT = Input.MATRIX
BOXES = {
    MatrixView.TEAM: N_("quartiles of the team"),
    MatrixView.CUSTOMER: N_("95 % intervals"),
    MatrixView.COMBINED: N_("95 % intervals of the experience"),
}


def draw(matrix: Matrix, wording: Wording, look: Look) -> Chart:
    """The touchpoints of one view; hollow where the error box touches a line, so that no quadrant is sure."""
    words = StandingWords(wording)
    return Chart(
        figure=MatrixFigure(matrix, look, words, source_of(matrix, words)).figure(),
        title=words.say(finding_of_matrix(matrix)),
        subtitle=" · ".join(_subtitle(matrix, words)),
        description=_description(matrix, words),
        source=source_of(matrix, words),
        tabulate=lambda: _table(matrix, words),
    )


def source_of(matrix: Matrix, words: StandingWords) -> str:
    """Whose figures these are."""
    if matrix.view is MatrixView.TEAM:
        return words.say("Source: {sources}", sources=words.say("the team"))
    standings = [placed.standing for placed in matrix.placed]
    return words.source_of(standings, with_team=matrix.view is MatrixView.COMBINED)


def _subtitle(matrix: Matrix, words: StandingWords) -> list[str]:
    """The view, how many are certain, what the boxes are, and who is missing."""
    unclear = len(matrix.inside(None))
    said = [words.say(MATRIX_NAMES[matrix.view])]
    if matrix.placed:
        said.append(
            words.say(
                "{unclear} of {all} unclear (hollow: the box touches a line)",
                unclear=unclear,
                all=len(matrix.placed),
            )
        )
    if 0 < len(matrix.placed) <= UNCROWDED:
        said.append(words.say("boxes: {boxes}", boxes=words.say(BOXES[matrix.view])))
    if matrix.missing:
        missing = plural(
            "{count} touchpoint lacks importance or experience",
            "{count} touchpoints lack importance or experience",
            len(matrix.missing),
        )
        said.append(words.say(missing))
    return said


def _description(matrix: Matrix, words: StandingWords) -> str:
    """Every quadrant with its touchpoints."""
    said = [words.say(MATRIX_NAMES[matrix.view]) + "."]
    for quadrant in (*Quadrant, None):
        names = [placed.standing.name for placed in matrix.inside(quadrant)]
        if names:
            said.append(f"{_quadrant(quadrant, words)}: {words.names(names)}.")
    return " ".join(said)


def _quadrant(quadrant: Quadrant | None, words: StandingWords) -> str:
    return words.phrase(QUADRANT_NAMES[quadrant] if quadrant else UNCLEAR)


def _table(matrix: Matrix, words: StandingWords) -> Table:
    columns = (
        words.say("Touchpoint"),
        words.say("Phase"),
        words.say("Quadrant"),
        words.say("Importance"),
        words.say("Box of the importance"),
        words.say("n of the importance"),
        words.say("Experience (−2 to +2)"),
        words.say("Box of the experience"),
        words.say("n of the experience"),
    )
    ordered = sorted(matrix.placed, key=lambda placed: placed.importance.value, reverse=True)
    rows = [_row(placed, words) for placed in ordered]
    missing = [(one.name, one.phase, words.say("not placed"), *[""] * 6) for one in matrix.missing]
    return Table(columns, (*rows, *missing))


def _row(placed: Placed, words: StandingWords) -> tuple[str, ...]:
    y, x = placed.importance, placed.performance
    return (
        placed.standing.name,
        placed.standing.phase,
        _quadrant(placed.quadrant, words),
        words.share(y.value, 1),
        _box(y, words.say("{low} to {high}", low=words.share(y.low, 1), high=words.share(y.high, 1))),
        words.count(y.n),
        words.mean(x.value),
        _box(x, words.say("{low} to {high}", low=words.mean(x.low), high=words.mean(x.high))),
        words.count(x.n),
    )


def _box(reading: Reading, ends: str) -> str:
    return ends if reading.low < reading.high else ""
