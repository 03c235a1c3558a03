"""Live pages: what others do shows by itself; each tab hears of it by one event stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import streamlit as st

from pages._component import component
from pages._page import PageContext
from storage.access import ActorKind
from storage.revisions import audible_revisions

_SCRIPTS = Path(__file__).with_name("_components") / "live"


def _component(name: str) -> Any:  # noqa: ANN401 - Streamlit's own kind of function
    return component(f"live_{name}", "<span></span>", script=_script(name))


def _script(name: str) -> str:
    """Each component is a script of its own, so what they share stands in both."""
    files = (_SCRIPTS / file for file in ("shared.js", f"{name}.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


_page = _component("page")
_fragment = _component("fragment")


def listen(page: PageContext, project_id: UUID, *scopes: str) -> Mapping[str, int]:
    """Hear what moves in a project; once on a page, outside every fragment, before the page reads anything.

    A scope that a fragment waits for draws that fragment alone, see `on_move`; one of `scopes` that no
    fragment waits for draws the whole page anew. After a restart of the server the page heals by itself.

    Returns the numbers of all scopes that the page is drawn with.
    """
    numbers = audible_revisions(page.store, page.actor, project_id)
    # In a list, since Streamlit looks whether each value of a dictionary is a table.
    data = [what_to_hear(page, project_id, scopes, numbers)]
    _page(key="live", height=1, on_redraw_change=do_nothing, data=data)
    return numbers


def what_to_hear(
    page: PageContext, project_id: UUID, scopes: Sequence[str], numbers: Mapping[str, int]
) -> dict[str, Any]:
    """What the page's component is told; `numbers` are those that it was drawn with."""
    return {
        "address": f"/live/{project_id}",
        "boot": page.store.hub.boot,
        "scopes": scopes,
        "numbers": numbers,
        "isPhone": page.actor.kind is ActorKind.PARTICIPANT,
        "run": uuid4().hex,
    }


def listening_script(name: str) -> str:
    """The page's component as a function of this name, for a component that listens by itself.

    A phone has one component alone: each one costs it as much as an answer does.
    """
    return f"const {name} = (() => {{\n{_script('page').replace('export default', 'return')}\n}})();"


def on_move(*scopes: str, key: str = "") -> None:
    """Draw the fragment around this anew, and it alone, when a scope moves; called before it reads anything.

    Two fragments of a page that wait for the same scopes need a `key` each.
    """
    name = "-".join(("live", key, *scopes))
    before: Any = st.session_state.get(name)
    drawn = before.get("moved") if before else None
    _fragment(
        key=name,
        height=1,
        on_moved_change=do_nothing,
        data=[{"name": name, "scopes": scopes, "drawn": drawn}],
    )


def do_nothing() -> None:
    """Streamlit wants a function for each value that a component sends; the run it causes is all we want."""
