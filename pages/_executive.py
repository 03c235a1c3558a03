"""The executive's page as one piece of HTML, put together once for each state of a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from uuid import UUID

from pages._coach import coaching_at
from pages._executive_journey import journey_html
from pages._executive_plan import budget_html, plan_html
from pages._executive_results import decisions_html, results_html
from pages._executive_tiles import tiles_html
from pages._executive_ways import Ways
from pages._executive_words import Sheet
from pages._journey_team import team_journey_of
from pages._kept import kept
from pages._measurements import measurements_at
from pages._page import PageContext
from pages._target_inputs import strategy_of
from storage.access import Actor
from storage.executive import read_executive_facts
from storage.projects import ProjectSummary
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, revisions_of
from storage.store import Store
from touchpoints.charts import DARK, LIGHT, Look
from touchpoints.executive.decisions import decisions_needed
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.journey_now import JourneyNow, journey_now
from touchpoints.executive.verdict import MOOD_SIGNS, MOOD_WORDS, verdict_of
from touchpoints.model import Depth
from touchpoints.statistics import Level

# How often content, measurements and plan have changed.
State = tuple[int, int, int]
_STYLE = Path(__file__).with_name("_executive.css")


def state_of(revisions: Mapping[str, int]) -> State:
    """What of a project's revisions its facts depend on."""
    return revisions.get(CONTENT, 0), revisions.get(MEASUREMENTS, 0), revisions.get(PLAN, 0)


def facts_of(page: PageContext, project: ProjectSummary, state: State) -> ExecutiveFacts:
    """The facts; the database is asked for them only after a change, and on a new day."""
    return _facts(page.store, page.actor, project.id, project.currency, page.today, state)


@kept(60)
def _facts(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    currency: str,
    today: date,
    state: State,  # noqa: ARG001 - says of which state the rest is
) -> ExecutiveFacts:
    return read_executive_facts(_store, _actor, project_id, currency, today)


def executive_html(page: PageContext, project: ProjectSummary) -> str | None:
    """All of the page; None of a project that has nothing to show yet."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    facts = facts_of(page, project, state_of(revisions))
    if facts.is_empty:
        return None
    facts = _with_hints(page, project, revisions, facts)
    said = [(hint.id, hint.seen) for hint in facts.hints]
    asked = (project.id, project.version, state_of(revisions), page.today, said)
    reader = (page.wording.language, sorted(page.entries))
    return _sheet(page, project, facts, repr((asked, reader))) + page_style(page)


def _with_hints(
    page: PageContext, project: ProjectSummary, revisions: Mapping[str, int], facts: ExecutiveFacts
) -> ExecutiveFacts:
    """What the coach says changes with his answers, too, and so is no part of the facts that are kept."""
    return replace(facts, hints=coaching_at(page, project, revisions).for_sponsors)


def count_decisions(page: PageContext, project: ProjectSummary, revisions: Mapping[str, int]) -> int:
    """As many as the project's own page shows."""
    key = repr((project.id, project.version, sorted(revisions.items()), page.today))
    return _number_of_decisions(page, project, revisions, key)


# More projects stand side by side than the coach's facts are kept of.
@kept(300)
def _number_of_decisions(
    _page: PageContext,
    _project: ProjectSummary,
    _revisions: Mapping[str, int],
    key: str,  # noqa: ARG001 - says of which state and day the rest is
) -> int:
    facts = facts_of(_page, _project, state_of(_revisions))
    if facts.is_empty:
        return 0
    return len(decisions_needed(_with_hints(_page, _project, _revisions, facts)))


def page_style(page: PageContext) -> str:
    """The style sheet with the colours of this look."""
    return f"<style>{_colours(page.look)}{_style()}</style>"


@kept(60)
def _sheet(
    _page: PageContext,
    _project: ProjectSummary,
    _facts: ExecutiveFacts,
    key: str,  # noqa: ARG001 - says of which project, state, day, language and role the rest is
) -> str:
    sheet = Sheet(_project, _page.wording, Ways(_project.id, frozenset(_page.entries)))
    parts = (
        _head(sheet, _facts),
        _verdict(sheet, _facts),
        decisions_html(sheet, _facts),
        tiles_html(sheet, _facts.kpis),
        journey_html(sheet, _journey(_page, _project)),
        plan_html(sheet, _facts),
        budget_html(sheet, _facts),
        results_html(sheet, _facts),
    )
    return f'<article class="tp-executive"><div>{"".join(parts)}</div></article>'


def _head(sheet: Sheet, facts: ExecutiveFacts) -> str:
    said = [sheet.say("As of {day}", day=facts.today)]
    if sheet.project.is_example:
        said.append(sheet.say("Example: the ratings are real, everything else in this project is invented."))
    return f"<header><h1>{escape(sheet.project.name)}</h1><p>{' · '.join(said)}</p></header>"


def _verdict(sheet: Sheet, facts: ExecutiveFacts) -> str:
    """The verdict in a word, large, and the sentence."""
    verdict = verdict_of(facts)
    word = f"{MOOD_SIGNS[verdict.mood]} {sheet.say(MOOD_WORDS[verdict.mood])}:"
    said = f"<strong>{word}</strong> {sheet.say(verdict.why)}."
    return f'<p class="tp-verdict" data-mood="{verdict.mood}">{said}</p>'


def _journey(page: PageContext, project: ProjectSummary) -> JourneyNow:
    """Both views of the journey, as the pages of steps 1 and 2 have them."""
    strategy = strategy_of(page, project)
    found = measurements_at(page, project.id, revisions_of(page.store, page.actor, project.id))
    rated = team_journey_of(page, project, found).rated
    medians = {point.touchpoint_id: room.median for point, room in rated}
    chosen = {str(entry.id) for entry in strategy.entries if entry.depth is not Depth.ALL}
    return journey_now(strategy.journey, medians, chosen)


def _colours(look: str) -> str:
    """One meaning per colour, as in the charts; paper is always light."""
    on_screen, on_paper = _variables(DARK if look == "dark" else LIGHT), _variables(LIGHT)
    return f".tp-executive{{{on_screen}}}@media print{{.tp-executive{{{on_paper}}}}}"


def _variables(look: Look) -> str:
    good, bad = look.sign(Level.DELIGHTFUL).colour, look.sign(Level.DISAPPOINTING).colour
    colours = {
        "good": good,
        "bad": bad,
        "open": look.sign(Level.UNCLEAR).colour,
        "muted": look.muted,
        "line": look.grid,
        "ground": look.band,
        "current": look.current,
        "target": look.target,
        "measured": look.measured,
    }
    return "".join(f"--tp-{name}:{colour};" for name, colour in colours.items())


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
