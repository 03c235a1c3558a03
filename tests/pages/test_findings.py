"""The wall of findings is added to in one line, sorted by columns, and every step can be undone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action, list_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry, change_entry
from storage.findings import WallFinding, list_findings
from storage.journey import list_touchpoints
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._board_hand import act, sent
from tests.pages._screen import (
    button,
    buttons,
    dialog_title,
    is_shown,
    links,
    open_page,
    press,
    press_in_dialog,
    run_dialog,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ActionStatus, Finding, FindingKind, Source

WALL = "findings-wall"


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> AppTest:
    """The wall of a hotel with one touchpoint, its reception."""
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception")])
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "findings", hotel)


def found(store: Store, hotel: UUID) -> list[WallFinding]:
    return list(list_findings(store, COMMAND_LINE, hotel))


def pin(store: Store, hotel: UUID, text: str, kind: FindingKind | None = None, **more: Any) -> UUID:
    id_ = add_entry(store, COMMAND_LINE, hotel, Finding, {"text": text, "kind": kind, **more})
    assert id_
    return id_


def wall(frame: AppTest) -> dict[str, Any]:
    [board] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    return json.loads(board.proto.json)[0]


def columns(frame: AppTest) -> dict[str, list[str]]:
    told = wall(frame)
    return {
        column["id"]: [card["title"] for card in told["cards"] if card["column"] == column["id"]]
        for column in told["columns"]
    }


def test_each_kind_of_finding_is_a_column_with_its_question(frame: AppTest) -> None:
    assert list(columns(frame)) == ["keep", "drop", "improve", "waste", "barrier", "idea"]
    assert [column["note"] for column in wall(frame)["columns"]][:2] == ["What goes well?", "What must go?"]


@pytest.mark.parametrize("kind", list(FindingKind))
def test_a_finding_is_added_in_one_line_of_a_touchpoint_or_the_whole_journey(
    frame: AppTest, store: Store, hotel: UUID, kind: FindingKind
) -> None:
    frame.text_input("new-finding").set_value(" Friendly ")
    frame.selectbox("new-finding-kind").set_value(kind)
    press(frame, "Add")
    assert columns(frame)[kind.value] == ["Friendly"]
    [reception] = list_touchpoints(store, COMMAND_LINE, hotel)
    frame.text_input("new-finding").set_value("Slow")
    frame.selectbox("new-finding-where").set_value(reception.id)
    frame.selectbox("new-finding-word").set_value("contact_staff")
    press(frame, "Add")
    whole, slow = found(store, hotel)
    assert (whole.touchpoint, whole.source, whole.from_contact_staff) == (None, Source.TEAM, False)
    assert (slow.kind, slow.touchpoint, slow.from_contact_staff) == (kind, "Reception", True)
    press(frame, "Undo")
    assert [finding.text for finding in found(store, hotel)] == ["Friendly"]


def test_comments_of_customers_are_sorted_by_putting_them_into_a_column(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    ids = [pin(store, hotel, text, source=Source.SURVEY) for text in ("Cold", "Loud")]
    frame.run()
    assert columns(frame)["unsorted"] == ["Cold", "Loud"]
    act(frame, WALL, "moved", cards=sent(ids), column="improve", before=None)
    assert columns(frame)["improve"] == ["Cold", "Loud"]
    assert is_shown(frame, "2 findings are under “Must get better” now.")
    press(frame, "Undo")
    assert columns(frame)["unsorted"] == ["Cold", "Loud"]


def test_of_many_comments_the_first_are_shown_and_the_rest_counted(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    for number in range(53):
        pin(store, hotel, f"Comment {number:02}")
    frame.run()
    assert len(columns(frame)["unsorted"]) == 50
    assert wall(frame)["columns"][0]["note"] == "and 3 more"


def test_findings_are_thrown_away_and_come_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    ids = [pin(store, hotel, text, FindingKind.DROP) for text in ("Form A", "Form B")]
    frame.run()
    act(frame, WALL, "chosen", action="bin", cards=sent(ids))
    assert columns(frame)["drop"] == []
    press(frame, "Undo")
    assert columns(frame)["drop"] == ["Form A", "Form B"]


def test_waste_is_weighed_in_minutes_and_money_and_added_up(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    first = pin(store, hotel, "Typed twice", FindingKind.WASTE)
    pin(store, hotel, "Printed", FindingKind.WASTE, minutes_per_month=30, cost_per_month=12)
    frame.run()
    act(frame, WALL, "opened", card=str(first))
    assert dialog_title(frame) == "Finding"
    minutes, cost = frame.number_input
    minutes.set_value(90.0)
    cost.set_value(1200.0)
    press_in_dialog(frame, "Save")
    weighed = {finding.text: finding for finding in found(store, hotel)}["Typed twice"]
    assert (weighed.minutes_per_month, weighed.cost_per_month) == (90, 1200)
    open_page(frame, "findings", hotel)
    [note] = [column["note"] for column in wall(frame)["columns"] if column["id"] == "waste"]
    assert note == "in all 120 min a month · 1,212 EUR a month"


def test_where_somebody_was_faster_both_versions_are_shown(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = pin(store, hotel, "Cold", FindingKind.IMPROVE)
    frame.run()
    act(frame, WALL, "opened", card=str(id_))
    change_entry(store, COMMAND_LINE, hotel, Finding, id_, 1, {"text": "Draughty"})
    frame.text_area[0].set_value("Freezing")
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Draughty")
    assert is_shown(frame, "Freezing")
    assert [finding.text for finding in found(store, hotel)] == ["Draughty"]
    press_in_dialog(frame, "Save mine")
    assert [finding.text for finding in found(store, hotel)] == ["Freezing"]


def test_hostile_texts_are_shown_letter_by_letter(frame: AppTest, store: Store, hotel: UUID) -> None:
    for text in HOSTILE:
        pin(store, hotel, text, FindingKind.IDEA)
    frame.run()
    assert set(columns(frame)["idea"]) == {as_kept(text) for text in HOSTILE}
    assert button(frame, "Add")


def test_of_two_touchpoints_with_one_name_each_can_be_chosen(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception")])
    frame.run()
    _, second = list_touchpoints(store, COMMAND_LINE, hotel)
    frame.text_input("new-finding").set_value("Far")
    frame.selectbox("new-finding-where").set_value(second.id)
    press(frame, "Add")
    assert [finding.touchpoint_id for finding in found(store, hotel)] == [second.id]


def test_a_finding_becomes_an_action_with_one_press_and_leads_to_it(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    [reception] = list_touchpoints(store, COMMAND_LINE, hotel)
    typed = pin(store, hotel, "Typed twice\nby all", FindingKind.WASTE, touchpoint_id=reception.id)
    open_page(frame, "findings", hotel, finding=str(typed))
    assert dialog_title(frame) == "Finding"
    press_in_dialog(frame, "Make it an action")
    [action] = list_actions(store, COMMAND_LINE, hotel)
    assert (action.name, action.finding_id) == ("Put right: Typed twice", typed)
    assert action.touchpoint_id == reception.id
    assert f"action={action.id}" in links(frame)["○ planned: Put right: Typed twice"]
    assert "Make it an action" not in buttons(frame)
    press_in_dialog(frame, "Undo")
    assert list_actions(store, COMMAND_LINE, hotel) == ()
    assert "Make it an action" in buttons(frame)


def test_a_dropped_action_leaves_a_finding_open_for_another_one(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    bench = pin(store, hotel, "A bench", FindingKind.IDEA)
    action = add_action(store, COMMAND_LINE, hotel, {"name": "Bench", "finding_id": bench})
    open_page(frame, "findings", hotel, finding=str(bench))
    assert "Make it an action" not in buttons(frame)
    set_status(store, COMMAND_LINE, hotel, [action], ActionStatus.DROPPED, date(2026, 3, 2))
    run_dialog(frame)
    assert "– dropped: Bench" in links(frame)
    assert "Make it an action" in buttons(frame)


def test_several_cards_become_actions_at_once_but_none_a_second_time(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    ids = [pin(store, hotel, text, FindingKind.IDEA) for text in ("A bench", "A lamp")]
    frame.run()
    act(frame, WALL, "chosen", action="action", cards=sent(ids[:1]))
    assert [one.name for one in list_actions(store, COMMAND_LINE, hotel)] == ["A bench"]
    act(frame, WALL, "chosen", action="action", cards=sent(ids))
    assert [one.name for one in list_actions(store, COMMAND_LINE, hotel)] == ["A bench", "A lamp"]
    assert is_shown(frame, "1 finding is in the to-do plan as an action.")
    assert json.dumps(wall(frame)).count("Action: planned") == 2
    act(frame, WALL, "chosen", action="action", cards=sent(ids))
    assert "There is an action for it already." in frame.info[0].value
    press(frame, "Undo")
    assert [one.name for one in list_actions(store, COMMAND_LINE, hotel)] == ["A bench"]


def test_a_link_to_a_finding_that_is_gone_opens_nothing(frame: AppTest, hotel: UUID) -> None:
    for asked in ("nonsense", "00000000-0000-4000-8000-000000000000"):
        assert dialog_title(open_page(frame, "findings", hotel, finding=asked)) == ""
