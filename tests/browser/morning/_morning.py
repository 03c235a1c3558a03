"""A morning of the current-state analysis, played through from a pasted list to twelve answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser.morning._hands import Hands

BEFORE = "Before contact"
COUNTER = "At the counter"
MOST_FIELDS = 7
_FIELDS = (
    *("stTextInput", "stTextArea", "stNumberInput", "stSelectbox", "stMultiSelect"),
    *("stCheckbox", "stButtonGroup"),
)


@dataclass(frozen=True)
class Morning:
    """Who works with which hands, and on how many touchpoints: `key` of those on the `shortlist`."""

    hands: Hands
    server: Server
    project: UUID
    shortlist: int
    key: int

    @property
    def page(self) -> Page:
        """The browser."""
        return self.hands.page

    @property
    def names(self) -> list[str]:
        """The touchpoints, in the order of the journey."""
        return [f"Stop {number:02}" for number in range(1, self.shortlist + 1)]

    def play(self) -> None:
        """All of it, in the order of the guide; at its end every question is answered."""
        self.paste()
        self.choose("Put on the shortlist", self.names)
        self.choose("Make a key touchpoint", self.names[: self.key])
        self.rate()
        self.deal_out()
        self.meet()
        for name in self.names[: self.key]:
            self.write_down(name)
        self.look_back()
        self.expect_answered()

    def open(self, address: str, **query: str) -> None:
        """Go to a page of the project."""
        asked = "".join(f"&{name}={value}" for name, value in query.items())
        self.page.goto(f"{self.server.address}/{address}?project={self.project}{asked}")
        wait_until_drawn(self.page)

    def button(self, name: str, *, within: Locator | None = None) -> Locator:
        """A button by its whole name, without the icon that Streamlit reads aloud with it."""
        return (within or self.page).get_by_role("button", name=re.compile(rf"{re.escape(name)}$"))

    def paste(self) -> None:
        """A list from a spreadsheet is looked at, then added."""
        self.open("touchpoint_board")
        self.hands.press(self.button("Paste a list"))
        dialog = self.page.get_by_role("dialog")
        lines = [f"{self.phase_of(name)}\t{name}" for name in self.names]
        self.hands.type(dialog.get_by_role("textbox"), "\n".join(lines))
        self.hands.press(self.button("Look at it before it is stored", within=dialog))
        self.hands.press(self.button(f"Add {self.shortlist} touchpoints", within=dialog))
        expect(self.card(self.names[-1])).to_be_visible()

    def phase_of(self, name: str) -> str:
        """The first three lie before the contact."""
        return BEFORE if name in self.names[:3] else COUNTER

    def card(self, name: str) -> Locator:
        """The title of a card on the board; a narrow one shows a column at a time, behind a tab."""
        board = self.page.locator(".board")
        found = board.get_by_role("button", name=name, exact=True)
        tab = board.get_by_role("tab", name=re.compile(rf"^{self.phase_of(name)} \d+$"))
        expect(found.or_(tab).first).to_be_visible()
        if tab.count() and tab.get_attribute("aria-selected") == "false":
            self.hands.press(tab)
        return found

    def choose(self, action: str, names: list[str]) -> None:
        """Do one thing with several cards at once."""
        self.open("touchpoint_board")
        for name in names:
            self.hands.tick(self.card(name))
        self.hands.press(self.page.locator(".board").get_by_role("button", name=action, exact=True))
        expect(self.page.get_by_text(re.compile("now\\.$")).first).to_be_visible()
        wait_until_drawn(self.page)

    def rate(self) -> None:
        """One answer for each touchpoint, and the first curve."""
        self.open("rating")
        for number, name in enumerate(self.names):
            expect(self.page.get_by_role("heading", name=name)).to_be_visible()
            self.hands.press(self.button(["−2 harsh disappointment", "+1 good"][number % 2]))
        self.hands.press(self.button("Show the first curve"))
        expect(self.page.get_by_text("The team sees the lowest experience at")).to_be_visible()
        expect(self.page.locator(".js-plotly-plot").first).to_be_visible()

    def deal_out(self) -> None:
        """Points for what matters most."""
        self.open("rating", step="points")
        for name in self.names[:3]:
            line = self.page.locator('[class*="st-key-dealt-"]').filter(has_text=name)
            self.hands.press(line.get_by_test_id("stNumberInputStepUp"))
            expect(line.get_by_role("spinbutton")).to_have_value("5")
            wait_until_drawn(self.page)

    def meet(self) -> None:
        """One group of customers meets all touchpoints on one occasion, painted down the column."""
        self.open("encounters")
        self.hands.write(self.page.get_by_label("Customer segment"), "Families")
        cells = self.page.locator(".matrix").get_by_role("gridcell")
        expect(cells).to_have_count(self.shortlist)
        self.hands.write(self.page.get_by_label("Occasion"), "Shopping")
        wait_until_drawn(self.page)
        for number in range(self.shortlist):
            self.hands.paint(cells.nth(number))
            expect(cells.nth(number)).to_contain_text("✓")
        expect(self.page.get_by_role("grid")).to_have_attribute("aria-busy", "false")

    def write_down(self, name: str) -> None:
        """All that a key touchpoint asks for, part by part in its drawer."""
        self.open("touchpoint_board")
        self.hands.press(self.card(name))
        drawer = self.page.get_by_role("dialog", name=name)
        self.part(drawer, "What happens here")
        self.add(drawer, "Add what the customer does", "Queues")
        self.add(drawer, "Add what happens behind", "Somebody fetches it")
        self.part(drawer, "Departments")
        for department in ("Shop", "Store room"):
            self.add(drawer, "Add the next department", department)
        self.answer(drawer, "mostly", 0)
        self.part(drawer, "Brand and promise")
        self.answer(drawer, "in part", 0)
        self.answer(drawer, "rather not", 1)
        self.part(drawer, "Experience")
        self.add(drawer, "Add what disappoints", "Nobody looks up")

    def part(self, drawer: Locator, title: str) -> None:
        """Go to a part of the drawer; none asks for more than seven things at a time."""
        choice = drawer.get_by_role("radio", name=title, exact=True)
        self.hands.press(choice)
        expect(choice).to_be_checked()
        wait_until_drawn(self.page)
        fields = [field for kind in _FIELDS for field in drawer.get_by_test_id(kind).all()]
        # One of them is the choice of the part itself.
        asked = sum(field.is_visible() for field in fields) - 1
        assert asked <= MOST_FIELDS, f"{title} asks for {asked} things"

    def add(self, drawer: Locator, label: str, text: str) -> None:
        """Write a line into a list."""
        self.hands.write(drawer.get_by_label(label, exact=True), text)
        expect(drawer.get_by_text(text, exact=True)).to_be_visible()

    def answer(self, drawer: Locator, word: str, place: int) -> None:
        """Answer one of the questions that ask how far something is true."""
        choice = drawer.get_by_role("radio", name=re.compile(rf"{word}$")).nth(place)
        self.hands.press(choice)
        expect(choice).to_be_checked()

    def look_back(self) -> None:
        """What goes well, what must go, what wastes, what stands in the way."""
        for kind in ("keep", "drop", "waste", "barrier"):
            self.open("findings", kind=kind)
            text = f"To {kind}"
            self.hands.write(self.page.get_by_label("What have you noticed?"), text)
            # A narrow wall shows one kind at a time, so the new one may stand behind a tab.
            expect(self.page.locator(".board .open", has_text=text)).to_have_count(1)

    def expect_answered(self) -> None:
        """The guide has nothing left to ask."""
        self.open("guide")
        expect(self.page.get_by_text("12 of 12 questions answered")).to_be_visible()
