"""The phases as labelled bands above a journey, and the part before contact set off from the rest."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._journey_stage import Band, Stage
from touchpoints.charts._text import plain, text_width
from touchpoints.charts._words import Words


def band_shapes(stage: Stage, plot_height: int, rows: Sequence[tuple[float, float]]) -> list[Part]:
    """The ribbon of phases, and a tint in each row under everything before contact."""
    top = 1 + stage.ribbon_height / plot_height
    ribbon = [_box(stage, band, 1, top, 1) for band in stage.bands]
    before = [band for band in stage.bands if band.is_before_contact]
    tints = [_box(stage, band, low, high, 0) for band in before for low, high in rows]
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
            textangle=-90 if stage.is_upright(band) else 0,
            font={"size": stage.look.size, "color": stage.look.text},
        )
        for band, label in zip(stage.bands, stage.band_labels, strict=True)
    ]


def contact_label(stage: Stage, words: Words) -> list[Part]:
    """The words "before contact" inside the tint, where a journey has such a part."""
    said = words.say("before contact")
    before = [band for band in stage.bands if band.is_before_contact]
    width = sum(band.width for band in before) * stage.step
    if (
        not before
        or before[0].name.casefold() == said.casefold()
        or text_width(said, stage.look.size) > width
    ):
        return []
    label = beside(
        f"<i>{plain(said)}</i>",
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
