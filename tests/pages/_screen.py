"""The eyes and hands of whoever uses a screen: reads, presses, fills in dialogs, clicks into a chart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Button
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

import pages

PAGES = Path(pages.__path__[0])
_ESCAPES = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAGS = re.compile(r"<[^>]+>")


def open_page(frame: AppTest, page: str, project: UUID | None = None, **query: str) -> AppTest:
    """Go to a page, as a link does."""
    frame.query_params.clear()
    frame.query_params.update(query if project is None else {"project": str(project), **query})
    return _calm(frame.switch_page(str(PAGES / f"{page}.py")).run())


def texts(frame: AppTest) -> list[str]:
    """Every text that is read on the screen, as it is read: Markdown and HTML taken away."""
    plain = [*frame.title, *frame.subheader, *frame.caption, *frame.markdown, *frame.warning, *frame.error]
    read = [_as_read(one.value) for one in plain]
    pieces = [one.value for one in frame.get("html") if not one.value.startswith("<style")]
    return [*read, *(" ".join(unescape(_TAGS.sub(" ", piece)).split()) for piece in pieces)]


def _as_read(markdown: str) -> str:
    """What is left when Markdown has taken away its backslashes, without the joiners that nobody sees."""
    return _ESCAPES.sub(r"\1", markdown.replace("\u2060", ""))


def is_shown(frame: AppTest, text: str) -> bool:
    return any(text in one for one in texts(frame))


def buttons(frame: AppTest) -> list[str]:
    return [_as_read(button.label) for button in frame.button]


def links(frame: AppTest) -> dict[str, str]:
    """Every way to a page by its label, as it is read, with what its address says."""
    return {_as_read(one.proto.label): one.proto.query_string for one in frame.get("page_link")}


def button(frame: AppTest, label: str, within: str = "") -> Button:
    return next(one for one in frame.button if _as_read(one.label) == label and within in (one.key or ""))


def press(frame: AppTest, label: str, within: str = "") -> AppTest:
    button(frame, label, within).click()
    return _calm(frame.run())


def choose(frame: AppTest, project: UUID, label: str) -> AppTest:
    """Choose from the menu on a project's card."""
    [menu] = [one for one in frame.get("menu_button") if one.key == f"more-{project}"]
    menu.click(label)
    return _calm(frame.run())


def dialog_title(frame: AppTest) -> str:
    """The title of the open dialog; empty where none is open."""
    found = [node for node in _blocks(frame._tree) if node.type == "dialog"]
    return _as_read(found[0].proto.dialog.title) if found else ""


def press_in_dialog(frame: AppTest, label: str, within: str = "") -> AppTest:
    """Press in the open dialog, which then runs alone: what it was given when it opened stays as it was."""
    button(frame, label, within).click()
    with _dialog_alone(frame):
        return _calm(frame.run())


def run_dialog(frame: AppTest) -> AppTest:
    """Let the open dialog see what was chosen in it."""
    with _dialog_alone(frame):
        return _calm(frame.run())


def click_point(frame: AppTest, figure: str, touchpoint: UUID | str) -> AppTest:
    """Click the point of a touchpoint in a chart, which simulated pages draw but do not let be clicked."""
    [chart] = [one for one in frame.get("plotly_chart") if figure in one.proto.id]
    picked = {"selection": {"points": [{"customdata": str(touchpoint)}], "point_indices": [0]}}
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=chart.proto.id, string_value=json.dumps(picked)))
    return _calm(frame._run(states))


@contextmanager
def _dialog_alone(frame: AppTest) -> Iterator[None]:
    # A dialog that a part of a page opens is drawn last.
    *_, fragment = frame._fragment_storage._fragments
    rerun = LocalScriptRunner.request_rerun

    def rerun_dialog(runner: LocalScriptRunner, data: RerunData) -> bool:
        runner._pages_manager._set_pages(frame._registered_pages)
        # A run of the whole page waits there from the start, and would take this one in.
        runner._requests = ScriptRequests()
        return rerun(runner, replace(data, fragment_id=fragment))

    with patch.object(LocalScriptRunner, "request_rerun", rerun_dialog):
        yield


def _blocks(node: Block) -> Iterator[Block]:
    for child in node.children.values():
        if isinstance(child, Block):
            yield child
            yield from _blocks(child)


def _calm(frame: AppTest) -> AppTest:
    assert not frame.exception, frame.exception
    return frame
