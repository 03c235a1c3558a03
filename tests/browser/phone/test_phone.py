"""The phone in somebody's hand: joins, answers in every way, and loses nothing on the way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages._sign_in import SEAT
from storage.access import COMMAND_LINE
from storage.activity_course import pause_activity
from storage.card_list import list_cards
from storage.phone import read_own_ballot
from storage.seats import list_participants, participant_of
from tests.browser._server import Server
from tests.browser.phone.conftest import OwnServer, TakePhone, expect_stored, join, tap
from tests.pages._phone import Hall

SMALLEST = """() => [...document.querySelectorAll('*')]
  .flatMap((one) => one.shadowRoot ? [one.shadowRoot] : [])
  .flatMap((root) => [...root.querySelectorAll('button, input, select, textarea')])
  .filter((one) => one.offsetParent).map((one) => Math.round(one.getBoundingClientRect().height))
  .reduce((least, height) => Math.min(least, height), 1000)"""
WIDEST = "() => document.querySelector('[data-testid=stMain]').scrollWidth"


def content(page: Page, hall: Hall, activity: UUID, person: int = 1) -> Any:
    """What this phone's ballot holds in the database."""
    [token] = [one["value"] for one in page.context.cookies() if one["name"] == SEAT]
    actor = participant_of(hall.store, token)
    return read_own_ballot(hall.store, actor, activity, person).content


def cards(hall: Hall) -> list[str]:
    return [one.text for one in list_cards(hall.store, COMMAND_LINE, hall.project, hall.workshop)]


def test_one_scan_and_one_tap_lead_in_and_a_second_scan_to_the_same_seat(
    phone: Page, server: Server, hall: Hall
) -> None:
    expect(phone.get_by_text("Nothing to do yet.")).to_be_visible()
    assert hall.code not in phone.url
    phone.goto(f"{server.address}/join/{hall.code}")
    expect(phone.get_by_text("Nothing to do yet.")).to_be_visible()
    assert len(list_participants(hall.store, COMMAND_LINE, hall.project, hall.workshop)) == 1


def test_a_code_is_typed_in_any_way_and_a_wrong_one_is_said(
    take_phone: TakePhone, server: Server, hall: Hall
) -> None:
    page = take_phone()
    page.goto(server.address)
    page.get_by_role("textbox", name="Code").fill("abcd efgh")
    tap(page, "Go on")
    expect(page.get_by_text("There is no open workshop with this code.")).to_be_visible()
    page.get_by_role("textbox", name="Code").fill(f"{hall.code[:4].lower()}-{hall.code[4:].lower()}")
    tap(page, "Go on")
    expect(page.get_by_role("heading", name="Monday")).to_be_visible()


def test_touchpoint_by_touchpoint_the_next_one_comes_by_itself_and_a_reload_keeps_all(
    phone: Page, hall: Hall
) -> None:
    activity = hall.begin("experience")
    expect(phone.get_by_text("Confidential: nobody sees")).to_be_visible()
    expect(phone.get_by_role("heading", name="Desk")).to_be_visible()
    tap(phone, "delightful")
    expect(phone.get_by_role("heading", name="Invoice")).to_be_visible()
    expect_stored(phone)
    phone.reload()
    expect(phone.get_by_role("heading", name="Invoice")).to_be_visible()
    tap(phone, "harsh disappointment")
    expect(phone.get_by_role("heading", name="You are done.")).to_be_visible()
    expect_stored(phone)
    desk, invoice = map(str, hall.touchpoints)
    assert content(phone, hall, activity) == {"rate": {desk: {"experience": 2}, invoice: {"experience": -2}}}
    hall.press(pause_activity, activity)
    expect(phone.get_by_text("Paused for a moment.")).to_be_visible()


def test_points_are_given_in_steps_and_the_rest_is_shown(phone: Page, hall: Hall) -> None:
    activity = hall.begin("importance")
    for _ in range(3):
        tap(phone, "More for Desk")
    expect(phone.get_by_text("85 of 100 points left")).to_be_visible()
    phone.get_by_role("spinbutton", name="Invoice").fill("200")
    phone.get_by_role("spinbutton", name="Invoice").press("Tab")
    expect(phone.get_by_text("0 of 100 points left")).to_be_visible()
    expect_stored(phone)
    desk, invoice = map(str, hall.touchpoints)
    assert content(phone, hall, activity) == {"points": {desk: 15, invoice: 85}}


def test_a_draft_outlives_a_reload_and_an_own_card_is_changed_and_withdrawn(phone: Page, hall: Hall) -> None:
    hall.begin("first_contact")
    phone.get_by_label("Your text").fill("The sign")
    phone.reload()
    expect(phone.get_by_label("Your text")).to_have_value("The sign")
    tap(phone, "Put it on the wall")
    tap(phone, "Change it")
    phone.get_by_label("Your text").fill("The big sign")
    tap(phone, "Save")
    expect_stored(phone)
    assert cards(hall) == ["The big sign"]
    tap(phone, "Withdraw")
    expect(phone.get_by_role("button", name="Put it on the wall")).to_be_visible()
    expect_stored(phone)
    assert cards(hall) == []


def test_the_parking_lot_is_one_tap_away(phone: Page, hall: Hall) -> None:
    tap(phone, "Parking lot")
    phone.get_by_label("Your text").fill("Prices")
    tap(phone, "Put it into the parking lot")
    expect(phone.get_by_text("It lies in the parking lot.")).to_be_visible()
    assert cards(hall) == ["Prices"]


def test_what_is_answered_without_a_network_is_kept_and_stored_once(phone: Page, hall: Hall) -> None:
    activity = hall.begin("fist_of_five")
    expect(phone.get_by_text("How far do you stand behind it?")).to_be_visible()
    phone.context.set_offline(True)
    tap(phone, "all my support")
    expect(phone.get_by_role("status").filter(has_text="Not stored yet")).to_be_visible()
    assert content(phone, hall, activity) == {}
    phone.context.set_offline(False)
    expect_stored(phone)
    assert content(phone, hall, activity) == {"rate": {"": {"support": 5}}}


def test_the_next_person_at_the_phone_answers_for_himself(phone: Page, hall: Hall) -> None:
    activity = hall.begin("fist_of_five")
    tap(phone, "all my support")
    tap(phone, "Next person")
    expect(phone.get_by_text("Person 2 at this phone")).to_be_visible()
    tap(phone, "great doubts")
    expect(phone.get_by_role("heading", name="You are done.")).to_be_visible()
    expect_stored(phone)
    phone.reload()
    expect(phone.get_by_text("Person 2 at this phone")).to_be_visible()
    assert content(phone, hall, activity) == {"rate": {"": {"support": 5}}}
    assert content(phone, hall, activity, person=2) == {"rate": {"": {"support": 1}}}


def test_leaving_gives_the_seat_up(phone: Page, hall: Hall) -> None:
    tap(phone, "More")
    tap(phone, "Leave the workshop")
    expect(phone.get_by_role("heading", name="Join with a code")).to_be_visible()
    assert list_participants(hall.store, COMMAND_LINE, hall.project, hall.workshop) == ()


def test_a_killed_server_costs_neither_seat_nor_answer(take_phone: TakePhone, own_server: OwnServer) -> None:
    page, hall = take_phone(), own_server.hall
    activity = hall.begin("experience")
    join(page, own_server.address, hall)
    tap(page, "good")
    expect(page.get_by_role("heading", name="Invoice")).to_be_visible()
    expect_stored(page)
    own_server.kill()
    tap(page, "okay")  # nobody is there to take it
    expect(page.get_by_role("status").filter(has_text="Not stored yet")).to_be_visible()
    own_server.start()
    expect_stored(page)
    values = content(page, hall, activity)["rate"].values()
    assert [one["experience"] for one in values] == [1, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_part_of_it_has_a_serious_fault_a_small_target_or_more_than_the_width(
    take_phone: TakePhone, server: Server, hall: Hall, scheme: str
) -> None:
    page = take_phone("en", scheme)
    page.goto(f"{server.address}/join/{hall.code}")
    assert faults(page) == []
    join(page, server.address, hall)
    found = {}
    for kind in ("experience", "importance", "dot_vote", "first_contact", "commit", "closing"):
        hall.begin(kind)
        expect(page.get_by_role("heading", name=kind, level=1)).to_be_visible()
        found[kind] = (faults(page), page.evaluate(SMALLEST) >= 48, page.evaluate(WIDEST) <= 360)
    for tab in ("Parking lot", "More"):
        tap(page, tab)
        found[tab] = (faults(page), page.evaluate(SMALLEST) >= 48, page.evaluate(WIDEST) <= 360)
    assert set(map(str, found.values())) == {"([], True, True)"}, found


def test_the_phone_speaks_its_own_language(take_phone: TakePhone, server: Server, hall: Hall) -> None:
    page = take_phone("de")
    join(page, server.address, hall)
    expect(page.locator("html")).to_have_attribute("lang", "de")


def faults(page: Page) -> list[str]:
    """What axe-core calls serious or critical, each with the first element that it is about."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in violations
        if one["impact"] in {"serious", "critical"}
    ]


def test_stored_is_said_where_something_was_answered_and_not_over_what_comes_next(
    phone: Page, hall: Hall
) -> None:
    hall.begin("fist_of_five")
    tap(phone, "all my support")
    expect_stored(phone)
    hall.begin("importance")
    expect(phone.get_by_text("100 of 100 points left")).to_be_visible()
    expect(phone.locator(".status")).to_have_text("")
    hall.begin("break")
    expect(phone.get_by_text("A break.")).to_be_visible()
    expect(phone.locator(".status")).to_have_text("")


def test_how_a_text_appears_stands_there_after_the_first_card_too(phone: Page, hall: Hall) -> None:
    hall.begin("collect", settings={"cards": ["touchpoint"]})
    expect(phone.get_by_role("heading", name="Where do customers meet us?")).to_be_visible()
    expect(phone.get_by_role("combobox")).to_have_count(0)
    phone.get_by_role("textbox", name="Your text").fill("Van")
    tap(phone, "Put it on the wall")
    expect_stored(phone)
    expect(phone.get_by_text("Your text appears word for word")).to_be_visible()
    expect(phone.get_by_text("Confidential")).to_have_count(0)
