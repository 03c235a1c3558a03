"""The drawer of a touchpoint: what is known of it, and how it is changed and thrown away."""

from __future__ import annotations

from uuid import UUID

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.journey import (
    bin_touchpoint,
    change_touchpoint,
    list_touchpoints,
    read_touchpoint,
)
from storage.store import Store
from tests.pages._journey import finding, open_pooled, touchpoint
from tests.pages._screen import (
    click_point,
    dialog_title,
    is_shown,
    press,
    press_in_dialog,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth

pytestmark = pytest.mark.usefixtures("facilitator")


def ratings(frame: AppTest) -> pd.DataFrame:
    table: pd.DataFrame = frame.table[0].value
    return table.set_index("Wave")


def test_a_click_on_a_point_opens_what_is_known_of_the_touchpoint(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    wifi = touchpoint(store, airport)
    known = read_touchpoint(store, COMMAND_LINE, airport, wifi.id)
    frame = open_pooled(open_frame(), airport)
    click_point(frame, "journey_curve", wifi.id)
    assert dialog_title(frame) == "Wi-Fi"
    assert is_shown(frame, f"{wifi.phase} · key touchpoint · by web, mail, parcel or paper · owned")
    assert is_shown(frame, f"Owner: {wifi.owner}, {wifi.owner_position}")
    for entry in (*known.factors, *known.findings, *known.steps):
        assert is_shown(frame, entry.text), entry
    for encounter in known.encounters:
        assert is_shown(frame, encounter.occasion), encounter
    assert known.factors
    assert known.findings


def test_ratings_show_n_and_interval_with_the_weighted_figure_beside_the_plain_one(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    table = ratings(click_point(frame, "journey_curve", touchpoint(store, airport).id))
    assert list(table.columns) == ["n", "Mean", "Unweighted", "Disappointed", "Level"]
    assert list(table.index) == [*map(str, range(2013, 2019)), "All waves"]
    pooled = table.loc["All waves"]
    assert pooled["Disappointed"] == "10.4% (9.8%–11.0%)"
    mean, _, interval = pooled["Mean"].partition(" ")
    low, high = map(float, interval.strip("()").split("–"))
    assert low < float(mean) < high
    assert pooled["Level"] == "unclear"


def test_the_line_of_visibility_parts_what_customers_see_from_what_is_behind(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    with_steps = next(
        one
        for one in list_touchpoints(store, COMMAND_LINE, airport)
        if read_touchpoint(store, COMMAND_LINE, airport, one.id).steps
    )
    click_point(frame, "journey_curve", with_steps.id)
    shown = [one.value for one in frame.markdown] + ["---" for _ in frame.divider]
    assert shown.index("**The customer sees**") < shown.index("**Behind the line of visibility**")
    assert len(frame.divider) >= 2  # the sidebar's own, and the line


def test_a_touchpoint_that_nobody_was_asked_about_says_so(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    unasked = touchpoint(store, airport, "Check-in and baggage drop")
    frame = open_pooled(open_frame(), airport)
    click_point(frame, "journey_curve", unasked.id)
    assert is_shown(frame, "Nobody has been asked about this touchpoint yet.")
    assert not frame.table


def test_a_closed_drawer_stays_closed_when_something_else_is_chosen(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    wifi = touchpoint(store, airport).id
    assert dialog_title(click_point(frame, "journey_curve", wifi))
    assert not dialog_title(click_point(frame, "journey_curve", wifi))


def edit(frame: AppTest, store: Store, project: UUID, name: str, depth: Depth = Depth.KEY) -> None:
    """Fill in the form in the drawer."""
    click_point(frame, "journey_curve", touchpoint(store, project).id)
    frame.text_input[0].set_value(name)
    frame.segmented_control[-1].set_value(depth)


def test_a_touchpoint_is_changed_in_its_drawer(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    frame = open_pooled(open_frame(), airport)
    edit(frame, store, airport, "Wireless", Depth.SHORTLIST)
    press_in_dialog(frame, "Save")
    assert touchpoint(store, airport, "Wireless").depth is Depth.SHORTLIST
    assert finding(frame).startswith("Customers are most disappointed at Wireless")


def test_a_touchpoint_needs_a_name(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    frame = open_pooled(open_frame(), airport)
    edit(frame, store, airport, " ")
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "This cannot be saved")
    assert touchpoint(store, airport).name == "Wi-Fi"


@pytest.mark.parametrize(("decision", "stands"), [("Save mine", "Mine"), ("Keep theirs", "Theirs")])
def test_two_who_change_the_same_touchpoint_see_both_versions_and_choose(
    open_frame: OpenFrame, store: Store, airport: UUID, decision: str, stands: str
) -> None:
    frame = open_pooled(open_frame(), airport)
    edit(frame, store, airport, "Mine", Depth.SHORTLIST)
    wifi = touchpoint(store, airport)
    theirs = {"name": "Theirs", "depth": Depth.ALL}
    change_touchpoint(store, COMMAND_LINE, airport, wifi.id, wifi.version, theirs)
    press_in_dialog(frame, "Save")
    for text in ("Your version", "Name: Mine", "Depth: shortlist", "Name: Theirs", "Depth: captured"):
        assert is_shown(frame, text), text
    press_in_dialog(frame, decision)
    assert touchpoint(store, airport, stands)
    assert not dialog_title(frame)


def test_a_touchpoint_thrown_away_comes_back_by_the_line(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    click_point(frame, "journey_curve", touchpoint(store, airport).id)
    press_in_dialog(frame, "Move to bin")
    assert is_shown(frame, "Wi-Fi is in the bin and stays there for 30 days.")
    assert "Wi-Fi" not in finding(frame)
    press(frame, "Undo")
    assert finding(frame).startswith("Customers are most disappointed at Wi")
    assert touchpoint(store, airport)


def test_a_touchpoint_thrown_away_by_somebody_else_meanwhile_is_no_error(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    edit(frame, store, airport, "Mine")
    bin_touchpoint(store, COMMAND_LINE, airport, touchpoint(store, airport).id)
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Somebody else has changed this entry meanwhile.")
    press_in_dialog(frame, "Keep theirs")
    assert "Wi-Fi" not in finding(frame)
