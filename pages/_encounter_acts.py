"""What was done in the matrix of encounters, carried out so that it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages._matrix import CellAct, taken_cell_act
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.encounters import EncounterMatrix, Pair, Stroke, kept_at, paint, put_encounters_back
from storage.projects import ProjectSummary
from touchpoints.encounter_block import Block, Told, read_block, read_told
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message, plural
from touchpoints.model import Period

MATRIX = "encounter-matrix"
_MOST_FAULTS = 5
Strokes = Mapping[Pair, Stroke | None]


@dataclass(frozen=True)
class Painting:
    """The matrix as it stands, in which period it is read, and what the brush paints."""

    page: PageContext
    project: ProjectSummary
    matrix: EncounterMatrix
    period: Period
    brush: Stroke

    @property
    def decimal(self) -> str:
        """The decimal mark of the page's language."""
        return self.page.wording.number(0.5, 1)[1]

    def stroke(self, told: Told) -> Stroke | None:
        """What a number means in the period that is shown; never is nothing at all."""
        return None if told.frequency == 0 else Stroke(told.frequency, self.period)


def carry_out_acts(painting: Painting) -> bool:
    """Whether something was done, so that the matrix has to be read again."""
    is_done = False
    while (act := taken_cell_act(MATRIX)) is not None:
        block = _meant(painting, act)
        if block is None:
            st.warning(painting.page.wording.say("“{cell}” is no number.", cell=escaped(act.text)))
        else:
            actor = painting.page.actor.once(UUID(act.id))
            is_done = apply(painting, actor, block) or is_done
    return is_done


def _meant(painting: Painting, act: CellAct) -> Strokes | None:
    """The strokes of an act, None where what was typed cannot be read."""
    pairs = [(UUID(segment), UUID(touchpoint)) for touchpoint, segment in act.cells]
    if act.kind == "emptied":
        return dict.fromkeys(pairs)
    if act.kind == "painted":
        return dict.fromkeys(pairs, painting.brush)
    if act.kind == "typed":
        told = read_told(act.text, painting.decimal)
        return None if told is None else dict.fromkeys(pairs, painting.stroke(told))
    return block_strokes(painting, read_pasted_block(painting, act.text, pairs[0]))


def read_pasted_block(painting: Painting, text: str, start: Pair | None = None) -> Block:
    """The block with the names of the matrix, or from a cell on."""
    matrix = painting.matrix
    touchpoints, segments = dict(matrix.touchpoints), dict(matrix.segments)
    at = (0, 0) if start is None else (list(touchpoints).index(start[1]), list(segments).index(start[0]))
    return read_block(text, list(touchpoints.values()), list(segments.values()), painting.decimal, at)


def block_strokes(painting: Painting, block: Block) -> Strokes:
    """The cells of a block as strokes; where it has faults they are shown, and there are none."""
    show_faults(painting.page, block)
    segments = [id_ for id_, _ in painting.matrix.segments]
    touchpoints = [id_ for id_, _ in painting.matrix.touchpoints]
    return {
        (segments[column], touchpoints[row]): painting.stroke(told)
        for (row, column), told in block.cells.items()
    }


def show_faults(page: PageContext, block: Block) -> None:
    """What cannot be read; nothing of the block is stored then."""
    if block.faults:
        said = [escaped(page.wording.say(fault)) for fault in block.faults[:_MOST_FAULTS]]
        st.warning("  \n".join([page.wording.say("Nothing was stored:"), *said]))


def apply(painting: Painting, actor: Actor, strokes: Strokes) -> bool:
    """Store the strokes and offer to undo them; cells with several occasions are left as they are."""
    page, matrix = painting.page, painting.matrix
    left = {pair for pair, stroke in strokes.items() if _is_unclear(matrix, pair, stroke)}
    done = {pair: stroke for pair, stroke in strokes.items() if pair not in left}
    is_done = bool(done) and _store(painting, actor, done)
    if left:
        st.warning(page.wording.say(_said_of_left(len(left))))
    return is_done


def _store(painting: Painting, actor: Actor, done: Strokes) -> bool:
    page, project = painting.page, painting.project.id
    kept = kept_at(page.store, page.actor, project, list(done))
    try:
        paint(page.store, actor, project, done)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return False
    said = plural("{count} cell was changed.", "{count} cells were changed.", len(done))
    offer_undo(said, lambda: put_encounters_back(page.store, page.actor, project, list(done), kept))
    return True


def _is_unclear(matrix: EncounterMatrix, pair: Pair, stroke: Stroke | None) -> bool:
    return stroke is not None and not stroke.occasion and matrix.has_several(pair)


def _said_of_left(count: int) -> Message:
    return plural(
        "{count} cell has several occasions and was left as it is: name the occasion that is meant.",
        "{count} cells have several occasions and were left as they are: name the occasion that is meant.",
        count,
    )
