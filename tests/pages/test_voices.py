"""The page of ideas and warnings: those without an answer first, and each way on can be undone."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.findings import list_findings
from storage.public_codes import new_mark
from storage.store import Store
from storage.voice_box import hand_in, open_box, read_box
from storage.voices import answer_voice, list_voices
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import (
    button,
    buttons,
    dialog_title,
    is_shown,
    open_page,
    press,
    press_in_dialog,
    texts,
)
from tests.pages.conftest import OpenFrame


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame) -> AppTest:
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return opened


def say(store: Store, hotel: UUID, text: str = "Open earlier", kind: str = "idea") -> None:
    open_box(store, COMMAND_LINE, hotel)
    box = read_box(store, COMMAND_LINE, hotel)
    assert box is not None
    hand_in(store, box.code, new_mark(), {"kind": kind, "text": text})


def is_open(store: Store, hotel: UUID) -> bool:
    box = read_box(store, COMMAND_LINE, hotel)
    return box is not None and box.is_open


def test_an_empty_page_opens_the_box_with_one_button_and_shows_its_address(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    open_page(frame, "voices", hotel)
    press(frame, "Open the box")
    box = read_box(store, COMMAND_LINE, hotel)
    assert box is not None
    [address] = [one.value for one in frame.code]
    assert address.endswith(f"/voice/{box.code}")
    press(frame, "Undo")
    assert not is_open(store, hotel)


def test_the_box_is_closed_and_that_is_undone(frame: AppTest, store: Store, hotel: UUID) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Close the box")
    assert (is_open(store, hotel), is_shown(frame, "The box is closed.")) == (False, True)
    press(frame, "Undo")
    assert is_open(store, hotel)


def test_those_without_an_answer_stand_first_and_are_counted(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    say(store, hotel, "Answered before")
    [answered] = list_voices(store, COMMAND_LINE, hotel)
    answer_voice(store, COMMAND_LINE, hotel, answered.id, answered.version, "Yes.")
    say(store, hotel, "Coins are refused", "warning")
    open_page(frame, "voices", hotel)
    assert is_shown(frame, "⚠ Warning · Whole journey")
    assert (is_shown(frame, "Coins are refused"), is_shown(frame, "Answered before")) == (True, False)
    assert frame.segmented_control("voices").options == ["Without an answer (1)", "Answered (1)"]
    open_page(frame, "voices", hotel, voices="answered")
    assert (is_shown(frame, "Answered before"), is_shown(frame, "Yes.")) == (True, True)


def test_an_answer_is_given_in_the_drawer_and_taken_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Reply")
    assert dialog_title(frame) == "✳ Idea"
    [field] = [one for one in frame.text_area if one.label == "Your answer"]
    field.set_value("From Monday on.")
    press_in_dialog(frame, "Save the answer")
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    assert voice.answer == "From Monday on."
    press_in_dialog(frame, "Undo", "voice-")
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    assert (voice.answer, voice.answered_on) == ("", None)


def test_an_answer_over_a_newer_one_shows_both(frame: AppTest, store: Store, hotel: UUID) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Reply")
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    answer_voice(store, COMMAND_LINE, hotel, voice.id, voice.version, "Theirs")
    [field] = [one for one in frame.text_area if one.label == "Your answer"]
    field.set_value("Mine")
    press_in_dialog(frame, "Save the answer")
    assert (is_shown(frame, "Your answer: Mine"), is_shown(frame, "Your answer: Theirs")) == (True, True)
    press_in_dialog(frame, "Save mine")
    assert list_voices(store, COMMAND_LINE, hotel)[0].answer == "Mine"


def test_it_becomes_a_finding_and_an_action_and_both_are_undone(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Reply")
    press_in_dialog(frame, "Make a finding of it")
    [finding] = list_findings(store, COMMAND_LINE, hotel)
    assert finding.from_contact_staff
    press_in_dialog(frame, "Make an action of it")
    [action] = list_actions(store, COMMAND_LINE, hotel)
    assert action.finding_id == finding.id
    press_in_dialog(frame, "Undo", "voice-")
    assert (list_actions(store, COMMAND_LINE, hotel), len(list_findings(store, COMMAND_LINE, hotel))) == (
        (),
        1,
    )


def test_what_is_being_written_stays_when_something_was_made_of_it(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Reply")
    press_in_dialog(frame, "Make a finding of it")
    [field] = [one for one in frame.text_area if one.label == "Your answer"]
    field.set_value("Thank you.")
    press_in_dialog(frame, "Save the answer")
    assert list_voices(store, COMMAND_LINE, hotel)[0].answer == "Thank you."


def test_it_goes_into_the_bin_and_comes_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    say(store, hotel)
    open_page(frame, "voices", hotel)
    press(frame, "Reply")
    press_in_dialog(frame, "Move to bin")
    assert list_voices(store, COMMAND_LINE, hotel) == ()
    press(frame, "Undo")
    assert len(list_voices(store, COMMAND_LINE, hotel)) == 1


def test_many_are_shown_a_few_at_a_time(frame: AppTest, store: Store, hotel: UUID) -> None:
    for number in range(27):
        say(store, hotel, f"Idea {number}")
    open_page(frame, "voices", hotel)
    assert buttons(frame).count("Reply") == 25
    assert is_shown(frame, "and 2 more")


def test_hostile_texts_are_shown_as_typed(frame: AppTest, store: Store, hotel: UUID) -> None:
    for text in HOSTILE:
        say(store, hotel, text)
    open_page(frame, "voices", hotel)
    shown = texts(frame)
    for text in HOSTILE:
        assert any(" ".join(as_kept(text).split()) in one for one in shown), text


def test_guests_see_nothing_of_it(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_frame(project=str(hotel))
    frame._page_hash = calc_hash("voices")  # what the browser sends for this address
    frame.run()
    assert [title.value for title in frame.title] == ["Join with a code"]


def test_the_button_of_an_answered_one_opens_it(frame: AppTest, store: Store, hotel: UUID) -> None:
    say(store, hotel)
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    answer_voice(store, COMMAND_LINE, hotel, voice.id, voice.version, "Yes.")
    open_page(frame, "voices", hotel)
    button(frame, "Open", str(voice.id)).click()
    frame.run()
    assert dialog_title(frame) == "✳ Idea"


def test_the_history_says_what_was_answered_and_never_who_handed_it_in(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    say(store, hotel)
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    answer_voice(store, COMMAND_LINE, hotel, voice.id, voice.version, "From Monday on.")
    open_page(frame, "history", hotel)
    [table] = [one.value for one in frame.dataframe if len(one.value)]
    told = [" ".join(map(str, row)) for row in table.itertuples(index=False)]
    assert any("Idea or warning" in row and "Answer: From Monday on." in row for row in told)
    assert not any("Open earlier" in row for row in told if "added" in row.lower())
