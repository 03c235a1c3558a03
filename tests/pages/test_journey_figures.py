"""The journey's figures follow the limits, the waves and the questions that they come from."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages import _charts_found
from pages._server import _find_extensions
from pages._text import escaped
from storage import commands
from storage.access import COMMAND_LINE
from storage.projects import change_project
from storage.store import Store
from storage.surveys import store_survey
from tests.pages._journey import touchpoint
from tests.pages._screen import click_point, dialog_title, is_shown, open_page, texts
from tests.pages.conftest import OpenFrame
from tests.storage._surveys import HOTLINE, a_survey, count, counted, mean
from touchpoints import charts
from touchpoints.charts import BrokenChart, heat_map, journey_curve, trend
from touchpoints.statistics import Scale
from touchpoints.survey.result import Question

pytestmark = pytest.mark.usefixtures("facilitator")


def open_drawer(frame: AppTest, store: Store, project: UUID, name: str = "Hotline") -> AppTest:
    return click_point(
        open_page(frame, "journey", project), "journey_curve", touchpoint(store, project, name).id
    )


def test_new_limits_are_shown_at_once(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    frame = open_page(open_frame(), "journey", airport)
    frame.toggle(key="table-journey_curve").set_value(True).run()
    assert "disappointing" not in set(frame.dataframe[0].value["Level"])
    change_project(store, COMMAND_LINE, airport, 1, {"disappointing_from": 0.02})
    assert "disappointing" in set(frame.run().dataframe[0].value["Level"])


def test_a_new_chart_is_in_the_menu_by_being_there(
    open_frame: OpenFrame, airport: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon = ModuleType("touchpoints.charts.ribbon")
    vars(ribbon).update({**vars(heat_map), "ID": "ribbon", "NAME": "Ribbon"})
    monkeypatch.setattr(charts, "discover", lambda _package: [heat_map, journey_curve, ribbon, trend])
    # A new file would change the time of its folder.
    monkeypatch.setattr(_charts_found, "_found", lambda _changed_at, wanted: charts.all_charts(*wanted))
    frame = open_page(open_frame(), "journey", airport, view="ribbon")
    assert frame.segmented_control(key="view").value == "ribbon"
    assert [chart for chart in frame.get("plotly_chart") if "ribbon" in chart.proto.id]


def test_a_cell_of_the_heat_map_opens_its_touchpoint(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_page(open_frame(), "journey", airport, view=heat_map.ID)
    wifi = touchpoint(store, airport, "Wi-Fi").id
    assert dialog_title(click_point(frame, "heat_map", wifi)) == "Wi-Fi"


def test_the_same_touchpoint_can_be_chosen_again(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    frame = open_page(open_frame(), "journey", airport)
    for _ in range(2):
        frame.selectbox(key="show-touchpoint").set_value(str(touchpoint(store, airport, "Wi-Fi").id)).run()
        assert dialog_title(frame) == "Wi-Fi"
        assert not dialog_title(frame.run())


def test_rows_of_a_survey_of_ones_own_are_not_called_interviews(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    store_survey(store, COMMAND_LINE, hotel, a_survey(40))
    frame = open_page(open_frame(), "journey", hotel)
    assert is_shown(frame, "10 rows read · Customers")
    assert not is_shown(frame, "interview")


def test_each_question_about_a_touchpoint_has_a_block_with_its_own_scale(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    tens = Question("rating:0-10", "rating", "Hotline", None, "The hotline of ten?", Scale(0, 10, 10))
    score = Question("nps:hotline", "nps", "Hotline", None, "Recommend it?", Scale(0, 10, 10))
    cells = [count(5, 40), count(9, 30, question=tens), count(10, 20, question=score)]
    store_survey(store, COMMAND_LINE, hotel, counted(*cells, questions=(HOTLINE, tens, score)))
    frame = open_drawer(open_frame(), store, hotel)
    heads = [list(table.value.columns)[:3] for table in frame.table]
    assert heads == [["Wave", "n", "Mean"], ["Wave", "n", "Mean"], ["Wave", "n", "Net Promoter Score"]]
    assert is_shown(frame, "Scale 1 to 5, 5 is best.")
    assert is_shown(frame, "Scale 0 to 10, 10 is best.")
    assert str(frame.table[2].value["Net Promoter Score"].iloc[0]).startswith("100")


def test_a_mean_without_its_answers_says_so_on_every_screen(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    store_survey(store, COMMAND_LINE, hotel, counted(means=[mean(4.2, 80)]))
    frame = open_drawer(open_frame(), store, hotel)
    assert is_shown(frame, "mean only, without the answers behind it: Hotline")
    assert "mean only, n = 80" in frame.table[0].value["Mean"].iloc[0]


def test_the_name_of_a_wave_is_shown_as_typed_in_the_drawer(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    store_survey(store, COMMAND_LINE, hotel, a_survey(40, wave="**2025** :smile:"))
    frame = open_drawer(open_frame(), store, hotel)
    assert frame.table[0].value["Wave"].iloc[0] == escaped("**2025** :smile:")


def test_factors_and_findings_say_whose_word_they_are(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    lists = "\n".join(texts(open_drawer(open_frame(), store, airport, "Wi-Fi")))
    assert " · *customer*" in lists or " · *survey*" in lists


def test_two_questions_of_two_waves_are_not_compared(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    tens = Question("rating:0-10", "rating", "Hotline", None, "The hotline of ten?", Scale(0, 10, 10))
    cells = [count(5, 40, wave="2018"), count(9, 30, wave="2016", question=tens)]
    store_survey(store, COMMAND_LINE, hotel, counted(*cells, questions=(HOTLINE, tens)))
    frame = open_page(open_frame(), "journey", hotel, view=trend.ID)
    frame.multiselect(key="trend-touchpoints").set_value([str(touchpoint(store, hotel, "Hotline").id)]).run()
    assert is_shown(frame, "left out, since another question was asked: Hotline (2016)")


def test_a_broken_chart_or_command_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _find_extensions()
    with monkeypatch.context() as broken:
        broken.delattr(trend, "INPUT")
        with pytest.raises(BrokenChart):
            _find_extensions()
    (tmp_path / "zz_broken.py").write_text("1 / 0", encoding="utf-8")
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    with pytest.raises(ZeroDivisionError):
        _find_extensions()
