"""What of the plan to show: by owner, touchpoint, status, team or attention; all of it in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from pages._coach_filter import forget_what_is_meant, meant_in_address
from pages._labels import told_apart
from pages._page import PageContext
from pages._plan import Plan
from pages._stored_value import follow
from pages._words import word_for
from storage.actions import ActionEntry
from storage.projects import ProjectSummary
from touchpoints.messages import N_, Message, message, plural
from touchpoints.model import ActionStatus
from touchpoints.plan import Concern

NONE = "none"
ATTENTION = "attention"
ALL = ""


@dataclass(frozen=True)
class _Filter:
    """A fact that can be filtered by, as an id and as a label; `id` stands in the address."""

    id: str
    label: str
    fact: Callable[[ActionEntry], str]
    name: Callable[[ActionEntry], str]
    nothing: str = ""


_FILTERS = (
    _Filter(
        "owner",
        N_("Owner"),
        lambda action: str(action.owner_id or NONE),
        lambda action: action.owner or "",
        N_("without owner"),
    ),
    _Filter(
        "touchpoint",
        N_("Touchpoint"),
        lambda action: str(action.touchpoint_id or NONE),
        lambda action: action.touchpoint or "",
        N_("without touchpoint"),
    ),
    _Filter(
        "team", N_("Team"), lambda action: action.team or NONE, lambda action: action.team, N_("no team")
    ),
)
_STATUS = "status"
CONCERNS: Mapping[Concern, tuple[str, Callable[[int], Message]]] = {
    Concern.OVERDUE: (
        ":material/schedule:",
        lambda count: plural("{count} overdue", "{count} overdue", count),
    ),
    Concern.BLOCKED: (
        ":material/block:",
        lambda count: plural("{count} blocked", "{count} blocked", count),
    ),
    Concern.WITHOUT_OWNER: (
        ":material/person_off:",
        lambda count: plural("{count} without owner", "{count} without owner", count),
    ),
    Concern.THIS_WEEK: (
        ":material/event:",
        lambda count: plural("{count} due this week", "{count} due this week", count),
    ),
    Concern.WAITING: (
        ":material/hourglass_empty:",
        lambda count: plural("{count} waits for another", "{count} wait for another", count),
    ),
}


CONCERN_WORDS: Mapping[Concern, str] = {
    Concern.OVERDUE: N_("overdue"),
    Concern.BLOCKED: N_("blocked"),
    Concern.WITHOUT_OWNER: N_("without owner"),
    Concern.THIS_WEEK: N_("due this week"),
    Concern.WAITING: N_("waits for another"),
}


def attention_of(page: PageContext, plan: Plan, action: ActionEntry) -> list[str]:
    """What an action needs attention for, in words; last that an earlier round left it over."""
    concerns, say = plan.concerns[action.id], page.wording.say
    words = [say(word) for concern, word in CONCERN_WORDS.items() if concern in concerns]
    return [*words, say(origin_of(action))] if action.is_taken_over else words


def origin_of(action: ActionEntry) -> Message:
    """From which round it was taken over."""
    return message("taken over from round {number}", number=action.round)


def show_glance(page: PageContext, plan: Plan) -> None:
    """One line that says what needs attention; each part filters by it, and once more shows all again."""
    say, chosen = page.wording.say, st.query_params.get(ATTENTION)
    counts = {one: sum(one in found for found in plan.concerns.values()) for one in CONCERNS}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="plan-glance"):
        if not any(counts.values()):
            st.caption(say("Nothing is overdue or blocked, and every action has its owner."), width="content")
        for concern, (icon, said) in CONCERNS.items():
            if counts[concern] or concern == chosen:
                is_chosen = concern == chosen
                st.button(
                    say(said(counts[concern])),
                    f"attention-{concern}",
                    icon=icon,
                    type="primary" if is_chosen else "tertiary",
                    on_click=_choose,
                    args=(ATTENTION, ALL if is_chosen else concern.value),
                )


def ask_for_filters(page: PageContext, plan: Plan) -> None:
    """The filters, shut away; each widget costs every run, so none is drawn while they are shut."""
    more = st.popover(
        page.wording.say("Filter"), icon=":material/filter_list:", key="plan-filters", on_change="rerun"
    )
    if more.open:
        with more:
            _ask_for_status(page)
            for one in _FILTERS:
                _ask(page, plan, one)


def fitting(page: PageContext, project: ProjectSummary, plan: Plan) -> tuple[ActionEntry, ...]:
    """The actions that the address asks for; a hint of the coach or a question of the guide may be in it."""
    meant = meant_in_address(page, project, is_typed_in=True)
    shown = [action for action in plan.actions if meant is None or str(action.id) in meant]
    for one in _FILTERS:
        if wanted := st.query_params.get(one.id):
            shown = [action for action in shown if one.fact(action) == wanted]
    if statuses := st.query_params.get_all(_STATUS):
        shown = [action for action in shown if action.status in statuses]
    if concern := st.query_params.get(ATTENTION):
        shown = [action for action in shown if concern in plan.concerns[action.id]]
    return tuple(shown)


def say_how_many(page: PageContext, shown: int, of: int) -> None:
    """What is filtered away, and the way back to all."""
    if shown == of:
        return
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        said = plural("{shown} of {count} action", "{shown} of {count} actions", of, shown=shown)
        st.caption(say(said), width="content")
        st.button(say("Show all actions"), type="tertiary", on_click=_show_all)


def _show_all() -> None:
    forget_what_is_meant()
    for name in (ATTENTION, _STATUS, *(one.id for one in _FILTERS)):
        st.query_params.pop(name, None)


def _ask_for_status(page: PageContext) -> None:
    say, key = page.wording.say, f"plan-{_STATUS}"
    told = st.query_params.get_all(_STATUS)
    follow(key, [status for status in ActionStatus if status in told])
    st.pills(
        say("Status"),
        tuple(ActionStatus),
        selection_mode="multi",
        format_func=lambda status: say(word_for(status)),
        key=key,
        on_change=lambda: _put(_STATUS, [status.value for status in st.session_state[key]]),
    )


def _ask(page: PageContext, plan: Plan, one: _Filter) -> None:
    say, key = page.wording.say, f"plan-{one.id}"
    found = {one.fact(action): one.name(action) or say(one.nothing) for action in plan.actions}
    ordered = dict(sorted(found.items(), key=lambda option: (option[0] == NONE, option[1].casefold())))
    labels = told_apart({ALL: say("all"), **ordered})
    wanted = st.query_params.get(one.id, ALL)
    follow(key, wanted if wanted in labels else ALL)
    st.selectbox(
        say(one.label),
        list(labels),
        format_func=lambda id_: labels.get(id_, id_),
        key=key,
        on_change=lambda: _choose(one.id, st.session_state[key]),
    )


def _choose(name: str, id_: str) -> None:
    _put(name, [id_] if id_ else [])


def _put(name: str, ids: Sequence[str]) -> None:
    if ids:
        st.query_params[name] = list(ids)
    else:
        st.query_params.pop(name, None)
