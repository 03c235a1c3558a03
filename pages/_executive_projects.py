"""Several projects side by side: one row for each, with its verdict and its key figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from uuid import UUID

import streamlit as st

from pages._executive import count_decisions, facts_of, page_style, state_of
from pages._executive_ways import Ways
from pages._executive_words import Sheet
from pages._page import PageContext
from storage.projects import ProjectSummary
from storage.revisions import revisions_of_all
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.plan_now import plan_now
from touchpoints.executive.verdict import MOOD_SIGNS, MOOD_WORDS, verdict_of
from touchpoints.executive.watched_kpi import KpiState
from touchpoints.plan import Concern
from touchpoints.plan_budget import Sums


def show_projects(page: PageContext) -> None:
    """The projects in use; each name leads to its page."""
    say = page.wording.say
    st.title(say("At a glance"), anchor=False)
    projects = [project for project in page.projects if project.archived_at is None]
    if not projects:
        st.write(say("There is no project yet."))
        return
    revisions = _revisions(page)
    rows = "".join(_row(page, project, revisions[project.id]) for project in projects)
    head = "".join(f"<th>{escape(name)}</th>" for name in _names(page))
    st.html(
        '<div class="tp-executive"><table class="tp-projects">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{page_style(page)}"
    )


def _revisions(page: PageContext) -> Mapping[UUID, dict[str, int]]:
    """How often each project has changed, in one query; nothing of one that never did."""
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    revisions: Iterable[tuple[UUID, str, int]] = revisions_of_all(page.store, page.actor)  # type: ignore[assignment] # promises no more than a value that can be compared
    for project_id, scope, number in revisions:
        found[project_id][scope] = number
    return found


def _names(page: PageContext) -> tuple[str, ...]:
    say = page.wording.say
    return (
        *(say("Project"), say("Verdict"), say("KPIs reached"), say("Actions done")),
        *(say("Late"), say("Spent"), say("Decisions needed")),
    )


def _row(page: PageContext, project: ProjectSummary, revisions: Mapping[str, int]) -> str:
    sheet = Sheet(project, page.wording, Ways(project.id, page.entries))
    facts = facts_of(page, project, state_of(revisions))
    name = sheet.ways.link(escape(project.name), "executive")
    waiting = sheet.ways.link(sheet.number(count_decisions(page, project, revisions)), "executive")
    found = (_verdict(sheet, facts), *_figures(sheet, facts), waiting)
    cells = zip(_names(page)[1:], found, strict=True)
    said = "".join(f'<td data-name="{escape(label)}">{cell}</td>' for label, cell in cells)
    return f'<tr><th scope="row">{name}</th>{said}</tr>'


def _verdict(sheet: Sheet, facts: ExecutiveFacts) -> str:
    verdict = verdict_of(facts)
    word = f"{MOOD_SIGNS[verdict.mood]} {sheet.say(MOOD_WORDS[verdict.mood])}"
    return f"<strong>{word}</strong><small>{sheet.say(verdict.why)}.</small>"


def _figures(sheet: Sheet, facts: ExecutiveFacts) -> tuple[str, ...]:
    """Each leads to its reason."""
    plan = plan_now(facts.actions, facts.today)
    states = [one.state for one in facts.kpis if one.state is not KpiState.NO_TARGET]
    return (
        sheet.ways.kpis(_of(sheet, states.count(KpiState.REACHED), len(states))),
        sheet.ways.plan(_of(sheet, plan.done, plan.all)),
        sheet.ways.concern(sheet.number(plan.late), Concern.OVERDUE),
        _spent(sheet, facts.budget),
    )


def _of(sheet: Sheet, count: int, all_: int) -> str:
    return sheet.say("{count} of {all}", count=count, all=all_) if all_ else "–"


def _spent(sheet: Sheet, budget: Sums) -> str:
    if not budget.planned and not budget.spent:
        return "–"
    planned = sheet.say("of {amount}", amount=sheet.wording.number(float(budget.planned)))
    return f"{sheet.ways.budget(sheet.money(budget.spent))}<small>{planned}</small>"
