"""A finding becomes an action where it is looked at; one that has become one leads there instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID, uuid5

import streamlit as st

from pages._into_plan import NAME_LENGTH, offer_as_sign, offer_to_take_out
from pages._links import show_action_link
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from storage.access import Actor
from storage.actions import add_action
from storage.findings import FindingAction, WallFinding
from storage.projects import ProjectSummary
from touchpoints.messages import message, plural
from touchpoints.model import FindingKind

Became = Mapping[UUID, tuple[FindingAction, ...]]
# Their words say what is wrong; those of the others say what to do, or what to keep.
_PUT_RIGHT = frozenset((FindingKind.DROP, FindingKind.IMPROVE, FindingKind.WASTE, FindingKind.BARRIER))


class _Noticed(Protocol):
    """A finding, as far as its action needs it."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def text(self) -> str:
        """What was noticed."""

    @property
    def kind(self) -> FindingKind | None:
        """Its kind, None while it is not sorted."""


def is_answered(actions: Sequence[FindingAction]) -> bool:
    """Whether an action is under way or done; a dropped one leaves the finding open."""
    return any(action.is_under_way for action in actions)


def show_actions(page: PageContext, project: ProjectSummary, actions: Sequence[FindingAction]) -> None:
    """What a finding became, each a way to the action."""
    for action in actions:
        show_action_link(page, project, action)


def show_next(
    page: PageContext,
    project: ProjectSummary,
    finding: WallFinding,
    actions: Sequence[FindingAction],
    place: str,
) -> None:
    """The actions of a finding of the wall, or the button that makes one of it."""
    show_actions(page, project, actions)
    if page.may_follow_up and not is_answered(actions):
        st.button(
            page.wording.say("Make it an action"),
            f"finding-action-{finding.id}",
            icon=":material/playlist_add:",
            on_click=make_action,
            args=(page, page.actor.once(), project, finding, finding.touchpoint_id, place),
        )


def offer_action(
    page: PageContext, project: ProjectSummary, finding: _Noticed, touchpoint_id: UUID, place: str
) -> None:
    """The same beside a line of a list."""
    label = page.wording.say("Make an action of: {finding}", finding=escaped(finding.text))
    made_of = (page, page.actor.once(), project, finding, touchpoint_id, place)
    offer_as_sign(page, finding.id, label, make_action, made_of)


def make_action(
    page: PageContext,
    actor: Actor,
    project: ProjectSummary,
    finding: _Noticed,
    touchpoint_id: UUID | None,
    place: str,
) -> None:
    """One press puts it into the plan; owner and dates follow there."""

    def store() -> None:
        name, added = _add(page, actor, project, finding, touchpoint_id)
        offer_to_take_out(page, project, message("{name} is in the to-do plan.", name=name), [added], place)

    attempt(place, store)


def make_actions(
    page: PageContext, actor: Actor, mark: UUID, project: ProjectSummary, findings: Sequence[WallFinding]
) -> None:
    """The same of several cards; `mark` is what one press of the wall is known by."""
    added = [
        _add(page, actor.once(uuid5(mark, str(one.id))), project, one, one.touchpoint_id)[1]
        for one in findings
    ]
    said = plural(
        "{count} finding is in the to-do plan as an action.",
        "{count} findings are in the to-do plan as actions.",
        len(added),
    )
    offer_to_take_out(page, project, said, added, "")


def _add(
    page: PageContext, actor: Actor, project: ProjectSummary, finding: _Noticed, touchpoint_id: UUID | None
) -> tuple[str, UUID]:
    name = _named(page, finding)
    values = {"name": name, "touchpoint_id": touchpoint_id, "finding_id": finding.id}
    return name, add_action(page.store, actor, project.id, values)


def _named(page: PageContext, finding: _Noticed) -> str:
    """The first line of what was noticed; of what is wrong, that it is put right."""
    line = finding.text.split("\n", 1)[0]
    said = page.wording.say("Put right: {factor}", factor=line) if finding.kind in _PUT_RIGHT else line
    return said if len(said) <= NAME_LENGTH else f"{said[: NAME_LENGTH - 1]}…"
