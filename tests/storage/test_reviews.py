"""Reviews: the agenda as it was said, notes, findings, decisions that become actions, and who was there."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.action_status import set_status
from storage.actions import add_action, bin_actions, restore_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.checking import UnusableInput
from storage.entries import bin_entry, restore_entry
from storage.findings import list_findings
from storage.intents import NoSuchRow, VersionConflict
from storage.kpis import add_kpi, bin_kpi, change_kpi, list_kpis
from storage.persons import add_person
from storage.review_parts import (
    add_decision,
    add_topic,
    bin_decision,
    change_decision,
    drop_topic,
    note_topic,
    put_topic_back,
    restore_decision,
    write_finding,
)
from storage.reviews import (
    DecisionEntry,
    NewTopic,
    ReviewDetails,
    add_review,
    bin_review,
    change_review,
    list_reviews,
    read_review,
    restore_review,
    set_participants,
)
from storage.rounds import begin_next_round
from storage.store import Store
from tests.storage._rows import history_of
from touchpoints.model import ActionStatus, Finding, FindingKind

Where = tuple[Store, Actor, UUID]
TODAY = date(2026, 7, 1)


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def review(where: Where) -> UUID:
    return add_review(*where, {"name": "July"})


def only(where: Where, review: UUID) -> ReviewDetails:
    return read_review(*where, review)


def decisions(where: Where, review: UUID) -> tuple[DecisionEntry, ...]:
    return only(where, review).review.decisions


def test_a_review_is_held_in_its_round_and_stays_visible_in_the_next(where: Where, review: UUID) -> None:
    begin_next_round(*where, TODAY)
    later = add_review(*where, {"name": "August", "held_on": date(2026, 8, 3)})
    assert [(one.id, one.round) for one in list_reviews(*where)] == [(review, 1), (later, 2)]


def test_those_without_a_day_come_first_then_the_latest(where: Where, review: UUID) -> None:
    for name, day in (("May", date(2026, 5, 1)), ("June", date(2026, 6, 1))):
        add_review(*where, {"name": name, "held_on": day})
    assert [one.name for one in list_reviews(*where)] == ["July", "June", "May"]
    assert review


def test_the_agenda_keeps_the_words_of_its_day(where: Where) -> None:
    kpi = add_kpi(*where, {"name": "Wait", "kind": "time"})
    action = add_action(*where, {"name": "Open earlier"})
    topics = [NewTopic("Wait: missed", kpi_id=kpi), NewTopic("Open earlier: overdue", action_id=action)]
    review = add_review(*where, {"name": "July"}, topics)
    change_kpi(*where, kpi, list_kpis(*where)[0].version, {"name": "Minutes"})
    bin_kpi(*where, kpi)
    first, second = only(where, review).topics
    assert (first.text, first.kpi_id) == ("Wait: missed", kpi)
    assert (second.text, second.action_id) == ("Open earlier: overdue", action)


def test_what_was_said_about_a_topic_is_noted_by_version(where: Where, review: UUID) -> None:
    add_topic(*where, review, NewTopic("Costs"))
    [topic] = only(where, review).topics
    note_topic(*where, topic.id, topic.version, "Too high")
    assert only(where, review).topics[0].note == "Too high"
    with pytest.raises(VersionConflict):
        note_topic(*where, topic.id, topic.version, "Fine")


def test_a_topic_is_taken_off_and_put_back_to_its_place(where: Where, review: UUID) -> None:
    for text in ("First", "Second"):
        add_topic(*where, review, NewTopic(text))
    first = only(where, review).topics[0]
    drop_topic(*where, first.id)
    assert [topic.text for topic in only(where, review).topics] == ["Second"]
    put_topic_back(*where, review, first)
    assert [topic.text for topic in only(where, review).topics] == ["First", "Second"]


def test_a_review_is_edited_by_version(where: Where, review: UUID) -> None:
    version = only(where, review).review.version
    change_review(*where, review, version, {"held_on": TODAY, "minutes": "All were there."})
    entry = only(where, review).review
    assert (entry.held_on, entry.minutes) == (TODAY, "All were there.")
    with pytest.raises(VersionConflict):
        change_review(*where, review, version, {"name": "Late"})


def test_who_took_part_is_said_and_taken_back(where: Where, review: UUID) -> None:
    ada, ben = add_person(*where, "Ada"), add_person(*where, "Ben")
    set_participants(*where, review, [ben, ada])
    assert [person.name for person in only(where, review).review.people] == ["Ada", "Ben"]
    set_participants(*where, review, [ben])
    assert [person.name for person in only(where, review).review.people] == ["Ben"]
    lines = history_of(where[0], "set who took part")
    assert ("Review", "changed", {"took_part_id": str(ada)}, {"took_part_id": None}) in lines


def test_a_finding_of_the_review_is_one_of_the_project(where: Where) -> None:
    desk = NewTouchpoint("Desk")
    add_touchpoints(*where, [desk])
    review = add_review(*where, {"name": "July", "touchpoint_id": desk.id})
    id_ = write_finding(*where, review, {"text": "Nobody waits any more", "kind": FindingKind.KEEP})
    [written], [known] = only(where, review).findings, list_findings(*where)
    assert (written.id, written.touchpoint) == (known.id, known.touchpoint) == (id_, "Desk")
    bin_entry(*where, Finding, id_)
    assert only(where, review).findings == ()
    restore_entry(*where, Finding, id_)
    assert len(only(where, review).findings) == 1


def test_a_decision_is_edited_thrown_away_and_taken_back(where: Where, review: UUID) -> None:
    first, second = (add_decision(*where, review, text) for text in ("Open earlier", "Ask again"))
    change_decision(*where, first, decisions(where, review)[0].version, "Open at seven")
    bin_decision(*where, second)
    assert [one.text for one in decisions(where, review)] == ["Open at seven"]
    restore_decision(*where, second)
    assert [one.id for one in decisions(where, review)] == [first, second]


def test_a_decision_becomes_an_action_with_an_owner_and_is_done_with_it(where: Where, review: UUID) -> None:
    decision = add_decision(*where, review, "Open earlier")
    assert not decisions(where, review)[0].is_done
    ada = add_person(*where, "Ada")
    values = {"name": "Open earlier", "owner_id": ada, "due_on": TODAY, "review_decision_id": decision}
    action = add_action(*where, values)
    [begun] = decisions(where, review)[0].actions
    assert (begun.id, begun.owner, begun.due_on) == (action, "Ada", TODAY)
    set_status(*where, [action], ActionStatus.DONE, TODAY)
    assert decisions(where, review)[0].is_done
    assert only(where, review).review.done == 1
    bin_actions(*where, [action])
    assert decisions(where, review)[0].actions == ()
    restore_actions(*where, [action])
    set_status(*where, [action], ActionStatus.DROPPED, TODAY)
    assert not decisions(where, review)[0].is_done


def test_a_decision_with_two_actions_is_done_when_none_is_left(where: Where, review: UUID) -> None:
    decision = add_decision(*where, review, "Open earlier")
    names = ("Ask the staff", "Print the hours")
    first, second = (add_action(*where, {"name": name, "review_decision_id": decision}) for name in names)
    set_status(*where, [first], ActionStatus.DONE, TODAY)
    assert not decisions(where, review)[0].is_done
    set_status(*where, [second], ActionStatus.DROPPED, TODAY)
    assert decisions(where, review)[0].is_done


def test_a_review_comes_back_from_the_bin_with_everything(where: Where, review: UUID) -> None:
    add_decision(*where, review, "Open earlier")
    bin_review(*where, review)
    assert list_reviews(*where) == ()
    with pytest.raises(NoSuchRow):
        read_review(*where, review)
    restore_review(*where, review)
    assert len(decisions(where, review)) == 1


@pytest.mark.parametrize(
    "values", [{"name": ""}, {}, {"name": "a" * 121}, {"name": "a", "minutes": "a" * 8001}]
)
def test_what_cannot_be_is_refused(where: Where, values: dict[str, object]) -> None:
    with pytest.raises(UnusableInput):
        add_review(*where, values)
    assert list_reviews(*where) == ()


def test_an_agenda_that_cannot_be_kept_begins_no_review(where: Where) -> None:
    with pytest.raises(UnusableInput):
        add_review(*where, {"name": "July"}, [NewTopic("a" * 501)])
    assert list_reviews(*where) == ()


def test_nothing_of_another_project_is_touched(where: Where, review: UUID, other_project: UUID) -> None:
    elsewhere = (*where[:2], other_project)
    decision, ada = add_decision(*where, review, "Open earlier"), add_person(*where, "Ada")
    topic = add_topic(*where, review, NewTopic("Costs"))
    theirs = add_review(*elsewhere, {"name": "Theirs"})
    for do in (
        lambda: change_review(*elsewhere, review, 1, {"name": "Theirs"}),
        lambda: bin_review(*elsewhere, review),
        lambda: read_review(*elsewhere, review),
        lambda: set_participants(*elsewhere, theirs, [ada]),
        lambda: add_topic(*elsewhere, review, NewTopic("Theirs")),
        lambda: note_topic(*elsewhere, topic, 1, "Theirs"),
        lambda: drop_topic(*elsewhere, topic),
        lambda: write_finding(*elsewhere, review, {"text": "Theirs"}),
        lambda: add_decision(*elsewhere, review, "Theirs"),
        lambda: change_decision(*elsewhere, decision, 1, "Theirs"),
        lambda: bin_decision(*elsewhere, decision),
        lambda: add_action(*elsewhere, {"name": "Theirs", "review_decision_id": decision}),
        lambda: read_review(*elsewhere, uuid4()),
    ):
        with pytest.raises(NoSuchRow):
            do()
