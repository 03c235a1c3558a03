"""A board's cards move by mouse, keyboard and menu, alone and several at once, and each act comes once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.board._steps import (
    GATE,
    USE,
    card,
    carry,
    column,
    expect_cards,
    expect_done,
    pull_in_vain,
    take,
    title_of,
)

# ---- it works


def test_the_cards_stand_in_their_columns_as_given_and_their_texts_are_no_html(page: Page) -> None:
    expect_cards(page, "Receive & use", USE)
    expect(page.get_by_role("list", name="Receive & use, cards: 5")).to_be_visible()
    expect(column(page, "Remember").get_by_text("No cards here.")).to_be_visible()
    expect(title_of(page, "Security")).to_have_accessible_description(
        "disappointing 31% disappointed · n = 3,201 owned · in person"
    )
    expect(card(page, "Security").get_by_role("img", name="key touchpoint")).to_be_visible()
    assert page.locator(".card b").count() == 0


def test_a_card_dragged_into_another_column_is_moved_once(page: Page) -> None:
    take(page, "Security")
    carry(page, card(page, "Parking reservation"), down=-20)
    page.mouse.up()
    expect_done(page, "moved security v1 to decide before parking-reservation")
    expect_cards(page, "Decide and buy", ["Flight booking", "Security", "Parking reservation"])
    expect(page.get_by_text("Security moved to Decide and buy, place 2 of 3")).to_be_attached()
    expect(card(page, "Security")).not_to_have_class("is-dragged")


def test_a_card_can_be_dropped_into_an_empty_column(page: Page) -> None:
    column(page, "Remember").scroll_into_view_if_needed()
    take(page, "Lost property")
    carry(page, column(page, "Remember").get_by_text("No cards here."))
    page.mouse.up()
    expect_done(page, "moved lost-property v1 to recall before None")
    expect_cards(page, "Remember", ["Lost property"])


def test_a_card_dropped_where_it_was_is_not_moved_and_not_opened(page: Page) -> None:
    take(page, "Security")
    carry(page, card(page, "Security").last)
    page.mouse.up()
    title_of(page, "Wi-Fi").click()
    expect_done(page, "opened wi-fi")


def test_escape_gives_a_drag_up(page: Page) -> None:
    take(page, "Security")
    carry(page, card(page, "Parking reservation"))
    page.keyboard.press("Escape")
    expect_cards(page, "Receive & use", USE)
    page.mouse.up()
    title_of(page, "Wi-Fi").click()
    expect_done(page, "opened wi-fi")


def test_a_click_opens_a_card(page: Page) -> None:
    card(page, "Shops").click()
    expect(page.get_by_text("Drawer of shops")).to_be_visible()
    expect_done(page, "opened shops")


# ---- by keyboard


def test_arrow_keys_go_from_card_to_card_and_tab_from_column_to_column(page: Page) -> None:
    title_of(page, "Check-in").focus()
    page.keyboard.press("ArrowDown")
    expect(title_of(page, "Security")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(title_of(page, "Parking reservation")).to_be_focused()
    page.keyboard.press("Home")
    expect(title_of(page, "Flight booking")).to_be_focused()
    page.keyboard.press("Tab")
    expect(title_of(page, "Security")).to_be_focused()
    page.keyboard.press("Enter")
    expect_done(page, "opened security")


def test_alt_and_an_arrow_move_the_card_and_the_focus_goes_along(page: Page) -> None:
    title_of(page, "Security").focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect_done(page, "moved security v1 to decide before parking-reservation")
    expect(title_of(page, "Security")).to_be_focused()


def test_keys_pressed_fast_wait_for_each_other_so_that_no_version_is_in_conflict(page: Page) -> None:
    title_of(page, "Security").focus()
    for _ in range(3):
        page.keyboard.press("Alt+ArrowDown")
    expect_cards(page, "Receive & use", ["Check-in", "Wi-Fi", "Shops", GATE, "Security"])
    expect_done(
        page,
        "moved security v1 to use before shops",
        "moved security v2 to use before gate-boarding",
        "moved security v3 to use before None",
    )
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text("Security stays: there is no further place.")).to_be_attached()


def test_the_menu_moves_a_card_before_another(page: Page) -> None:
    title_of(page, "Security").focus()
    page.keyboard.press("m")
    for entry in ("Move to …", "Decide and buy", "Before Parking reservation"):
        page.get_by_role("menuitem", name=entry).focus()
        page.keyboard.press("Enter")
    expect_done(page, "moved security v1 to decide before parking-reservation")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(title_of(page, "Security")).to_be_focused()


def test_the_menu_goes_by_arrows_and_letters_back_and_away(page: Page) -> None:
    title_of(page, "Security").focus()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem", name="Open")).to_be_focused()
    page.keyboard.press("t")
    expect(page.get_by_role("menuitem", name="Throw away")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("menuitem", name="Get informed")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("menuitem", name="Open")).to_be_focused()
    page.keyboard.press("Escape")
    expect(title_of(page, "Security")).to_be_focused()
    expect_done(page)


def test_an_action_is_chosen_from_the_menu(page: Page) -> None:
    card(page, "Wi-Fi").click(button="right")
    page.get_by_role("menuitem", name="Mark as key touchpoint").click()
    expect_done(page, "chose key for wi-fi v1")


def test_an_action_that_would_change_nothing_is_left_out(page: Page) -> None:
    card(page, "Security").click(button="right")
    expect(page.get_by_role("menuitem", name="Throw away")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Mark as key touchpoint")).to_have_count(0)


# ---- several at once


def test_a_selected_card_takes_all_selected_along(page: Page) -> None:
    title_of(page, "Shops").click(modifiers=["Control"])
    title_of(page, "Security").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("toolbar")).to_contain_text("2 selected")
    take(page, "Shops")
    carry(page, card(page, "Flight booking"), down=-20)
    page.mouse.up()
    expect_done(page, "moved security v1, shops v1 to decide before flight-booking")
    expect_cards(page, "Decide and buy", ["Security", "Shops", "Flight booking", "Parking reservation"])


def test_selected_cards_go_along_by_key_and_by_the_bar(page: Page) -> None:
    card(page, "Security").hover()
    card(page, "Security").get_by_role("checkbox").click()
    title_of(page, "Shops").click(modifiers=["Shift"])
    expect(page.get_by_role("toolbar")).to_contain_text("3 selected")
    page.keyboard.press("Alt+ArrowUp")
    expect_done(page, "moved security v1, wi-fi v1, shops v1 to use before check-in")
    page.get_by_role("button", name="Move to …").click()
    page.get_by_role("menuitem", name="Remember").click()
    page.get_by_role("menuitem", name="Into the empty column").click()
    expect_cards(page, "Remember", ["Security", "Wi-Fi", "Shops"])
    expect(page.get_by_text("3 cards moved to Remember, from place 1")).to_be_attached()


def test_an_action_for_all_selected(page: Page) -> None:
    for title in ("Shops", "Web search"):
        title_of(page, title).click(modifiers=["Control"])
    page.get_by_role("button", name="Throw away").click()
    expect_done(page, "chose bin for web-search v1, shops v1")
    expect(page.get_by_role("toolbar")).to_be_hidden()


# ---- it is only read


def test_a_board_that_is_only_read_opens_cards_and_moves_none(page: Page) -> None:
    page.goto(f"{page.url}&read=1")
    title_of(page, "Security").click()
    expect(page.get_by_text("Drawer of security")).to_be_visible()
    for key in ("m", "Alt+ArrowRight", "Alt+ArrowDown", "Shift+F10"):
        title_of(page, "Security").press(key)
    title_of(page, "Security").click(button="right")
    expect(page.locator(".popup")).to_have_count(0)
    expect(page.locator(".card .more:visible, .card .select:visible, .bar:visible")).to_have_count(0)
    pull_in_vain(page, "Security")
    expect_cards(page, "Receive & use", USE)
    expect_done(page, "opened security")
