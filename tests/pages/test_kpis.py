"""KPIs are added with a name and a kind or from a goal, measured, judged, and every step can be undone."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action
from storage.goals import add_goal
from storage.kpis import KpiEntry, add_kpi, change_kpi, list_kpis
from storage.measurements import NewMeasurement, add_series, list_measurements
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import button, dialog_title, is_shown, open_page, press, press_in_dialog, texts
from tests.pages.conftest import OpenFrame
from touchpoints.kpi_kinds import all_kinds
from touchpoints.model import ActionStatus
from touchpoints.series_dates import DayOrder


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, hotel: UUID) -> AppTest:
    """The KPIs of a hotel that has none yet."""
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "kpis", hotel)


def kpis(store: Store, hotel: UUID) -> list[KpiEntry]:
    return list(list_kpis(store, COMMAND_LINE, hotel))


def month(number: int, **more: Any) -> NewMeasurement:
    return NewMeasurement(date(2026, number, 1), date(2026, number, monthrange(2026, number)[1]), **more)


def measured(store: Store, hotel: UUID, series: Sequence[NewMeasurement] = (), **more: Any) -> UUID:
    """A KPI, a share unless something else is said, with these values."""
    values = {"name": "Calls answered", "kind": "share", **more}
    actions = values.pop("actions", ())
    id_ = add_kpi(store, COMMAND_LINE, hotel, values, actions)
    add_series(store, COMMAND_LINE, hotel, id_, series)
    return id_


def table(frame: AppTest) -> list[dict[str, Any]]:
    """The first table as rows."""
    return frame.dataframe[0].value.to_dict("records")


def test_an_empty_screen_says_what_to_do_next_with_one_button(frame: AppTest) -> None:
    assert is_shown(frame, "Begin with the recommendation rate")
    assert not frame.dataframe


@pytest.mark.parametrize("kind", list(all_kinds()))
def test_a_name_and_a_kind_make_a_kpi_that_can_be_taken_back(
    frame: AppTest, store: Store, hotel: UUID, kind: str
) -> None:
    frame.text_input("new-kpi").set_value(" Friendly ")
    frame.selectbox("new-kpi-kind").set_value(kind)
    press(frame, "Add", "add-kpi")
    [kpi] = kpis(store, hotel)
    assert (kpi.name, kpi.kind, kpi.direction) == ("Friendly", kind, all_kinds()[kind].direction)
    assert frame.query_params["kpi"] == str(kpi.id)
    assert is_shown(frame, "Friendly has no value yet")
    press(frame, "Undo")
    assert kpis(store, hotel) == []


def test_a_goal_proposes_its_kpi(frame: AppTest, store: Store, hotel: UUID) -> None:
    goal = {"name": "More guests recommend us", "kpi_kind": "nps", "metric": "NPS of guests"}
    add_goal(
        store, COMMAND_LINE, hotel, {**goal, "from_value": 20, "to_value": 35, "due_on": date(2026, 12, 31)}
    )
    open_page(frame, "kpis", hotel)
    assert is_shown(frame, "NPS of guests, measured as NPS, from +20, to +35")
    press(frame, "Add this KPI")
    [kpi] = kpis(store, hotel)
    assert (kpi.name, kpi.kind, kpi.baseline, kpi.target) == ("NPS of guests", "nps", 20, 35)
    assert (kpi.target_on, kpi.interval_months) == (date(2026, 12, 31), 3)
    assert kpi.goal_id is not None
    assert "Propose from a goal" not in [one.proto.popover.label for one in frame.get("popover")]


def test_the_table_says_value_interval_status_and_change(frame: AppTest, store: Store, hotel: UUID) -> None:
    series = [month(1, n=100, favourable=40), month(2, n=100, favourable=70)]
    measured(store, hotel, series, target=0.5)
    open_page(frame, "kpis", hotel)
    [row] = table(frame)
    assert (row["Value"], row["95 % interval"], row["n"], row["Target"]) == (
        "70%",
        "60% to 78%",
        "100",
        "50%",
    )
    assert list(row["Status"]) == ["▲ reached"]
    assert row["Change since last"] == "+30 percentage points"
    assert list(row["Course"]) == [0.4, 0.7]


def test_overdue_kpis_are_said_first(frame: AppTest, store: Store, hotel: UUID) -> None:
    series = [NewMeasurement(date(2020, 1, 1), date(2020, 1, 31), 0.5)]
    measured(store, hotel, series, interval_months=1)
    measured(store, hotel, name="Never measured", interval_months=12)
    measured(store, hotel, name="Now and then")
    open_page(frame, "kpis", hotel)
    assert is_shown(frame, "2 KPIs wait for their next value: Calls answered, Never measured")
    assert [row["As of"] for row in table(frame)] == ["⚠ Jan 31, 2020, overdue", "⚠ overdue", ""]
    open_page(frame, "kpis", hotel, status="overdue")
    assert [row["KPI"] for row in table(frame)] == ["Calls answered", "Never measured"]


def test_a_status_is_filtered_in_the_address(frame: AppTest, store: Store, hotel: UUID) -> None:
    measured(store, hotel, [month(1, n=100, favourable=70)], target=0.5)
    measured(store, hotel, [month(1, n=100, favourable=30)], name="Low", target=0.5)
    open_page(frame, "kpis", hotel, status="missed")
    assert [row["KPI"] for row in table(frame)] == ["Low"]
    open_page(frame, "kpis", hotel, status="open")
    assert is_shown(frame, "No KPI stands like that at the moment.")


def test_a_kpi_of_the_address_is_shown_with_its_finding(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel, [month(1, n=100, favourable=60)], target=0.65)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    assert is_shown(
        frame, "Calls answered: 60%, target 65%: open, rather below target; clear from about n = 350"
    )
    assert [row["Period"] for row in table(frame)] == ["1/2026"]
    frame.selectbox("kpi").set_value("all").run()
    assert frame.query_params["kpi"] == "all"
    assert [row["KPI"] for row in table(frame)] == ["Calls answered"]


def test_a_value_is_added_by_hand_with_its_counts_and_taken_back(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    id_ = measured(store, hotel, kind="nps")
    open_page(frame, "kpis", hotel, kpi=str(id_))
    key = f"value-{id_}"
    for need, number in {"n": 10, "favourable": 5, "unfavourable": 2}.items():
        frame.number_input(f"{key}-{need}").set_value(number)
    press(frame, "Add", f"add-{key}")
    assert [row["95 % interval"] for row in table(frame)] == ["−19 to +65"]
    [one] = list_measurements(store, COMMAND_LINE, hotel)
    assert (one.value, one.starts_on) == (30, one.ends_on)
    press(frame, "Undo")
    assert list_measurements(store, COMMAND_LINE, hotel) == ()


def test_a_share_is_typed_in_per_cent(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    frame.number_input(f"value-{id_}-value").set_value(42.5)
    press(frame, "Add", f"add-value-{id_}")
    [one] = list_measurements(store, COMMAND_LINE, hotel)
    assert one.value == 0.425


def test_a_value_that_cannot_be_says_why(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    open_page(frame, "kpis", hotel, kpi=str(id_))
    frame.number_input(f"value-{id_}-n").set_value(10)
    frame.number_input(f"value-{id_}-favourable").set_value(11)
    press(frame, "Add", f"add-value-{id_}")
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
    assert "▲ better" in said
    assert "from 40% (1/2026, n = 100) to 70% (3/2026, n = 100): +30 percentage points" in said
    assert "Also under way there in that time: New hotline." in said
    assert "the action is not done yet" in said


def test_values_are_thrown_away_and_come_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel, [month(1, value=0.5), month(2, value=0.6)])
    open_page(frame, "kpis", hotel, kpi=str(id_))
    choose_rows(frame, [0])
    press(frame, "Move 1 value to bin")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.5]
    press(frame, "Undo")
    assert [one.value for one in list_measurements(store, COMMAND_LINE, hotel)] == [0.5, 0.6]


def choose_rows(frame: AppTest, rows: Sequence[int]) -> None:
    """Choose rows of the first table, which simulated pages draw but do not let be chosen."""
    picked = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=frame.dataframe[0].proto.id, string_value=json.dumps(picked)))
    frame._run(states)
    assert not frame.exception


def test_a_row_of_the_table_opens_its_kpi(frame: AppTest, store: Store, hotel: UUID) -> None:
    measured(store, hotel)
    id_ = measured(store, hotel, [month(1, value=0.5)], name="Second")
    open_page(frame, "kpis", hotel)
    choose_rows(frame, [1])
    assert frame.query_params["kpi"] == str(id_)
    assert is_shown(frame, "Second: 50%, no target set")


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


def open_drawer(frame: AppTest, hotel: UUID, id_: UUID) -> None:
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Definition, target, actions")
    assert dialog_title(frame) == "Calls answered"


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


def test_hostile_texts_are_shown_letter_by_letter(frame: AppTest, store: Store, hotel: UUID) -> None:
    for text in HOSTILE:
        action = add_action(store, COMMAND_LINE, hotel, {"name": text})
        last = measured(
            store, hotel, [month(1, value=0.5)], name=text[:120], actions=[action], definition=text
        )
    open_page(frame, "kpis", hotel)
    assert {row["KPI"] for row in table(frame)} == {as_kept(text)[:120].strip() for text in HOSTILE}
    open_page(frame, "kpis", hotel, kpi=str(last))
    assert is_shown(frame, as_kept(HOSTILE[-1]).split("\n")[0])
