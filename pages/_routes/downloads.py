"""Files that are too large to be held in memory for whoever fetches them: they are streamed from the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from pages._routes._answers import small_page, wording_for_request
from pages._sign_in import COOKIE
from pages._store import shared_store
from storage.access import Actor
from storage.daily_backups import open_copy
from storage.people import actor_of
from storage.project_export import export_project
from storage.project_file.manifest import PROJECT, SUFFIXES
from storage.wording import wording_for
from touchpoints.errors import TouchpointsError

_AT_ONCE = 256 * 1024


def send_project(request: Request) -> Response:
    """The file of a project, for whoever leads it."""
    store = shared_store()
    actor = actor_of(store, request.cookies.get(COOKIE))
    # It has no name in its folder and is gone with its last reader, also where the server is killed.
    file = tempfile.TemporaryFile(dir=store.settings.data_folder)  # noqa: SIM115 - closed by whoever streams it
    try:
        manifest = export_project(store, actor, request.path_params["project_id"], file)
    except TouchpointsError as fault:
        file.close()
        return _refusal(request, actor, fault)
    name = manifest.project.name if manifest.project else ""
    return download(file, f"{name}{SUFFIXES[PROJECT]}")


def send_copy(request: Request) -> Response:
    """A copy of the whole installation, for administrators."""
    store = shared_store()
    actor = actor_of(store, request.cookies.get(COOKIE))
    name = request.path_params["name"]
    try:
        return download(open_copy(store, actor, name), name)
    except TouchpointsError as fault:
        return _refusal(request, actor, fault)


def _refusal(request: Request, actor: Actor, fault: TouchpointsError) -> Response:
    wording = wording_for(actor.language) if actor.language else wording_for_request(request)
    title, text = wording.say("There is no such file"), wording.say(fault.message)
    return small_page(wording, title=title, text=text, status=403 if actor.is_guest else 404)


def download(file: IO[bytes], name: str) -> Response:
    """A file as it comes from the disk, which is closed at the end; only the browser's user may keep it."""
    size = file.seek(0, 2)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Length": str(size),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    file.seek(0)
    return StreamingResponse(_pieces(file), media_type="application/octet-stream", headers=headers)


def _pieces(file: IO[Any]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_AT_ONCE):
            yield piece


ROUTES = [
    Route("/project-file/{project_id:uuid}", send_project, methods=["GET"]),
    Route("/backups/{name}", send_copy, methods=["GET"]),
]
