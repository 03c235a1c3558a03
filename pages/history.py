"""Who changed what when in the project, and the touchpoints and waves that lie in the bin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from pages._page import Page, PageContext, Section, draw
from pages._stored_waves import show_binned_waves
from pages._text import escaped
from pages._words import word_for
from storage.history import PastChange, list_changes, names_of
from storage.journey import list_touchpoints, restore_touchpoint
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import ChangeKind, Depth

PAGE = Page(
    id="history",
    title=N_("History and bin"),
    icon=":material/history:",
    section=Section.START,
    order=90,
)
_ENTITIES: Mapping[str, str] = {
    "Project": N_("Project"),
    "Round": N_("Round"),
    "Survey": N_("Survey"),
    "Wave": N_("Survey wave"),
    "Phase": N_("Phase"),
    "Touchpoint": N_("Touchpoint"),
}
_NAMES = ("name", "label", "text", "wave", "number")
_FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "phase_id": N_("Phase"),
    "depth": N_("Depth"),
    "currency": N_("Currency"),
    "disappointing_from": N_("Disappointing from"),
    "delightful_from": N_("Delightful from"),
    "source": N_("Source"),
    "archived_at": N_("Archived"),
}
_SHARES = {"disappointing_from", "delightful_from"}
# Two screens full; each row costs the server a tenth of a millisecond at every run.
_SHOWN = 50


def render(page: PageContext) -> None:
    """The bin first, since whoever comes here has mostly lost something."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    st.title(say("History and bin"), anchor=False)
    _show_bin(page, project)
    st.subheader(say("Who changed what"), anchor=False)
    changes = list_changes(page.store, page.actor, project.id, _SHOWN)
    names = names_of(page.store, page.actor, project.id, changes)
    rows = [_row(page, project, change, names) for change in changes]
    st.dataframe(rows, hide_index=True, alt=say("Who changed what"))
    st.caption(
        say("The latest {number} changes. Nothing here is counted or sorted by person.", number=_SHOWN)
    )


def _show_bin(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.subheader(say("Bin"), anchor=False)
    binned = list_touchpoints(page.store, page.actor, project.id, in_bin=True)
    has_waves = show_binned_waves(page, project)
    if not binned and not has_waves:
        st.write(say("The bin is empty. What is thrown away can be brought back here for 30 days."))
    for touchpoint in binned:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{escaped(touchpoint.name)} · {escaped(touchpoint.phase)}", width="stretch")
            st.button(
                say("Restore"),
                key=f"restore-{touchpoint.id}",
                on_click=restore_touchpoint,
                args=(page.store, page.actor, project.id, touchpoint.id),
            )


def _row(
    page: PageContext, project: ProjectSummary, change: PastChange, names: Mapping[str, str]
) -> dict[str, str]:
    say = page.wording.say
    at = change.at.astimezone(ZoneInfo(project.time_zone))
    is_edit = change.kind is ChangeKind.CHANGED
    return {
        say("When"): f"{page.wording.date(at.date())} {at:%H:%M}",
        say("Who"): change.who or say("command line"),
        say("What"): say(_ENTITIES.get(change.entity, change.entity)),
        say("Which"): _named(change, names),
        say("Happened"): say(word_for(change.kind)),
        say("Before"): _values(page, change.before, names) if is_edit else "",
        say("After"): _values(page, change.after, names) if is_edit else "",
    }


def _named(change: PastChange, names: Mapping[str, str]) -> str:
    """As it was called then, else as it is called now."""
    values = {**change.before, **change.after}
    then = next((str(values[name]) for name in _NAMES if values.get(name)), "")
    return then or names.get(str(change.entity_id), "")


def _values(page: PageContext, values: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Fields by their name on the screens, a phase by its own name."""
    say = page.wording.say
    return ", ".join(
        f"{say(_FIELDS.get(field, field))}: {names.get(str(value)) or _value(page, field, value)}"
        for field, value in values.items()
    )


def _value(page: PageContext, field: str, value: Any) -> str:  # noqa: ANN401 - any field
    """A stored value as a person reads it."""
    if value is None or value == "":
        return "–"
    if field == "depth":
        return page.wording.say(word_for(Depth(value)))
    if field in _SHARES:
        return page.wording.percent(float(value))
    if field == "archived_at":
        return page.wording.date(datetime.fromisoformat(value).date())
    return str(value)


if __name__ == "__main__":
    draw(render)
