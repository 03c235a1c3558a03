"""Choosing an option with the reason, and making it an action of the to-do plan."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from pages._goal_thread import show_actions
from pages._links import show_link
from pages._option_words import OptionWords
from pages._options import OptionBoard
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.actions import add_action, bin_actions
from storage.options import choose_option, choose_options, leave_option
from storage.projects import ProjectSummary
from touchpoints.messages import message
from touchpoints.model import BudgetKind
from touchpoints.option import OptionEntry
from touchpoints.option_gain import Candidate


def show_choice(page: PageContext, project: ProjectSummary, board: OptionBoard, found: Candidate) -> None:
    """Whether it is chosen and why, the line that chooses it, and the way into the plan."""
    option, say, place = found.option, page.wording.say, f"{found.option.id}-choice"
    _warn(page, board, option)
    _say_figures(OptionWords(page, project, board), found)
    if option.is_chosen:
        reason = f": {option.choice_reason}" if option.choice_reason else "."
        chosen = say("Chosen")
        st.markdown(f":material/check_circle: **{chosen}**{escaped(reason)}")
        if page.may_change:
            _offer_to_leave(page, project, option, place)
    elif page.may_change:
        _ask_reason(page, project, board, option, place)
    _show_way_to_plan(page, project, option, place)
    show_outcome(page, place)


def _offer_to_leave(page: PageContext, project: ProjectSummary, option: OptionEntry, place: str) -> None:
    st.button(
        page.wording.say("Take the choice back"),
        f"leave-{option.id}",
        on_click=_leave,
        args=(page, project, option, place),
    )


def _leave(page: PageContext, project: ProjectSummary, option: OptionEntry, place: str) -> None:
    """The reason goes with the choice, and comes back with it."""
    where = (page.store, page.actor, project.id, option.id)
    if attempt(place, lambda: leave_option(*where)):
        done = message("{name} is not chosen any more.", name=option.name)
        offer_undo(done, lambda: choose_option(*where, option.choice_reason), place)


def _warn(page: PageContext, board: OptionBoard, option: OptionEntry) -> None:
    """Extras have no effect while disappointments remain."""
    if option.is_delight and (reason := board.waiting.get(option.touchpoint_id)) is not None:
        st.warning(escaped(page.wording.say(reason)), icon=":material/warning:")


def _say_figures(words: OptionWords, found: Candidate) -> None:
    """The gain with the effort, or what is still to be told."""
    if found.missing:
        missing = words.say(
            "Cannot be calculated yet. Still missing: {missing}", missing=words.missing(found)
        )
        st.caption(escaped(missing))
        return
    said = words.say(
        "Gain {gain} (importance in % × levels) for {cost} and {days} person-days",
        gain=words.gain(found),
        cost=words.cost(found),
        days=words.effort(found),
    )
    st.caption(escaped(said))


def _ask_reason(
    page: PageContext, project: ProjectSummary, board: OptionBoard, option: OptionEntry, place: str
) -> None:
    say, key = page.wording.say, f"reason-{option.id}"
    with (
        st.form(f"choose-{option.id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        with st.container(width="stretch"):
            st.text_input(say("Why this one?"), max_chars=500, key=key)
        st.form_submit_button(
            say("Choose"),
            icon=":material/check:",
            type="primary",
            on_click=_choose,
            args=(page, project, board, option, place, key),
        )


def _choose(
    page: PageContext,
    project: ProjectSummary,
    board: OptionBoard,
    option: OptionEntry,
    place: str,
    key: str,
) -> None:
    before = {one.id: one.choice_reason for one in board.chosen}
    where, reason = (page.store, page.actor, project.id), st.session_state[key]
    if attempt(place, lambda: choose_option(*where, option.id, reason)):
        done = message("{name} is chosen; the others stay.", name=option.name)
        offer_undo(done, lambda: choose_options(*where, before), place)


def _show_way_to_plan(page: PageContext, project: ProjectSummary, option: OptionEntry, place: str) -> None:
    """The goal it serves, and the actions it became; where there is none, one press makes one of it."""
    say = page.wording.say
    if option.goal_id is not None and option.goal:
        show_link(page, project, "goals", say("Goal: {goal}", goal=option.goal), goal=option.goal_id)
    if show_actions(page, project, say("It is in the to-do plan as an action."), option_id=option.id):
        return
    if not page.may_follow_up:
        return
    st.button(
        say("Make it an action"),
        f"action-{option.id}",
        icon=":material/playlist_add:",
        on_click=_make_action,
        args=(page, project, option, place, page.actor.once()),
    )


def _make_action(
    page: PageContext, project: ProjectSummary, option: OptionEntry, place: str, actor: Actor
) -> None:
    values = {
        "name": option.name[:200],
        "touchpoint_id": option.touchpoint_id,
        "goal_id": option.goal_id,
        "option_id": option.id,
        "person_days": option.person_days,
        "expected_result": _expected(page, option),
    }

    def store() -> None:
        added = add_action(page.store, actor, project.id, values, _budget(option))
        done = message("{name} is in the to-do plan.", name=option.name)
        offer_undo(done, lambda: bin_actions(page.store, page.actor, project.id, [added]), place)

    attempt(place, store)


def _expected(page: PageContext, option: OptionEntry) -> str:
    """The effect as a sentence, empty where nobody estimated it."""
    if option.effect_realistic is None:
        return ""
    levels = page.wording.number(float(option.effect_realistic), 1, signed=True)
    return page.wording.say(
        "{touchpoint}: {levels} levels on −2 to +2", touchpoint=option.touchpoint, levels=levels
    )[:500]


def _budget(option: OptionEntry) -> dict[BudgetKind, Decimal]:
    """Software and training by their kind; the rest of what it costs once, and a year's running cost."""
    software, training = option.software_cost or Decimal(0), option.training_cost or Decimal(0)
    rest = max((option.cost_once or Decimal(0)) - software - training, Decimal(0))
    return {
        BudgetKind.SOFTWARE: software,
        BudgetKind.PROCESS_TRAINING: training,
        BudgetKind.OTHER: rest + (option.cost_per_year or Decimal(0)),
    }
