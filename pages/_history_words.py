"""The words of the history: what was changed, and stored values as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pages._access_words import ROLES
from pages._coach_words import COACH_ENTITIES, COACH_WORDED
from pages._history_fields import FIELDS, FIELDS_OF
from pages._page import PageContext
from pages._touchpoint_fields import FieldValue
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
    FeedbackKind,
    FindingKind,
    Layer,
    Level,
    Period,
    SentenceState,
    VoiceKind,
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
    "VoiceBox": N_("Box for ideas and warnings"),
    "Voice": N_("Idea or warning"),
    "FeedbackForm": N_("Feedback form"),
    "FeedbackSentence": N_("Sentence of a customer"),
    "PrivacyNotice": N_("Privacy notice"),
    "Membership": N_("Role of somebody"),
    **COACH_ENTITIES,
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
    "kind": {
        **{id_: kind.name for id_, kind in all_activities().items()},
        VoiceKind.WARNING: N_("Warning"),
        FeedbackKind.TOP_TEN: N_("The ten most important touchpoints"),
    },
    "selection": SELECTIONS,
    "role": ROLES,
    "state": {
        **WORKSHOP_STATES,
        **{state: word for state, (_, word) in ACTIVITY_STATES.items()},
        SentenceState.WAITING: N_("waits to be read"),
        SentenceState.RELEASED: N_("released"),
        SentenceState.REFUSED: N_("refused"),
    },
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
    return FIELDS_OF.get((entity, field)) or FIELDS.get(field, field)


def _value(page: PageContext, field: str, value: FieldValue, names: Mapping[str, str]) -> str:
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


def _written(page: PageContext, field: str, value: FieldValue) -> str:
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
