"""Every page of the tool as it is measured: at which address, and what must stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from benchmarks._people import FORMS, VOICES
from benchmarks._phones import ANSWERED, WAITING, seat_of
from benchmarks._room import in_the_room
from benchmarks._server import ROOT, Server
from benchmarks._session import NotDrawn, Session
from touchpoints.charts import (
    handovers,
    heat_map,
    importance_performance,
    inside_outside,
    need_for_action,
    portfolio,
    process,
    trend,
)
from touchpoints.guide.current_state import QUESTIONS


@dataclass(frozen=True)
class View:
    """A page, with what its address says of it, and the least number of elements by kind that it draws."""

    name: str
    page: str
    drawn: Mapping[str, int]
    asked: Mapping[str, str] = field(default_factory=dict)
    is_guest: bool = False
    # Whose seat it is, see benchmarks._phones.
    phone: str = ""
    # How many times a bare page it may cost where the limit of its size would be too much.
    at_most: float | None = None
    # The kind of activity that it shows of a workshop, see benchmarks._room; "" for the workshop alone.
    activity: str | None = None

    @property
    def is_on_a_phone(self) -> bool:
        """Whether a hundred ask for it within the same minute."""
        return self.is_guest or bool(self.phone)

    def open(self, server: Server, project: UUID, folder: Path) -> Session:
        """The page in a tab, seen to be drawn twice; raises NotDrawn.

        The project's ratings are then in the server's memory, as they are for all but the first visitor.
        """
        room = {} if self.activity is None else in_the_room(folder, self.activity)
        query = urlencode({"project": str(project), **room, **self.asked})
        session = Session(server, self.page, query, self._cookie(folder))
        for _ in range(2):
            found = session.run()
            if any(found[kind] < least for kind, least in self.drawn.items()):
                raise NotDrawn(f"{self.name}: {dict(found)}")
        return session

    def _cookie(self, folder: Path) -> str | None:
        """None for the facilitator's own."""
        if self.phone:
            return seat_of(folder, self.phone)
        return "" if self.is_guest else None


# What people look at in passing, on a phone or on the way to a meeting.
AT_ONCE = 6.0
CHART = {"plotly_chart": 1, "heading": 2, "button_group": 1, "download_button": 1}
ANALYSIS = {**CHART, "button_group": 0}


def views(segmentation: str, projects: int) -> list[View]:
    """Every page; `segmentation` is one of the project's, `projects` how many cards the start shows."""
    return [
        View("Projects", "home", {"html": 1 + projects, "menu_button": projects}),
        View("My to-dos", "my_todos", {"bidi_component": 2}, at_most=AT_ONCE),
        View("At a glance, for management", "executive", {"html": 1, "button": 1}),
        View("Journey, curve", "journey", CHART),
        View("Journey, curve by segment", "journey", {**CHART, "button_group": 2}, {"by": segmentation}),
        View("Journey, heat map", "journey", CHART, {"view": heat_map.ID, "by-needed": segmentation}),
        View("Journey, trend", "journey", {**CHART, "multiselect": 1}, {"view": trend.ID}),
        View("Journey, curve of the team", "journey", CHART, {"whose": "team"}),
        *_workshop_views(),
        *_analysis_views(),
        *_strategy_views(),
        *_plan_views(),
        *_monitoring_views(),
        *_room_views(),
        *_people_views(),
        View("Coach", "coach", {"html": 2, "page_link": 2}),
        View("Check-up report", "check_up", {"html": 1}),
        View("Import of a survey", "import_survey", {"file_uploader": 1}),
        View("History", "history", {"heading": 3, "dataframe": 1}),
        View("Administration", "administration", {"heading": 2, "dataframe": 1, "form": 1}),
        View("Way in, on a phone", "join", {"heading": 1}, is_guest=True),
        *(
            View(f"Phone, {one}", "take_part", {"bidi_component": 1}, phone=one)
            for one in (WAITING, *ANSWERED)
        ),
    ]


def _workshop_views() -> list[View]:
    """The pages of a workshop day, each in the state after it: nothing on them is empty."""
    return [
        View("Guide", "guide", {"page_link": len(QUESTIONS), "progress": 1}),
        View("Touchpoints, board", "touchpoint_board", {"bidi_component": 2}),
        View("Touchpoints, table", "touchpoint_board", {"dataframe": 1}, {"view": "table"}),
        View("Rating, choice", "rating", {"multiselect": 1}, {"step": "choose"}),
        View("Rating, experience", "rating", {"progress": 1}, {"step": "experience"}),
        View("Rating, importance", "rating", {"number_input": 10, "heading": 2}, {"step": "points"}),
        View("Rating, mentions", "rating", {"number_input": 1}, {"step": "customers"}),
        View("Encounters", "encounters", {"bidi_component": 2}),
        View("Findings", "findings", {"bidi_component": 2, "text_input": 1}),
    ]


def _people_views() -> list[View]:
    """The pages about who comes in, and about what people and customers hand in."""
    return [
        View("People and links", "access", {"dataframe": 1, "button": 1}),
        View("Ideas and warnings", "voices", {"html": VOICES[0], "button": VOICES[0]}),
        View("Customers' feedback", "feedback", {"html": FORMS[0], "button": 2 * FORMS[0]}),
        View("Customer value", "segments", {"html": 4, "button": 1}),
        View("Data protection", "data_protection", {"html": 1}),
    ]


def _analysis_views() -> list[View]:
    charts = (need_for_action, importance_performance, inside_outside, handovers, process, portfolio)
    return [View(f"Analysis, {chart.NAME}", "analysis", ANALYSIS, {"chart": chart.ID}) for chart in charts]


def _strategy_views() -> list[View]:
    """The pages of step 2."""
    return [
        View("Guide, target strategy", "target_guide", {"page_link": 7, "progress": 1}),
        View("Target journey", "target_journey", {**ANALYSIS, "dataframe": 1}),
        View("Goals", "goals", {"form": 1, "dataframe": 1}),
        View("Options, side by side", "options", {"html": 6}),
        View("Options, table", "options", {"dataframe": 1}, {"view": "table"}),
        View("Options, priority", "options", {"plotly_chart": 1}, {"view": "priority"}),
        View("What fits the budget", "best_choice", {"dataframe": 2, "number_input": 2}),
    ]


def _plan_views() -> list[View]:
    """The pages of step 3."""
    return [
        View("Guide, to-do plan", "plan_guide", {"page_link": 7, "progress": 1}),
        View("To-do plan, board", "todo_plan", {"bidi_component": 2, "form": 1}),
        View("To-do plan, table", "todo_plan", {"dataframe": 1, "form": 1}, {"view": "table"}),
        View("To-do plan, timeline", "todo_plan", ANALYSIS, {"view": "timeline"}),
        View("To-do plan, budget", "todo_plan", ANALYSIS, {"view": "budget"}),
    ]


def _monitoring_views() -> list[View]:
    """The pages of step 4."""
    return [
        View("Guide, monitoring", "monitoring_guide", {"page_link": 8, "progress": 1}),
        View("KPIs", "kpis", {"dataframe": 1, "popover": 1}),
        View("Reviews", "reviews", {"heading": 2, "form": 1}),
        View("Rounds", "rounds", {"heading": 2, "form": 1}),
    ]


def _room_views() -> list[View]:
    """What the facilitator and the room look at, after every kind of activity."""
    return [
        View("Workshops", "workshop", {"selectbox": 1, "dataframe": 1}),
        View("Workshop, agenda", "workshop", {"bidi_component": 2}, activity=""),
        View("Workshop, room check", "workshop", {"button_group": 1}, {"part": "room"}, activity=""),
        View("Workshop, rehearsal", "workshop", {"button": 1}, {"part": "rehearsal"}, activity=""),
        View("Console, result", "console", {"dataframe": 1}, activity="experience"),
        _at_hand("take over", "take_over", {"dataframe": 1}, "experience"),
        _at_hand("who is in", "people", {"number_input": 1, "html": 4}, "experience"),
        _at_hand("tables", "people", {"number_input": 1, "html": 4}, "table_work"),
        _at_hand("paper", "paper", {"number_input": 1}, "experience"),
        _at_hand("parking lot", "parking", {"button_group": 1}, "experience"),
        _at_hand("conclude", "end", {"popover": 1}, "experience"),
        View("Console, cards", "console", {"bidi_component": 2}, activity="collect"),
        View("Room screen", "wall", {"plotly_chart": 1}, activity=""),
        View("Protocol", "protocol", {"html": 1}, activity=""),
    ]


def _at_hand(name: str, part: str, drawn: Mapping[str, int], activity: str) -> View:
    return View(f"Console, {name}", "console", drawn, {"drawer": part}, activity=activity)


def check_all_are_there(measured: list[View]) -> None:
    """Stop where a page file has no view: a page that nobody measures grows slow."""
    files = {file.stem for file in (ROOT / "pages").glob("*.py") if not file.name.startswith("_")}
    missing = files - {view.page for view in measured}
    if missing:
        raise NotDrawn(f"not measured: {', '.join(sorted(missing))}")
