"""The words and signs of the plan: how far an action is, what money is for, and why it needs attention."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_
from touchpoints.model import ActionStatus, BudgetKind

STATUS_WORDS: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: N_("planned"),
    ActionStatus.RUNNING: N_("running"),
    ActionStatus.BLOCKED: N_("blocked"),
    ActionStatus.DONE: N_("done"),
    ActionStatus.DROPPED: N_("dropped"),
}
STATUS_SIGNS: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: "○",
    ActionStatus.RUNNING: "▶",
    ActionStatus.BLOCKED: "✕",
    ActionStatus.DONE: "✓",
    ActionStatus.DROPPED: "–",
}
KIND_WORDS: Mapping[BudgetKind, str] = {
    BudgetKind.SOFTWARE: N_("Software"),
    BudgetKind.TRAINING: N_("Training"),
    BudgetKind.PROCESS_TRAINING: N_("Training in the new process"),
    BudgetKind.CAMPAIGN: N_("Campaign"),
    BudgetKind.OTHER: N_("Other"),
}
