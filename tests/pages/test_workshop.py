"""Workshops on the screen: prepared from a template, put in order, changed, checked and rehearsed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._workshop_agenda import _BOARD
from storage import room_addresses
from storage.access import COMMAND_LINE
from storage.acted_participants import is_acted, stop_acting
from storage.activity_course import open_activity
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry, change_activity, list_activities, prepare_workshop
from storage.ballots import answer
from storage.journey import list_touchpoints
from storage.room_addresses import RoomAddress
from storage.room_check import note_reached
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.wording import wording_for
from storage.workshops import WorkshopEntry, list_workshops, read_workshop
from tests.pages._board_hand import act, sent
from tests.pages._screen import buttons, dialog_title, is_shown, open_page, press, press_in_dialog, texts
from tests.pages.conftest import OpenFrame
from touchpoints.agendas import agenda_of, worded
from touchpoints.model import Selection

FIELDS = ("text_input", "text_area", "number_input", "checkbox", "multiselect", "selectbox")
pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture(autouse=True)
def _nobody_acts_on() -> Iterator[None]:
    yield
    stop_acting()


@pytest.fixture
def half_day(store: Store, airport: UUID) -> UUID:
    agenda = agenda_of("half_day")
    activities = [worded(item, wording_for("en")) for item in agenda.items]
    values = {"name": "Monday", "minutes": agenda.minutes}
    return prepare_workshop(store, COMMAND_LINE, airport, values, activities)


def agenda(store: Store, project: UUID, workshop: UUID) -> tuple[ActivityEntry, ...]:
    return list_activities(store, COMMAND_LINE, project, workshop)


def stored(store: Store, project: UUID, workshop: UUID) -> WorkshopEntry:
    return read_workshop(store, COMMAND_LINE, project, workshop)


def open_workshop(open_frame: OpenFrame, project: UUID, workshop: UUID, **query: str) -> AppTest:
    return open_page(open_frame(), "workshop", project, workshop=str(workshop), **query)


def open_drawer(frame: AppTest, activity: UUID, part: str = "core") -> AppTest:
    frame.session_state["activity_part"] = part
    return act(frame, _BOARD, "opened", card=str(activity))


def test_an_empty_page_has_one_button_that_prepares_half_a_day(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    frame = open_page(open_frame(), "workshop", hotel)
    assert is_shown(frame, "In a workshop the team answers on its phones")
    press(frame, "Prepare a workshop")
    [workshop] = list_workshops(store, COMMAND_LINE, hotel)
    assert frame.query_params["workshop"] == str(workshop.id)
    assert workshop.minutes == 240
    assert is_shown(frame, "240 minutes, 7 activities and 2 breaks")
    kinds = [one.kind for one in agenda(store, hotel, workshop.id)]
    assert kinds == [item.kind for item in agenda_of("half_day").items]
    press(frame, "Undo")
    assert list_workshops(store, COMMAND_LINE, hotel) == ()


def test_the_texts_of_the_agenda_are_in_the_language_of_the_project(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    press(open_page(open_frame(locale="en-GB"), "workshop", hotel), "Prepare a workshop")
    [workshop] = list_workshops(store, COMMAND_LINE, hotel)
    first = agenda(store, hotel, workshop.id)[0]
    assert first.title == wording_for("de").say("The first contact")


def test_another_start_moves_the_timetable_and_is_taken_back(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    frame = open_workshop(open_frame, airport, half_day)
    frame.time_input[0].set_value(time(13, 30)).run()
    assert is_shown(frame, "13:30–17:30")
    assert stored(store, airport, half_day).starts_at == time(13, 30)
    press(frame, "Undo")
    assert stored(store, airport, half_day).starts_at == time(9)


def test_an_agenda_that_is_too_long_is_warned_of_in_words(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    first = agenda(store, airport, half_day)[0]
    change_activity(store, COMMAND_LINE, airport, first.id, first.version, {"minutes": 40})
    frame = open_workshop(open_frame, airport, half_day)
    assert is_shown(frame, "The agenda is 25 minutes longer than the 240 minutes that are planned.")


def test_an_activity_is_moved_and_moved_back(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    frame = open_workshop(open_frame, airport, half_day)
    before = [one.id for one in agenda(store, airport, half_day)]
    act(frame, _BOARD, "moved", cards=sent([before[1]]), column="agenda", before=str(before[0]))
    assert [one.id for one in agenda(store, airport, half_day)][:2] == [before[1], before[0]]
    press(frame, "Undo")
    assert [one.id for one in agenda(store, airport, half_day)] == before


def test_an_activity_is_added_and_thrown_away(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    frame = open_workshop(open_frame, airport, half_day)
    frame.selectbox(f"workshop-add-{half_day}").set_value("fist_of_five")
    press(frame, "Add")
    last = agenda(store, airport, half_day)[-1]
    assert (last.kind, last.title, last.minutes) == ("fist_of_five", "Fist of five", 5)
    act(frame, _BOARD, "chosen", action="bin", cards=sent([last.id]))
    assert len(agenda(store, airport, half_day)) == 9
    press(frame, "Undo")
    assert len(agenda(store, airport, half_day)) == 10


def test_what_is_read_out_is_changed_in_a_drawer(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    first = agenda(store, airport, half_day)[0]
    frame = open_drawer(open_workshop(open_frame, airport, half_day), first.id)
    assert dialog_title(frame) == "The first contact"
    frame.text_input(f"title-{first.id}-core-{first.version}").set_value("Where it begins")
    frame.number_input(f"minutes-{first.id}-core-{first.version}").set_value(20)
    press_in_dialog(frame, "Save")
    changed = agenda(store, airport, half_day)[0]
    assert (changed.title, changed.minutes, changed.settings) == ("Where it begins", 20, first.settings)


def test_a_drawer_asks_only_what_its_kind_has_and_never_more_than_seven_things(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    frame = open_workshop(open_frame, airport, half_day)
    for activity in agenda(store, airport, half_day):
        for part in ("core", "asked", "manner"):
            open_drawer(frame, activity.id, part)
            fields = [
                one
                for kind in (
                    "text_input",
                    "text_area",
                    "number_input",
                    "checkbox",
                    "multiselect",
                    "selectbox",
                )
                for one in frame.get(kind)
                if str(activity.id) in (one.key or "")
            ]
            assert len(fields) <= 7
            points = [one for one in fields if (one.key or "").startswith("settings.budget")]
            assert bool(points) == (activity.kind == "importance" and part == "asked")
    assert "What is asked" not in texts(open_drawer(frame, agenda(store, airport, half_day)[2].id))


def test_settings_are_changed_one_by_one(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    top_ten = agenda(store, airport, half_day)[3]
    frame = open_drawer(open_workshop(open_frame, airport, half_day), top_ten.id, "asked")
    frame.number_input(f"settings.most-{top_ten.id}-asked-{top_ten.version}").set_value(6)
    press_in_dialog(frame, "Save")
    assert agenda(store, airport, half_day)[3].settings == {**top_ten.settings, "most": 6}


def test_after_the_first_answer_what_was_asked_is_shown_as_fixed_with_the_reason(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    closing = agenda(store, airport, half_day)[-1]
    open_activity(store, COMMAND_LINE, airport, closing.id, closing.version)
    phone = participant_of(store, join_workshop(store, stored(store, airport, half_day).code))
    answer(store, phone, closing.id, {"rate": {"": {"worth": 4}}})
    frame = open_drawer(open_workshop(open_frame, airport, half_day), closing.id, "manner")
    assert any("People have answered here already" in one.value for one in frame.info)
    assert is_shown(frame, "Show names beside the answers (else answers are anonymous): **no**")
    asked = [one.key for one in frame.checkbox if str(closing.id) in (one.key or "")]
    assert [key.split("-")[0] for key in asked if key] == ["asks_department", "is_ahead"]


def test_touchpoints_are_chosen_by_depth_or_by_hand(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    experience = agenda(store, airport, half_day)[1]
    frame = open_drawer(open_workshop(open_frame, airport, half_day), experience.id, "asked")
    frame.button_group(f"selection-{experience.id}").set_value(Selection.KEY).run()
    assert agenda(store, airport, half_day)[1].selection is Selection.KEY
    open_drawer(frame, experience.id, "asked")
    frame.button_group(f"selection-{experience.id}").set_value(Selection.BY_HAND).run()
    # Nothing is stored before the first one is chosen.
    assert agenda(store, airport, half_day)[1].selection is Selection.KEY
    open_drawer(frame, experience.id, "asked")
    first, second = list_touchpoints(store, COMMAND_LINE, airport)[:2]
    frame.multiselect(f"selection-{experience.id}-list").set_value([second.id, first.id]).run()
    assert agenda(store, airport, half_day)[1].selection is Selection.BY_HAND
    chosen = [one.id for one in list_subjects(store, COMMAND_LINE, airport, experience.id)]
    assert chosen == [first.id, second.id]


def test_an_activity_open_ahead_shows_its_link(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    experience = agenda(store, airport, half_day)[1]
    change_activity(store, COMMAND_LINE, airport, experience.id, experience.version, {"is_ahead": True})
    frame = open_drawer(open_workshop(open_frame, airport, half_day), experience.id, "manner")
    [link] = [one.value for one in frame.code]
    assert link.endswith(f"/join/{stored(store, airport, half_day).code}")


def test_the_room_check_offers_addresses_and_keeps_the_chosen_one(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (RoomAddress("WLAN", "192.168.1.20"), RoomAddress("Docker", "172.17.0.1"))
    monkeypatch.setattr(room_addresses, "own_addresses", lambda: found)
    monkeypatch.setattr("pages._workshop_room.own_addresses", lambda: found)
    frame = open_workshop(open_frame, airport, half_day, part="room")
    options = frame.radio(f"workshop-address-{half_day}").options
    assert [one.replace("\\", "") for one in options] == ["192.168.1.20 (WLAN)", "172.17.0.1 (Docker)"]
    frame.radio(f"workshop-address-{half_day}").set_value(next(iter(options[1:])))
    frame.run()
    assert stored(store, airport, half_day).address.startswith("http://172.17.0.1:")


def test_a_phone_that_reached_us_is_told_of(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    note_reached(store, half_day)
    frame = open_workshop(open_frame, airport, half_day, part="room")
    assert not frame.success
    note_reached(store, half_day)
    frame.run()
    assert [one.value for one in frame.success] == ["A phone reached us. The room is ready."]


def test_a_rehearsal_begins_and_ends_with_a_button(
    open_frame: OpenFrame, store: Store, airport: UUID, half_day: UUID
) -> None:
    frame = press(open_workshop(open_frame, airport, half_day, part="rehearsal"), "Begin the rehearsal")
    [acted] = [one for one in list_workshops(store, COMMAND_LINE, airport) if one.is_rehearsal]
    assert is_acted(acted.id)
    assert is_shown(frame, "A rehearsal is on.")
    press(frame, "End the rehearsal")
    assert [one.id for one in list_workshops(store, COMMAND_LINE, airport)] == [half_day]
    assert not is_acted(acted.id)
    assert "Begin the rehearsal" in buttons(frame)
