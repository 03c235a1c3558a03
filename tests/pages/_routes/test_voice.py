"""An idea or a warning is handed in on a light page, and answered to whoever has the reply code."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.code_tries import VISITOR_TRIES
from storage.store import Store
from storage.voice_box import close_box
from storage.voices import answer_voice, list_voices
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._routes._forms import ENGLISH, box_address, mark_in, read, send
from touchpoints.model import VoiceKind

IDEA = {"kind": "idea", "text": "Open earlier"}


@pytest.fixture
def box(store: Store, hotel: UUID) -> str:
    return box_address(store, hotel)


def reply_in(page: str) -> str:
    found = re.search(r'<p class="code">([^<]+)</p>', page)
    assert found is not None
    return found[1]


def test_the_form_is_light_needs_no_script_and_sets_no_cookie(client: TestClient, box: str) -> None:
    answer = client.get(box, headers=ENGLISH)
    assert len(answer.content) < 50_000
    assert "<script" not in answer.text
    assert "set-cookie" not in answer.headers
    assert "Your idea, your warning" in answer.text


def test_what_is_handed_in_is_stored_and_its_code_shows_the_answer(
    client: TestClient, store: Store, hotel: UUID, box: str
) -> None:
    reply = reply_in(send(client, box, **IDEA, name="Kim").text)
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    assert (voice.kind, voice.text, voice.name) == (VoiceKind.IDEA, "Open earlier", "Kim")
    assert (
        "There is no answer yet" in client.post(f"{box}/reply", data={"reply": reply}, headers=ENGLISH).text
    )
    answer_voice(store, COMMAND_LINE, hotel, voice.id, voice.version, "From Monday <on>.")
    shown = client.post(f"{box}/reply", data={"reply": reply.lower()}, headers=ENGLISH)
    assert (shown.status_code, "From Monday &lt;on&gt;." in shown.text) == (200, True)
    assert reply.replace(" ", "") not in shown.url.path


def test_sent_twice_it_is_stored_once_with_the_same_code(
    client: TestClient, store: Store, hotel: UUID, box: str
) -> None:
    mark = mark_in(read(client, box))
    assert reply_in(send(client, box, mark, **IDEA).text) == reply_in(send(client, box, mark, **IDEA).text)
    assert len(list_voices(store, COMMAND_LINE, hotel)) == 1


def test_a_touchpoint_is_chosen_from_the_journey(
    client: TestClient, store: Store, hotel: UUID, box: str
) -> None:
    desk = NewTouchpoint("The <b>desk</b>")
    add_touchpoints(store, COMMAND_LINE, hotel, [desk])
    assert "The &lt;b&gt;desk&lt;/b&gt;" in read(client, box)
    send(client, box, **IDEA, touchpoint=str(desk.id))
    [voice] = list_voices(store, COMMAND_LINE, hotel)
    assert voice.touchpoint == "The <b>desk</b>"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ""},
        {"text": ""},
        {"kind": "shout"},
        {"text": "x" * 2001},
        {"touchpoint": "nowhere"},
        {"more": "x"},
    ],
)
def test_what_cannot_be_stored_is_said_and_nothing_typed_is_lost(
    client: TestClient, store: Store, hotel: UUID, box: str, wrong: dict[str, str]
) -> None:
    answer = send(client, box, **{**IDEA, "name": "Kim", **wrong})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'value="Kim"' in answer.text
    assert list_voices(store, COMMAND_LINE, hotel) == ()


def test_a_form_without_a_mark_of_ours_is_asked_for_again(
    client: TestClient, store: Store, hotel: UUID, box: str
) -> None:
    assert send(client, box, "short", **IDEA).status_code == 422
    assert list_voices(store, COMMAND_LINE, hotel) == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_as_it_was_typed(
    client: TestClient, store: Store, hotel: UUID, box: str, text: str
) -> None:
    reply = reply_in(send(client, box, kind="warning", text=text, name=text[:80]).text)
    assert [one.text for one in list_voices(store, COMMAND_LINE, hotel)] == [as_kept(text)]
    shown = client.post(f"{box}/reply", data={"reply": reply}, headers=ENGLISH).text
    assert not re.search(r"<(script|img|b>|a href='http)", shown)


def test_the_button_of_a_reply_code_says_what_it_shows(client: TestClient, box: str) -> None:
    page = client.get(f"{box}/reply", headers=ENGLISH).text
    assert "<button>Show the answer</button>" in page


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
def test_another_site_hands_nothing_in(
    client: TestClient, store: Store, hotel: UUID, box: str, origin: str
) -> None:
    answer = client.post(box, data={**IDEA, "mark": "x" * 40}, headers={"Origin": origin})
    assert (answer.status_code, list_voices(store, COMMAND_LINE, hotel)) == (403, ())


def test_guesses_of_reply_codes_are_limited(client: TestClient, box: str) -> None:
    reply = reply_in(send(client, box, **IDEA).text)
    tried = [
        client.post(f"{box}/reply", data={"reply": f"WRONG{number}"}).status_code
        for number in range(VISITOR_TRIES + 1)
    ]
    assert (set(tried[:-1]), tried[-1]) == ({404}, 429)
    assert client.post(f"{box}/reply", data={"reply": reply}).status_code == 429
    neighbour = TestClient(client.app, base_url="http://localhost", client=("10.0.0.9", 1))
    assert neighbour.post(f"{box}/reply", data={"reply": reply}).status_code == 200


def test_one_address_cannot_fill_the_box_and_another_one_still_can(
    client: TestClient, store: Store, hotel: UUID, box: str
) -> None:
    statuses = [send(client, box, f"{number:040}", **IDEA).status_code for number in range(31)]
    assert (set(statuses[:30]), statuses[30]) == ({200}, 429)
    neighbour = TestClient(client.app, base_url="http://localhost", client=("10.0.0.9", 1))
    assert send(neighbour, box, **IDEA).status_code == 200
    assert len(list_voices(store, COMMAND_LINE, hotel)) == 31


@pytest.mark.parametrize("part", ["", "/poster"])
def test_a_closed_or_unknown_box_is_one_sentence(
    client: TestClient, store: Store, hotel: UUID, box: str, part: str
) -> None:
    close_box(store, COMMAND_LINE, hotel)
    for address in (box, "/voice/<script>alert(1)"):
        answer = client.get(f"{address}{part}", headers=ENGLISH)
        assert answer.status_code == 404
        assert "Nothing can be handed in here at the moment." in answer.text
        assert "<script" not in answer.text
    assert send(client, box, "x" * 40, **IDEA).status_code == 404


def test_it_speaks_the_language_of_the_browser_or_the_one_that_is_chosen(
    client: TestClient, box: str
) -> None:
    german = client.get(box, headers={"Accept-Language": "de-AT"}).text
    assert '<html lang="de">' in german
    assert f'href="{box}?language=en" lang="en"' in german
    chosen = client.get(f"{box}?language=en", headers={"Accept-Language": "de-AT"}).text
    assert '<html lang="en">' in chosen
    assert f'action="{box}?language=en"' in chosen


def test_the_poster_holds_the_code_and_the_address(client: TestClient, box: str) -> None:
    page = client.get(f"{box}/poster", headers=ENGLISH).text
    assert "data:image/svg+xml" in page
    assert f"{box}</p>" in page


def test_a_body_without_an_end_is_refused_before_it_is_read(client: TestClient, box: str) -> None:
    assert client.post(box, content=b"text=" + b"x" * 100_000).status_code == 413
    assert client.post(box, content="&".join(f"a{number}=1" for number in range(500))).status_code == 413
