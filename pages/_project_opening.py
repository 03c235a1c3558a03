"""Opening the file of a project: what is in it, whether it is here already, and what has to be made anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

import streamlit as st

from pages._access_words import ROLES
from pages._navigation import go_to
from pages._page import PageContext
from pages._project import choose_project
from pages._text import escaped
from pages._undo import offer_undo
from storage.project_file.manifest import LinkToReissue
from storage.project_import import ProjectInFile, import_project, look_into
from storage.projects import bin_project
from touchpoints.errors import TouchpointsError
from touchpoints.messages import message
from touchpoints.model import ProjectRole

_INTENT, _ARRIVED = "open_project_intent", "arrived_project"


@dataclass(frozen=True)
class _Arrived:
    """The project that has just come in, and whose ways in did not."""

    id: UUID
    name: str
    links: tuple[LinkToReissue, ...]


def show_open_button(page: PageContext) -> None:
    """For administrators alone, who also make projects."""
    if page.actor.may_everything and st.button(
        page.wording.say("Open a project file"), icon=":material/upload_file:"
    ):
        st.session_state[_INTENT] = page.actor.once()
        st.dialog(page.wording.say("Open a project file"), width="medium")(_ask)(page)


def _ask(page: PageContext) -> None:
    say = page.wording.say
    file = st.file_uploader(say("A file that was saved with “Save as file”"), key="project_file")
    if file is None:
        st.caption(
            say("Larger files than this page takes are opened at the server: {command}", command=_COMMAND)
        )
        return
    try:
        _show_found(page, file, look_into(page.store, page.actor, file))
    except TouchpointsError as fault:
        st.error(escaped(say(fault.message)), icon=":material/error:")


_COMMAND = "`python -m storage import-project FILE`"


def _show_found(page: PageContext, file: BinaryIO, found: ProjectInFile) -> None:
    say = page.wording.say
    st.markdown(f"#### {escaped(found.name)}")
    day = page.wording.date(found.made_at.date())
    st.write(say("Saved on {day}, {rows} entries.", day=day, rows=page.wording.number(found.rows)))
    if not found.is_here:
        if st.button(say("Open this project"), type="primary"):
            _open(page, file, found, None)
        return
    st.write(say("This project is here already, perhaps in the bin. The file can be opened as a copy."))
    name = st.text_input(say("Name of the copy"), say("{name} (copy)", name=found.name)[:120], max_chars=120)
    if st.button(say("Open as a copy"), type="primary"):
        _open(page, file, found, name)


def _open(page: PageContext, file: BinaryIO, found: ProjectInFile, name: str | None) -> None:
    """All of it is stored or nothing, also where somebody goes away meanwhile."""
    text = page.wording.say("Reading the file")
    bar = st.progress(0.0, text=text)
    actor = st.session_state[_INTENT]
    project = import_project(page.store, actor, file, name, lambda share: bar.progress(share, text=text))
    st.session_state[_ARRIVED] = _Arrived(project, name or found.name, found.links)
    offer_undo(
        message("{name} was opened from its file.", name=name or found.name),
        lambda: bin_project(page.store, page.actor, project),
    )
    st.rerun()


def show_arrived(page: PageContext) -> None:
    """What has to be made anew for the project that has just come in, until somebody says that he knows."""
    arrived: _Arrived | None = st.session_state.get(_ARRIVED)
    if arrived is None or all(project.id != arrived.id for project in page.projects):
        return
    say = page.wording.say
    with st.container(border=True, key="arrived"):
        st.subheader(escaped(say("{name} is here", name=arrived.name)), anchor=False)
        if arrived.links:
            st.write(say("Ways in do not move with a project. These have to be made anew:"))
            st.markdown("\n".join(f"- {_said(page, link)}" for link in arrived.links))
        else:
            st.write(say("Nobody else had a way into it."))
        with st.container(horizontal=True):
            if st.button(say("People and links"), type="primary", icon=":material/group:"):
                _leave(arrived, "access")
            if st.button(say("Open the journey"), icon=":material/arrow_forward:"):
                _leave(arrived, "journey")
            st.button(say("Close"), "arrived-close", icon=":material/close:", on_click=_forget)


def _leave(arrived: _Arrived, page_id: str) -> None:
    _forget()
    choose_project(arrived.id)
    go_to(page_id, arrived.id)


def _forget() -> None:
    st.session_state.pop(_ARRIVED, None)


def _said(page: PageContext, link: LinkToReissue) -> str:
    say = page.wording.say
    if link.kind == "voices":
        return say("the address at which ideas and warnings are handed in")
    if link.kind == "feedback":
        return say("the address of the feedback form {name}", name=escaped(link.name))
    known = {role.value: name for role, name in ROLES.items()}
    role = say(known[ProjectRole(link.role)]) if link.role in known else ""
    if link.kind == "group":
        return say("the role of the group {name}: {role}", name=escaped(link.name), role=role)
    return say("the link of {name}: {role}", name=escaped(link.name), role=role)
