"""Plan, budget and savings of the executive's page, each figure with its way to the actions behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pages._executive_words import Sheet, figures, nothing, part
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.plan_now import PlanNow, plan_now
from touchpoints.messages import N_, plural
from touchpoints.model import ActionStatus
from touchpoints.plan import Concern
from touchpoints.plan_budget import Sums

_CONCERNS = (
    (Concern.OVERDUE, "⚠", N_("late")),
    (Concern.BLOCKED, "✕", N_("blocked")),
    (Concern.WITHOUT_OWNER, "?", N_("without owner")),
)


def plan_html(sheet: Sheet, facts: ExecutiveFacts) -> str:
    """How much is done, and what runs on time, late, blocked and without an owner."""
    plan, heading = plan_now(facts.actions, facts.today), sheet.ways.plan(sheet.say("Plan"))
    if not plan.all:
        return part("plan", heading, [nothing(sheet.say("No action is planned yet."))])
    done = sheet.say("{count} of {all} actions done", count=plan.done, all=plan.all)
    return part(
        "plan",
        heading,
        [
            _lead(sheet.ways.plan(done, status=ActionStatus.DONE)),
            _bar(plan.done / plan.all),
            _open(sheet, plan),
        ],
    )


def _bar(share: Decimal | float) -> str:
    """A share as a length; the figure beside it says the same."""
    return f'<span class="tp-bar" aria-hidden="true"><b style="width:{share:.0%}"></b></span>'


def _lead(html: str) -> str:
    return f'<p class="tp-lead">{html}</p>'


def _open(sheet: Sheet, plan: PlanNow) -> str:
    counts = {
        Concern.OVERDUE: plan.late,
        Concern.BLOCKED: plan.blocked,
        Concern.WITHOUT_OWNER: plan.without_owner,
    }
    on_time = sheet.say("on time")
    rows = [(f"▶ {on_time}", sheet.ways.plan(sheet.number(plan.on_time)))]
    for concern, sign, word in _CONCERNS:
        count = sheet.number(counts[concern])
        shown = sheet.ways.concern(f"<strong>{count}</strong>", concern) if counts[concern] else count
        rows.append((f"{sign} {sheet.say(word)}", shown))
    return figures(rows)


def budget_html(sheet: Sheet, facts: ExecutiveFacts) -> str:
    """Planned, spent and forecast as bars on one scale, below them what is saved in a year."""
    budget = facts.budget
    rows = _bars(sheet, budget) if budget != Sums() else nothing(sheet.say("No budget is planned yet."))
    return part("budget", sheet.ways.budget(sheet.say("Budget and savings")), [rows, *_savings(sheet, facts)])


def _bars(sheet: Sheet, budget: Sums) -> str:
    amounts = (
        (N_("planned"), budget.planned),
        (N_("spent"), budget.spent),
        (N_("forecast"), budget.forecast),
    )
    most = max(amount for _, amount in amounts) or Decimal(1)
    return figures(
        (sheet.say(name) + _bar(amount / most), sheet.ways.budget(sheet.money(amount)))
        for name, amount in amounts
    )


def _savings(sheet: Sheet, facts: ExecutiveFacts) -> Iterator[str]:
    """What actions save and the waste that was found, estimated by the team; the same money only once."""
    found = facts.savings
    if not found.is_known:
        return
    rows = (
        (sheet.say("saved by what is done"), found.done),
        (sheet.say("by what is planned"), found.planned),
        (sheet.say("waste found without an action"), found.unanswered),
    )
    said = figures((name, sheet.ways.savings(sheet.money(amount))) for name, amount in rows if amount)
    title = sheet.say("Savings in a year over all rounds, as the team estimates")
    if not any(amount for _, amount in rows):
        hours = round(found.hours)
        said = nothing(
            sheet.say(plural("{count} hour of waste found", "{count} hours of waste found", hours))
        )
    yield f"<h3>{title}</h3>{said}"
