"""Others may work on the same cards: nothing jumps away under the hand, and nothing is overwritten unseen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.board._steps import (
    GATE,
    USE,
    card,
    carry,
    expect_cards,
    expect_done,
    in_script,
    take,
    title_of,
)


def test_what_comes_in_during_a_drag_is_shown_after_it(page: Page) -> None:
    take(page, "Security")
    carry(page, card(page, "Parking reservation"), down=-20)
    in_script(page, "Others remove Check-in", "others removed check-in")
    expect(title_of(page, "Check-in")).to_be_visible()
    page.mouse.up()
    expect(title_of(page, "Check-in")).to_have_count(0)
    expect_cards(page, "Decide and buy", ["Flight booking", "Security", "Parking reservation"])


def test_a_card_removed_while_it_is_dragged_is_not_moved(page: Page) -> None:
    take(page, "Check-in")
    carry(page, card(page, "Parking reservation"))
    in_script(page, "Others remove Check-in", "others removed check-in")
    page.mouse.up()
    expect(page.get_by_text("Check-in has been removed meanwhile.")).to_be_attached()
    expect(title_of(page, "Check-in")).to_have_count(0)
    expect_done(page, "others removed check-in")


def test_a_card_removed_below_the_drop_gives_way_to_the_next(page: Page) -> None:
    take(page, "Lost property")
    carry(page, card(page, "Check-in"), down=-30)
    in_script(page, "Others remove Check-in", "others removed check-in")
    page.mouse.up()
    expect_cards(page, "Receive & use", ["Lost property", *USE[1:]])


def test_what_comes_in_while_a_menu_is_open_is_shown_when_it_closes(page: Page) -> None:
    title_of(page, "Shops").focus()
    page.keyboard.press("m")
    in_script(page, "Others rename Shops", "others renamed shops")
    expect(title_of(page, "Shops")).to_be_visible()
    page.keyboard.press("Escape")
    expect(title_of(page, "Shops and bars")).to_be_focused()


def test_an_act_carries_the_version_that_was_seen(page: Page) -> None:
    title_of(page, "Shops").focus()
    page.keyboard.press("m")
    in_script(page, "Others rename Shops", "others renamed shops")
    page.get_by_role("menuitem", name="Move to the top").click()
    expect_done(page, "others renamed shops", "moved shops v1 to use before check-in", "conflict")
    expect_cards(page, "Receive & use", ["Check-in", "Security", "Wi-Fi", "Shops and bars", GATE])


def test_a_refused_move_goes_back(page: Page) -> None:
    page.get_by_text("Locked").click()
    title_of(page, "Security").focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.get_by_text("Refused")).to_be_visible()
    expect_cards(page, "Receive & use", USE)


def test_the_focus_goes_to_the_neighbour_of_a_card_that_is_gone(page: Page) -> None:
    title_of(page, "Check-in").focus()
    in_script(page, "Others remove Check-in", "others removed check-in")
    expect(title_of(page, "Security")).to_be_focused()
