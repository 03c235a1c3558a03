"""The list of to-dos by group, one line each, of which a finger taps one to open it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from pages._acts import keep_acts, take_act
from pages._component import component
from pages._words import word_for
from touchpoints.messages import N_, Wording
from touchpoints.plan_words import STATUS_SIGNS
from touchpoints.todos import Todo, TodoGroup

TODOS = "my-todos"
_TITLES: Mapping[TodoGroup, tuple[str, str]] = {
    TodoGroup.OVERDUE: ("!", N_("Overdue")),
    TodoGroup.THIS_WEEK: ("●", N_("This week")),
    TodoGroup.LATER: ("○", N_("Later")),
    TodoGroup.BLOCKED: ("✕", N_("Blocked")),
    TodoGroup.DONE: ("✓", N_("Done")),
}
# A phone shows eight lines at once; the rest is one tap away, and of what is done hardly anybody asks.
_FIRST, _FIRST_OF_DONE = 20, 5

_FILES = Path(__file__).with_name("_components") / "todos"
_todos = component(
    "todos",
    '<div class="todos" role="group"></div>',
    style=(_FILES / "todos.css").read_text(encoding="utf-8"),
    script=(_FILES / "todos.js").read_text(encoding="utf-8"),
)


def show_todo_list(written: str) -> None:
    """The lines as `todo_lines` wrote them; ask `tapped_todo` first which of them is to be opened."""
    # In a list and as one text, since Streamlit looks into every value that it could turn into a table.
    _todos(key=TODOS, on_acts_change=partial(keep_acts, TODOS), data=[written])


def tapped_todo() -> UUID | None:
    """The to-do that was tapped last since this was asked; each tap comes once."""
    tapped = None
    while (act := take_act(TODOS)) is not None:
        tapped = _id_in(act) or tapped
    return tapped


def _id_in(act: Mapping[str, Any]) -> UUID | None:
    """What a browser sent, or None where it is not what our own script sends."""
    try:
        return UUID(act["todo"]) if act.get("kind") == "opened" else None
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def todo_lines(
    wording: Wording, groups: Mapping[TodoGroup, Sequence[Todo]], today: Mapping[UUID, date]
) -> str:
    """The list in words, as JSON for the script; `today` is by project."""
    say = wording.say
    words = {"label": say("My to-dos"), "more": say("Show {count} more", count="{count}")}
    shown = [_group(wording, group, todos, today) for group, todos in groups.items()]
    return json.dumps({"groups": shown, "words": words}, ensure_ascii=False)


def _group(
    wording: Wording, group: TodoGroup, todos: Sequence[Todo], today: Mapping[UUID, date]
) -> dict[str, Any]:
    sign, title = _TITLES[group]
    return {
        "id": group.value,
        "sign": sign,
        "title": wording.say(title),
        "count": wording.number(len(todos)),
        "first": _FIRST_OF_DONE if group is TodoGroup.DONE else _FIRST,
        "todos": [_line(wording, todo, is_late=todo.is_overdue(today[todo.project_id])) for todo in todos],
    }


def _line(wording: Wording, todo: Todo, *, is_late: bool) -> tuple[str, str, str, str, str, bool]:
    """Id, name, where it belongs, when it is due, how far it is, and whether it is late."""
    say = wording.say
    about = [todo.project, todo.touchpoint or ""]
    if todo.blocked_by:
        about.append(say("blocked by: {reason}", reason=todo.blocked_by))
    status = f"{STATUS_SIGNS[todo.status]} {say(word_for(todo.status))}"
    due = _due(wording, todo, is_late=is_late)
    return str(todo.id), todo.name, " · ".join(filter(None, about)), due, status, is_late


def _due(wording: Wording, todo: Todo, *, is_late: bool) -> str:
    if todo.is_done:
        return wording.date(todo.done_on) if todo.done_on else ""
    if is_late and todo.due_on:
        return wording.say("overdue since {day}", day=todo.due_on)
    return wording.say("until {day}", day=todo.due_on) if todo.due_on else wording.say("no date")
