"""The sample counts no money twice: its waste is answered by the action that saves it."""

from __future__ import annotations

from decimal import Decimal

from storage.actions import list_actions
from storage.findings import list_findings
from tests.storage.conftest import Opened
from touchpoints.model import FindingKind
from touchpoints.savings import savings_of


def test_what_the_roster_saves_is_not_waste_besides(sample: Opened) -> None:
    where = (sample.store, sample.actor, sample.project)
    wastes = [one for one in list_findings(*where) if one.kind is FindingKind.WASTE]
    found = savings_of(wastes, list_actions(*where, every_round=True))
    roster = next(waste for waste in wastes if waste.cost_per_month == Decimal(1900))
    savings = [one.saving_per_year for one in list_actions(*where) if one.finding_id == roster.id]
    assert 12 * Decimal(1900) in savings
    assert (found.unanswered, found.together) == (Decimal(28_800), Decimal(105_600))
