"""People and links: who has which role in the project, and the personal links by which they come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from pages._access_groups import show_groups
from pages._access_invite import open_invitation
from pages._access_member import open_member
from pages._access_words import MAY, ROLES
from pages._page import LEAD, Page, PageContext, Section, draw
from pages._person_choice import person_names
from pages._table import table_of
from pages._undo import show_undo
from storage.invitations import Member, list_members
from storage.projects import ProjectSummary
from touchpoints.days import day_in
from touchpoints.messages import N_

PAGE = Page(
    id="access",
    title=N_("People and links"),
    icon=":material/group:",
    section=Section.TEAM_AND_DATA,
    order=10,
    roles=LEAD,
)
_PICKED = "access_picked"


def render(page: PageContext) -> None:
    """Everybody with a role; choosing one opens what can be done about him."""
    project, say = page.project, page.wording.say
    if project is None:
        return
    members = list_members(page.store, page.actor, project.id)
    st.title(say("People and links"), anchor=False)
    if not members:
        _show_empty(page)
    if st.button(say("Invite somebody"), type="primary", icon=":material/person_add:"):
        open_invitation(page, project)
    show_undo(page)
    if members:
        _show_members(page, project, members)
    show_groups(page, project)


def _show_empty(page: PageContext) -> None:
    say = page.wording.say
    st.write(
        say(
            "Nobody is invited yet. Each person gets a role and a personal link; "
            "people who only take part in a workshop need none, they come in with its code."
        )
    )
    st.markdown("\n".join(f"- **{say(ROLES[role])}** {say(may)}" for role, may in MAY.items()))


def _show_members(page: PageContext, project: ProjectSummary, members: Sequence[Member]) -> None:
    say = page.wording.say
    st.caption(say("Choose somebody to change the role, to end a link or to make another one."))
    persons = {str(id_): name for id_, name in person_names(page, project).items()}
    picked: Any = st.dataframe(
        table_of([_row(page, project, member, persons) for member in members]),
        # A chosen row is a number: in another list it would be somebody else.
        key=f"members-{hash(tuple(member.account_id for member in members))}",
        hide_index=True,
        placeholder="",
        alt=say("Everybody with a role in this project"),
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    chosen = members[rows[0]] if rows and rows[0] < len(members) else None
    if chosen is not None and chosen.account_id != st.session_state.get(_PICKED):
        open_member(page, project, chosen)
    st.session_state[_PICKED] = chosen.account_id if chosen else None


def _row(
    page: PageContext, project: ProjectSummary, member: Member, persons: Mapping[str, str]
) -> dict[str, str]:
    say = page.wording.say
    row = {
        say("Name"): member.name,
        say("Role"): say(ROLES[member.role]),
        say("Person of this project"): persons.get(str(member.person_id), ""),
        say("Mail address"): member.mail or "",
        say("A link works until"): _until(page, project, member),
    }
    if page.actor.may_everything:
        row[say("Last used")] = _last_used(page, member)
    return row


def _until(page: PageContext, project: ProjectSummary, member: Member) -> str:
    if not member.links:
        return page.wording.say("no link")
    return page.wording.date(day_in(member.links[-1].expires_at, project.time_zone))


def _last_used(page: PageContext, member: Member) -> str:
    days = [link.last_used_on for link in member.links if link.last_used_on]
    return page.wording.date(max(days)) if days else ""


if __name__ == "__main__":
    draw(render)
