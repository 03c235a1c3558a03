"""Small survey files as frames, and what the tests ask of their counts."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pandas as pd

from touchpoints.survey.count import count
from touchpoints.survey.mapping import parse_mapping
from touchpoints.survey.result import SurveyResult

STARS = {"scale": [1, 5], "best": 5}


def frame_of(columns: Mapping[str, Sequence[str]], first_row: int = 2) -> pd.DataFrame:
    """A frame as the readers of files make it."""
    frame = pd.DataFrame({name: pd.Categorical(cells) for name, cells in columns.items()})
    frame.attrs["first_row"] = first_row
    return frame


def counted(
    columns: Mapping[str, Sequence[str]], rules: Mapping[str, object], *, seed: int = 1, **top: object
) -> SurveyResult:
    """The result of a file, given what MAP.toml says of its columns and above them."""
    mapping = parse_mapping({"survey": "Guests", "columns": dict(rules), **top})
    return count(frame_of(columns), mapping, seed=seed)


def points(
    result: SurveyResult,
    *segments: tuple[str, str],
    wave: str | None = None,
    question: str = "",
) -> dict[int, int]:
    """n by point: of all, of one segment or of a pair, in one wave or summed over all."""
    wanted = [*segments, (None, None), (None, None)][:2]
    found: dict[int, int] = {}
    for cell in result.cells:
        here = [(cell.segmentation, cell.segment), (cell.second_segmentation, cell.second_segment)]
        if here == wanted and wave in (None, cell.wave) and cell.question.endswith(question):
            found[cell.point] = found.get(cell.point, 0) + cell.n
    return found


def left_out(result: SurveyResult, column: str) -> dict[str, int]:
    """How many answers of a column were left out, by reason."""
    return {line.reason.value: line.count for line in result.check.left_out if line.column == column}


def airport(rows: int = 400) -> pd.DataFrame:
    """Interviews with the awkward codes of real ones, drawn with a fixed seed."""
    draw = random.Random(7)
    waves = [draw.choice(["2016", "2017", "2018"]) for _ in range(rows)]
    columns = {
        "wave": waves,
        "respnum": [str(number) for number in range(rows)],
        "gender_code": [
            draw.choice(["Male", "Female", "0"] if wave == "2016" else ["1", "2", "3", "0"]) for wave in waves
        ],
        "age_code": [
            draw.choice(["18-24", "Under 25", "Don't Know or Refused"] if wave == "2016" else list("1234567"))
            for wave in waves
        ],
        "netpro": ["" if wave == "2016" else str(draw.randint(0, 11)) for wave in waves],
        "weight": ["" if wave == "2016" else draw.choice(["0.636476", "1.592296"]) for wave in waves],
        "restaurants": [draw.choice(list("0123456")) for _ in waves],
        "signs": [draw.choice(list("0123456")) for _ in waves],
        "parking": [draw.choice(list("0123456")) for _ in waves],
        "airport_overall": [
            draw.choice([*"012345", "BLANK" if wave == "2018" else "Blank"]) for wave in waves
        ],
    }
    return frame_of(columns)
