"""A board with 250 cards stays quick and in place, on laptop, tablet and phone, and can be read aloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, CDPSession, Page, expect

from pages._board import _COMPONENTS, _data, _script
from storage.wording import wording_for
from tests.browser.board._board_cards import ACTIONS, BULK_ACTIONS, columns, many_cards
from tests.browser.board._steps import (
    card,
    centre,
    column,
    expect_done,
    title_of,
)


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
BOARD_ALONE = """async ([script, style, data]) => {
    const blob = new Blob([script], { type: "text/javascript" });
    const { default: show } = await import(URL.createObjectURL(blob));
    const host = document.createElement("div");
    host.style.cssText = "position: absolute; width: 1300px";
    document.body.append(host);
    const parentElement = host.attachShadow({ mode: "open" });
    parentElement.append(Object.assign(document.createElement("div"), { className: "board" }));
    parentElement.append(Object.assign(document.createElement("style"), { textContent: style }));
    const changed = { ...data, cards: [...data.cards.slice(1), data.cards[0]] };
    window.draw = (isChanged) => {
        show({ data: [isChanged ? changed : data], parentElement, setTriggerValue() {} });
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
    style = (_COMPONENTS / "board" / "board.css").read_text(encoding="utf-8")
    page.evaluate(BOARD_ALONE, [_script(), style, data])
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
