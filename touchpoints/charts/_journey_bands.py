"""The phases as labelled bands above a journey, and the part before contact set off from the rest."""

from __future__ import annotations

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._journey_stage import Band, Stage
from touchpoints.charts._text import plain
from touchpoints.charts._words import Words


def band_shapes(stage: Stage, plot_height: int) -> list[Part]:
    """The ribbon of phases, and a tint under everything before contact."""
    top = 1 + stage.ribbon_height / plot_height
    ribbon = [_box(stage, band, 1, top, 1) for band in stage.bands]
    tints = [_box(stage, band, 0, 1, 0) for band in stage.bands if band.is_before_contact]
    return [*tints, *ribbon]


def band_labels(stage: Stage, plot_height: int) -> list[Part]:
    """The names of the phases, in the middle of their bands."""
    height = stage.ribbon_height / plot_height
    return [
        beside(
            label,
            stage.look,
            xref="x",
            x=band.centre,
            y=1 + height / 2,
            yanchor="middle",
            align="center",
            font={"size": stage.look.size, "color": stage.look.text},
        )
        for band, label in zip(stage.bands, stage.band_labels, strict=True)
    ]


def contact_label(stage: Stage, words: Words) -> list[Part]:
    """The words "before contact" inside the tint, where a journey has such a part."""
    before = [band for band in stage.bands if band.is_before_contact]
    if not before:
        return []
    label = beside(
        f"<i>{plain(words.say('before contact'))}</i>",
        stage.look,
        xref="x",
        x=before[0].first - 0.5,
        xanchor="left",
        y=1,
        yanchor="top",
        xshift=4,
    )
    return [label]


def _box(stage: Stage, band: Band, low: float, high: float, gap: int) -> Part:
    fill = stage.look.before_contact if band.is_before_contact else stage.look.band
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": band.first - 0.5,
        "x1": band.last + 0.5,
        "y0": low,
        "y1": high,
        "layer": "below",
        "fillcolor": fill,
        "line": {"color": stage.look.background, "width": 3 * gap},
    }
