"""What others changed of somebody's to-dos since his last visit, a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from textwrap import shorten
from zoneinfo import ZoneInfo

import streamlit as st

from pages._history_words import worded_values
from pages._kept import kept
from pages._page import PageContext
from pages._who import said_who
from pages._words import word_for
from storage.history import names_of
from storage.visits import ChangeOfMine
from touchpoints.messages import Message, message, plural
from touchpoints.model import ChangeKind, Comment, OwnerChange

# Beyond, the history of the project is the better place.
_SHOWN, _QUOTED = 20, 160
_STYLE = "<style>.tp-news { margin: 0; padding-left: 1.1rem } .tp-news li { overflow-wrap: anywhere }</style>"


def show_changes(page: PageContext, changes: Sequence[ChangeOfMine], since: datetime | None) -> None:
    """How much is new, and behind one tap what."""
    told = [change for change in changes if _is_telling(change)]
    if not told or since is None:
        return
    day = since.astimezone(ZoneInfo(page.store.settings.time_zone)).date()
    many = plural(
        "{count} change by others since {day}", "{count} changes by others since {day}", len(told), day=day
    )
    with st.expander(page.wording.say(many), icon=":material/notifications:"):
        st.html(_lines(page, told, repr((told, page.wording.language))))


def _is_telling(change: ChangeOfMine) -> bool:
    """A new place on the board alone tells its owner nothing."""
    return change.kind is not ChangeKind.CHANGED or set(change.after) != {"rank"}


@kept(60)
def _lines(_page: PageContext, _changes: Sequence[ChangeOfMine], key: str) -> str:  # noqa: ARG001 - says what the rest is
    zones = {project.id: ZoneInfo(project.time_zone) for project in _page.projects}
    names = _names(_page, _changes)
    lines = [_line(_page, change, zones[change.project_id], names) for change in _changes[:_SHOWN]]
    return f'<ul class="tp-news">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>{_STYLE}'


def _names(page: PageContext, changes: Sequence[ChangeOfMine]) -> dict[str, str]:
    """What the values of the changes point at is called, each read within its own project."""
    projects = {change.project_id for change in changes}
    of = {id_: [change for change in changes if change.project_id == id_] for id_ in projects}
    found = (names_of(page.store, page.actor, id_, members) for id_, members in of.items())
    return {id_: name for names in found for id_, name in names.items()}


def _line(page: PageContext, change: ChangeOfMine, zone: ZoneInfo, names: Mapping[str, str]) -> str:
    at = change.at.astimezone(zone)
    who = said_who(page.wording, change.who)
    what = page.wording.say(_happened(page, change, names))
    return f"{page.wording.date(at.date())} {at:%H:%M} · {who}: {what}"


def _happened(page: PageContext, change: ChangeOfMine, names: Mapping[str, str]) -> Message:
    """What was done to which to-do."""
    name = change.action
    if change.entity == Comment.__name__:
        return _of_remark(change)
    if change.entity == OwnerChange.__name__:
        return _of_owner_change(change, names)
    if change.kind is ChangeKind.CHANGED:
        after = {field: value for field, value in change.after.items() if field != "rank"}
        return message("“{name}” – {changed}", name=name, changed=worded_values(page, after, names, "Action"))
    return message("“{name}” – {happened}", name=name, happened=message(word_for(change.kind)))


def _of_remark(change: ChangeOfMine) -> Message:
    if change.kind is ChangeKind.ADDED:
        text = shorten(str(change.after.get("text", "")), _QUOTED, placeholder="…")
        return message("remark on “{name}”: {text}", name=change.action, text=text)
    happened = message(word_for(change.kind))
    return message("remark on “{name}” – {happened}", name=change.action, happened=happened)


def _of_owner_change(change: ChangeOfMine, names: Mapping[str, str]) -> Message:
    """Who was asked; that somebody accepted is told by the change of the owner, which follows."""
    if change.kind is ChangeKind.ADDED:
        person = names.get(str(change.after.get("to_person_id")), "–")
        return message("{person} is asked to take “{name}” over", person=person, name=change.action)
    if change.after.get("is_accepted") is False:
        return message("“{name}” is not taken over", name=change.action)
    if change.after.get("is_accepted"):
        return message("“{name}” is taken over", name=change.action)
    return message("the question who takes “{name}” over was changed", name=change.action)
