"""What the public's own pages share: their language, forms that were sent, and polite refusals."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable, Mapping, Sequence
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pages._routes._answers import small_page, wording_for_request
from pages._routes._gate import Gate
from pages._routes._origin import OWN_EYES, foreign, is_from_here
from pages._routes.compression import is_accepted
from storage.wording import languages, wording_for
from touchpoints.messages import N_, Wording

LANGUAGE = "language"
# A field that people do not see; programs that fill in every field give themselves away by it.
EMPTY_FIELD = "more"
MARK = "mark"

# Two thousand signs, each as long as an address can make it, and a name.
_LONGEST_BODY, _MOST_FIELDS = 64_000, 400
_WORTH_COMPRESSING = 8_000
_SECONDS_TO_WAIT = 5
_LOOKING, _SENDING = Gate(per_second=150), Gate()

# What a form held, by field.
Sent = Mapping[str, Sequence[str]]


def wording_of_visitor(request: Request) -> Wording:
    """The words of the language that the address asks for, else the browser."""
    chosen = request.query_params.get(LANGUAGE)
    return wording_for(chosen) if chosen in languages() else wording_for_request(request)


def first(sent: Sent, field: str) -> str:
    """The value of a field, its line ends as everywhere else."""
    return next(iter(sent.get(field, ())), "").replace("\r\n", "\n")


def answer_html(request: Request, page: str, status: int = 200) -> Response:
    """A page of ours; a long one goes out compressed where the browser takes that."""
    body, headers = page.encode(), {**OWN_EYES, "Vary": "Accept-Encoding"}
    if len(body) > _WORTH_COMPRESSING and is_accepted("gzip", request.headers.get("accept-encoding", "")):
        body = gzip.compress(body, compresslevel=6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return HTMLResponse(body, status, headers=headers)


def looked_at(show: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A page that anybody may open, as long as there is room."""

    async def answer(request: Request) -> Response:
        return await _LOOKING.let_in(lambda: show(request)) or _busy(request)

    return answer


def sent_by_form(take: Callable[[Request, Sent], Response]) -> Callable[[Request], Awaitable[Response]]:
    """What takes a form: read whole before a thread is asked for, and refused where it is not ours."""

    async def answer(request: Request) -> Response:
        sent = await _read(request)
        if sent is None:
            return _refusal(request, _TOO_LARGE, 413)
        return await _SENDING.let_in(lambda: _taken(request, sent)) or _busy(request)

    def _taken(request: Request, sent: Sent) -> Response:
        return take(request, sent) if is_from_here(request) else foreign(request)

    return answer


async def _read(request: Request) -> Sent | None:
    """The fields of a form, None where they are too many or too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_BODY:
            return None
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None


_TOO_LARGE = N_("What was sent is too long. Go back and shorten it.")
_TOO_OFTEN = N_(
    "A lot has come from your network. Nothing was stored; please wait a minute and send it again."
)
_BUSY = N_("Very many people are writing at the moment. Nothing was stored; please send it again shortly.")


def too_often(request: Request) -> Response:
    """The refusal of what came once too often from one address."""
    return _refusal(request, _TOO_OFTEN, 429, wait=60)


def still_running(request: Request) -> Response:
    """The refusal of a form whose first sending is not stored yet."""
    return _busy(request)


def _busy(request: Request) -> Response:
    return _refusal(request, _BUSY, 503, wait=_SECONDS_TO_WAIT)


def _refusal(request: Request, text: str, status: int, wait: int | None = None) -> Response:
    wording = wording_of_visitor(request)
    response = small_page(wording, title=wording.say("Please wait"), text=wording.say(text), status=status)
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response
