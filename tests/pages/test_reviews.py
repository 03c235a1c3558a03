"""Reviews on the screen: the agenda of what is due, notes, findings, and decisions that become actions."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.entries import add_entry
from storage.findings import list_findings
from storage.kpis import add_kpi
from storage.persons import add_person
from storage.review_parts import add_decision, add_topic
from storage.reviews import NewTopic, ReviewDetails, add_review, change_review, list_reviews, read_review
from storage.store import Store
from tests.pages._screen import buttons, dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from tests.pages.plan._stored import add, stored
from touchpoints.model import ActionStatus, Finding

pytestmark = pytest.mark.usefixtures("facilitator")
LONG_AGO = date(2026, 1, 1)
LINK = "[July](http://example.com)"


@pytest.fixture
def review(store: Store, hotel: UUID) -> UUID:
    return add_review(store, COMMAND_LINE, hotel, {"name": "July", "held_on": LONG_AGO})


def kept(store: Store, project: UUID, review: UUID) -> ReviewDetails:
    return read_review(store, COMMAND_LINE, project, review)


def open_review(open_frame: OpenFrame, project: UUID, review: UUID) -> AppTest:
    return open_page(open_frame(), "reviews", project, review=str(review))


def choose_row(frame: AppTest, row: int) -> AppTest:
    """Choose a row of the only table, which simulated pages draw but do not let be chosen."""
    [table] = frame.dataframe
    state = json.dumps({"selection": {"rows": [row], "columns": [], "cells": []}})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=table.proto.id, string_value=state))
    frame._run(states)
    assert not frame.exception
    return frame


def test_without_reviews_one_button_prepares_the_first(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    frame = open_page(open_frame(), "reviews", hotel)
    assert is_shown(frame, "Talk the results over with the people at the touchpoint.")
    assert is_shown(frame, "Nothing is due today")
    press(frame, "Prepare a review")
    [review] = list_reviews(store, COMMAND_LINE, hotel)
    assert frame.query_params["review"] == str(review.id)
    press(frame, "Undo")
    assert list_reviews(store, COMMAND_LINE, hotel) == ()
    assert "Prepare a review" in buttons(frame)


def test_what_is_due_becomes_the_agenda_in_todays_words(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    add(store, hotel, "Open earlier", due_on=LONG_AGO)
    add(store, hotel, "In time", due_on=date(2999, 1, 1))
    blocked = add(store, hotel, "New signs")
    set_status(store, COMMAND_LINE, hotel, [blocked], ActionStatus.BLOCKED, LONG_AGO, "no money")
    kpi = add_kpi(store, COMMAND_LINE, hotel, {"name": "Wait", "kind": "time", "interval_months": 3})
    add_entry(store, COMMAND_LINE, hotel, Finding, {"text": "A bench", "kind": "idea"})
    frame = open_page(open_frame(), "reviews", hotel)
    assert is_shown(frame, "New signs (nobody yet) is blocked: no money.")
    press(frame, "Prepare a review")
    [review] = list_reviews(store, COMMAND_LINE, hotel)
    topics = kept(store, hotel, review.id).topics
    assert [(one.action_id, one.kpi_id) for one in topics[:3]] == [
        (blocked, None),
        (stored(store, hotel)["Open earlier"].id, None),
        (None, kpi),
    ]
    assert [one.text for one in topics][2:] == [
        "Wait: the first value is still missing.",
        "Idea without an answer: A bench",
    ]


def test_an_idea_that_an_action_answers_is_not_due(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    idea = add_entry(store, COMMAND_LINE, hotel, Finding, {"text": "A bench", "kind": "idea"})
    add(store, hotel, "Buy a bench", finding_id=idea)
    assert is_shown(open_page(open_frame(), "reviews", hotel), "Nothing is due today")


def test_decisions_of_the_last_review_without_an_action_come_back(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    add_decision(store, COMMAND_LINE, hotel, review, "Ask again")
    frame = open_page(open_frame(), "reviews", hotel)
    assert is_shown(frame, "Decided the last time, and no action yet: Ask again")
    assert list(frame.dataframe[0].value["Decisions"]) == ["0 of 1 done"]


def test_a_decision_is_an_action_with_its_owner_in_one_line(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    ada = add_person(store, COMMAND_LINE, hotel, "Ada")
    frame, key = open_review(open_frame, hotel, review), f"review-decisions-{review}"
    frame.text_input(f"what-{key}").set_value("Open earlier")
    frame.selectbox(f"who-{key}").set_value(ada)
    frame.date_input(f"until-{key}").set_value(date(2026, 12, 31))
    press(frame, "Add", key)
    [decision] = kept(store, hotel, review).review.decisions
    action = stored(store, hotel)["Open earlier"]
    assert (action.review_decision_id, action.owner, action.due_on) == (
        decision.id,
        "Ada",
        date(2026, 12, 31),
    )
    assert list(frame.dataframe[0].value["Who"]) == ["Ada"]
    press(frame, "Undo", "decisions")
    assert (kept(store, hotel, review).review.decisions, stored(store, hotel)) == ((), {})


def test_a_decision_that_nobody_begins_is_marked_and_begun_later(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    decision = add_decision(store, COMMAND_LINE, hotel, review, "Ask again")
    ada = add_person(store, COMMAND_LINE, hotel, "Ada")
    frame = open_review(open_frame, hotel, review)
    assert is_shown(frame, "1 decision without an action and its owner")
    choose_row(frame, 0)
    assert dialog_title(frame) == "What was decided?"
    version = kept(store, hotel, review).review.decisions[0].version
    frame.text_area(f"text-decision-{decision}-{version}").set_value("Ask all guests again")
    frame.selectbox(f"who-decision-{decision}").set_value(ada)
    press_in_dialog(frame, "Save", "save-decision")
    [found] = kept(store, hotel, review).review.decisions
    assert found.text == "Ask all guests again"
    assert [action.owner for action in found.actions] == ["Ada"]


def test_a_decision_is_thrown_away_and_taken_back(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    add_decision(store, COMMAND_LINE, hotel, review, "Ask again")
    frame = choose_row(open_review(open_frame, hotel, review), 0)
    press_in_dialog(frame, "Move to bin", "bin-decision")
    assert kept(store, hotel, review).review.decisions == ()
    press(frame, "Undo", "decisions")
    assert len(kept(store, hotel, review).review.decisions) == 1


def test_what_was_said_about_a_topic_is_noted_and_the_next_one_comes(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    for text in ("Costs", "Signs"):
        add_topic(store, COMMAND_LINE, hotel, review, NewTopic(text))
    frame = open_review(open_frame, hotel, review)
    first, second = kept(store, hotel, review).topics
    frame.text_area(f"note-{first.id}-{first.version}").set_value("Too high")
    press(frame, "Save", "save-review-agenda")
    assert kept(store, hotel, review).topics[0].note == "Too high"
    assert is_shown(frame, "Too high")
    assert frame.selectbox(f"review-topic-{review}").value == second.id


def test_a_topic_is_added_taken_off_and_put_back(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    frame = open_review(open_frame, hotel, review)
    frame.text_input(f"review-new-topic-{review}").set_value("Costs")
    press(frame, "Add", "new-topic")
    assert [topic.text for topic in kept(store, hotel, review).topics] == ["Costs"]
    press(frame, "Take off the agenda")
    assert kept(store, hotel, review).topics == ()
    press(frame, "Undo", "agenda")
    assert [topic.text for topic in kept(store, hotel, review).topics] == ["Costs"]


def test_a_finding_of_the_review_stands_on_the_wall(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    frame, key = open_review(open_frame, hotel, review), f"review-findings-{review}"
    frame.text_input(f"text-{key}").set_value("Nobody waits any more")
    press(frame, "Add", key)
    assert is_shown(frame, "Goes well: Nobody waits any more")
    assert [one.text for one in list_findings(store, COMMAND_LINE, hotel)] == ["Nobody waits any more"]
    press(frame, "Undo", "findings")
    assert kept(store, hotel, review).findings == ()


def test_who_took_part_is_stored_at_once_with_names_typed_anew(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    ada = add_person(store, COMMAND_LINE, hotel, "Ada")
    frame = open_review(open_frame, hotel, review)
    frame.multiselect(f"review-people-{review}").set_value([ada]).run()
    assert [person.name for person in kept(store, hotel, review).review.people] == ["Ada"]
    press(frame, "Undo", "people")
    assert kept(store, hotel, review).review.people == ()


def test_minutes_and_name_are_saved_each_by_itself(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    frame = press(open_review(open_frame, hotel, review), "Change the review")
    version = kept(store, hotel, review).review.version
    frame.text_input(f"name-review-facts-{review}-{version}").set_value("July, at the desk")
    press_in_dialog(frame, "Save", "facts")
    frame.run()
    [minutes] = [one for one in frame.text_area if (one.key or "").startswith("minutes-")]
    minutes.set_value("All were there.")
    press(frame, "Save", "minutes")
    entry = kept(store, hotel, review).review
    assert (entry.name, entry.minutes) == ("July, at the desk", "All were there.")


def test_minutes_that_somebody_else_has_changed_are_both_shown(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    frame = open_review(open_frame, hotel, review)
    version = kept(store, hotel, review).review.version
    change_review(store, COMMAND_LINE, hotel, review, version or 0, {"minutes": "Theirs"})
    frame.text_area(f"minutes-review-minutes-{review}-{version}").set_value("Mine")
    press(frame, "Save", "minutes")
    assert kept(store, hotel, review).review.minutes == "Theirs"
    press(frame, "Save mine")
    assert kept(store, hotel, review).review.minutes == "Mine"


def test_a_review_goes_into_the_bin_and_comes_back(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    frame = press(open_review(open_frame, hotel, review), "Change the review")
    press_in_dialog(frame, "Move to bin")
    assert list_reviews(store, COMMAND_LINE, hotel) == ()
    press(frame, "Undo")
    assert len(list_reviews(store, COMMAND_LINE, hotel)) == 1


def test_names_and_texts_are_shown_as_they_were_typed(
    open_frame: OpenFrame, store: Store, hotel: UUID, review: UUID
) -> None:
    add_topic(store, COMMAND_LINE, hotel, review, NewTopic(LINK))
    frame = open_review(open_frame, hotel, review)
    assert is_shown(frame, LINK)
    assert not any("](http://example.com)" in one.value for one in frame.markdown)
