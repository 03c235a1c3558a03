"""What stands beside a page: its links, and the languages to be chosen."""

from __future__ import annotations

import json
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest


def beside(frame: AppTest) -> dict[str, Any]:
    """What the component is told."""
    assert not frame.exception, frame.exception
    [data] = json.loads(_component(frame).json)
    return dict(data)


def links(frame: AppTest) -> dict[str, str]:
    """Label and query of each link, in their order; none where there are no links."""
    told = beside(frame)["links"] or {"groups": [], "query": ""}
    return {title: told["query"].removeprefix("?") for _, group in told["groups"] for title, *_ in group}


def headings(frame: AppTest) -> list[str]:
    """What stands above groups of links."""
    return [title for title, _ in beside(frame)["links"]["groups"] if title]


def speak(frame: AppTest, language: str) -> AppTest:
    """Choose a language, as the browser sends it."""
    states = frame._tree.get_widget_states()
    sent = json.dumps([{"event": "language", "value": language}])
    states.widgets.append(
        WidgetState(id=_make_trigger_id(_component(frame).id, "events"), json_trigger_value=sent)
    )
    return frame._run(states)


def _component(frame: AppTest) -> Any:
    [found] = [one for one in frame.get("bidi_component") if one.proto.component_name == "sidebar"]
    return found.proto
