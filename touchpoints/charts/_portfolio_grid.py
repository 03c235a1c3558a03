"""The cells of a portfolio: phases down, control across, a dot per touchpoint, counts where crowded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Spot, Texts, filled_boxes, invisible, marks
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import wrapped
from touchpoints.portfolio import CONTACT_TYPES, CONTROLS, UNKNOWN
from touchpoints.standing import Standing

# Each contact type by its shape, filled where customers' experience is measured, hollow where it is not.
SHAPES = {
    "in_person": ("circle", "●"),
    "medial": ("square", "■"),
    "third_party": ("triangle-up", "▲"),
    UNKNOWN: ("diamond", "◆"),
}
ROW = 3.4  # font sizes
PITCH = 1.35  # from dot to dot, in font sizes
DOT_ROWS = 2
NAMES_SHARE = 0.26
NAMED_IN_A_COUNT = 8
NARROW_BELOW = 10  # font sizes of a cell


@dataclass(frozen=True)
class PortfolioGrid:
    """The touchpoints in their cells; only the controls that occur have a column."""

    standings: Sequence[Standing]
    look: Look
    words: StandingWords

    @cached_property
    def phases(self) -> list[str]:
        """The phases in the order of the journey."""
        return list(dict.fromkeys(one.phase for one in self.standings))

    @cached_property
    def controls(self) -> list[str]:
        """The columns."""
        found = {control_of(one) for one in self.standings}
        return [control for control in CONTROLS if control in found or control != UNKNOWN]

    @property
    def height(self) -> float:
        """All rows in font sizes."""
        return max(len(self.phases), 1) * ROW

    @cached_property
    def cells(self) -> dict[tuple[int, int], list[Standing]]:
        """The touchpoints by row and column."""
        cells: dict[tuple[int, int], list[Standing]] = {}
        for one in self.standings:
            place = self.phases.index(one.phase), self.controls.index(control_of(one))
            cells.setdefault(place, []).append(one)
        return cells

    def layout(self) -> Part:
        """Columns across with room for the phases at the left, font sizes down."""
        left = -NAMES_SHARE / (1 - NAMES_SHARE) * len(self.controls)
        return WHOLE.blank(self.look, [left, len(self.controls)], [self.height, 0])

    def traces(self) -> list[Part]:
        """Tints, cells, dots, counts, and the names of the phases."""
        before = {one.phase for one in self.standings if one.phase_is_before_contact}
        tinted = [row for row, phase in enumerate(self.phases) if phase in before]
        plain_rows = [row for row in range(len(self.phases)) if row not in tinted]
        return [
            filled_boxes(self._boxes(tinted), self.look.before_contact),
            filled_boxes(self._boxes(plain_rows), self.look.band),
            *self._dots(),
            self._texts(),
            marks(self._counted_spots(), invisible(2.2 * self.look.size)),
        ]

    def heads(self) -> list[Part]:
        """The controls above their columns with how many touchpoints each has."""
        totals = Counter(control_of(one) for one in self.standings)
        letters = letters_in(self._cell_width, self.look) - 1
        names = {control: wrapped(self.words.say(CONTROLS[control]), letters, 2) for control in self.controls}
        return [
            beside(
                f"<b>{names[control]}</b><br>{self.words.count(totals[control])}",
                self.look,
                xref="x",
                x=column + 0.5,
                y=1,
                yanchor="bottom",
                yshift=4,
                align="center",
                font={"size": self.look.size, "color": self.look.text},
            )
            for column, control in enumerate(self.controls)
        ]

    def _boxes(self, rows: Sequence[int]) -> list[tuple[float, float, float, float]]:
        gap = 0.02
        return [
            (column + gap, row * ROW + 0.1, column + 1 - gap, (row + 1) * ROW - 0.1)
            for row in rows
            for column in range(len(self.controls))
        ]

    @property
    def _cell_width(self) -> float:
        return self.look.width * (1 - NAMES_SHARE) / len(self.controls)

    @property
    def _per_row(self) -> int:
        """How many dots fit beside each other in a cell."""
        return max(1, int(self._cell_width * 0.92 / (PITCH * self.look.size)))

    def _is_crowded(self, cell: Sequence[Standing]) -> bool:
        return len(cell) > DOT_ROWS * self._per_row

    def _dots(self) -> list[Part]:
        """One trace per shape and filling."""
        groups: dict[tuple[str, bool], list[Spot]] = {}
        for (row, column), cell in self.cells.items():
            if self._is_crowded(cell):
                continue
            for place, one in enumerate(cell):
                spot = self._spot(row, column, place, len(cell), one)
                groups.setdefault((contact_type_of(one), one.is_measured), []).append(spot)
        return [marks(spots, self._marker(*kind)) for kind, spots in sorted(groups.items())]

    def _marker(self, contact_type: str, is_measured: bool) -> Part:  # noqa: FBT001 - unpacked from a key
        colour = self.look.measured
        fill = colour if is_measured else self.look.background
        symbol = SHAPES[contact_type][0]
        return {
            "size": self.look.mark,
            "symbol": symbol,
            "color": fill,
            "line": {"width": 1.8, "color": colour},
        }

    def _spot(self, row: int, column: int, place: int, count: int, one: Standing) -> Spot:
        line, across = divmod(place, self._per_row)
        lines = -(-count // self._per_row)
        x = column + 0.06 + (across + 0.5) * PITCH * self.look.size / self._cell_width
        y = row * ROW + ROW / 2 + (line - (lines - 1) / 2) * PITCH
        return Spot(x, y, self._told(one), one.touchpoint_id)

    def _told(self, one: Standing) -> str:
        say = self.words.say
        mean = one.customer_experience
        measured = (
            say("experience {mean}, n = {n}", mean=self.words.mean(mean.value), n=self.words.count(mean.n))
            if mean
            else say("not measured yet")
        )
        kinds = f"{say(CONTROLS[control_of(one)])}, {say(CONTACT_TYPES[contact_type_of(one)])}"
        return told(one.name, one.phase, kinds, measured)

    def _texts(self) -> Part:
        texts = Texts(self.look)
        left = -NAMES_SHARE / (1 - NAMES_SHARE) * len(self.controls)
        letters = letters_in(NAMES_SHARE * self.look.width, self.look) - 1
        for row, phase in enumerate(self.phases):
            texts.write(left, row * ROW + ROW / 2, wrapped(phase, letters, 2), "middle right")
        for (row, column), cell in self.cells.items():
            if self._is_crowded(cell):
                texts.write(column + 0.5, row * ROW + ROW / 2, self._counted(cell))
        return texts.trace()

    def _counted(self, cell: Sequence[Standing]) -> str:
        """How many touchpoints of which contact type, and how many are measured; the least on a phone."""
        types = Counter(contact_type_of(one) for one in cell)
        shapes = [f"{SHAPES[kind][1]}{self.words.count(types[kind])}" for kind in SHAPES if types[kind]]
        measured = sum(one.is_measured for one in cell)
        if self._cell_width < NARROW_BELOW * self.look.size:
            return f"<b>{self.words.count(len(cell))}</b><br>({self.words.count(measured)})"
        said = self.words.say("{measured} of {count} measured", measured=measured, count=len(cell))
        letters = letters_in(self._cell_width, self.look)
        return f"<b>{wrapped(' '.join(shapes), letters, 2)}</b><br>{wrapped(said, letters, 2)}"

    def _counted_spots(self) -> list[Spot]:
        """Cells with counts tell their first names."""
        return [
            Spot(column + 0.5, row * ROW + ROW / 2, self._told_of(cell), "")
            for (row, column), cell in self.cells.items()
            if self._is_crowded(cell)
        ]

    def _told_of(self, cell: Sequence[Standing]) -> str:
        names = [one.name for one in cell[:NAMED_IN_A_COUNT]]
        return told(self.words.say("{count} touchpoints", count=len(cell)), *names, "…")


def key(words: StandingWords, standings: Sequence[Standing]) -> str:
    """The shapes of the contact types that occur, and what filled and hollow mean."""
    found = {contact_type_of(one) for one in standings}
    shapes = [f"{SHAPES[kind][1]} {words.say(CONTACT_TYPES[kind])}" for kind in SHAPES if kind in found]
    filled = words.say("filled: measured with customers, hollow: not yet")
    return " · ".join([*shapes, filled, words.say("crowded cells: touchpoints (measured)")])


def control_of(standing: Standing) -> str:
    """How far we can steer it, or that nobody said."""
    return standing.control if standing.control in CONTROLS else UNKNOWN


def contact_type_of(standing: Standing) -> str:
    """How the customer meets us, or that nobody said."""
    return standing.contact_type if standing.contact_type in CONTACT_TYPES else UNKNOWN
