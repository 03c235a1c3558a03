"""The journey as its tests look at it: its touchpoints, its chart, and the page with all waves together."""

from __future__ import annotations

from uuid import UUID

from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.journey import TouchpointEntry, list_touchpoints
from storage.store import Store
from tests.pages._screen import open_page


def touchpoint(store: Store, project: UUID, name: str = "Wi-Fi") -> TouchpointEntry:
    [found] = [one for one in list_touchpoints(store, COMMAND_LINE, project) if one.name == name]
    return found


def open_pooled(frame: AppTest, project: UUID) -> AppTest:
    """The journey with all waves together, which have the most answers."""
    return open_page(frame, "journey", project, wave="*")


def finding(frame: AppTest) -> str:
    """The title of the chart."""
    return str(frame.subheader[0].value)
