"""Every screen of the tool by its name, and how a test waits until one is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlencode
from uuid import UUID

from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser._server import Server
from touchpoints.charts import heat_map, importance_performance, need_for_action, process, trend

HOME = "home"
JOURNEY = "journey"
# The address of each screen, and what the address says beside the project.
SCREENS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    HOME: ("", {}),
    "my to-dos": ("my_todos", {}),
    "at a glance": ("executive", {}),
    JOURNEY: ("journey", {}),
    "heat map": ("journey", {"view": heat_map.ID}),
    "trend": ("journey", {"view": trend.ID}),
    "journey of the team": ("journey", {"whose": "team"}),
    "need for action": ("analysis", {"chart": need_for_action.ID}),
    "matrix": ("analysis", {"chart": importance_performance.ID}),
    "process": ("analysis", {"chart": process.ID}),
    "guide": ("guide", {}),
    "touchpoints": ("touchpoint_board", {}),
    "rating": ("rating", {"step": "experience"}),
    "points": ("rating", {"step": "points"}),
    "mentions": ("rating", {"step": "customers"}),
    "encounters": ("encounters", {}),
    "segments": ("segments", {}),
    "findings": ("findings", {}),
    "target guide": ("target_guide", {}),
    "target journey": ("target_journey", {}),
    "goals": ("goals", {}),
    "options": ("options", {}),
    "options by priority": ("options", {"view": "priority"}),
    "best choice": ("best_choice", {}),
    "plan guide": ("plan_guide", {}),
    "plan": ("todo_plan", {}),
    "plan as a table": ("todo_plan", {"view": "table"}),
    "timeline": ("todo_plan", {"view": "timeline"}),
    "budget": ("todo_plan", {"view": "budget"}),
    "monitoring guide": ("monitoring_guide", {}),
    "KPIs": ("kpis", {}),
    "reviews": ("reviews", {}),
    "rounds": ("rounds", {}),
    "workshops": ("workshop", {}),
    "console": ("console", {}),
    "who is in": ("console", {"drawer": "people"}),
    "cards": ("console", {"drawer": "cards"}),
    "wall": ("wall", {}),
    "protocol": ("protocol", {}),
    "import": ("import_survey", {}),
    "coach": ("coach", {}),
    "check-up": ("check_up", {}),
    "ideas and warnings": ("voices", {}),
    "customers' feedback": ("feedback", {}),
    "people and links": ("access", {}),
    "data protection": ("data_protection", {}),
    "history": ("history", {}),
    "administration": ("administration", {}),
}
CHARTS = {JOURNEY, "heat map", "trend", "journey of the team", "need for action", "matrix", "process"}

_LOOK_UNTIL_STILL = """async target => {
    const place = () => JSON.stringify(target.getBoundingClientRect());
    for (let last = ""; last !== place();) {
        last = place();
        await new Promise(done => setTimeout(done, 200));
    }
}"""


# As the links beside the page do it; and until the run that this asks for is over. One that is over at once
# may not be seen.
_WALK = """async address => {
    const app = document.querySelector('[data-testid=stApp]');
    const drawn = new Promise(done => {
        let runs = false;
        const looking = new MutationObserver(() => {
            if (app.dataset.testScriptState !== 'notRunning') runs = true;
            else if (runs) done();
        });
        setTimeout(() => { if (!runs) done(); }, 2000);
        setTimeout(done, 40_000);
        looking.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
    });
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    await drawn;
}"""


def open_screen(page: Page, server: Server, screen: str, project: UUID | None = None, **query: str) -> None:
    """Go to a screen and wait until it is drawn, with its chart where it has one."""
    page.goto(server.address + address_of(screen, project, **query))
    _wait_for(page, screen)


def walk_to(page: Page, screen: str, project: UUID | None = None) -> None:
    """The same from a screen of the tool, as its links do: without loading its scripts anew."""
    walk(page, address_of(screen, project))
    _wait_for(page, screen)


def walk(page: Page, address: str) -> None:
    """Go to an address below the server's, as the links beside the page do."""
    page.evaluate(_WALK, address)
    wait_until_drawn(page)


def address_of(screen: str, project: UUID | None = None, **query: str) -> str:
    """The address of a screen below the server's."""
    address, asked = SCREENS[screen]
    about = {} if project is None else {"project": str(project)}
    return f"/{address}?{urlencode({**about, **asked, **query})}"


def _wait_for(page: Page, screen: str) -> None:
    wait_until_drawn(page)
    if screen in CHARTS:
        expect(chart(page)).to_be_visible()


def wait_until_drawn(page: Page) -> None:
    """The title is there, and the server has nothing more to say."""
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def wait_until_still(target: Locator) -> None:
    """Two looks find it in the same place: a chart moves its points once more when its column is laid out."""
    target.evaluate(_LOOK_UNTIL_STILL)


def click_until(point: Locator, shown: Locator) -> None:
    """Click a point of a chart; where it was just drawn anew under the click, as a user does: again."""
    for _ in range(3):
        wait_until_still(point)
        point.hover(force=True)
        point.click(force=True)
        with suppress(AssertionError):
            expect(shown).to_be_visible(timeout=10_000)
            return
    expect(shown).to_be_visible()


def staying(page: Page) -> list[str]:
    """Stay whenever the browser asks whether to leave; the list grows with each time that it asks."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return asked


def chart(page: Page) -> Locator:
    """The drawing of the first chart."""
    return page.locator(".js-plotly-plot .main-svg").first
