"""The words of the history: what was changed, and stored values as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pages._access_words import ROLES
from pages._coach_words import COACH_ENTITIES, COACH_FIELDS, COACH_WORDED
from pages._page import PageContext
from pages._voice_words import VOICE_ENTITIES, VOICE_FIELDS
from pages._words import word_for
from pages._workshop_words import ACTIVITY_STATES, SELECTIONS, WORKSHOP_STATES
from touchpoints.activities import all_activities
from touchpoints.kpi_kinds import all_kinds
from touchpoints.messages import N_
from touchpoints.model import (
    ActionStatus,
    BudgetKind,
    ContactType,
    Control,
    Decision,
    Depth,
    Direction,
    FindingKind,
    Layer,
    Level,
    Period,
)

ENTITIES: Mapping[str, str] = {
    "Project": N_("Project"),
    "Round": N_("Round"),
    "Survey": N_("Survey"),
    "Wave": N_("Survey wave"),
    "Phase": N_("Phase"),
    "Touchpoint": N_("Touchpoint"),
    "Segment": N_("Customer segment"),
    "Person": N_("Person"),
    "Encounter": N_("Encounter"),
    "ProcessStep": N_("Process step"),
    "Factor": N_("Factor"),
    "Finding": N_("Finding"),
    "Handover": N_("Hand-over"),
    "TouchpointDecision": N_("Decision"),
    "Goal": N_("Goal"),
    "Option": N_("Option"),
    "Action": N_("Action"),
    "Comment": N_("Remark"),
    "OwnerChange": N_("Hand-over of an action"),
    "Kpi": N_("KPI"),
    "KpiAction": N_("Action of a KPI"),
    "Measurement": N_("Measurement"),
    "Review": N_("Review"),
    "ReviewTopic": N_("Topic of a review"),
    "ReviewDecision": N_("Decision of a review"),
    "Workshop": N_("Workshop"),
    "Activity": N_("Activity"),
    "ActivitySubject": N_("Subject of an activity"),
    "Participant": N_("Participant"),
    "Card": N_("Card"),
    **VOICE_ENTITIES,
    "PrivacyNotice": N_("Privacy notice"),
    "Membership": N_("Role of somebody"),
    **COACH_ENTITIES,
}
_FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "phase_id": N_("Phase"),
    "depth": N_("Depth"),
    "currency": N_("Currency"),
    "disappointing_from": N_("Disappointing from"),
    "delightful_from": N_("Delightful from"),
    "source": N_("Source"),
    "archived_at": N_("Archived"),
    "touchpoint_id": N_("Touchpoint"),
    "segment_id": N_("Customer segment"),
    "owner_id": N_("Owner"),
    "contact_type": N_("Contact type"),
    "control": N_("Control"),
    "note": N_("Note"),
    "lacking": N_("What our people lack"),
    "text": N_("Text"),
    "occasion": N_("Occasion"),
    "frequency": N_("How often"),
    "period": N_("Period"),
    "roles": N_("Our people"),
    "layer": N_("Layer"),
    "duration_minutes": N_("Minutes"),
    "waiting_minutes": N_("Minutes of waiting"),
    "department": N_("Department"),
    "position": N_("Position"),
    "break_note": N_("What breaks"),
    "level": N_("Level"),
    "is_planned": N_("Planned"),
    "kind": N_("Kind"),
    "from_contact_staff": N_("From people with customer contact"),
    "minutes_per_month": N_("Minutes a month"),
    "cost_per_month": N_("Cost a month"),
    "status": N_("Status"),
    "starts_on": N_("Start"),
    "due_on": N_("Due"),
    "done_on": N_("Done on"),
    "team": N_("Team"),
    "person_days": N_("Person-days"),
    "saving_per_year": N_("Saving a year"),
    "customer_gain": N_("What the customer gains"),
    "staff_gain": N_("What the staff gains"),
    "expected_result": N_("Expected result"),
    "measure": N_("Measure that will show it"),
    "blocked_by": N_("Blocked by"),
    "budget_kind": N_("Kind of cost"),
    "planned": N_("Planned"),
    "spent": N_("Spent"),
    "needs_id": N_("Depends on"),
    "took_part_id": N_("Took part"),
    "committed_id": N_("Committed"),
    "factor_id": N_("Removes"),
    "target": N_("Target"),
    "decision": N_("Decision"),
    "combine_with_id": N_("Combine with"),
    "reason": N_("Reason"),
    "improvement": N_("Improvement, as the customer sees it"),
    "metric": N_("Measured by"),
    "from_value": N_("From"),
    "to_value": N_("To"),
    "money": N_("Money"),
    "approach": N_("Approach"),
    "sponsor_id": N_("Sponsor"),
    "kpi_id": N_("KPI"),
    "action_id": N_("Action"),
    "is_accepted": N_("Accepted"),
    "answered_at": N_("Answered"),
    "goal_id": N_("Goal"),
    "question_id": N_("Question of a survey"),
    "definition": N_("Definition"),
    "unit": N_("Unit"),
    "direction": N_("Which way is better"),
    "method": N_("Method"),
    "interval_months": N_("Months between measurements"),
    "audience": N_("For whom"),
    "baseline": N_("Baseline"),
    "target_on": N_("By when"),
    "smallest_change": N_("Smallest change that matters"),
    "customer_base": N_("Number of customers"),
    "ends_on": N_("End"),
    "value": N_("Value"),
    "n": N_("Answers (n)"),
    "sd": N_("Standard deviation"),
    "favourable": N_("Favourable answers"),
    "unfavourable": N_("Unfavourable answers"),
    "size": N_("Size"),
    "cost_once": N_("Cost once"),
    "cost_per_year": N_("Cost a year"),
    "software_cost": N_("Of the cost once: software"),
    "training_cost": N_("Of the cost once: training"),
    "effect_worst": N_("Effect in levels, worst case"),
    "effect_realistic": N_("Effect in levels, realistic case"),
    "effect_best": N_("Effect in levels, best case"),
    "risk": N_("Risk"),
    "touches_data": N_("Touches data"),
    "touches_process": N_("Touches the process"),
    "touches_tool": N_("Touches a tool"),
    "touches_people": N_("Touches people"),
    "is_must_have": N_("Must-have"),
    "is_delight": N_("Adds a delight"),
    "team_votes": N_("Votes of the team"),
    "is_chosen": N_("Chosen"),
    "choice_reason": N_("Reason of the choice"),
    "needs": N_("Needs"),
    "segments": N_("Reaches"),
    "rank": N_("Order"),
    "experience": N_("Experience, as the team rates it"),
    "coordination": N_("Coordination, as the team rates it"),
    "brand": N_("Brand, as the team rates it"),
    "promise": N_("Promise, as the team rates it"),
    "number": N_("Number"),
    "started_on": N_("Began on"),
    "ended_on": N_("Ended on"),
    "first_round": N_("First round"),
    "last_round": N_("Last round"),
    "round_id": N_("Round"),
    "review_id": N_("Review"),
    "workshop_id": N_("Workshop"),
    "table_number": N_("At table"),
    "is_writer": N_("Writes for the table"),
    "held_on": N_("Held on"),
    "minutes": N_("Minutes of the meeting"),
    "points": N_("Points of importance"),
    "mentions": N_("Named by customers"),
    "title": N_("Title"),
    "instructions": N_("To be read out"),
    "selection": N_("Touchpoints"),
    "is_named": N_("With names"),
    "asks_department": N_("Asks for the department"),
    "by_table": N_("One phone for each table"),
    "is_ahead": N_("Open ahead by link"),
    "settings": N_("Settings"),
    "state": N_("How far"),
    "starts_at": N_("Begins at"),
    "floor": N_("Least number of answers for a figure"),
    "address": N_("Address for the code"),
    **VOICE_FIELDS,
    "finding_id": N_("Finding"),
    "is_open": N_("Open"),
    "question": N_("Question"),
    "answers": N_("Answers (n)"),
    "account_id": N_("Who"),
    "role": N_("Role"),
    "person_id": N_("Person"),
    **COACH_FIELDS,
}
# What one entity means by a field that others have as well.
_FIELDS_OF: Mapping[tuple[str, str], str] = {
    ("Touchpoint", "target"): N_("Target level"),
    # Those of a meeting are a text, these a number.
    ("Activity", "minutes"): N_("Minutes"),
    ("Workshop", "minutes"): N_("Minutes"),
}
_WORDED: Mapping[str, type[StrEnum]] = {
    "status": ActionStatus,
    "budget_kind": BudgetKind,
    "depth": Depth,
    "decision": Decision,
    "direction": Direction,
    "contact_type": ContactType,
    "control": Control,
    "period": Period,
    "layer": Layer,
    "level": Level,
    "kind": FindingKind,
    **COACH_WORDED,
}
_KPI_KINDS = {"kind", "kpi_kind"}
_SAID_AS: Mapping[str, Mapping[Any, str]] = {
    "kind": {id_: kind.name for id_, kind in all_activities().items()},
    "selection": SELECTIONS,
    "role": ROLES,
    "state": {**WORKSHOP_STATES, **{state: word for state, (_, word) in ACTIVITY_STATES.items()}},
}
_SHARES = {"disappointing_from", "delightful_from"}


def worded_values(
    page: PageContext, values: Mapping[str, Any], names: Mapping[str, str], entity: str = ""
) -> str:
    """Fields of an entity by their name on the screens, a phase by its own name."""
    say = page.wording.say
    parts = []
    for field, value in values.items():
        name = say(_name_of(entity, field))
        # A place in an order is a text that sorts, which says nothing to anybody; settings are many.
        is_silent = field in ("rank", "settings")
        parts.append(name if is_silent else f"{name}: {_value(page, field, value, names)}")
    return ", ".join(parts)


def _name_of(entity: str, field: str) -> str:
    return _FIELDS_OF.get((entity, field)) or _FIELDS.get(field, field)


def _value(page: PageContext, field: str, value: Any, names: Mapping[str, str]) -> str:  # noqa: ANN401 - any field
    """A stored value as a person reads it."""
    if value in (None, "", {}):
        return "–"
    if isinstance(value, dict):
        return _numbers(page, field, value, names)
    if (name := names.get(str(value))) is not None:
        return name
    # A kind is one of findings, or of KPIs, whose kinds are no closed list.
    if field in _WORDED and value in set(_WORDED[field]):
        return page.wording.say(word_for(_WORDED[field](value)))
    return _written(page, field, value)


def _written(page: PageContext, field: str, value: Any) -> str:  # noqa: ANN401 - any field
    if isinstance(value, bool):
        return page.wording.say("yes") if value else page.wording.say("no")
    if field in _KPI_KINDS and value in all_kinds():
        return page.wording.say(all_kinds()[value].name)
    if field in _SAID_AS and value in _SAID_AS[field]:
        return page.wording.say(_SAID_AS[field][value])
    if field in _SHARES:
        return page.wording.percent(float(value))
    if field in ("archived_at", "answered_at", "taken_back_at"):
        return page.wording.date(datetime.fromisoformat(value).date())
    return str(value)


def _numbers(page: PageContext, field: str, numbers: Mapping[str, int], names: Mapping[str, str]) -> str:
    """What touchpoints were given, or how many of the team gave which point."""
    if field in ("points", "mentions"):
        return "; ".join(f"{names.get(id_, id_)} {number}" for id_, number in numbers.items())
    number = page.wording.number
    return "; ".join(f"{n} × {number(int(point), signed=True)}" for point, n in numbers.items())
