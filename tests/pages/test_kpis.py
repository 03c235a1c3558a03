"""KPIs are added with a name and a kind or from a goal, listed with their status, and opened."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import add_action
from storage.goals import add_goal
from storage.kpis import change_kpi
from storage.measurements import NewMeasurement
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._kpis import choose_rows, kpis, measured, month, table
from tests.pages._screen import is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.kpi_kinds import all_kinds
from touchpoints.model import Direction


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, hotel: UUID) -> AppTest:
    """The KPIs of a hotel that has none yet."""
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "kpis", hotel)


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
    assert [row["As of"] for row in table(frame)] == ["⚠ 31 Jan 2020, overdue", "⚠ overdue", ""]
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


def test_a_row_of_the_table_opens_its_kpi(frame: AppTest, store: Store, hotel: UUID) -> None:
    measured(store, hotel)
    id_ = measured(store, hotel, [month(1, value=0.5)], name="Second")
    open_page(frame, "kpis", hotel)
    choose_rows(frame, [1])
    assert frame.query_params["kpi"] == str(id_)
    assert is_shown(frame, "Second: 50%, no target set")


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


def test_the_history_names_kind_and_direction_in_words(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = measured(store, hotel)
    change_kpi(store, COMMAND_LINE, hotel, id_, 1, {"kind": "churn", "direction": Direction.DOWN})
    rows = open_page(frame, "history", hotel).dataframe[0].value
    said = " ".join(str(cell) for cell in rows.to_numpy().ravel())
    assert "Kind: Churn" in said
    assert "less is better" in said
