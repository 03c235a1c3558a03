"""The customer's form is light and clear to everybody, and counts each answer once."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.feedback_forms import FormEntry, close_form, list_forms
from storage.feedback_sentences import list_waiting
from storage.privacy_notice import save_notice
from storage.store import Store
from storage.team_view import read_team_view
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._routes._forms import ENGLISH, make_form, mark_in, read, send


@pytest.fixture
def form(store: Store, hotel: UUID) -> FormEntry:
    return make_form(store, hotel)


def answers(store: Store, hotel: UUID) -> int:
    return sum(form.answers for form in list_forms(store, COMMAND_LINE, hotel))


def address_of(form: FormEntry) -> str:
    return f"/feedback/{form.code}"


def anew(client: TestClient) -> TestClient:
    """Somebody else's browser behind the same address."""
    return TestClient(client.app, base_url="http://localhost", follow_redirects=False)


@pytest.mark.parametrize("kind", ["nps", "csat", "ces", "top_ten"])
def test_each_form_is_light_and_needs_neither_script_nor_cookie(
    client: TestClient, store: Store, hotel: UUID, kind: str
) -> None:
    answer = client.get(address_of(make_form(store, hotel, kind)), headers=ENGLISH)
    assert len(answer.content) < 15_000
    assert "<script" not in answer.text
    assert "set-cookie" not in answer.headers


def test_with_250_touchpoints_of_long_names_it_stays_below_50_kilobytes(
    client: TestClient, store: Store, hotel: UUID
) -> None:
    many = [NewTouchpoint(f"{number} {'Abcdefghij ' * 10}"[:120].strip()) for number in range(250)]
    add_touchpoints(store, COMMAND_LINE, hotel, many)
    address = address_of(make_form(store, hotel, "top_ten"))
    with client.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
        sent = sum(len(chunk) for chunk in answer.iter_raw())
    assert sent < 50_000
    assert read(client, address).count('type="checkbox"') == 250


@pytest.mark.parametrize(
    ("kind", "points", "question"),
    [
        ("nps", 11, "How likely are you to recommend us to a friend or colleague?"),
        ("csat", 5, "How satisfied are you with us?"),
        ("ces", 7, "We made it easy for you. Do you agree?"),
    ],
)
def test_each_kind_has_its_question_and_its_scale(
    client: TestClient, store: Store, hotel: UUID, kind: str, points: int, question: str
) -> None:
    page = read(client, address_of(make_form(store, hotel, kind)))
    assert f'<h1 id="question">{question}</h1>' in page
    assert page.count('type="radio" name="point"') == points


def test_every_field_has_a_label_and_the_question_names_the_choice(
    client: TestClient, form: FormEntry
) -> None:
    page = read(client, address_of(form))
    assert '<fieldset aria-labelledby="question">' in page
    assert '<label for="sentence">' in page
    assert 'aria-describedby="sentence-hint"' in page
    assert re.search(r'0<span class="empty"> not at all likely</span>', page)


def test_an_answer_is_counted_and_confirmed(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    answer = send(client, address_of(form), point="9", sentence="Friendly\r\nand quick")
    assert (answer.status_code, "Your answer has arrived." in answer.text) == (200, True)
    assert answers(store, hotel) == 1
    assert [one.text for one in list_waiting(store, COMMAND_LINE, hotel)] == ["Friendly\nand quick"]


def test_the_cookie_says_only_that_this_form_was_answered(client: TestClient, form: FormEntry) -> None:
    cookie = send(client, address_of(form), point="9").headers["set-cookie"].lower()
    assert cookie.startswith("touchpoints_answered=1;")
    assert all(part in cookie for part in ("httponly", "samesite=lax", f"path=/feedback/{form.code}".lower()))


def test_the_same_browser_counts_once_and_is_told_so(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    send(client, address_of(form), point="9")
    again = send(client, address_of(form), point="0")
    assert "You have answered already" in again.text
    assert answers(store, hotel) == 1
    other = make_form(store, hotel)
    assert "Your answer has arrived." in send(client, address_of(other), point="9").text


def test_a_form_sent_twice_is_counted_once_even_without_cookies(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    mark = mark_in(read(client, address_of(form)))
    for _ in range(2):
        assert "has arrived" in send(anew(client), address_of(form), mark, point="9").text
    assert answers(store, hotel) == 1


def test_without_cookies_another_page_is_another_customer(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    for _ in range(2):
        send(anew(client), address_of(form), point="9")
    assert answers(store, hotel) == 2


def test_one_address_counts_so_often_a_minute_and_another_one_still_does(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    statuses = [send(anew(client), address_of(form), f"{n:040}", point="9").status_code for n in range(61)]
    assert (set(statuses[:60]), statuses[60]) == ({200}, 429)
    neighbour = TestClient(client.app, base_url="http://localhost", client=("10.0.0.9", 1))
    assert send(neighbour, address_of(form), point="9").status_code == 200
    assert answers(store, hotel) == 61


@pytest.mark.parametrize(
    "wrong",
    [{}, {"point": "11"}, {"point": "-1"}, {"point": "9.5"}, {"point": "٣"}, {"point": "9", "more": "x"}],
)
def test_what_is_no_answer_is_said_and_the_sentence_stays(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry, wrong: dict[str, str]
) -> None:
    answer = send(client, address_of(form), **wrong, sentence="Friendly")
    assert answer.status_code == 422
    assert "Choose an answer first, then send it." in answer.text
    assert "Friendly</textarea>" in answer.text
    assert (answers(store, hotel), list_waiting(store, COMMAND_LINE, hotel)) == (0, ())
    assert send(client, address_of(form), mark_in(answer.text), point="9").status_code == 200


def test_touchpoints_are_named_and_too_many_of_them_are_refused(
    client: TestClient, store: Store, hotel: UUID
) -> None:
    many = [NewTouchpoint(f"Gate {number}") for number in range(11)]
    add_touchpoints(store, COMMAND_LINE, hotel, many)
    address = address_of(make_form(store, hotel, "top_ten"))
    ids = [str(one.id) for one in many]
    refused = send(client, address, named=ids)
    assert "You have chosen 11. Choose up to 10." in refused.text
    assert refused.text.count(" checked>") == 11
    assert send(client, address, named=[*ids[:2], "nonsense"]).status_code == 200
    team = read_team_view(store, COMMAND_LINE, hotel)
    assert (sum(team.mentions.values()), team.customers_asked) == (2, 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_it_was_typed_and_never_obeyed(
    client: TestClient, store: Store, hotel: UUID, text: str
) -> None:
    form = make_form(store, hotel, question=text)
    assert not re.search(r"<(script|img|b>|a href='http)", read(client, address_of(form)))
    refused = send(client, address_of(form), sentence=text)
    assert not re.search(r"<(script|img|b>|a href='http)", refused.text)
    send(client, address_of(form), point="3", sentence=text)
    assert [one.text for one in list_waiting(store, COMMAND_LINE, hotel)] == [as_kept(text)]


@pytest.mark.parametrize("part", ["", "/poster"])
def test_a_closed_or_unknown_form_is_one_sentence(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry, part: str
) -> None:
    mark = mark_in(read(client, address_of(form)))
    close_form(store, COMMAND_LINE, hotel, form.id)
    for address in (address_of(form), "/feedback/nothing"):
        answer = client.get(f"{address}{part}", headers=ENGLISH)
        assert (answer.status_code, "This form is closed" in answer.text) == (404, True)
    assert send(client, address_of(form), mark, point="9").status_code == 404
    assert answers(store, hotel) == 0


def test_another_site_answers_in_nobodys_name(
    client: TestClient, store: Store, hotel: UUID, form: FormEntry
) -> None:
    sent = client.post(
        address_of(form),
        data={"mark": "x" * 40, "point": "0"},
        headers={"Origin": "https://elsewhere.example"},
    )
    assert (sent.status_code, answers(store, hotel)) == (403, 0)


def test_the_notice_says_who_is_responsible_and_what_is_kept(
    client: TestClient, store: Store, form: FormEntry
) -> None:
    page = read(client, address_of(form))
    assert "Responsible: Hotel" in page
    assert '<p class="asks">Hotel</p><h1' in page
    assert "Your network address is held in memory for a few minutes" in page
    save_notice(store, COMMAND_LINE, 0, {"controller": "Hotel <Ltd>", "contact": "privacy@hotel.example"})
    page = read(client, address_of(form))
    assert "Responsible: Hotel &lt;Ltd&gt;" in page
    assert '<p class="asks">Hotel &lt;Ltd&gt;</p><h1' in page
    assert "Questions, access, deletion: privacy@hotel.example" in page


def test_a_form_that_asks_for_no_sentence_says_nothing_of_one(
    client: TestClient, store: Store, hotel: UUID
) -> None:
    page = read(client, address_of(make_form(store, hotel, asks_sentence=False)))
    assert "sentence" not in page


def test_the_poster_asks_the_question(client: TestClient, store: Store, hotel: UUID) -> None:
    form = make_form(store, hotel, question="How was <it>?")
    page = client.get(f"{address_of(form)}/poster", headers=ENGLISH).text
    assert "<h1>How was &lt;it&gt;?</h1>" in page
    assert "data:image/svg+xml" in page
