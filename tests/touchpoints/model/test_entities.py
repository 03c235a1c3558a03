"""Every entity is an input with its limits and a table with an id, a version and a home."""

from __future__ import annotations

import importlib
import sys
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError
from sqlalchemy import Enum, String, Table
from sqlmodel import SQLModel

import touchpoints
from touchpoints import model
from touchpoints.model import ENTITIES, BinnableRow, Input, ProjectInput, ProjectRow, Row
from touchpoints.model.base import PlainRow

ENTITY_CLASSES = sorted((mapper.class_ for mapper in ENTITIES.mappers), key=lambda entity: entity.__name__)
TABLES = list(ENTITIES.metadata.tables.values())
INPUTS = {found for name, found in vars(model).items() if name.endswith("Input") and found is not Input}
SOME_ID = UUID(int=1)

# What each input needs at least; the tests vary one field at a time.
LEAST: dict[type[Input], dict[str, Any]] = {
    model.ProjectInput: {"name": "Bakery", "language": "de"},
    model.PhaseInput: {"name": "Inform"},
    model.RoundInput: {},
    model.AccountInput: {"name": "Ada"},
    model.PersonInput: {"name": "Ada"},
    model.TouchpointInput: {"name": "Hotline", "phase_id": SOME_ID},
    model.SegmentInput: {"name": "Families"},
    model.EncounterInput: {"segment_id": SOME_ID, "touchpoint_id": SOME_ID},
    model.ProcessStepInput: {"touchpoint_id": SOME_ID, "layer": "visible", "text": "We answer"},
    model.FactorInput: {"touchpoint_id": SOME_ID, "level": "okay", "text": "Somebody answers"},
    model.FindingInput: {"text": "Nobody answers"},
    model.SurveyInput: {"name": "Customers"},
    model.HandoverInput: {"touchpoint_id": SOME_ID, "department": "Bakehouse"},
    model.TouchpointConditionsInput: {"touchpoint_id": SOME_ID},
    model.HintAnswerInput: {"hint": "r13-few", "state": "discussed"},
    model.GoalInput: {"round_id": SOME_ID, "name": "Nobody waits"},
    model.DecisionInput: {"touchpoint_id": SOME_ID},
    model.OptionInput: {"round_id": SOME_ID, "touchpoint_id": SOME_ID, "name": "A second counter"},
    model.ActionInput: {"round_id": SOME_ID, "name": "Build the counter"},
    model.BudgetInput: {"action_id": SOME_ID, "kind": "training"},
    model.CommentInput: {"action_id": SOME_ID, "text": "The carpenter comes on Monday"},
    model.KpiInput: {"name": "Minutes of waiting", "kind": "time"},
    model.MeasurementInput: {
        "kpi_id": SOME_ID,
        "starts_on": "2026-03-02",
        "ends_on": "2026-03-02",
        "value": 7.5,
    },
    model.ReviewInput: {"round_id": SOME_ID, "name": "Spring"},
    model.ReviewDecisionInput: {"review_id": SOME_ID, "text": "The counter stays"},
    model.ReviewTopicInput: {"review_id": SOME_ID, "text": "Minutes of waiting: 9, the target 5 is missed"},
    model.WorkshopInput: {"round_id": SOME_ID, "name": "Monday"},
    model.ActivityInput: {"workshop_id": SOME_ID, "kind": "closing", "title": "Closing", "minutes": 10},
    model.ParticipantInput: {"workshop_id": SOME_ID},
    model.CardInput: {"workshop_id": SOME_ID, "kind": "idea", "text": "A second counter"},
    model.OwnerChangeInput: {"action_id": SOME_ID, "to_person_id": SOME_ID},
    model.GroupRoleInput: {"group": "board", "role": "executive"},
    model.VoiceInput: {"kind": "warning", "text": "The door sticks"},
    model.FeedbackFormInput: {"name": "Counter", "kind": "nps"},
    model.PrivacyNoticeInput: {},
}
BAD_FIELDS = [
    (model.ProjectInput, {"currency": "eur"}),
    (model.ProjectInput, {"currency": "EURO"}),
    (model.ProjectInput, {"time_zone": "Mars/Crater"}),
    (model.ProjectInput, {"disappointing_from": 0}),
    (model.ProjectInput, {"delightful_from": 1}),
    (model.TouchpointInput, {"depth": "deep"}),
    (model.TouchpointInput, {"contact_type": "telepathic"}),
    (model.TouchpointInput, {"control": "ours"}),
    (model.SegmentInput, {"abc": "D"}),
    (model.SegmentInput, {"attractiveness": 0}),
    (model.SegmentInput, {"position": 6}),
    (model.SegmentInput, {"lifetime_value": "0.005"}),
    (model.SegmentInput, {"lifetime_value": "NaN"}),
    (model.SegmentInput, {"classified_on": "yesterday"}),
    (model.EncounterInput, {"frequency": "-1"}),
    (model.EncounterInput, {"period": "decade"}),
    (model.ProcessStepInput, {"layer": "below"}),
    (model.ProcessStepInput, {"waiting_minutes": "-1"}),
    (model.ProcessStepInput, {"duration_minutes": "Infinity"}),
    (model.FactorInput, {"level": "fine"}),
    (model.FindingInput, {"kind": "rumour"}),
    (model.FindingInput, {"cost_per_month": "-0.01"}),
    (model.HandoverInput, {"department": ""}),
    (model.GoalInput, {"to_value": "Infinity"}),
    (model.OptionInput, {"size": "XL"}),
    (model.OptionInput, {"effect_best": "4.1"}),
    (model.OptionInput, {"cost_once": "-1"}),
    (model.ActionInput, {"starts_on": "2026-03-02", "due_on": "2026-03-01"}),
    (model.ActionInput, {"saving_per_year": "-1"}),
    (model.BudgetInput, {"planned": "0.001"}),
    (model.BudgetInput, {"spent": "-0.01"}),
    (model.TouchpointConditionsInput, {"know_how": "some"}),
    (model.TouchpointConditionsInput, {"turnover": "high"}),
    (model.TouchpointConditionsInput, {"turnover": "high", "is_role_of_five": "no"}),
    (model.HintAnswerInput, {"state": "waved_off"}),
    (model.SegmentInput, {"discount_rate": 1}),
    (model.ActionInput, {"learning_days": "-1"}),
    (model.WorkshopInput, {"floor": 4}),
    (model.ActivityInput, {"minutes": 0}),
    (model.ActivityInput, {"selection": "some"}),
    (model.CardInput, {"kind": "rumour"}),
    (model.KpiInput, {"direction": "sideways"}),
    (model.KpiInput, {"smallest_change": -0.1}),
    (model.KpiInput, {"target": "NaN"}),
    (model.MeasurementInput, {"ends_on": "2026-03-01"}),
    (model.MeasurementInput, {"n": 10, "favourable": 8, "unfavourable": 3}),
    (model.MeasurementInput, {"value": "NaN"}),
]


def least(of: type[Input], **fields: object) -> Input:
    return of.model_validate(LEAST[of] | fields)


def test_there_is_no_input_that_these_tests_do_not_know() -> None:
    assert set(LEAST) == INPUTS


@pytest.mark.parametrize("of", LEAST, ids=lambda of: of.__name__)
def test_an_input_takes_the_least_and_refuses_what_it_does_not_know(of: type[Input]) -> None:
    least(of)
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        least(of, colour="red")


@pytest.mark.parametrize("of", LEAST, ids=lambda of: of.__name__)
def test_every_text_has_a_longest_length_that_the_column_holds_too(of: type[Input]) -> None:
    table = next(entity.__table__ for entity in ENTITY_CLASSES if issubclass(entity, of))
    for name, column in table.columns.items():
        if name in of.model_fields and isinstance(column.type, String) and not isinstance(column.type, Enum):
            assert column.type.length is not None
            with pytest.raises(ValidationError):
                least(of, **{name: "x" * (column.type.length + 1)})


@pytest.mark.parametrize(("of", "field"), BAD_FIELDS, ids=str)
def test_a_value_outside_its_limits_is_refused(of: type[Input], field: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        least(of, **field)


def test_values_are_read_from_text_as_their_kind() -> None:
    segment = least(model.SegmentInput, abc="A", lifetime_value="1200.50", classified_on="2026-03-02")
    assert isinstance(segment, model.SegmentInput)
    assert (segment.abc, segment.lifetime_value) == (model.AbcClass.A, Decimal("1200.50"))
    assert segment.classified_on == date(2026, 3, 2)


def test_a_project_has_sensible_settings_of_its_own() -> None:
    project = ProjectInput(name="Bakery", language="de")
    assert (project.currency, project.time_zone) == ("EUR", "Europe/Berlin")
    assert (project.disappointing_from, project.delightful_from) == (0.10, 0.60)


def test_ids_tell_nothing_of_their_order() -> None:
    ids = [model.Phase(name="x", project_id=SOME_ID, rank="a0").id for _ in range(20)]
    assert len(set(ids)) == 20
    assert ids != sorted(ids)


@pytest.mark.parametrize(
    "entity", [e for e in ENTITY_CLASSES if issubclass(e, Row)], ids=lambda e: e.__name__
)
def test_every_row_that_is_edited_counts_its_versions(entity: type[SQLModel]) -> None:
    mapper = entity.__mapper__  # type: ignore[attr-defined] # set by SQLAlchemy
    assert mapper.version_id_col is entity.__table__.c.version  # type: ignore[attr-defined] # set by SQLAlchemy


@pytest.mark.parametrize("entity", ENTITY_CLASSES, ids=lambda e: e.__name__)
def test_what_belongs_to_a_project_goes_with_it(entity: type[PlainRow]) -> None:
    table: Table = entity.__table__  # type: ignore[attr-defined] # set by SQLAlchemy
    if issubclass(entity, ProjectRow) or "project_id" in table.columns:
        (home,) = table.c.project_id.foreign_keys
        assert (home.target_fullname, home.ondelete) == ("project.id", "CASCADE")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_reference_says_what_happens_when_its_end_goes(table: Table) -> None:
    assert [key for key in table.foreign_keys if key.ondelete not in {"CASCADE", "SET NULL"}] == []


def test_what_can_be_thrown_away_lies_in_the_bin_for_thirty_days() -> None:
    assert BinnableRow.bin_days == 30
    assert {table.name for table in TABLES if "binned_at" in table.columns} >= {
        "project",
        "touchpoint",
        "finding",
    }


def test_entities_can_be_declared_again_as_a_live_reload_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("touchpoints.model")]:
        monkeypatch.delitem(sys.modules, name)
    again = importlib.import_module("touchpoints.model")
    monkeypatch.setattr(touchpoints, "model", model)
    assert again.Project is not model.Project
    assert set(again.ENTITIES.metadata.tables) == set(ENTITIES.metadata.tables)
