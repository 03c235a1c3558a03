"""The one way a chart stands on a page: its finding, the figure, its numbers as a table, its downloads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import streamlit as st

from pages._component import component
from pages._look import content_width, is_phone
from pages._page import Look as Theme
from pages._text import escaped
from touchpoints.charts import DARK, LIGHT, Chart, Look
from touchpoints.messages import N_, Wording

_SAVE = N_("Save as a picture")
# +0.8 and -12,5 %, and an interval such as "+0.8 to +1.1": nothing that could be computed or called.
_SIGNED_NUMBER = re.compile(r"[+-]\d[\d.,]*\s?%?( [^\W\d_]+ [+-]?\d[\d.,]*\s?%?)?")
_COMPONENTS = Path(__file__).with_name("_components")

# Streamlit has no export of a figure, and one on the server would need a browser there.
_download = component(
    "chart_download",
    '<div class="images"></div>',
    style=(_COMPONENTS / "chart_download.css").read_text(encoding="utf-8"),
    script=(_COMPONENTS / "chart_download.js").read_text(encoding="utf-8"),
)


def chart_look(theme: Theme, *, on_wall: bool = False) -> Look:
    """The look of a chart on this screen."""
    look = DARK if theme == "dark" else LIGHT
    if on_wall:
        return look.for_projector()
    if is_phone():
        return look.for_phone()
    width = content_width()
    return look.within(width) if width else look


def show_chart(chart: Chart, key: str, wording: Wording, *, on_click: bool = False) -> str | None:
    """Show a chart; with `on_click` the id of the touchpoint that was clicked, else None.

    `key` is made of letters, digits and hyphens, and unique on the page.
    """
    with st.container(key=f"chart-{key}"):
        st.subheader(escaped(chart.title), anchor=False)
        st.caption(escaped(chart.subtitle))
        picked: Any = st.plotly_chart(
            chart.figure,
            theme=None,
            key=f"figure-{key}",
            on_select="rerun" if on_click else "ignore",
            selection_mode="points",
            config=_config(wording),
            alt=chart.description,
        )
        _show_ways_out(chart, key, wording)
    return _picked_id(picked) if on_click else None


def _show_ways_out(chart: Chart, key: str, wording: Wording) -> None:
    say = wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        is_open = st.toggle(say("Numbers as a table"), key=f"table-{key}")
        st.download_button(
            say("Table as CSV"),
            data=lambda: _csv(chart, wording),
            file_name=f"{key}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv-{key}",
        )
        _download(
            key=f"images-{key}",
            width="content",
            # In a list, as the look's switch.
            data=[
                {
                    "chart": f"chart-{key}",
                    "title": chart.title,
                    "filename": key,
                    "exporter": say(_SAVE),
                    "labels": {"png": say("Picture (PNG)"), "svg": say("Drawing (SVG)")},
                }
            ],
        )
    if is_open:
        st.dataframe(chart.table, hide_index=True, key=f"numbers-{key}", alt=chart.title)


def _config(wording: Wording) -> dict[str, Any]:
    """Plotly's own buttons in the language of the page, without those that send a chart to its maker."""
    say = wording.say
    words = {
        "Zoom in": say("Zoom in"),
        "Zoom out": say("Zoom out"),
        "Zoom": say("Zoom"),
        "Pan": say("Pan"),
        "Reset axes": say("Show everything"),
        "Download plot as a PNG": say(_SAVE),
        "Download plot": say(_SAVE),
    }
    return {
        "locale": wording.language,
        "locales": {wording.language: {"dictionary": words, "format": {}}},
        # A phone has two fingers for it, and no room beside the drawing.
        "displayModeBar": False if is_phone() else "hover",
        "displaylogo": False,
        "displayNotifier": False,
        "scrollZoom": False,
        "showSendToCloud": False,
        "showTips": False,
        "modeBarButtonsToRemove": ["sendChartToCloud", "select2d", "lasso2d", "autoScale2d"],
    }


def _picked_id(picked: Any) -> str | None:  # noqa: ANN401 - Streamlit's own state, a mapping of JSON
    points = picked["selection"]["points"]
    found = points[0].get("customdata") if points else None
    return found if isinstance(found, str) else None


def _csv(chart: Chart, wording: Wording) -> bytes:
    """The table for a spreadsheet of the reader's country: a semicolon where numbers have a comma."""
    delimiter = ";" if "," in wording.number(0.5, 1) else ","
    table = chart.table.map(_as_text).rename(columns=_as_text)
    return table.to_csv(index=False, sep=delimiter, lineterminator="\r\n").encode("utf-8-sig")


def _as_text(cell: str) -> str:
    """A text that a spreadsheet would run as a formula, made text; a signed number stays one."""
    is_formula = cell[:1] in set("=+-@\t\r") and not _SIGNED_NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell
