"""The target journey on the screen: targets typed in the grid, decisions thought over, what is new added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action
from storage.answers import list_survey_groups
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.entries import add_entry
from storage.goals import list_goals
from storage.journey import list_phases, list_target_touchpoints, list_touchpoints
from storage.segments import add_segment, change_segment, list_segments
from storage.store import Store
from storage.targets import add_planned_touchpoint, decide, read_decisions, read_targets, set_target
from storage.team_view import rate_touchpoint
from tests.pages._screen import (
    buttons,
    dialog_title,
    is_shown,
    open_page,
    press,
    press_in_dialog,
    run_dialog,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ActionStatus, Answer, Aspect, Decision, Depth, Factor, Level

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def ids(store: Store, hotel: UUID) -> list[UUID]:
    """A key touchpoint that the team rates badly, and one of the shortlist."""
    where = (store, COMMAND_LINE, hotel)
    added = [NewTouchpoint("Check-in"), NewTouchpoint("Breakfast")]
    add_touchpoints(*where, added)
    set_depth(*where, [added[0].id], Depth.KEY)
    set_depth(*where, [added[1].id], Depth.SHORTLIST)
    rate_touchpoint(*where, added[0].id, Aspect.EXPERIENCE, {-1: 1})
    return [one.id for one in added]


def type_into(frame: AppTest, cells: Mapping[int, Mapping[str, object]]) -> AppTest:
    """Type into the grid, which simulated pages draw but do not let be edited."""
    [grid] = frame.data_editor
    edited = {str(row): dict(values) for row, values in cells.items()}
    state = json.dumps({"edited_rows": edited, "added_rows": [], "deleted_rows": []})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=grid.proto.id, string_value=state))
    frame._run(states)
    assert not frame.exception
    return frame


def targets(store: Store, project: UUID) -> Mapping[UUID, float]:
    return read_targets(store, COMMAND_LINE, project).for_all


def test_without_touchpoints_one_button_leads_to_them(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    assert not frame.data_editor
    assert "Go to the touchpoints" in buttons(frame)


def test_without_a_shortlist_one_button_leads_to_it(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Check-in")])
    assert "Choose the shortlist" in buttons(open_page(open_frame(), "target_journey", hotel))


def test_targets_are_typed_one_after_the_other_and_the_gap_follows(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    assert is_shown(frame, "No target has been set yet")
    type_into(frame, {0: {"target": 1.5}})
    type_into(frame, {0: {"target": 1.5}, 1: {"target": 1.0}})
    assert targets(store, hotel) == {ids[0]: 1.5, ids[1]: 1.0}
    assert list(frame.data_editor[0].value["gap"]) == ["+2.5", "–"]
    assert is_shown(frame, "The largest gap to the target is at Check-in: 2.5 levels")
    press(frame, "Undo")
    assert targets(store, hotel) == {ids[0]: 1.5}


def test_an_edit_told_again_does_not_overwrite_what_another_typed(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    type_into(frame, {0: {"target": 1.5}})
    set_target(store, COMMAND_LINE, hotel, ids[0], None, 0.5)
    type_into(frame, {0: {"target": 1.5}, 1: {"target": 1.0}})
    assert targets(store, hotel) == {ids[0]: 0.5, ids[1]: 1.0}


def test_a_segment_has_targets_of_its_own_beside_those_for_all(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    family = add_segment(store, COMMAND_LINE, hotel, "Families")
    set_target(store, COMMAND_LINE, hotel, ids[0], None, 1.0)
    frame = open_page(open_frame(), "target_journey", hotel, segment=str(family))
    assert list(frame.data_editor[0].value["shared"]) == ["+1.0", "–"]
    type_into(frame, {0: {"target": 2.0}})
    found = read_targets(store, COMMAND_LINE, hotel)
    assert (found.for_all, found.of(family)) == ({ids[0]: 1.0}, {ids[0]: 2.0})
    assert is_shown(frame, "targets for Families, else those for all")


def test_the_target_of_a_segment_is_measured_by_its_own_group_in_the_surveys(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    segment = list_segments(store, COMMAND_LINE, airport)[0]
    query = {"segment": str(segment.id)}
    before = open_page(open_frame(), "target_journey", airport, **query)
    assert is_shown(before, "current level: all customers")
    everybody = list(before.data_editor[0].value["current"])
    [group] = [one for one in list_survey_groups(store, COMMAND_LINE, airport) if one.label == "25 to 34"]
    change_segment(store, COMMAND_LINE, airport, segment.id, segment.version, {"surveyed_as_id": group.id})
    after = open_page(open_frame(), "target_journey", airport, **query)
    assert is_shown(after, "current level: “Age: 25 to 34” in the survey")
    assert list(after.data_editor[0].value["current"]) != everybody
    assert is_shown(open_page(open_frame(), "target_journey", airport), "current level: all customers")


def test_a_decision_is_chosen_in_the_grid_and_can_be_undone(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    type_into(frame, {1: {"decision": "neglect"}})
    assert read_decisions(store, COMMAND_LINE, hotel)[ids[1]].decision == Decision.NEGLECT
    press(frame, "Undo")
    assert read_decisions(store, COMMAND_LINE, hotel)[ids[1]].decision is None


def test_what_an_ending_means_is_said_before_it_is_taken(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    type_into(frame, {1: {"decision": "remove"}})
    assert dialog_title(frame) == "Breakfast"
    assert read_decisions(store, COMMAND_LINE, hotel) == {}
    assert "Then 1 of 2 touchpoints stay" in " ".join(one.value for one in frame.info)
    press_in_dialog(frame, "Save")
    assert read_decisions(store, COMMAND_LINE, hotel)[ids[1]].decision == Decision.REMOVE
    frame = open_page(open_frame(), "target_journey", hotel)
    assert is_shown(frame, "1 touchpoint goes (Breakfast); 1 of 2 stay")


def test_the_reason_and_the_improvement_of_a_key_touchpoint_are_told_in_the_drawer(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    frame.selectbox("open-target").set_value(str(ids[0])).run()
    assert dialog_title(frame) == "Check-in"
    frame.text_area(f"target-reason-{ids[0]}-0").set_value("It decides")
    frame.text_area(f"target-improvement-{ids[0]}-0").set_value("Nobody waits")
    frame.segmented_control(f"target-looked_at_data-{ids[0]}-0").set_value(Answer.NOT_KNOWN)
    press_in_dialog(frame, "Save")
    found = read_decisions(store, COMMAND_LINE, hotel)[ids[0]]
    assert (found.reason, found.improvement, found.decision) == ("It decides", "Nobody waits", None)
    assert (found.looked_at_data, found.looked_at_tool) == (Answer.NOT_KNOWN, None)


def test_a_goal_is_proposed_from_the_target_with_one_press(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    set_target(store, COMMAND_LINE, hotel, ids[0], None, 1.0)
    frame = open_page(open_frame(), "target_journey", hotel)
    frame.selectbox("open-target").set_value(str(ids[0])).run()
    press_in_dialog(frame, "Propose a goal from the target")
    [goal] = list_goals(store, COMMAND_LINE, hotel)
    assert (goal.name, goal.from_value, goal.to_value) == ("Check-in: from −1.0 to +1.0", -1.0, 1.0)


def test_a_delight_planned_where_disappointments_are_open_is_warned_of(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    factor = {"touchpoint_id": ids[0], "text": "Queue", "level": Level.DISAPPOINTING}
    queue = add_entry(store, COMMAND_LINE, hotel, Factor, factor)
    set_target(store, COMMAND_LINE, hotel, ids[0], None, 1.0)
    frame = open_page(open_frame(), "target_journey", hotel)
    assert not frame.warning
    type_into(frame, {0: {"target": 2.0}})
    assert is_shown(frame, "Check-in: First the disappointments: 1 factor that disappoints is still there.")
    till = {"name": "A second till", "touchpoint_id": ids[0]}
    against = add_action(store, COMMAND_LINE, hotel, till, factors=[queue])
    assert frame.run().warning
    set_status(store, COMMAND_LINE, hotel, [against], ActionStatus.DONE, date(2026, 3, 2))
    assert not frame.run().warning


def test_a_new_touchpoint_stands_in_the_target_journey_alone(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    press(frame, "New touchpoint")
    frame.text_input("planned-touchpoint").set_value("Chat")
    press_in_dialog(frame, "Add to the target journey")
    frame.run()
    assert is_shown(frame, "1 is new: Chat")
    where = (store, COMMAND_LINE, hotel)
    assert [entry.name for entry in list_target_touchpoints(*where) if entry.is_planned] == ["Chat"]
    assert len(list_touchpoints(*where)) == len(ids)
    press(frame, "Undo")
    assert len(list_target_touchpoints(*where)) == len(ids)


def test_what_is_planned_is_thrown_away_in_its_drawer(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    assert ids
    where = (store, COMMAND_LINE, hotel)
    chat = add_planned_touchpoint(*where, "Chat", list_phases(*where)[0].id)
    frame = open_page(open_frame(), "target_journey", hotel)
    frame.selectbox("open-target").set_value(str(chat)).run()
    assert is_shown(frame, "New: it stands in the target journey alone")
    press_in_dialog(frame, "Move to bin")
    assert not [entry for entry in list_target_touchpoints(*where) if entry.is_planned]


def test_what_contradicts_another_decision_is_refused_in_a_sentence(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    decide(store, COMMAND_LINE, hotel, ids[1], Decision.COMBINE, ids[0])
    frame = open_page(open_frame(), "target_journey", hotel)
    type_into(frame, {1: {"decision": "new"}})
    assert is_shown(frame, "Breakfast is there already.")


def test_the_sample_is_drawn_in_german(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(locale="de-DE"), "target_journey", airport)
    current = frame.data_editor[0].value["current"]
    assert current.iloc[0].startswith("+")
    assert "," in current.iloc[0]


def test_a_decision_that_was_emptied_comes_back_with_its_reason(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    decide(store, COMMAND_LINE, hotel, ids[1], Decision.COMBINE, ids[0], "Both at the desk")
    frame = open_page(open_frame(), "target_journey", hotel)
    frame.selectbox("open-target").set_value(str(ids[1])).run()
    frame.segmented_control(f"target-decision-{ids[1]}-1").set_value(None)
    run_dialog(frame)
    frame.text_area(f"target-reason-{ids[1]}-1").set_value("")
    press_in_dialog(frame, "Save")
    emptied = read_decisions(store, COMMAND_LINE, hotel)[ids[1]]
    assert (emptied.decision, emptied.combine_with_id, emptied.reason) == (None, None, "")
    assert is_shown(frame, "Nothing is decided about Breakfast any more.")
    press_in_dialog(frame, "Undo")
    back = read_decisions(store, COMMAND_LINE, hotel)[ids[1]]
    assert (back.decision, back.combine_with_id) == (Decision.COMBINE, ids[0])
    assert back.reason == "Both at the desk"


def test_an_ending_is_taken_back_where_it_was_taken(
    open_frame: OpenFrame, store: Store, hotel: UUID, ids: list[UUID]
) -> None:
    frame = open_page(open_frame(), "target_journey", hotel)
    type_into(frame, {1: {"decision": "remove"}})
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Breakfast ends in the target journey.")
    press_in_dialog(frame, "Undo")
    assert read_decisions(store, COMMAND_LINE, hotel)[ids[1]].decision is None
