"""The grids in which sheets are counted: a line for each subject, or one for each sheet and subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from touchpoints.activities import Dots, Part, Points, Rate, RateScale
from touchpoints.messages import N_, Wording
from touchpoints.room.figures import paper_key

Counts = Mapping[str, Any]
_GIVEN = "given"


@dataclass(frozen=True)
class TallyGrid:
    """The lines of a grid with the subject of each, its columns, and what is to be typed."""

    hint: str
    subjects: Sequence[str]
    rows: list[dict[str, Any]]
    columns: Mapping[str, Any]


def grid_of(wording: Wording, part: Part, subjects: Mapping[str, str], sheets: int) -> TallyGrid:
    """The empty grid of one part; `subjects` are names by id."""
    about = {"about": st.column_config.TextColumn(wording.say("About"), width="medium")}
    match part:
        case Rate(scales=(_,)):
            return _by_value(wording, part, subjects, sheets, about)
        case Rate():
            return _by_sheet(wording, part, subjects, sheets, about)
    most = part.budget if isinstance(part, Points) else part.most_each if isinstance(part, Dots) else 0
    number = st.column_config.NumberColumn(
        wording.say("Given in all"), min_value=0, max_value=most * sheets, step=1
    )
    rows = [{"about": name, _GIVEN: None} for name in subjects.values()]
    hint = N_("For each line the sum over all sheets.")
    return TallyGrid(hint, list(subjects), rows, about | {_GIVEN: number})


def _by_value(
    wording: Wording, part: Rate, subjects: Mapping[str, str], sheets: int, about: Mapping[str, Any]
) -> TallyGrid:
    """How many ticked each value."""
    [scale] = part.scales
    values = range(scale.low, scale.high + 1)
    columns = {
        str(value): st.column_config.NumberColumn(
            _named(wording, scale, value), min_value=0, max_value=sheets, step=1
        )
        for value in values
    }
    rows = [{"about": name, **dict.fromkeys(columns)} for name in subjects.values()]
    return TallyGrid(
        N_("How many sheets have each answer ticked?"), list(subjects), rows, {**about, **columns}
    )


def _by_sheet(
    wording: Wording, part: Rate, subjects: Mapping[str, str], sheets: int, about: Mapping[str, Any]
) -> TallyGrid:
    """Which answers belong together is seen on each sheet alone."""
    columns = {
        scale.id: st.column_config.NumberColumn(
            wording.say(scale.question), min_value=scale.low, max_value=scale.high, step=1
        )
        for scale in part.scales
    }
    numbers = {"sheet": st.column_config.NumberColumn(wording.say("Voting sheet"))}
    lines = [(number, subject) for number in range(1, sheets + 1) for subject in subjects]
    rows = [
        {"sheet": number, "about": subjects[subject], **dict.fromkeys(columns)} for number, subject in lines
    ]
    hint = N_("One sheet after the other: what is ticked for each line.")
    return TallyGrid(hint, [subject for _, subject in lines], rows, {**numbers, **about, **columns})


def _named(wording: Wording, scale: RateScale, value: int) -> str:
    number, word = wording.number(value), scale.words.get(value)
    if scale.is_choice and word:
        return wording.say(word)
    return f"{number}: {wording.say(word)}" if word else number


def counted(part: Part, grid: TallyGrid, typed: Sequence[Mapping[str, Any]]) -> Counts:
    """What was typed, as touchpoints.room.reveal.Tally says it; empty cells are none."""
    lines = list(zip(grid.subjects, typed, strict=True))
    match part:
        case Rate(scales=(_,)):
            values = [one for one in grid.columns if one != "about"]
            return {subject: {one: int(row[one]) for one in values if row[one]} for subject, row in lines}
        case Rate():
            return _paired(part, lines)
    return {subject: int(row[_GIVEN]) for subject, row in lines if row[_GIVEN]}


def _paired(part: Rate, lines: Sequence[tuple[str, Mapping[str, Any]]]) -> Counts:
    """Whoever left one of the questions out stands in no figure, on paper as on phones."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for subject, row in lines:
        values = [row[scale.id] for scale in part.scales]
        if all(value is not None for value in values):
            counts[subject][paper_key(int(value) for value in values)] += 1
    return {subject: dict(one) for subject, one in counts.items()}
