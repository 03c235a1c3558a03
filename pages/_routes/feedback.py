"""The customer's feedback form: a page of its own for each form, counted at once, without an account."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages._cookies import ANSWERED
from pages._routes._feedback_page import NAMED, POINT, SENTENCE, feedback_page, question_in, thanks_page
from pages._routes._gate import Marks, Often
from pages._routes._origin import is_secure
from pages._routes._poster import poster
from pages._routes._public import (
    EMPTY_FIELD,
    MARK,
    Sent,
    answer_html,
    first,
    looked_at,
    sent_by_form,
    still_running,
    too_often,
    wording_of_visitor,
)
from pages._routes._public_page import Leaf
from pages._store import shared_store
from storage.feedback_answers import (
    CustomerAnswer,
    FormIsClosed,
    NothingAnswered,
    PublicForm,
    find_form,
    take_answer,
)
from storage.privacy_notice import read_notice
from storage.public_codes import SHORTEST_MARK, new_mark
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message

# A whole fair may share one address; a script that answers for all of them shall not get far.
_MOST, _SECONDS = 60, 60.0


def show_form(request: Request) -> Response:
    """The form."""
    return _form(request, {})


def take(request: Request, sent: Sent) -> Response:
    """Count an answer once: neither a form that is sent twice nor a browser that comes again counts anew."""
    store, mark = shared_store(), first(sent, MARK)
    if first(sent, EMPTY_FIELD) or len(mark) < SHORTEST_MARK:
        return _form(request, sent, NothingAnswered().message)
    if (known := _marks(store).begin(mark)) is not None:
        return _thanks(request, was_here=False) if known else still_running(request)
    is_stored = False
    try:
        response = _count(request, store, sent)
        is_stored = response.status_code == 200
    finally:
        _marks(store).end(mark, is_stored=is_stored)
    return response


def _count(request: Request, store: Store, sent: Sent) -> Response:
    if ANSWERED.name in request.cookies:
        return _thanks(request, was_here=True)
    if _came(store).is_too_often(f"{_code(request)} {request.client.host if request.client else ''}"):
        return too_often(request)
    try:
        take_answer(store, _code(request), _answer_in(sent))
    except FormIsClosed as fault:
        return _gone(request, fault)
    except TouchpointsError as fault:
        return _form(request, sent, fault.message)
    return _thanks(request, was_here=False)


def _answer_in(sent: Sent) -> CustomerAnswer:
    """What was sent; what is no point and no touchpoint is none of the answers."""
    point, named = first(sent, POINT), []
    for one in sent.get(NAMED, ()):
        with suppress(ValueError):
            named.append(UUID(one))
    is_point = point.isascii() and point.isdigit() and len(point) < 3
    return CustomerAnswer(int(point) if is_point else None, named, first(sent, SENTENCE))


def show_poster(request: Request) -> Response:
    """The question with the code that leads to the form, on paper."""
    form = _found(request)
    if not isinstance(form, PublicForm):
        return form
    leaf = _leaf(request)
    said = leaf.wording.say("One question, without an account. Scan the code:")
    return answer_html(request, poster(leaf, question_in(leaf.wording, form), said))


def _form(request: Request, sent: Sent, fault: Message | None = None) -> Response:
    form = _found(request)
    if not isinstance(form, PublicForm):
        return form
    leaf = _leaf(request)
    said = leaf.say(fault) if fault else ""
    page = feedback_page(leaf, form, read_notice(shared_store()), new_mark(), sent, said)
    return answer_html(request, page, 422 if fault else 200)


def _thanks(request: Request, *, was_here: bool) -> Response:
    response = answer_html(request, thanks_page(_leaf(request), was_here=was_here))
    # It says that this browser has answered this form, and nothing else.
    if not was_here:
        life, path, is_safe = ANSWERED.seconds, f"/feedback/{_code(request)}", is_secure(request)
        response.set_cookie(
            ANSWERED.name, "1", life, path=path, httponly=True, samesite="lax", secure=is_safe
        )
    return response


def _found(request: Request) -> PublicForm | Response:
    try:
        return find_form(shared_store(), _code(request))
    except FormIsClosed as fault:
        return _gone(request, fault)


def _gone(request: Request, fault: TouchpointsError) -> Response:
    leaf = _leaf(request)
    title = leaf.say("This form is closed")
    return answer_html(request, leaf.framed(title, f"<h1>{title}</h1><p>{leaf.say(fault.message)}</p>"), 404)


def _leaf(request: Request) -> Leaf:
    return Leaf(wording_of_visitor(request), f"/feedback/{_code(request)}")


def _code(request: Request) -> str:
    return str(request.path_params["code"])[:40]


@lru_cache(maxsize=1)
def _came(_store: Store) -> Often:
    return Often(_MOST, _SECONDS)


@lru_cache(maxsize=1)
def _marks(_store: Store) -> Marks:
    return Marks()


ROUTES = [
    Route("/feedback/{code}", looked_at(show_form), methods=["GET"]),
    Route("/feedback/{code}", sent_by_form(take), methods=["POST"]),
    Route("/feedback/{code}/poster", looked_at(show_poster), methods=["GET"]),
]
