"""The departments of each touchpoint as boxes in order, with an arrow for each hand-over, broken or whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part
from touchpoints.charts._frame import letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Box, Spot, Texts, filled_boxes, invisible, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import line_count, plain, shortened, wrapped
from touchpoints.handovers import Handover, HandoverChain
from touchpoints.statistics import Level

BOX_WIDTH = 10.5  # font sizes
ROW_HEIGHT, HEAD_HEIGHT, NOTE_HEIGHT = 3.6, 1.9, 1.5  # font sizes
ARROW = 0.24  # of a box's place, the rest is the box
BREAK, HOLDS = "✕", "▶"


@dataclass(frozen=True)
class Cell:
    """A department in its place: which chain, which of its departments, column and top in font sizes."""

    chain: HandoverChain
    order: int
    column: int
    top: float

    @property
    def box(self) -> Box:
        """The box, in columns and font sizes."""
        return self.column + 0.02, self.top + 0.2, self.column + 1 - ARROW, self.top + ROW_HEIGHT - 0.5

    @property
    def middle(self) -> float:
        """Half its height."""
        _, top, _, bottom = self.box
        return (top + bottom) / 2

    @property
    def is_handed_on(self) -> bool:
        """Whether another department follows."""
        return self.order + 1 < len(self.chain.departments)

    @property
    def note(self) -> str:
        """What breaks behind this department."""
        return self.chain.breaks.get(self.order, "") if self.is_handed_on else ""


@dataclass(frozen=True)
class ChainRows:
    """All chains below each other; a chain that is too long goes on in the next row."""

    chains: Sequence[HandoverChain]
    look: Look
    words: StandingWords

    @property
    def columns(self) -> int:
        """How many departments fit beside each other."""
        longest = max((len(chain.departments) for chain in self.chains), default=1)
        return max(1, min(longest, int(self.look.width / (BOX_WIDTH * self.look.size))))

    @property
    def height(self) -> float:
        """The height of all rows in font sizes."""
        return sum(self._height_of(chain) for chain in self.chains) or HEAD_HEIGHT

    def layout(self) -> Part:
        """Columns across, font sizes down."""
        return WHOLE.blank(
            self.look, [0, max(self.columns, 2 if self.look.width > 600 else 1)], [self.height, 0]
        )

    def traces(self) -> list[Part]:
        """Boxes, arrows, texts, and what takes the pointer."""
        broken = self.look.sign(Level.DISAPPOINTING).colour
        boxes = filled_boxes([cell.box for cell in self._cells], self.look.band)
        whole = [cell for cell in self._cells if cell.is_handed_on and not cell.note]
        return [
            boxes,
            strokes([_arrow(cell) for cell in whole], self.look.muted),
            strokes([_arrow(cell) for cell in self._cells if cell.note], broken, width=2, dash="dot"),
            self._texts(broken),
            marks(self._spots(), invisible(2.2 * self.look.size)),
        ]

    def _height_of(self, chain: HandoverChain) -> float:
        notes = sum(line_count(note) for note in self._notes(chain))
        return HEAD_HEIGHT + self._height_of_boxes(chain) + NOTE_HEIGHT * notes

    def _height_of_boxes(self, chain: HandoverChain) -> float:
        return ROW_HEIGHT * -(-len(chain.departments) // self.columns)

    def _notes(self, chain: HandoverChain) -> list[str]:
        """Each break in words: between whom, and what breaks."""
        letters = letters_in(self.look.width, self.look) - 2
        return [
            wrapped(f"{BREAK} {self._break_said(step)}", letters, 3)
            for step in chain.handovers
            if step.breaks
        ]

    def _break_said(self, step: Handover) -> str:
        return self.words.say(
            "break from {giver} to {taker}: {note}", giver=step.giver, taker=step.taker, note=step.note
        )

    @cached_property
    def _heads(self) -> list[tuple[HandoverChain, float]]:
        """Each chain with the place of its heading."""
        heads, top = [], 0.0
        for chain in self.chains:
            heads.append((chain, top))
            top += self._height_of(chain)
        return heads

    @cached_property
    def _cells(self) -> list[Cell]:
        return [cell for chain, top in self._heads for cell in self._cells_of(chain, top + HEAD_HEIGHT)]

    def _cells_of(self, chain: HandoverChain, top: float) -> Iterator[Cell]:
        for order in range(len(chain.departments)):
            row, column = divmod(order, self.columns)
            yield Cell(chain, order, column, top + row * ROW_HEIGHT)

    def _texts(self, broken: str) -> Part:
        texts = Texts(self.look)
        letters = letters_in((1 - ARROW) * self._column_width, self.look) - 1
        for cell in self._cells:
            left, _, right, _ = cell.box
            name = wrapped(cell.chain.departments[cell.order], letters, 2)
            texts.write((left + right) / 2, cell.middle, name)
            if cell.is_handed_on:
                colour = broken if cell.note else self.look.muted
                sign = f"<b>{BREAK}</b>" if cell.note else HOLDS
                texts.write(right + ARROW / 2 + 0.01, cell.middle, sign, colour=colour)
        for chain, top in self._heads:
            self._write_around(texts, chain, top, broken)
        return texts.trace()

    def _write_around(self, texts: Texts, chain: HandoverChain, top: float, broken: str) -> None:
        """The heading above the boxes of a chain, and its breaks in words below them."""
        texts.write(0.02, top + HEAD_HEIGHT / 2 + 0.2, self._heading(chain), "middle right")
        place = top + HEAD_HEIGHT + self._height_of_boxes(chain)
        for note in self._notes(chain):
            height = NOTE_HEIGHT * line_count(note)
            texts.write(0.02, place + height / 2 - 0.2, note, "middle right", broken)
            place += height

    @property
    def _column_width(self) -> float:
        return self.look.width / self.columns

    def _heading(self, chain: HandoverChain) -> str:
        """The touchpoint, and how the team rates the coordination there."""
        name = plain(shortened(chain.touchpoint, letters_in(0.6 * self.look.width, self.look)))
        room = chain.coordination
        if room is None:
            return f"<b>{name}</b>"
        rated = self.words.say("coordination {median}", median=self.words.median(room))
        if room.disagrees:
            rated += " ≠ " + self.words.say("the team disagrees")
        return f'<b>{name}</b>   <span style="color:{self.look.muted}">{plain(rated)}</span>'

    def _spots(self) -> list[Spot]:
        return [self._spot(cell) for cell in self._cells]

    def _spot(self, cell: Cell) -> Spot:
        chain, say = cell.chain, self.words.say
        left, _, right, _ = cell.box
        following = chain.departments[cell.order + 1] if cell.is_handed_on else ""
        text = told(
            chain.touchpoint,
            f"{chain.departments[cell.order]} → {following}" if following else chain.departments[cell.order],
            say("break: {note}", note=cell.note) if cell.note else "",
        )
        return Spot((left + right) / 2, cell.middle, text, chain.touchpoint_id)


def _arrow(cell: Cell) -> list[tuple[float, float]]:
    """From a box to the next one, or out of the row where the chain goes on below."""
    _, _, right, _ = cell.box
    return [(right + 0.02, cell.middle), (cell.column + 1, cell.middle)]
