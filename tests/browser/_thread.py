"""What a facilitator does in each of the four steps, going from page to page by the links on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.browser._hand import Hand
from tests.browser._screens import chart

TOUCHPOINT = "Shop window"
OPTION, OTHER_OPTION = "Light it after closing time", "Change the goods every week"
UNFINISHED, DECISION = "Tell the caretaker", "Light the back window, too"
KPI = f"{TOUCHPOINT}: Experience as the team sees it, from −2 to +2"
OWNER = "Rosa Lang"
TARGET, PLAN, MONITORING = "2 Target strategy", "3 To-do plan", "4 Control and optimisation"


_GUIDES = {
    TARGET: "Guide through the target strategy",
    PLAN: "Guide through the to-do plan",
    MONITORING: "Guide through control and optimisation",
}

# Of each guide, how many of its questions the thread answers; the others ask about more than one thread.
_ANSWERED = {TARGET: (4, 7), PLAN: (2, 7), MONITORING: (6, 8)}


@dataclass(frozen=True)
class Thread(Hand):
    """All of it is told on one day; what happened lies before it."""

    def rate(self) -> None:
        """One touchpoint disappoints harshly, the others are good; the curve says which."""
        for done in range(10):
            expect(self.page.get_by_text(f"{done} of 10 rated", exact=True)).to_be_visible()
            name = self.page.locator(".st-key-rating-card h2").inner_text()
            self.page.locator(f".st-key-point-{-2 if name == TOUCHPOINT else 1} button").click()
        self.press("Show the first curve")
        lowest = re.compile(f"The team sees the lowest experience at.*{TOUCHPOINT}")
        expect(self.page.get_by_role("heading", name=lowest)).to_be_visible()
        expect(chart(self.page)).to_be_visible()

    def make_key(self) -> None:
        """The one that disappoints becomes a key touchpoint."""
        self.go("Touchpoints")
        board = self.page.locator(".board")
        board.get_by_role("checkbox", name=f"Select {TOUCHPOINT}", exact=True).click()
        board.get_by_role("button", name="Make a key touchpoint", exact=True).click()
        expect(self.page.get_by_text(re.compile("now\\.$")).first).to_be_visible()

    def aim(self) -> None:
        """Its target and how it gets better, in its drawer."""
        self.open_guide(TARGET)
        self.go("Target journey")
        self.choose("Decide with a reason", TOUCHPOINT)
        drawer = self.drawer(TOUCHPOINT)
        expect(drawer.get_by_text("current level −2.0")).to_be_visible()
        self.type("Target", "1", drawer)
        drawer.get_by_role("radio", name="Improve").click()
        self.type("Reason", "It is dark when people stroll by", drawer)
        self.type(
            "How it gets better, as the customer sees it",
            "I see in the evening what I shall buy tomorrow",
            drawer,
        )
        self.press("Save", drawer)
        self.close(drawer)
        expect(self.page.get_by_role("figure", name=f"Gaps: {TOUCHPOINT}: 3.0 levels")).to_be_visible()

    def set_goal(self) -> None:
        """A goal is proposed from the target, and a KPI from the goal."""
        self.press("Goals from targets")
        expect(self.page.get_by_text(f"1 target without a goal: {TOUCHPOINT}")).to_be_visible()
        self.press("Propose a goal")
        expect(self.page.get_by_text("1 goal was proposed.")).to_be_visible()
        self.pick_row()
        drawer = self.drawer(f"{TOUCHPOINT}: from −2.0 to +1.0")
        self.type_day("Until", 10, drawer)
        self.press("Save", drawer)
        self.part("With what and how", drawer)
        self.type("Approach, in a sentence or two", "Light first, goods later", drawer)
        self.type("Money", "500", drawer)
        self.press("Save", drawer)
        self.press("Propose a KPI", drawer)
        expect(drawer.get_by_text(f"Shown by the KPI {KPI}")).to_be_visible()
        self.close(drawer)

    def choose_an_option(self) -> None:
        """Two options for it; one is chosen with a reason, and one press makes it an action."""
        self.go("Options")
        expect(self.page.get_by_text("No option yet. Find at least two")).to_be_visible()
        for option in (OPTION, OTHER_OPTION):
            self.type("What could be done?", option)
            self.press("Add")
            expect(self.page.get_by_role("columnheader", name=option)).to_be_visible()
        self.press(f"Open {OPTION}")
        drawer = self.drawer(OPTION)
        self.type("Why this one?", "Seen by most", drawer)
        self.press("Choose", drawer)
        expect(drawer.get_by_text("Chosen: Seen by most")).to_be_visible()
        self.press("Make it an action", drawer)
        expect(drawer.get_by_text("It is in the to-do plan as an action.")).to_be_visible()
        drawer.get_by_role("link", name=f"planned: {OPTION}").click()
        self.close(self.drawer(OPTION))

    def plan(self) -> None:
        """The action gets its owner, dates, result and money; another one is added in the room."""
        drawer = self.open_action()
        self.choose("Who?", OWNER, drawer)
        self.type_day("From when?", 60, drawer)
        self.type_day("Until when?", 30, drawer)
        self.press("Save", drawer)
        expect(drawer.get_by_text(f"{OPTION} was changed.")).to_be_visible()
        self.part("Gain and result", drawer)
        self.type("Expected result", "More people come in the next day", drawer)
        self.type("What will show it?", "The team's rating", drawer)
        self.press("Save", drawer)
        self.part("Effort and money", drawer)
        self.type_cell("450", drawer)
        expect(drawer.get_by_text("the amounts were changed.")).to_be_visible()
        self.close(drawer)
        expect(self.card(OPTION)).to_be_visible()
        self.choose("Who?", OWNER)
        self.type("What?", UNFINISHED)
        self.type_day("Until when?", 5)
        self.press("Add")
        expect(self.card(UNFINISHED)).to_be_visible()

    def measure_before(self) -> None:
        """The KPI of the goal is linked with the action, and gets its value before."""
        self.open_guide(MONITORING)
        self.go("KPIs")
        self.choose("KPI", KPI)
        self.press("Definition, target, actions")
        drawer = self.drawer(KPI)
        self.part("Actions", drawer)
        moving = drawer.get_by_test_id("stMultiSelect").filter(has_text="Actions that shall move it")
        expect(moving).to_contain_text(OPTION)
        self.press("Save", drawer)
        self.close(drawer)
        self.add_value(90, 61, "-0.9")
        expect(self.page.get_by_text("still open")).to_be_visible()

    def carry_out(self) -> None:
        """The action is done, and was so weeks ago."""
        self.open_guide(PLAN)
        self.go("To-do plan")
        drawer = self.open_action()
        drawer.get_by_role("radio", name="done").click()
        self.type_day("Done on", 32, drawer)
        expect(drawer.get_by_text(f"{OPTION} was changed.")).to_be_visible()
        self.close(drawer)

    def measure_after(self) -> None:
        """The value after, and the verdict with its interval."""
        self.open_guide(MONITORING)
        self.go("KPIs")
        self.choose("KPI", KPI)
        self.add_value(31, 1, "0.4")
        told = self.page.get_by_role("paragraph").filter(has_text="▲ better")
        expect(self.page.get_by_role("link", name=OPTION).first).to_be_visible()
        expect(told).to_contain_text("+1.3 points, 95 % interval +1.0 to +1.6")

    def review(self) -> None:
        """What is due is the agenda; what is decided is an action with an owner."""
        self.go("Reviews")
        expect(self.page.get_by_text("Due today:")).to_be_visible()
        self.press("Prepare a review")
        expect(self.page.get_by_role("heading", name="Agenda")).to_be_visible()
        agenda = self.page.get_by_role("listitem")
        expect(agenda.filter(has_text=UNFINISHED)).to_have_count(1)
        self.choose("Who took part", OWNER)
        self.choose("Who begins?", OWNER)
        self.type("What was decided?", DECISION)
        self.type_day("Until when?", -30)
        self.press("Add", self.form("What was decided?"))
        expect(self.page.get_by_text(f"Decided: {DECISION}")).to_be_visible()
        self.type("Minutes of the meeting", "Light brings people in.")
        self.press("Save", self.form("Minutes of the meeting"))

    def expect_answered(self) -> None:
        """The guides of the three steps know of all that was done."""
        for step, (done, questions) in _ANSWERED.items():
            self.open_guide(step)
            expect(self.page.get_by_text(f"{done} of {questions} questions answered")).to_be_visible()

    def begin_next_round(self) -> None:
        """The next round begins, and its plan has what is unfinished."""
        self.go("Rounds")
        expect(self.page.get_by_text("2 unfinished actions go along")).to_be_visible()
        self.press("Begin round 2")
        expect(self.page.get_by_text("Round 2 has begun.")).to_be_visible()
        expect(self.page.get_by_text("2 unfinished actions of earlier rounds")).to_be_visible()
        self.press("Open the to-do plan")
        for action in (UNFINISHED, DECISION):
            expect(self.card(action)).to_be_visible()
        expect(self.card(OPTION)).to_have_count(0)

    def add_value(self, first: int, last: int, mean: str) -> None:
        """A value with all that an interval of its kind needs."""
        self.press("Add a value")
        dialog = self.drawer("Add a value")
        self.type_day("From", first, dialog)
        self.type_day("Until", last, dialog)
        self.type("Value (points)", mean, dialog)
        self.type("Answers (n)", "120", dialog)
        self.type("Standard deviation", "1.1", dialog)
        self.press("Add", dialog)
        expect(dialog).to_have_count(0)

    def open_guide(self, step: str) -> None:
        """The guide through a step, to which the link of the step leads."""
        self.go(step, _GUIDES[step])

    def open_action(self) -> Locator:
        """The drawer of the action that the option became."""
        self.card(OPTION).click()
        return self.drawer(OPTION)

    def card(self, action: str) -> Locator:
        """The title of an action on the board."""
        return self.page.locator(".board").get_by_role("button", name=action, exact=True)
