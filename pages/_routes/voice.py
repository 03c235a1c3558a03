"""The box for ideas and warnings: a page of its own, open to whoever has its address, at any time."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages._routes._gate import Often
from pages._routes._poster import poster
from pages._routes._public import (
    EMPTY_FIELD,
    MARK,
    Sent,
    answer_html,
    first,
    looked_at,
    sent_by_form,
    too_often,
    wording_of_visitor,
)
from pages._routes._public_page import Leaf
from pages._routes._voice_page import (
    KIND,
    NAME,
    REPLY,
    TEXT,
    TOUCHPOINT,
    reply_form,
    reply_page,
    thanks_page,
    voice_form,
)
from pages._store import shared_store
from storage.checking import UnusableInput
from storage.code_tries import CodeTries
from storage.privacy_notice import read_notice
from storage.public_codes import SHORTEST_MARK, new_mark
from storage.store import Store
from storage.voice_box import WrongReplyCode, find_box, hand_in, read_reply
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message

# A whole shift may share one address, and writes a text in a minute at best.
_MOST, _SECONDS = 30, 600.0


def show_box(request: Request) -> Response:
    """The form."""
    return _form(request, {})


def take_voice(request: Request, sent: Sent) -> Response:
    """Store what was written, and show its reply code."""
    leaf, mark = _leaf(request), first(sent, MARK)
    if (
        first(sent, EMPTY_FIELD)
        or len(mark) < SHORTEST_MARK
        or not first(sent, KIND)
        or not first(sent, TEXT)
    ):
        return _form(request, sent, _INCOMPLETE)
    store = shared_store()
    if _came(store).is_too_often(_who(request)):
        return too_often(request)
    values = {"kind": first(sent, KIND), "text": first(sent, TEXT), "name": first(sent, NAME)}
    try:
        touchpoint = first(sent, TOUCHPOINT) or None
        reply = hand_in(store, _code(request), mark, {**values, "touchpoint_id": touchpoint})
    except UnusableInput as fault:
        return _form(request, sent, fault.message)
    except TouchpointsError as fault:
        return _gone(request, fault)
    return answer_html(request, thanks_page(leaf, reply))


def show_reply_form(request: Request) -> Response:
    """Where one types the reply code."""
    return answer_html(request, reply_form(_leaf(request, f"/{REPLY}")))


def show_reply(request: Request, sent: Sent) -> Response:
    """The answer; guesses are limited for each address and for all together."""
    leaf, store, typed = _leaf(request, f"/{REPLY}"), shared_store(), first(sent, REPLY)
    tries, who = _tries(store), _who(request)
    if not tries.may_try(who):
        return too_often(request)
    try:
        reply = read_reply(store, _code(request), typed)
    except WrongReplyCode as fault:
        if not tries.note_failure(who):
            return too_often(request)
        return answer_html(request, reply_form(leaf, typed[:40], leaf.say(fault.message)), 404)
    return answer_html(request, reply_page(leaf, reply))


def show_poster(request: Request) -> Response:
    """The address and its code on paper, for the wall of the staff room."""
    try:
        find_box(shared_store(), _code(request))
    except TouchpointsError as fault:
        return _gone(request, fault)
    leaf = _leaf(request)
    title = leaf.wording.say("Your idea, your warning")
    said = leaf.wording.say("At any time, without a name if you like. Each text gets an answer.")
    return answer_html(request, poster(leaf, title, said))


_INCOMPLETE = N_("Say whether it is an idea or a warning, write your text, then send it.")


def _form(request: Request, sent: Sent, fault: str | Message = "") -> Response:
    leaf, store = _leaf(request), shared_store()
    try:
        box = find_box(store, _code(request))
    except TouchpointsError as gone:
        return _gone(request, gone)
    mark = first(sent, MARK) if len(first(sent, MARK)) >= SHORTEST_MARK else new_mark()
    said = leaf.say(fault) if fault else ""
    page = voice_form(leaf, box, read_notice(store), mark, sent, said)
    return answer_html(request, page, 422 if fault else 200)


def _gone(request: Request, fault: TouchpointsError) -> Response:
    leaf = _leaf(request)
    title = leaf.say("The box is closed")
    return answer_html(request, leaf.framed(title, f"<h1>{title}</h1><p>{leaf.say(fault.message)}</p>"), 404)


def _leaf(request: Request, part: str = "") -> Leaf:
    return Leaf(wording_of_visitor(request), f"/voice/{_code(request)}{part}")


def _code(request: Request) -> str:
    return str(request.path_params["code"])[:40]


def _who(request: Request) -> str:
    return f"{_code(request)} {request.client.host if request.client else ''}"


@lru_cache(maxsize=1)
def _came(_store: Store) -> Often:
    return Often(_MOST, _SECONDS)


@lru_cache(maxsize=1)
def _tries(store: Store) -> CodeTries:
    return CodeTries(store.now)


ROUTES = [
    Route("/voice/{code}", looked_at(show_box), methods=["GET"]),
    Route("/voice/{code}", sent_by_form(take_voice), methods=["POST"]),
    Route(f"/voice/{{code}}/{REPLY}", looked_at(show_reply_form), methods=["GET"]),
    Route(f"/voice/{{code}}/{REPLY}", sent_by_form(show_reply), methods=["POST"]),
    Route("/voice/{code}/poster", looked_at(show_poster), methods=["GET"]),
]
