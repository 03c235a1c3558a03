"""Where a figure on the executive's page leads: the page, filtered, on which its reason stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode
from uuid import UUID

from pages._coach import query_of
from pages._navigation import in_project
from pages._plan_filter import ATTENTION
from pages._review import REVIEW
from touchpoints.coach import Hint
from touchpoints.executive.decisions import DecisionNeeded, Subject
from touchpoints.plan import Concern, PlannedAction

_PLAN = "todo_plan"


@dataclass(frozen=True)
class Ways:
    """Links within one project; plain text where the reader's role does not have the page."""

    project_id: UUID
    pages: Collection[str]

    def link(self, html: str, page: str, **query: str) -> str:
        """Some HTML as a link. An address without a slash works below every address of the tool."""
        if page not in self.pages:
            return html
        address = f"{page}?{urlencode({**in_project(self.project_id), **query})}"
        return f'<a href="{escape(address)}">{html}</a>'

    def kpi(self, html: str, kpi_id: UUID) -> str:
        """To one KPI with its trend and what the actions did."""
        return self.link(html, "kpis", kpi=str(kpi_id))

    def kpis(self, html: str) -> str:
        """To all of them."""
        return self.link(html, "kpis")

    def plan(self, html: str, **query: str) -> str:
        """To the plan, filtered by what the query says."""
        return self.link(html, _PLAN, **query)

    def concern(self, html: str, concern: Concern) -> str:
        """To the actions that need attention for one reason."""
        return self.plan(html, **{ATTENTION: concern.value})

    def action(self, html: str, action: PlannedAction) -> str:
        """To an action among those of its touchpoint, else in the whole plan."""
        return self.plan(html, **({"touchpoint": str(action.touchpoint_id)} if action.touchpoint_id else {}))

    def budget(self, html: str) -> str:
        """To the budget of the plan."""
        return self.plan(html, view="budget")

    def savings(self, html: str) -> str:
        """To the savings, which stand with the rounds."""
        return self.link(html, "rounds")

    def journey(self, html: str) -> str:
        """To the target journey."""
        return self.link(html, "target_journey")

    def hint(self, html: str, hint: Hint) -> str:
        """To what a hint is about."""
        return self.link(html, hint.page, **query_of(hint))

    def decision(self, html: str, decision: DecisionNeeded) -> str:
        """To what a decision is about; a hint whose page is closed to the reader, to the coach."""
        if decision.hint is not None and decision.hint.page in self.pages:
            return self.hint(html, decision.hint)
        page, query = _decided_at(decision)
        return self.link(html, page, **query)


def _decided_at(decision: DecisionNeeded) -> tuple[str, dict[str, str]]:
    one = str(decision.id) if decision.id else ""
    match decision.subject:
        case Subject.BLOCKED_ACTIONS:
            return _PLAN, {ATTENTION: Concern.BLOCKED.value}
        case Subject.BUDGET:
            return _PLAN, {"view": "budget"}
        case Subject.REVIEW:
            return "reviews", {REVIEW: one} if one else {}
        case Subject.OPTIONS:
            return "options", {"at": one} if one else {}
        case Subject.GOALS:
            return "goals", {}
        case Subject.HINT:
            return "coach", {}
