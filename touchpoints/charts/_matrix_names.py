"""The names in a matrix: its quadrants in their corners, and the touchpoints beside their marks."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import LINE, letters_in
from touchpoints.charts._label_places import Name, Place, Rectangle, mark_area, place_names
from touchpoints.charts._matrix_scale import MatrixScale, error_box
from touchpoints.charts._text import plain, shortened, text_width
from touchpoints.charts._words import Words
from touchpoints.importance_performance import QUADRANT_NAMES, Placed, Quadrant

NAME_LETTERS = 24
NAMED_AT_MOST = 24
CORNERS = {
    Quadrant.IMPROVE_FIRST: (0, 1),
    Quadrant.KEEP_UP: (1, 1),
    Quadrant.LOW_PRIORITY: (0, 0),
    Quadrant.POSSIBLE_OVERKILL: (1, 0),
}
# Which names are placed first while there is room; of a crowd only what is improved first.
ORDER = (Quadrant.IMPROVE_FIRST, Quadrant.POSSIBLE_OVERKILL, Quadrant.KEEP_UP, None, Quadrant.LOW_PRIORITY)
ORDER_IN_A_CROWD = ORDER[:1]


@dataclass(frozen=True)
class MatrixNames:
    """The names of one matrix."""

    scale: MatrixScale
    words: Words

    def corners(self) -> list[Part]:
        """The quadrants' names in their corners."""
        return [
            beside(
                f"<b>{plain(self.words.phrase(name))}</b>",
                self.scale.look,
                x=right,
                xanchor="right" if right else "left",
                y=top,
                yanchor="top" if top else "bottom",
            )
            for quadrant, name in QUADRANT_NAMES.items()
            for right, top in [CORNERS[quadrant]]
        ]

    def names(self) -> list[Part]:
        """The names for which there is room, what to improve first before the others."""
        quadrants = ORDER_IN_A_CROWD if self.scale.is_crowded else ORDER
        ordered = [one for quadrant in quadrants for one in self.scale.matrix.inside(quadrant)][
            :NAMED_AT_MOST
        ]
        letters = min(NAME_LETTERS, letters_in(self.scale.width / 2.5, self.scale.look))
        labels = [plain(shortened(one.standing.name, letters)) for one in ordered]
        names = [self._name(one, label) for one, label in zip(ordered, labels, strict=True)]
        plot = Rectangle(0, 0, self.scale.width, self.scale.height)
        places = place_names(names, plot, self._taken(), self.scale.look.size)
        found = zip(ordered, labels, places, strict=True)
        return [self._label(one, label, place) for one, label, place in found if place]

    def _name(self, placed: Placed, label: str) -> Name:
        size = self.scale.look.size
        return Name(*self.scale.pixels(placed), text_width(label, size) + 4, LINE * size)

    def _taken(self) -> list[Rectangle]:
        """What names must keep free: every mark, every line, and the corners."""
        points = self.scale.matrix.placed
        found = [mark_area(*self.scale.pixels(one), self.scale.mark * 1.3) for one in points]
        return [*found, *self._taken_by_lines(), *self._taken_by_corners()]

    def _taken_by_lines(self) -> list[Rectangle]:
        """The cross-hair, and the boxes of the team, which are flat: they would strike through a name."""
        scale, matrix = self.scale, self.scale.matrix
        x, y = scale.across(matrix.performance_line), scale.down(matrix.importance_line)
        found = [Rectangle(x - 1, 0, x + 1, scale.height), Rectangle(0, y - 1, scale.width, y + 1)]
        flat = [one for one in matrix.placed if one.importance.low == one.importance.high]
        for left, low, right, _ in map(error_box, [] if scale.is_crowded else flat):
            y = scale.down(low)
            found.append(Rectangle(scale.across(left), y - 1, scale.across(right), y + 1))
        return found

    def _taken_by_corners(self) -> list[Rectangle]:
        found, scale = [], self.scale
        height = 1.4 * scale.look.size
        for quadrant, (right, top) in CORNERS.items():
            width = text_width(self.words.phrase(QUADRANT_NAMES[quadrant]), scale.look.size) * 1.1
            left, upper = right * (scale.width - width), (1 - top) * (scale.height - height)
            found.append(Rectangle(left, upper, left + width, upper + height))
        return found

    def _label(self, placed: Placed, label: str, place: Place) -> Part:
        look = self.scale.look
        line = {"arrowwidth": 1, "arrowcolor": look.muted} if place.has_line else NO_LINE
        return {
            "text": f"<b>{label}</b>" if placed.quadrant is Quadrant.IMPROVE_FIRST else label,
            "xref": "x",
            "yref": "y",
            "x": self.scale.place(placed),
            "y": placed.importance.value,
            "ax": place.right,
            "ay": place.down,
            "showarrow": True,
            "arrowhead": 0,
            "standoff": self.scale.mark * 0.6,
            "xanchor": "center",
            "yanchor": "middle",
            "borderpad": 0,
            "font": {"size": look.size, "color": look.text if placed.quadrant else look.muted},
            **line,
        }


# An annotation stands apart from its point only as an arrow; this one is not seen.
NO_LINE: Part = {"arrowwidth": 0.1, "arrowcolor": "rgba(0,0,0,0)"}
