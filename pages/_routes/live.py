"""The event stream of live screens: which scopes of a project have moved, told after each commit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from pages._routes._streams import STREAMS, Stream
from pages._sign_in import COOKIE, SEAT
from pages._store import shared_store
from storage.access import Actor, ActorKind
from storage.hub import Listener
from storage.people import actor_of
from storage.revisions import audible_revisions, is_audible
from storage.seats import participant_of
from storage.store import Store
from touchpoints.errors import TouchpointsError

# Seconds between two events: what moves many times in that span is told once.
GAP, GAP_OF_PHONES = 0.1, 1.0
_FRESH = {"Cache-Control": "no-store"}
# X-Accel-Buffering: nginx would hold events back until it has a page full of them.
_STREAM = {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no", **_FRESH}


async def tell(request: Request) -> Response:
    """Events until the screen or the server goes; the database is asked in a thread."""
    store = await asyncio.to_thread(shared_store)
    actor = await asyncio.to_thread(_who_asks, request, store)
    project_id: UUID = request.path_params["project_id"]
    try:
        await asyncio.to_thread(audible_revisions, store, actor, project_id)
    except TouchpointsError:
        return _refusal()
    return StreamingResponse(_events(store, actor, project_id), headers=_STREAM)


async def _events(store: Store, actor: Actor, project_id: UUID) -> AsyncIterator[str]:
    stream = Stream(GAP_OF_PHONES if actor.kind is ActorKind.PARTICIPANT else GAP)
    stop = store.hub.listen(project_id, _listener(stream, actor))
    STREAMS.add(stream)
    try:
        # Read after the first moment at which something is heard, so that nothing falls between.
        numbers = await asyncio.to_thread(audible_revisions, store, actor, project_id)
        async for event in stream.events(store.hub.boot, numbers):
            yield event
    finally:
        STREAMS.remove(stream)
        stop()


def tell_now(request: Request) -> Response:
    """What the first event of the stream says, for a screen to which no stream comes through."""
    store = shared_store()
    try:
        numbers = audible_revisions(store, _who_asks(request, store), request.path_params["project_id"])
    except TouchpointsError:
        return _refusal()
    return JSONResponse({"boot": store.hub.boot, "numbers": numbers}, headers=_FRESH)


def _who_asks(request: Request, store: Store) -> Actor:
    actor = actor_of(store, request.cookies.get(COOKIE))
    return participant_of(store, request.cookies.get(SEAT)) if actor.is_guest else actor


def _listener(stream: Stream, actor: Actor) -> Listener:
    def note(scope: str, number: int) -> None:
        if is_audible(actor, scope):
            stream.note(scope, number)

    return note


def _refusal() -> Response:
    """A script reads it, which needs no sentence."""
    return PlainTextResponse("", 403, headers=_FRESH)


ROUTES = [
    Route("/live/{project_id:uuid}", tell, methods=["GET"]),
    Route("/live/{project_id:uuid}/now", tell_now, methods=["GET"]),
]
