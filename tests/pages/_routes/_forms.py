"""Public forms as their visitors use them: read the page, fill it in, send it."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from httpx2 import Response
from starlette.testclient import TestClient

from storage.access import COMMAND_LINE
from storage.feedback_forms import FormEntry, add_form, list_forms
from storage.store import Store
from storage.voice_box import open_box, read_box

ENGLISH = {"Accept-Language": "en"}


def box_address(store: Store, project: UUID) -> str:
    """Open the box of a project."""
    open_box(store, COMMAND_LINE, project)
    box = read_box(store, COMMAND_LINE, project)
    assert box is not None
    return f"/voice/{box.code}"


def make_form(store: Store, project: UUID, kind: str = "nps", **more: Any) -> FormEntry:
    """Make an open form."""
    added = add_form(store, COMMAND_LINE, project, {"name": "Counter", "kind": kind, **more})
    return next(form for form in list_forms(store, COMMAND_LINE, project) if form.id == added)


def read(client: TestClient, address: str) -> str:
    """The page, as somebody who reads English gets it."""
    answer = client.get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.text


def mark_in(page: str) -> str:
    """What the page carries so that it is stored once."""
    found = re.search(r'name="mark" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def send(client: TestClient, address: str, mark: str | None = None, **fields: Any) -> Response:
    """Fill the form in and send it, as a browser without scripts does."""
    known = mark or mark_in(client.get(address, headers=ENGLISH).text)
    return client.post(address, data={"mark": known, **fields}, headers=ENGLISH)
