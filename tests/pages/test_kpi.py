"""A KPI gets values by hand and from a series, its drawer is saved, and every step can be undone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action
from storage.journey import list_phases
from storage.kpis import change_kpi
from storage.measurements import list_measurements
from storage.store import Store
from storage.targets import add_planned_touchpoint
from tests.pages._kpis import choose_rows, kpis, measured, month, open_drawer, table
from tests.pages._screen import (
    _dialog_alone,
    button,
    is_shown,
    links,
    open_page,
    press,
    press_in_dialog,
    texts,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ActionStatus
from touchpoints.series_dates import DayOrder


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, hotel: UUID) -> AppTest:
    """The KPIs of a hotel that has none yet."""
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "kpis", hotel)


def test_a_value_is_added_by_hand_with_its_counts_and_taken_back(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    id_ = measured(store, hotel, kind="nps")
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Add a value")
    key = f"value-{id_}"
    for need, number in {"n": 10, "favourable": 5, "unfavourable": 2}.items():
        frame.number_input(f"{key}-{need}").set_value(number)
    press_in_dialog(frame, "Add")
    open_page(frame, "kpis", hotel, kpi=str(id_))
    assert [row["95 % interval"] for row in table(frame)] == ["−19 to +65"]
    [one] = list_measurements(store, COMMAND_LINE, hotel)
    assert (one.value, one.starts_on) == (30, one.ends_on)
    press(frame, "Undo")
    assert list_measurements(store, COMMAND_LINE, hotel) == ()


def test_a_share_is_typed_in_per_cent(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Add a value")
    frame.number_input(f"value-{id_}-value").set_value(42.5)
    press_in_dialog(frame, "Add")
    [one] = list_measurements(store, COMMAND_LINE, hotel)
    assert one.value == 0.425


def test_a_value_that_cannot_be_says_why(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Add a value")
    frame.number_input(f"value-{id_}-n").set_value(10)
    frame.number_input(f"value-{id_}-favourable").set_value(11)
    press_in_dialog(frame, "Add")
    assert is_shown(frame, "more answers were counted than were given")
    assert list_measurements(store, COMMAND_LINE, hotel) == ()


def test_a_series_is_pasted_looked_at_and_taken_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Paste a series")
    frame.text_area("pasted-series").set_value("Datum;Wert;n\nFeb 2026;42,5 %;120\nbald;3;1\nQ2 2026;47 %;80")
    press_in_dialog(frame, "Look at it before it is stored")
    assert is_shown(frame, "1 line cannot be read:")
    assert [row["Why"] for row in table(frame) if "Why" in row] == ["the date cannot be read"]
    press_in_dialog(frame, "Add 2 values")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.425, 0.47]
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Undo")
    assert list_measurements(store, COMMAND_LINE, hotel) == ()


def test_a_series_comes_from_a_file_just_the_same(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Paste a series")
    content = "Datum;Wert;n\nMärz 2026;42,5 %;120\n".encode("cp1252")
    with _dialog_alone(frame):
        frame.file_uploader("series-file").upload("series.csv", content).run()
    press_in_dialog(frame, "Add 1 value")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.425]


def test_a_file_that_is_no_text_says_so(frame: AppTest, store: Store, hotel: UUID) -> None:
    open_page(frame, "kpis", hotel, kpi=str(measured(store, hotel)))
    press(frame, "Paste a series")
    with _dialog_alone(frame):
        frame.file_uploader("series-file").upload("series.csv", bytes(range(256)) * 4).run()
    assert len(frame.error) == 1


def test_what_could_mean_two_days_is_asked_before_it_is_stored(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Paste a series")
    frame.text_area("pasted-series").set_value("03/02/2026;42 %\n2026-03;43 %")
    press_in_dialog(frame, "Look at it before it is stored")
    assert button(frame, "Add 1 value").disabled
    [asked] = frame.radio
    assert asked.label == "What stands first in the dates?"
    asked.set_value(DayOrder.DAY_FIRST)
    press_in_dialog(frame, "Look at it before it is stored")
    press_in_dialog(frame, "Add 2 values")
    first, _ = list_measurements(store, COMMAND_LINE, hotel)
    assert first.starts_on == date(2026, 2, 3)


def test_what_an_action_did_is_said_in_words(frame: AppTest, store: Store, hotel: UUID) -> None:
    dates = {"starts_on": date(2026, 2, 3), "due_on": date(2026, 3, 1)}
    trained = add_action(store, COMMAND_LINE, hotel, {"name": "Train", **dates})
    other = add_action(store, COMMAND_LINE, hotel, {"name": "New hotline", **dates})
    set_status(store, COMMAND_LINE, hotel, [trained], ActionStatus.DONE, date(2026, 2, 20))
    series = [month(1, n=100, favourable=40), month(3, n=100, favourable=70)]
    id_ = measured(store, hotel, series, actions=[trained, other])
    open_page(frame, "kpis", hotel, kpi=str(id_))
    [said] = [text for text in texts(frame) if "better" in text]
    assert said.startswith("**▲ better**: before 40%")
    assert "before 40% (1/2026, n = 100), after 70% (3/2026, n = 100): +30 percentage points" in said
    assert "Also under way there in that time: New hotline." in said
    assert is_shown(frame, "the action is not done yet")
    ways = {label.partition(" (")[0]: query for label, query in links(frame).items()}
    assert f"action={trained}" in ways["Train"]
    assert f"action={other}" in ways["New hotline"]


def test_values_are_thrown_away_and_come_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel, [month(1, value=0.5), month(2, value=0.6)])
    open_page(frame, "kpis", hotel, kpi=str(id_))
    choose_rows(frame, [0])
    press(frame, "Move 1 value to bin")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.5]
    press(frame, "Undo")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.5, 0.6]


def test_a_value_is_corrected(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel, [month(1, n=100, favourable=40)])
    open_page(frame, "kpis", hotel, kpi=str(id_))
    choose_rows(frame, [0])
    press(frame, "Correct this value")
    [stored] = list_measurements(store, COMMAND_LINE, hotel)
    frame.number_input(f"correct-{stored.id}-1-favourable").set_value(45)
    press_in_dialog(frame, "Save")
    [corrected] = list_measurements(store, COMMAND_LINE, hotel)
    assert (corrected.favourable, corrected.value, corrected.version) == (45, 0.45, 2)


def test_the_drawer_asks_seven_fields_at_the_most_and_saves_them(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    id_ = measured(store, hotel)
    open_drawer(frame, hotel, id_)
    frame.text_area(f"definition-{id_}-1").set_value("Within twenty seconds")
    press_in_dialog(frame, "Save")
    [kpi] = kpis(store, hotel)
    assert (kpi.definition, kpi.version) == ("Within twenty seconds", 2)


def test_where_somebody_was_faster_both_versions_are_shown(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_drawer(frame, hotel, id_)
    change_kpi(store, COMMAND_LINE, hotel, id_, 1, {"definition": "Theirs"})
    frame.text_area(f"definition-{id_}-1").set_value("Mine")
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Theirs")
    assert [kpi.definition for kpi in kpis(store, hotel)] == ["Theirs"]
    press_in_dialog(frame, "Save mine")
    assert [kpi.definition for kpi in kpis(store, hotel)] == ["Mine"]


def test_a_kpi_goes_into_the_bin_and_comes_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_drawer(frame, hotel, id_)
    press_in_dialog(frame, "Move to bin")
    assert kpis(store, hotel) == []
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Undo")
    assert [kpi.id for kpi in kpis(store, hotel)] == [id_]


def test_a_kpi_can_be_about_what_the_target_journey_adds(frame: AppTest, store: Store, hotel: UUID) -> None:
    [phase, *_] = list_phases(store, COMMAND_LINE, hotel)
    chat = add_planned_touchpoint(store, COMMAND_LINE, hotel, "Chat", phase.id)
    id_ = measured(store, hotel)
    open_drawer(frame, hotel, id_)
    [where] = [one for one in frame.selectbox if one.label == "Touchpoint"]
    assert "Chat (new)" in where.options
    where.set_value(chat)
    press_in_dialog(frame, "Save")
    assert [(kpi.touchpoint_id, kpi.touchpoint) for kpi in kpis(store, hotel)] == [(chat, "Chat")]
