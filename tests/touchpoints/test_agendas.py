"""Each template of an agenda is one file, fits into its time, and is worded once for a project."""

from __future__ import annotations

from types import ModuleType

import pytest

from storage.wording import wording_for
from touchpoints import agendas
from touchpoints.activities import activity_kind
from touchpoints.agendas import (
    Agenda,
    AgendaItem,
    BrokenAgenda,
    UnknownAgenda,
    agenda_of,
    all_agendas,
    pause,
    worded,
)
from touchpoints.model import ActivityInput, CardKind, Selection, SubjectKind

TEMPLATES = list(all_agendas().values())


def test_half_a_day_takes_240_minutes_with_two_breaks_of_15_and_at_most_seven_activities() -> None:
    half_day = agenda_of("half_day")
    assert sum(item.minutes for item in half_day.items) == half_day.minutes == 240
    assert [item.minutes for item in half_day.items if item.kind == "break"] == [15, 15]
    assert len(half_day.activities) <= 7


def test_there_is_one_for_an_hour_for_half_a_day_and_for_a_whole_one() -> None:
    assert list(all_agendas()) == ["half_day", "full_day", "one_hour"]
    assert agenda_of("one_hour").minutes == 60
    assert 400 <= agenda_of("full_day").minutes <= 480


@pytest.mark.parametrize("agenda", TEMPLATES, ids=lambda agenda: agenda.id)
def test_nobody_sits_for_longer_than_two_hours_without_a_break(agenda: Agenda) -> None:
    sat = 0
    for item in agenda.items:
        sat = 0 if item.kind == "break" else sat + item.minutes
        assert sat <= 120


@pytest.mark.parametrize("agenda", TEMPLATES, ids=lambda agenda: agenda.id)
def test_every_item_becomes_an_activity_that_can_be_stored_and_asks_what_its_kind_can(agenda: Agenda) -> None:
    for item in agenda.items:
        values = worded(item, wording_for("en"))
        ActivityInput.model_validate(values | {"workshop_id": "0" * 32})
        assert set(values["settings"]) == set(item.of.settings)
        assert {CardKind(one) for one in values["settings"].get("cards", ())} <= set(CardKind)
        if "subjects" in values["settings"]:
            assert SubjectKind(values["settings"]["subjects"]) in item.of.subjects


def test_an_item_is_as_its_kind_has_it_unless_it_says_more() -> None:
    plain = worded(AgendaItem("experience", 35), wording_for("en"))
    kind = activity_kind("experience")
    assert (plain["title"], plain["instructions"]) == (kind.name, kind.instructions)
    assert (plain["selection"], plain["minutes"]) == (Selection.SHORTLIST, 35)
    own = worded(AgendaItem("experience", 35, "Where it hurts", selection=Selection.KEY), wording_for("en"))
    assert (own["title"], own["selection"]) == ("Where it hurts", Selection.KEY)


def test_an_unknown_template_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownAgenda, match="There is no agenda week here"):
        agenda_of("week")


def test_a_file_that_is_no_agenda_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, ModuleType("touchpoints.agendas.odd"), "it has no AGENDA")


def test_an_agenda_that_sets_what_its_activity_has_not_stops_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = ModuleType("touchpoints.agendas.odd")
    wrong = AgendaItem("importance", 10, settings={"dots": 3})
    vars(odd)["AGENDA"] = Agenda("odd", 9, "Odd", "", (pause(10), wrong))
    refuse(monkeypatch, odd, "the activity importance has no dots")


def refuse(monkeypatch: pytest.MonkeyPatch, odd: ModuleType, reason: str) -> None:
    monkeypatch.setattr(agendas, "discover", lambda _package: [odd])
    all_agendas.cache_clear()
    with pytest.raises(BrokenAgenda, match=reason):
        all_agendas()
    all_agendas.cache_clear()
