"""The one way from a question of the guide to where it is answered: a page, filtered by what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages._guide_filter import MISSING
from pages._page import PageContext
from touchpoints.charts import handovers, need_for_action, portfolio, process
from touchpoints.guide import GuideQuestion, current_state
from touchpoints.guide.measures import Each
from touchpoints.messages import N_
from touchpoints.project_facts import SHORTLIST, ProjectFacts

_BOARD, _ANALYSIS, _RATING, _FINDINGS = "touchpoint_board", "analysis", "rating", "findings"
_Place = tuple[str, Mapping[str, str]]

_TARGETS, _GOALS, _OPTIONS, _PLAN, _KPIS = "target_journey", "goals", "options", "todo_plan", "kpis"
_REVIEWS = "reviews"

# Where a question is answered that is not answered card by card on the board, or not to begin with.
_BEGUN_AT: Mapping[str, _Place] = {
    "1.1": ("encounters", {}),
    "1.6": (_RATING, {"step": "experience"}),
    "1.7": (_FINDINGS, {"kind": "keep"}),
    "1.8": (_FINDINGS, {"kind": "drop"}),
    "1.9": (_FINDINGS, {"kind": "improve"}),
    "1.10": (_FINDINGS, {"kind": "barrier"}),
    "1.11": (_RATING, {"step": "points"}),
    "2.1": (_TARGETS, {}),
    "2.2": (_GOALS, {}),
    "2.3": (_GOALS, {}),
    "2.4": (_OPTIONS, {}),
    "2.5": (_OPTIONS, {}),
    "2.6": (_TARGETS, {}),
    "2.7": (_TARGETS, {}),
    "3.1": (_PLAN, {"view": "table"}),
    "3.2": (_PLAN, {"view": "table"}),
    "3.3": (_PLAN, {"view": "table"}),
    "3.4": (_PLAN, {"view": "table"}),
    "3.5": (_PLAN, {"view": "table"}),
    "3.6": (_PLAN, {"view": "table"}),
    "3.7": (_PLAN, {}),
    "4.1": (_GOALS, {}),
    "4.2": (_KPIS, {}),
    "4.3": (_KPIS, {}),
    "4.4": (_KPIS, {}),
    "4.5": (_KPIS, {}),
    "4.6": (_REVIEWS, {}),
    "4.7": (_REVIEWS, {}),
    "4.8": (_REVIEWS, {}),
}
# What a team lead keeps up to date.
_FOLLOWED_UP = frozenset({_PLAN, _KPIS, _REVIEWS, _FINDINGS})
# Where an answer is looked at, unless that is where it was begun.
_SEEN_AT: Mapping[str, _Place] = {
    "1.2": (_ANALYSIS, {"chart": process.ID}),
    "1.3": (_ANALYSIS, {"chart": handovers.ID}),
    "1.4": (_BOARD, {"depth": "key"}),
    "1.5": (_BOARD, {"depth": "key"}),
    "1.6": ("journey", {}),
    "1.11": (_ANALYSIS, {"chart": need_for_action.ID}),
    "1.12": (_ANALYSIS, {"chart": portfolio.ID}),
    "2.4": (_OPTIONS, {"view": "priority"}),
    "3.1": (_PLAN, {}),
    "3.2": (_PLAN, {"view": "timeline"}),
    "3.3": (_PLAN, {"view": "timeline"}),
    "3.4": (_PLAN, {"view": "budget"}),
    "3.5": (_PLAN, {}),
    "3.6": (_PLAN, {}),
}


@dataclass(frozen=True)
class Way:
    """A page by its id, what its address says of it, and the text id of what one does there."""

    page: str
    query: Mapping[str, str]
    label: str


def may_work_on(page: PageContext, way: Way) -> bool:
    """Whether this reader can do there what the way says, or only look at it."""
    return page.may_change or (page.may_follow_up and way.page in _FOLLOWED_UP)


def way_to(question: GuideQuestion, facts: ProjectFacts, first_phase: str) -> Way:
    """The way; `first_phase` is the name of the phase before the contact, empty where there is none."""
    progress = question.progress(facts)
    if progress.of == 0 and isinstance(question.measure, Each):
        return _way_to_choosing(facts)
    if progress.of == 0:
        page, _ = _BEGUN_AT[question.id]
        return Way(page, {}, N_("Begin"))
    if progress.is_answered:
        return Way(*(_SEEN_AT.get(question.id) or _BEGUN_AT[question.id]), N_("Look at it"))
    return Way(
        *_place_of_open(question, facts, first_phase), N_("Go on") if progress.is_begun else N_("Begin")
    )


def _place_of_open(question: GuideQuestion, facts: ProjectFacts, first_phase: str) -> _Place:
    """Where what is open is shown alone."""
    missing = {MISSING: question.id} if question.measure.missing(facts) else {}
    # The drawer of a card holds the answers of step 1 alone.
    if question not in current_state.QUESTIONS:
        page, query = _BEGUN_AT[question.id]
        return page, {**query, **missing}
    if question.id in _BEGUN_AT and not (missing and question.progress(facts).is_begun):
        return _BEGUN_AT[question.id]
    if question.id == "1.12":
        return _BOARD, {"search": first_phase} if first_phase else {}
    return _BOARD, {MISSING: question.id}


def _way_to_choosing(facts: ProjectFacts) -> Way:
    """What a question is about is chosen first: the shortlist out of all, key touchpoints out of it."""
    if not facts.count():
        return Way(_BOARD, {}, N_("Add touchpoints"))
    if facts.count(SHORTLIST):
        return Way(_BOARD, {"depth": "shortlist"}, N_("Choose key touchpoints"))
    return Way(_RATING, {"step": "choose"}, N_("Choose the shortlist"))
