"""Reads MAP.toml: the mapping that says what the columns of a survey file mean.

Beyond one row a respondent (`layout = "wide"`, the default) a mapping may describe three other layouts:

- `layout = "long"`, one row an answer: a column with the role "item" names the touchpoint or question, one
  with the role "answer" holds the answer (scale, best, missing, answers as usual). No respondent is needed.
- `layout = "counts"`, aggregated: as long, with the role "count" for the number of equal answers.
- `layout = "means"`: the roles "item", "mean", "count" (n) and, optional, "sd".

In these each item is a touchpoint of the same name, on the scale of the answer or mean column, unless
`[items."NAME"]` says another role, touchpoint, phase, scale, best, missing or answers; the role "ignore"
leaves an item out. Missing codes that are numbers hold only on the scale they were given for. Where rows of
counts or means carry an empty segmentation, they are totals over all its values.

A mapping without `wave` is one wave named "1". Without `best` the high end of a scale is best.
"""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import message
from touchpoints.survey.columns import Columns, read_columns
from touchpoints.survey.contradictions import refuse_contradictions
from touchpoints.survey.faults import MappingFaults
from touchpoints.survey.rules import FileHints, Layout, Period, SurveyMapping, WaveRule
from touchpoints.survey.tables import Table, is_whole
from touchpoints.survey.waves import LONGEST_LABEL

__all__ = ["MappingFaults", "SurveyMapping", "parse_mapping"]

TOP_KEYS = (
    *("survey", "wave", "weight", "layout", "pairs", "columns", "items"),
    *("encoding", "delimiter", "decimal", "sheet"),
)
ONLY_WAVE = "1"


def parse_mapping(raw: Mapping[str, object]) -> SurveyMapping:
    """The mapping that a parsed MAP.toml says; raises MappingFaults with all faults at once."""
    top = Table(raw, "MAP.toml")
    top.refuse_others(TOP_KEYS)
    layout = top.word("layout", Layout) or Layout.WIDE
    columns = read_columns(top, layout)
    mapping = combine(top, layout, columns)
    refuse_contradictions(top, mapping)
    if top.faults:
        raise MappingFaults(top.faults)
    return mapping


def combine(top: Table, layout: Layout, columns: Columns) -> SurveyMapping:
    """The mapping from its columns and what stands above them."""
    return SurveyMapping(
        survey=read_survey(top),
        wave=read_wave(top),
        layout=layout,
        weight=top.column("weight"),
        hints=read_hints(top),
        pairs=read_pairs(top),
        questions=columns.questions,
        segmentations=columns.segmentations,
        ignored=columns.ignored,
        parts=columns.parts,
        usual=columns.usual,
    )


def read_survey(top: Table) -> str:
    """The name of the survey, which every mapping has."""
    if not top.has("survey"):
        top.faults.append(message('MAP.toml: the survey has no name; write survey = "...".'))
    return top.text("survey", 120) or ""


def read_hints(top: Table) -> FileHints:
    """What the file is known to be written in."""
    decimal = top.text("decimal")
    if decimal not in (None, ",", "."):
        top.refuse("decimal", message('"," or "."'))
    return FileHints(top.text("encoding"), top.column("delimiter"), decimal, top.text("sheet"))


def read_wave(top: Table) -> WaveRule:
    """Where the wave stands: a constant, a column, or nowhere."""
    value = top.values.get("wave", ONLY_WAVE)
    if isinstance(value, dict):
        return read_wave_column(top.table("wave"))
    if is_whole(value):
        return WaveRule(constant=str(value))
    return WaveRule(constant=top.text("wave", LONGEST_LABEL) or ONLY_WAVE)


def read_wave_column(table: Table) -> WaveRule:
    """A wave that stands in a column, perhaps as a day that lies in a period."""
    table.refuse_others(("column", "period", "format"))
    if not table.has("column"):
        table.refuse("column", message("the name of a column"))
    if table.has("format") and not table.has("period"):
        table.refuse("period", message("given beside a format"))
    return WaveRule(
        column=table.column("column"), period=table.word("period", Period), format=table.text("format", 40)
    )


def read_pairs(top: Table) -> tuple[tuple[str, str], ...]:
    """The pairs of segmentations whose joint counts are kept."""
    value = top.values.get("pairs", [])
    if isinstance(value, list) and all(is_pair(pair) for pair in value):
        return tuple((first, second) for first, second in value)
    top.refuse("pairs", message('a list of two names each, such as [["Gender", "Age"]]'))
    return ()


def is_pair(value: object) -> bool:
    """Whether the value is a list of two texts."""
    return isinstance(value, list) and len(value) == 2 and all(isinstance(name, str) for name in value)
