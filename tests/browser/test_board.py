"""A board's cards move by mouse, finger, keyboard and menu, once each, and nothing is lost meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from pages._board import _data, _script
from storage.wording import wording_for
from tests.browser._board_cards import ACTIONS, BULK_ACTIONS, columns, many_cards
from tests.browser._small_app import running_app
from tests.browser.conftest import Visit

GATE = "<b>Gate</b> & boarding"
USE = ["Check-in", "Security", "Wi-Fi", "Shops", GATE]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app("_board_app.py", tmp_path_factory.mktemp("board")) as running:
        yield running


@pytest.fixture
def show(visit: Visit, address: str) -> Callable[..., Page]:
    """Opens the page with the board: show(cards, width=..., height=..., scheme=...)."""

    def show(cards: int = 0, **screen: Any) -> Page:
        page = visit(**screen)
        page.goto(f"{address}/?cards={cards}")
        expect(page.locator(".card").first).to_be_attached()
        return page

    return show


@pytest.fixture
def page(show: Callable[..., Page]) -> Page:
    return show()


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("button", name=title, exact=True))


def title_of(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=title, exact=True)


def column(page: Page, title: str) -> Locator:
    return page.locator(".column", has=page.get_by_role("heading", name=title, include_hidden=True))


def expect_cards(page: Page, in_column: str, titles: list[str]) -> None:
    expect(column(page, in_column).locator(".open")).to_have_text(titles)


def expect_done(page: Page, *lines: str) -> None:
    """Exactly these acts have reached the server."""
    expect(page.get_by_test_id("stText")).to_have_text("\n".join(["Done:", *lines]))


def centre(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def take(page: Page, title: str) -> None:
    """Press the mouse on a card and pull it until it hangs on the mouse."""
    x, y = centre(card(page, title))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 8, steps=3)
    expect(page.locator(".is-dragged")).to_be_visible()


def carry(page: Page, onto: Locator, *, down: float = 0) -> None:
    x, y = centre(onto)
    page.mouse.move(x, y + down, steps=12)
    page.wait_for_timeout(200)  # the cards below make room


def in_script(page: Page, button: str) -> None:
    """Press a button of the page while the mouse is busy."""
    page.get_by_role("button", name=button).evaluate("button => button.click()")


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


# ---- others are at work, too


def test_what_comes_in_during_a_drag_is_shown_after_it(page: Page) -> None:
    take(page, "Security")
    carry(page, card(page, "Parking reservation"), down=-20)
    in_script(page, "Others remove Check-in")
    expect_done(page, "others removed check-in")
    expect(title_of(page, "Check-in")).to_be_visible()
    page.mouse.up()
    expect(title_of(page, "Check-in")).to_have_count(0)
    expect_cards(page, "Decide and buy", ["Flight booking", "Security", "Parking reservation"])


def test_a_card_removed_while_it_is_dragged_is_not_moved(page: Page) -> None:
    take(page, "Check-in")
    carry(page, card(page, "Parking reservation"))
    in_script(page, "Others remove Check-in")
    expect_done(page, "others removed check-in")
    page.mouse.up()
    expect(page.get_by_text("Check-in has been removed meanwhile.")).to_be_attached()
    expect(title_of(page, "Check-in")).to_have_count(0)
    expect_done(page, "others removed check-in")


def test_a_card_removed_below_the_drop_gives_way_to_the_next(page: Page) -> None:
    take(page, "Lost property")
    carry(page, card(page, "Check-in"), down=-30)
    in_script(page, "Others remove Check-in")
    expect_done(page, "others removed check-in")
    page.mouse.up()
    expect_cards(page, "Receive & use", ["Lost property", *USE[1:]])


def test_what_comes_in_while_a_menu_is_open_is_shown_when_it_closes(page: Page) -> None:
    title_of(page, "Shops").focus()
    page.keyboard.press("m")
    in_script(page, "Others rename Shops")
    expect_done(page, "others renamed shops")
    expect(title_of(page, "Shops")).to_be_visible()
    page.keyboard.press("Escape")
    expect(title_of(page, "Shops and bars")).to_be_focused()


def test_an_act_carries_the_version_that_was_seen(page: Page) -> None:
    title_of(page, "Shops").focus()
    page.keyboard.press("m")
    in_script(page, "Others rename Shops")
    expect_done(page, "others renamed shops")
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
    in_script(page, "Others remove Check-in")
    expect(title_of(page, "Security")).to_be_focused()


# ---- size and screens


def test_scroll_position_and_focus_stay_when_the_data_change(show: Callable[..., Page]) -> None:
    page = show(250)
    title_of(page, "Touchpoint number 150").focus()
    page.keyboard.press("ArrowDown")
    list_ = column(page, "Get informed").locator(".list")
    before = list_.evaluate("list => list.scrollTop")
    assert before > 1000
    page.keyboard.press("Alt+ArrowUp")
    expect_done(page, "moved card-155 v1 to inform before card-150")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text("card-155 v2")).to_be_visible()
    assert list_.evaluate("list => list.scrollTop") == before
    expect(title_of(page, "Touchpoint number 155")).to_be_focused()


# A board outside the page, so that nothing but its own work is measured, layout included.
BOARD_ALONE = """async ([script, data]) => {
    const blob = new Blob([script], { type: "text/javascript" });
    const { default: show } = await import(URL.createObjectURL(blob));
    const host = document.createElement("div");
    host.style.cssText = "position: absolute; width: 1300px";
    document.body.append(host);
    const parentElement = host.attachShadow({ mode: "open" });
    parentElement.append(Object.assign(document.createElement("div"), { className: "board" }));
    const changed = { ...data, cards: [...data.cards.slice(1), data.cards[0]] };
    window.draw = (isChanged) => {
        show({ data: isChanged ? changed : data, parentElement, setTriggerValue() {} });
        host.getBoundingClientRect();
    };
}"""


def milliseconds(page: Page, work: str) -> float:
    """The processor's time in the page's thread, whatever else the machine is doing."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = thread_time(session)
    page.evaluate(work)
    return (thread_time(session) - before) * 1000


def thread_time(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "ThreadTime")


def test_250_cards_are_drawn_in_less_than_a_tenth_of_a_second(page: Page) -> None:
    data = _data(columns(), many_cards(250), ACTIONS, BULK_ACTIONS, wording_for("en"))
    page.evaluate(BOARD_ALONE, [_script(), data])
    assert milliseconds(page, "draw(false)") < 100
    assert milliseconds(page, "draw(true)") < 50
    assert page.locator(".card").count() == 260


def test_a_phone_shows_one_column_and_switches_between_them(show: Callable[..., Page]) -> None:
    page = show(width=390, height=844)
    expect(title_of(page, "Web search")).to_be_visible()
    expect(title_of(page, "Security")).to_be_hidden()
    page.get_by_role("tab", name="Receive & use").click()
    expect(title_of(page, "Security")).to_be_visible()
    expect(title_of(page, "Web search")).to_be_hidden()
    card(page, "Security").hover()
    page.get_by_role("button", name="Menu of Security").click()
    for entry in ("Move to …", "Get informed", "First"):
        page.get_by_role("menuitem", name=entry).click()
    expect_done(page, "moved security v1 to inform before word-of-mouth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_long_press_of_a_finger_drags(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 1024, "height": 768}, has_touch=True) as context:
        page = context.new_page()
        page.goto(address)
        x, y = centre(card(page, "Security"))
        goal = centre(card(page, "Parking reservation"))
        touch = context.new_cdp_session(page)

        def send(kind: str, *points: tuple[float, float]) -> None:
            at = [{"x": across, "y": down} for across, down in points]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

        send("touchStart", (x, y))
        page.wait_for_timeout(500)
        for step in range(1, 13):
            send("touchMove", (x + (goal[0] - x) * step / 12, y + (goal[1] - 20 - y) * step / 12))
        page.wait_for_timeout(200)
        send("touchEnd")
        expect_done(page, "moved security v1 to decide before parking-reservation")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_axe_finds_nothing_serious(show: Callable[..., Page], scheme: str, width: int, height: int) -> None:
    page = show(width=width, height=height, scheme=scheme)
    assert serious(page) == []
    title_of(page, "Web search").click(modifiers=["Control"])
    page.keyboard.press("m")
    expect(page.get_by_role("menu")).to_be_visible()
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    """What axe finds in the board, with the elements."""
    found = Axe().run(page, context={"include": [["[data-testid=stBidiComponentIsolated]"]]}).response
    return [
        f"{fault['id']}: {node['html']}"
        for fault in found["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]
