"""What the tests of the bin throw away: one thing of each kind, and how it is listed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from storage.action_parts import add_comment, bin_comment
from storage.actions import add_action, bin_actions
from storage.agenda import add_activity, bin_activity
from storage.board import NewTouchpoint, add_touchpoints, take_back_added
from storage.cards import add_card, bin_cards
from storage.entries import Entry, add_entry, bin_entry
from storage.feedback_forms import add_form, bin_form
from storage.goals import add_goal, bin_goal
from storage.journey import list_phases
from storage.kpis import add_kpi, bin_kpi
from storage.measurements import NewMeasurement, add_measurement, bin_measurements
from storage.options import add_option, bin_option
from storage.persons import bin_person
from storage.public_codes import new_mark
from storage.review_parts import add_decision, bin_decision
from storage.reviews import add_review, bin_review
from storage.segments import add_segment, bin_segment
from storage.survey_waves import bin_wave, list_all_waves
from storage.surveys import store_survey
from storage.thrown_away import (
    ThrownAway,
    list_thrown_away,
)
from storage.voice_box import hand_in, open_box, read_box
from storage.voices import bin_voice, list_voices
from storage.workshops import add_workshop, bin_workshop
from tests.storage._place import Place
from tests.storage._surveys import a_survey
from touchpoints.model import (
    CardKind,
    Encounter,
    Factor,
    Finding,
    Handover,
    ProcessStep,
)

DAY = date(2026, 7, 1)
Throw = Callable[[Place], object]


def entry(kind: Entry, **values: object) -> Throw:
    def throw(place: Place) -> None:
        added = add_entry(*place.where, kind, {"touchpoint_id": place.desk, **values})
        bin_entry(*place.where, kind, added)

    return throw


def meeting(place: Place) -> None:
    families = add_segment(*place.where, "Families")
    entry(Encounter, segment_id=families, occasion="on arrival")(place)


def wave(place: Place) -> None:
    store_survey(*place.where, a_survey())
    [stored] = list_all_waves(*place.where)
    bin_wave(*place.where, stored.id)


def option(place: Place) -> None:
    bin_option(*place.where, add_option(*place.where, {"name": "Kiosk", "touchpoint_id": place.desk}))


def remark(place: Place) -> None:
    bin_comment(*place.where, add_comment(*place.where, action(place), "Ask Eva"))


def action(place: Place) -> UUID:
    return add_action(*place.where, {"name": "Open earlier", "touchpoint_id": place.desk})


def kpi(place: Place) -> UUID:
    return add_kpi(*place.where, {"name": "Wait", "kind": "time", "touchpoint_id": place.desk})


def value(place: Place) -> None:
    bin_measurements(
        *place.where, [add_measurement(*place.where, kpi(place), NewMeasurement(DAY, DAY, value=4))]
    )


def review(place: Place) -> UUID:
    return add_review(*place.where, {"name": "July"})


def workshop(place: Place) -> UUID:
    return add_workshop(*place.where, {"name": "Monday"})


def activity(place: Place) -> UUID:
    values = {"kind": "closing", "title": "Closing", "minutes": 10}
    return add_activity(*place.where, workshop(place), values)


def card(place: Place) -> None:
    values = {"workshop_id": workshop(place), "kind": CardKind.IDEA, "text": "Shorter queues"}
    bin_cards(*place.where, [add_card(*place.where, values)])


def goal(place: Place) -> None:
    bin_goal(*place.where, add_goal(*place.where, {"name": "Shorter wait", "touchpoint_id": place.desk}))


def phase(place: Place) -> None:
    before = [one.id for one in list_phases(*place.where)]
    added = NewTouchpoint("Farewell", "After")
    add_touchpoints(*place.where, [added])
    take_back_added(*place.where, [added.id], before)


def voice(place: Place) -> None:
    store, actor, project = place.where
    open_box(store, actor, project)
    box = read_box(store, actor, project)
    assert box is not None
    hand_in(store, box.code, new_mark(), {"kind": "idea", "text": "Open earlier"})
    [entry] = list_voices(store, actor, project)
    bin_voice(store, actor, project, entry.id)


def form(place: Place) -> None:
    bin_form(*place.where, add_form(*place.where, {"name": "Counter", "kind": "nps"}))


# What is thrown away, and as what it is listed: kind, name, what it belongs to.
THROWN: list[tuple[Throw, tuple[str, str, str]]] = [
    (entry(Factor, level="okay", text="Short queue"), ("Factor", "Short queue", "Desk")),
    (entry(Finding, text="Too loud"), ("Finding", "Too loud", "Desk")),
    (entry(ProcessStep, layer="visible", text="Weigh bags"), ("ProcessStep", "Weigh bags", "Desk")),
    (entry(Handover, department="Baggage"), ("Handover", "Baggage", "Desk")),
    (meeting, ("Encounter", "on arrival", "Desk")),
    (lambda p: bin_segment(*p.where, add_segment(*p.where, "Families")), ("Segment", "Families", "")),
    (lambda p: bin_person(*p.where, p.person()), ("Person", "Ada", "")),
    (wave, ("Wave", "2025", "Customers")),
    (goal, ("Goal", "Shorter wait", "Desk")),
    (option, ("Option", "Kiosk", "Desk")),
    (lambda p: bin_actions(*p.where, [action(p)]), ("Action", "Open earlier", "Desk")),
    (remark, ("Comment", "Ask Eva", "Open earlier")),
    (lambda p: bin_kpi(*p.where, kpi(p)), ("Kpi", "Wait", "Desk")),
    (value, ("Measurement", "", "Wait")),
    (lambda p: bin_review(*p.where, review(p)), ("Review", "July", "")),
    (
        lambda p: bin_decision(*p.where, add_decision(*p.where, review(p), "Ask again")),
        ("ReviewDecision", "Ask again", "July"),
    ),
    (lambda p: bin_workshop(*p.where, workshop(p)), ("Workshop", "Monday", "")),
    (lambda p: bin_activity(*p.where, activity(p)), ("Activity", "Closing", "Monday")),
    (card, ("Card", "Shorter queues", "Monday")),
    (voice, ("Voice", "Open earlier", "")),
    (form, ("FeedbackForm", "Counter", "")),
]


def thrown(place: Place) -> tuple[ThrownAway, ...]:
    return list_thrown_away(*place.where)


def described(place: Place) -> set[tuple[str, str, str]]:
    return {(one.kind, one.name, one.belongs_to) for one in thrown(place)}
