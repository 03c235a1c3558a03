"""What all figures share: fonts, paper, axes without clutter, and text set beside the plot."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from touchpoints.charts._look import Look

# Plotly's figures are trees of keywords; written as plain mappings they are built ten times as fast.
Part = dict[str, Any]


class _Drawn(go.Figure):  # type: ignore[misc] # Plotly says nothing about its types
    """A figure that nobody changes any more: it is written out once, however often it is shown."""

    _written: Part | None = None

    def to_dict(self) -> Part:
        """The figure as plain values, which belong to all who asked; a fifth of the cost of showing it."""
        if self._written is None:
            self._written = super().to_dict()
        return self._written


def figure(data: list[Part], layout: Part) -> go.Figure:
    """The parts as a figure, unchecked: Plotly's check against its schema takes five times as long.

    The tests build every chart a second time with the check and compare.
    """
    return _Drawn(data=data, layout=layout, _validate=False)


def paper(look: Look, height: int, margin: Part) -> Part:
    """The layout that every chart starts from; the empty template keeps anybody's default out."""
    return {
        "template": {},
        "height": height,
        "margin": {"pad": 0, "autoexpand": False, **margin},
        "paper_bgcolor": look.background,
        "plot_bgcolor": look.background,
        "font": {"family": look.font, "size": look.size, "color": look.text},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 40,
        "dragmode": "pan",
        "hoverlabel": {
            "bgcolor": look.background,
            "bordercolor": look.muted,
            "align": "left",
            "font": {"family": look.font, "size": look.size, "color": look.text},
        },
    }


def quiet_axis(look: Look, **more: object) -> Part:
    """An axis that shows only what is asked for."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": look.size, "color": look.muted},
        "automargin": False,
        **more,
    }


def beside(text: str, look: Look, **more: object) -> Part:
    """An annotation in paper coordinates without an arrow; `text` is escaped already."""
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "align": "left",
        "font": {"size": look.size, "color": look.muted},
        **more,
    }


def spread(places: list[float], gap: float) -> list[float]:
    """The places pushed apart to at least `gap`, in their order, around where they were."""
    order = sorted(range(len(places)), key=places.__getitem__)
    moved = list(places)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + gap)
    shift = (sum(moved) - sum(places)) / len(places) if places else 0.0
    return [place - shift for place in moved]
