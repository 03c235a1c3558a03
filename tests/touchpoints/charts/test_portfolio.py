"""The portfolio shows contact type by shape, measured by filling, and counts where dots would not fit."""

from __future__ import annotations

from tests.touchpoints._standings import airport, many
from touchpoints.charts import LIGHT, portfolio
from touchpoints.messages import Wording


def test_shape_says_the_contact_type_and_filling_whether_it_is_measured(wording: Wording) -> None:
    figure = portfolio.draw(airport(), wording, LIGHT).figure
    drawn = {
        one: (trace.marker.symbol, trace.marker.color != LIGHT.background)
        for trace in figure.data
        if trace.mode == "markers"
        for one in trace.customdata
    }
    assert drawn == {
        "id-websearch": ("square", False),
        "id-wifi": ("square", True),
        "id-shops": ("diamond", True),
        "id-staff": ("circle", True),
    }


def test_phases_before_contact_are_set_off(wording: Wording) -> None:
    before, after, *_ = portfolio.draw(airport(), wording, LIGHT).figure.data
    assert (before.fillcolor, after.fillcolor) == (LIGHT.before_contact, LIGHT.band)
    assert max(y for y in before.y if y is not None) < min(y for y in after.y if y is not None)


def test_a_column_for_unknown_control_stands_only_where_it_is_needed(wording: Wording) -> None:
    known = [one for one in airport() if one.control]
    heads = [
        [one.text for one in portfolio.draw(places, wording, LIGHT).figure.layout.annotations]
        for places in (airport(), known)
    ]
    assert ["control not known" in " ".join(texts) for texts in heads] == [True, False]


def test_crowded_cells_hold_counts_of_all_250(wording: Wording) -> None:
    figure = portfolio.draw(many(250), wording, LIGHT).figure
    texts = [text for trace in figure.data if trace.mode == "text" for text in trace.text]
    assert any("measured" in text and "●" in text for text in texts)
    heads = [one.text for one in figure.layout.annotations if "<br>" in one.text]
    assert sum(int(head.rsplit("<br>", 1)[1]) for head in heads if head.startswith("<b>")) == 250


def test_blind_spots_are_named(wording: Wording) -> None:
    chart = portfolio.draw(airport(), wording, LIGHT)
    assert chart.title == "1 of 1 touchpoint before contact is earned or unmeasured"
    assert "blind spots: Web search" in chart.subtitle
