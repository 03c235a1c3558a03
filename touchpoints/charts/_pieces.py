"""The pieces that figures are put together from: texts, marks, strokes and boxes, each many in one trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._look import Look

Box = tuple[float, float, float, float]
TEXT_KEYS = ("x", "y", "text", "place", "colour")


@dataclass(frozen=True)
class Axes:
    """A pair of axes by number, as Plotly counts them, and the part of the figure they cover."""

    number: int = 1
    x_domain: tuple[float, float] = (0.0, 1.0)
    y_domain: tuple[float, float] = (0.0, 1.0)

    @property
    def suffix(self) -> str:
        """What Plotly writes behind x and y: nothing for the first."""
        return "" if self.number == 1 else str(self.number)

    @property
    def names(self) -> Part:
        """What a trace says to stand on these axes."""
        return {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}

    def blank(self, look: Look, x_range: Sequence[float], y_range: Sequence[float]) -> Part:
        """Both axes without ticks; places on them are counted in rows and columns."""
        no_ticks = {"showticklabels": False, "fixedrange": True}
        return self.layout(
            quiet_axis(look, range=list(x_range), **no_ticks),
            quiet_axis(look, range=list(y_range), **no_ticks),
        )

    def layout(self, x: Part, y: Part) -> Part:
        """Two axes on this part of the figure."""
        return {
            f"xaxis{self.suffix}": {**x, "anchor": f"y{self.suffix}", "domain": list(self.x_domain)},
            f"yaxis{self.suffix}": {**y, "anchor": f"x{self.suffix}", "domain": list(self.y_domain)},
        }


WHOLE = Axes()


@dataclass
class Texts:
    """Escaped texts at places on the axes; many in one trace are drawn ten times as fast as annotations."""

    look: Look
    axes: Axes = WHOLE
    _rows: dict[str, list[object]] = field(default_factory=lambda: {key: [] for key in TEXT_KEYS})

    def write(self, x: float, y: float, text: str, place: str = "middle center", colour: str = "") -> None:
        """Put a text at a place; `place` is Plotly's: where the text stands as seen from the point."""
        for key, value in zip(TEXT_KEYS, (x, y, text, place, colour or self.look.text), strict=True):
            self._rows[key].append(value)

    def trace(self) -> Part:
        """All of them."""
        return {
            "type": "scatter",
            "mode": "text",
            "x": self._rows["x"],
            "y": self._rows["y"],
            "text": self._rows["text"],
            "textposition": self._rows["place"],
            "textfont": {"size": self.look.size, "color": self._rows["colour"]},
            "cliponaxis": False,
            "hoverinfo": "skip",
            **self.axes.names,
        }


def strokes(
    lines: Sequence[Sequence[tuple[float, float]]], colour: str, axes: Axes = WHOLE, **line: object
) -> Part:
    """Lines through some points each, all in one trace."""
    places = [place for points in lines for place in (*points, (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "line": {"color": colour, "width": 1.5, **line},
        "cliponaxis": False,
        "hoverinfo": "skip",
        **axes.names,
    }


def filled_boxes(boxes: Sequence[Box], fill: str, axes: Axes = WHOLE, **more: object) -> Part:
    """Rectangles (left, low, right, high), all in one trace."""
    outlines = [
        ((left, low), (left, top), (right, top), (right, low), (left, low)) for left, low, right, top in boxes
    ]
    return {**strokes(outlines, fill, axes, width=0), "fill": "toself", "fillcolor": fill, **more}


@dataclass(frozen=True)
class Spot:
    """A place that tells something when it is pointed at, and which touchpoint a click on it means."""

    x: float
    y: float
    told: str
    touchpoint_id: str


def marks(spots: Sequence[Spot], marker: Part, axes: Axes = WHOLE) -> Part:
    """Marks that can be pointed at and clicked; a click on one does not fade the others."""
    opacity = marker.get("opacity", 1)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [spot.x for spot in spots],
        "y": [spot.y for spot in spots],
        "marker": {"opacity": opacity, **marker},
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
        "cliponaxis": False,
        "customdata": [spot.touchpoint_id for spot in spots],
        "hovertext": [spot.told for spot in spots],
        "hoverinfo": "text",
        **axes.names,
    }


def invisible(size: float) -> Part:
    """A marker that only takes the pointer."""
    return {"size": size, "symbol": "square", "opacity": 0}
