"""Ideas and warnings come in without a name, are answered by people, and their authors read the answers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from storage.actions import list_actions
from storage.checking import UnusableInput
from storage.findings import list_findings
from storage.intents import VersionConflict
from storage.journey import bin_touchpoint
from storage.public_codes import hash_of_code, new_mark
from storage.revisions import VOICES, revisions_of
from storage.store import Store
from storage.voice_box import (
    NoSuchBox,
    WrongReplyCode,
    close_box,
    find_box,
    hand_in,
    open_box,
    read_box,
    read_reply,
)
from storage.voices import (
    AnswerMissing,
    answer_voice,
    bin_voice,
    make_action_of_voice,
    restore_voice,
    take_answer_back,
    take_back_made,
    take_over_voice,
)
from tests._hostile_texts import HOSTILE, as_kept
from tests.storage._place import Place
from tests.storage._public_forms import NOON, box_code, say, set_clock, voices
from touchpoints.model import FindingKind, HistoryEntry, Voice, VoiceKind

PassTime = Callable[[timedelta], datetime]
DAY = NOON.date()


@pytest.fixture(autouse=True)
def noon(store: Store) -> None:
    """All of it happens at noon: near midnight the day of a project is another one than that of UTC."""
    set_clock(store, NOON)


def test_what_is_handed_in_waits_for_an_answer(place: Place) -> None:
    say(place, " Open earlier ", kind="warning", name="Kim", touchpoint_id=place.desk)
    [voice] = voices(place)
    assert (voice.kind, voice.text, voice.name, voice.touchpoint) == (
        VoiceKind.WARNING,
        "Open earlier",
        "Kim",
        "Desk",
    )
    assert (voice.answer, voice.answered_on) == ("", None)


def test_nothing_tells_who_said_it_or_at_which_minute(place: Place) -> None:
    reply = say(place)
    with place.store.unchecked() as session:
        row = session.exec(select(Voice)).one()
        noted = session.exec(select(HistoryEntry).where(HistoryEntry.entity_id == row.id)).all()
    assert (row.came_on, row.account_id, row.name) == (DAY, None, "")
    assert (row.reply_hash, noted) == (hash_of_code(reply), [])


def test_its_author_reads_the_answer_with_the_reply_code_however_it_is_typed(place: Place) -> None:
    reply, code = say(place), box_code(place)
    assert read_reply(place.store, code, reply).answer == ""
    [voice] = voices(place)
    answer_voice(*place.where, voice.id, voice.version, "From Monday on. Thank you!")
    typed = f" {reply[:4].lower()} {reply[4:8]}-{reply[8:]}"
    read = read_reply(place.store, code, typed)
    assert (read.text, read.answer) == ("Open earlier", "From Monday on. Thank you!")
    assert read.answered_on == DAY


@pytest.mark.parametrize("typed", ["", "AAAABBBBCCCC", "%", "x" * 500])
def test_another_code_reads_nothing(place: Place, typed: str) -> None:
    say(place)
    with pytest.raises(WrongReplyCode):
        read_reply(place.store, box_code(place), typed)


def test_the_box_of_another_project_knows_no_reply_code_of_this_one(
    place: Place, other_project: UUID
) -> None:
    reply = say(place)
    other = Place(place.store, place.actor, other_project, place.desk)
    with pytest.raises(WrongReplyCode):
        read_reply(place.store, box_code(other), reply)


def test_the_same_form_sent_twice_is_stored_once(place: Place) -> None:
    mark = new_mark()
    assert say(place, mark=mark) == say(place, mark=mark)
    assert len(voices(place)) == 1


def test_the_same_form_sent_four_times_at_once_is_stored_once(place: Place) -> None:
    code, mark = box_code(place), new_mark()
    values = {"kind": "idea", "text": "Open earlier"}
    with ThreadPoolExecutor(4) as senders:
        replies = set(senders.map(lambda _: hand_in(place.store, code, mark, values), range(4)))
    assert (len(replies), len(voices(place))) == (1, 1)


def test_a_closed_box_takes_nothing_and_opens_again_at_the_same_address(place: Place) -> None:
    reply, code = say(place), box_code(place)
    close_box(*place.where)
    for ask in (lambda: find_box(place.store, code), lambda: hand_in(place.store, code, new_mark(), _IDEA)):
        with pytest.raises(NoSuchBox):
            ask()
    assert read_reply(place.store, code, reply).text == "Open earlier"
    open_box(*place.where)
    assert find_box(place.store, code).project_id == place.project
    box = read_box(*place.where)
    assert box is not None
    assert (box.code, box.is_open) == (code, True)


_IDEA = {"kind": "idea", "text": "Open earlier"}


def test_the_box_names_the_touchpoints_of_the_journey_in_their_phases(place: Place) -> None:
    box = find_box(place.store, box_code(place))
    assert [(one.name, bool(one.phase)) for one in box.places] == [("Desk", True)]


def test_a_touchpoint_that_is_gone_meanwhile_is_left_out(place: Place) -> None:
    bin_touchpoint(*place.where, place.desk)
    say(place, touchpoint_id=place.desk)
    [voice] = voices(place)
    assert voice.touchpoint is None


@pytest.mark.parametrize(
    "values", [{"text": " "}, {"text": "x" * 2001}, {"kind": "shout"}, {"name": "x" * 81}]
)
def test_what_cannot_be_stored_is_refused_whole(place: Place, values: dict[str, str]) -> None:
    with pytest.raises(UnusableInput):
        say(place, **{"text": "Open earlier", **values})
    assert voices(place) == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept_as_it_was_typed(place: Place, text: str) -> None:
    say(place, text)
    assert [one.text for one in voices(place)] == [as_kept(text)]


def test_those_without_an_answer_stand_first_and_the_oldest_of_them(
    place: Place, pass_time: PassTime
) -> None:
    for text in ("first", "second", "third"):
        say(place, text)
        pass_time(timedelta(days=1))
    first = next(one for one in voices(place) if one.text == "first")
    answer_voice(*place.where, first.id, first.version, "Yes.")
    assert [one.text for one in voices(place)] == ["second", "third", "first"]
    assert [one.answered_on is None for one in voices(place)] == [True, True, False]


def test_an_answer_is_changed_and_taken_back(place: Place) -> None:
    say(place)
    [voice] = voices(place)
    answer_voice(*place.where, voice.id, voice.version, "No.")
    with pytest.raises(VersionConflict):
        answer_voice(*place.where, voice.id, voice.version, "Yes.")
    take_answer_back(*place.where, voice.id)
    [voice] = voices(place)
    assert (voice.answer, voice.answered_on) == ("", None)


@pytest.mark.parametrize("answer", ["", " \n", "x" * 2001])
def test_an_answer_has_words_and_an_end(place: Place, answer: str) -> None:
    say(place)
    [voice] = voices(place)
    with pytest.raises(AnswerMissing):
        answer_voice(*place.where, voice.id, voice.version, answer)


@pytest.mark.parametrize(("kind", "becomes"), [("idea", FindingKind.IDEA), ("warning", None)])
def test_it_becomes_one_finding_of_the_contact_staff_without_its_authors_name(
    place: Place, kind: str, becomes: FindingKind | None
) -> None:
    say(place, kind=kind, name="Kim", touchpoint_id=place.desk)
    [voice] = voices(place)
    assert take_over_voice(*place.where, voice.id) == take_over_voice(*place.where, voice.id)
    [finding] = list_findings(*place.where)
    assert (finding.kind, finding.text, finding.from_contact_staff) == (becomes, "Open earlier", True)
    assert finding.touchpoint == "Desk"
    assert voices(place)[0].finding_id == finding.id


def test_it_becomes_an_action_that_refers_to_its_finding(place: Place) -> None:
    say(place, "Open earlier\nfrom " + "x" * 300, touchpoint_id=place.desk)
    [voice] = voices(place)
    action = make_action_of_voice(*place.where, voice.id)
    [made] = list_actions(*place.where)
    [finding] = list_findings(*place.where)
    assert (made.id, made.name, made.finding_id, made.touchpoint_id) == (
        action,
        "Open earlier",
        finding.id,
        place.desk,
    )
    assert voices(place)[0].action_id == action


def test_a_long_first_line_is_cut_where_an_actions_name_ends(place: Place) -> None:
    say(place, "x" * 300)
    make_action_of_voice(*place.where, voices(place)[0].id)
    [made] = list_actions(*place.where)
    assert made.name == "x" * 199 + "…"


def test_what_was_made_of_it_is_taken_back_and_made_again(place: Place) -> None:
    say(place)
    [voice] = voices(place)
    finding = take_over_voice(*place.where, voice.id)
    action = make_action_of_voice(*place.where, voice.id)
    take_back_made(*place.where, voice.id, action, keeps_finding=True)
    assert (voices(place)[0].finding_id, voices(place)[0].action_id) == (finding, None)
    take_back_made(*place.where, voice.id, None, keeps_finding=False)
    assert (voices(place)[0].finding_id, list_findings(*place.where)) == (None, ())
    assert take_over_voice(*place.where, voice.id) == finding


def test_one_in_the_bin_is_neither_listed_nor_read_until_it_comes_back(place: Place) -> None:
    reply = say(place)
    [voice] = voices(place)
    bin_voice(*place.where, voice.id)
    assert voices(place) == ()
    with pytest.raises(WrongReplyCode):
        read_reply(place.store, box_code(place), reply)
    restore_voice(*place.where, voice.id)
    assert read_reply(place.store, box_code(place), reply).text == "Open earlier"


def test_handing_in_moves_no_number_but_its_own(place: Place) -> None:
    box_code(place)
    before = revisions_of(*place.where)
    say(place)
    after = revisions_of(*place.where)
    assert {scope for scope in after if after[scope] != before.get(scope)} == {VOICES}


def test_its_day_is_that_of_the_project(place: Place) -> None:
    set_clock(place.store, datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    say(place)
    assert voices(place)[0].came_on == date(2026, 3, 3)
