"""Who changed what when in the project, and the touchpoints and waves that lie in the bin."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

import streamlit as st

from pages._history_words import ENTITIES, worded_values
from pages._page import Page, PageContext, Section, draw
from pages._stored_waves import show_binned_waves
from pages._text import escaped
from pages._words import word_for
from storage.history import PastChange, list_changes, names_of
from storage.journey import list_touchpoints, restore_touchpoint
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import ChangeKind

PAGE = Page(
    id="history",
    title=N_("History and bin"),
    icon=":material/history:",
    section=Section.START,
    order=90,
)
_NAMES = ("name", "label", "text", "department", "occasion", "wave", "number")
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
        say("What"): say(ENTITIES.get(change.entity, change.entity)),
        say("Which"): _named(change, names),
        say("Happened"): say(word_for(change.kind)),
        say("Before"): worded_values(page, change.before, names) if is_edit else "",
        say("After"): worded_values(page, change.after, names) if is_edit else "",
    }


def _named(change: PastChange, names: Mapping[str, str]) -> str:
    """As it was called then, else as it is called now."""
    values = {**change.before, **change.after}
    then = next((str(values[name]) for name in _NAMES if values.get(name)), "")
    return then or names.get(str(change.entity_id), "")


if __name__ == "__main__":
    draw(render)
