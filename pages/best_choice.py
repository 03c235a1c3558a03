"""What fits the budget: the best set of options under the team's estimates, and what more money would buy."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from uuid import UUID

import streamlit as st

from pages._address import put_in_address
from pages._best_choice import best_of, first_limits, forget_choice
from pages._best_choice_tables import certainty, show_table, tables_of
from pages._frontier import show_frontier
from pages._navigation import go_to
from pages._option_words import PER_CENT, OptionWords
from pages._options import OptionBoard, options_of
from pages._page import Page, PageContext, Section, draw
from pages._solver_run import show_fault
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from storage.access import Actor
from storage.options import choose_options
from storage.projects import ProjectSummary
from storage.solving import SolvingFault
from touchpoints.best_choice import ChoiceInCases
from touchpoints.choice_faults import MustHavesDoNotFit
from touchpoints.choice_rules import Limits
from touchpoints.messages import N_, plural
from touchpoints.option_effort import ASSUMED
from touchpoints.standing import View

PAGE = Page(
    id="best_choice",
    title=N_("What fits the budget?"),
    icon=":material/savings:",
    section=Section.TARGET_STRATEGY,
    order=4,
    has_charts=True,
)
_PLACE = "best-choice"
_LARGEST = 999_999_999.0
_VIEWS = {
    View.TEAM: N_("importance as the team sees it"),
    View.CUSTOMER: N_("importance as customers see it"),
}


def render(page: PageContext) -> None:
    """Budget and person-days, the best set for them, and the way from more money to more gain."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    board = options_of(page, project)
    st.title(say("What fits the budget?"), anchor=False)
    show_undo(page)
    if not board.candidates:
        _show_nothing(page, project)
        return
    words = OptionWords(page, project, board)
    limits = _ask_limits(words)
    try:
        found = best_of(board, project.id, limits, say("Looking for the best set"))
    except MustHavesDoNotFit as fault:
        st.error(escaped(say(fault.message)), icon=":material/error:")
    except SolvingFault as fault:
        show_fault(page, fault, "choice-again", lambda: forget_choice(board, project.id, limits))
    else:
        _show_choice(words, found)
    show_frontier(words, limits)


def _ask_limits(words: OptionWords) -> Limits:
    """Both stand in the address, so that a link shows the same choice."""
    first = first_limits(words.board)
    limits = Limits(_from_address("budget", first.budget, 2), _from_address("days", first.person_days, 1))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = words.say("Budget in {currency}, first year included", currency=words.project.currency)
        _ask(label, "budget", limits.budget, 1000.0)
        _ask(words.say("Person-days"), "days", limits.person_days, 5.0)
    if not {"budget", "days"} & set(st.query_params):
        st.caption(words.say("To begin with: half of what all options together would take."))
    return limits


def _ask(label: str, name: str, value: Decimal, step: float) -> None:
    follow(f"limit-{name}", float(value))
    st.number_input(
        label,
        0.0,
        _LARGEST,
        step=step,
        format="%g" if value == int(value) else "%.2f",
        key=f"limit-{name}",
        on_change=_keep,
        args=(name,),
        width=280,
    )


def _keep(name: str) -> None:
    amount = Decimal(f"{st.session_state[f'limit-{name}']:.{2 if name == 'budget' else 1}f}")
    put_in_address(name, f"{amount:f}")


def _from_address(name: str, default: Decimal, decimals: int) -> Decimal:
    """A number that somebody may have typed into the address."""
    try:
        amount = Decimal(st.query_params.get(name, ""))
    except InvalidOperation:
        return default
    if not amount.is_finite() or not 0 <= amount <= Decimal(_LARGEST):
        return default
    return round(amount, decimals)


def _show_choice(words: OptionWords, found: ChoiceInCases) -> None:
    """The heading says whose estimates these are; nothing is chosen until somebody takes it over."""
    choice, say = found.realistic, words.say
    st.subheader(say("The best choice under your estimates"), anchor=False)
    number = words.page.wording.number
    told = say(
        "Gain {gain} (importance in % × levels) for {cost} of {budget} and {used} of {days} person-days",
        gain=number(PER_CENT * choice.gain, 1),
        cost=words.money(choice.cost),
        budget=words.money(choice.limits.budget),
        used=words.days(choice.person_days),
        days=words.days(choice.limits.person_days),
    )
    st.markdown(f"**{escaped(told)}**\n\n:small[{escaped(' · '.join(_said(words, found)))}]")
    if not choice.chosen:
        st.info(say("No option fits these limits, or none brings a gain. Below stands what is missing."))
    tables = tables_of(words, found)
    show_table(words, tables.chosen, say("The best set as a table"))
    _show_taking_over(words, found)
    with st.expander(say("Worst, realistic and best case"), expanded=True):
        show_table(words, tables.cases, say("The three cases as a table"))
    left = len(choice.left_out)
    with st.expander(say(plural("{count} option left out", "{count} options left out", left)), expanded=True):
        show_table(words, tables.left_out, say("The options that are left out as a table"))


def _said(words: OptionWords, found: ChoiceInCases) -> list[str]:
    """How sure it is, whose importance it rests on, and what is assumed."""
    say, choice = words.say, found.realistic
    said = [say("realistic case"), certainty(words, choice), say(_VIEWS[words.board.ground.view])]
    if any(one.effort.assumed for one in words.board.candidates):
        said.append(say("a size stands in for effort that nobody told: {sizes}", sizes=_sizes(words)))
    return said


def _sizes(words: OptionWords) -> str:
    unit = words.say("person-days")
    return "; ".join(
        f"{size} ≈ {words.money(effort.cost)}, {words.days(effort.person_days)} {unit}"
        for size, effort in ASSUMED.items()
    )


def _show_taking_over(words: OptionWords, found: ChoiceInCases) -> None:
    say, page = words.say, words.page
    chosen = {one.option.id for one in found.realistic.chosen}
    if not chosen:
        return
    if {option.id for option in words.board.chosen} == chosen:
        st.caption(":material/check_circle: " + say("Exactly this set is chosen."))
    else:
        st.button(
            say("Take this choice over"),
            type="primary",
            icon=":material/done_all:",
            help=say("Chooses exactly these options; what was chosen before can be brought back."),
            on_click=_take_over,
            args=(page, words.project, words.board, found, page.actor.once()),
        )
    show_outcome(page, _PLACE)


def _take_over(
    page: PageContext, project: ProjectSummary, board: OptionBoard, found: ChoiceInCases, actor: Actor
) -> None:
    before = {option.id: option.choice_reason for option in board.chosen}
    reason = page.wording.say("best choice for the budget")
    # Who was chosen already keeps the reason that somebody gave.
    wanted: dict[UUID, str] = {
        one.option.id: before.get(one.option.id) or reason for one in found.realistic.chosen
    }
    if attempt(_PLACE, lambda: choose_options(page.store, actor, project.id, wanted)):
        done = plural("{count} option is chosen now.", "{count} options are chosen now.", len(wanted))
        offer_undo(done, lambda: choose_options(page.store, page.actor, project.id, before))


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(say("There is no option yet that a budget could be spent on."))
        if st.button(say("Go to the options"), type="primary", icon=":material/arrow_forward:"):
            go_to("options", project.id)


if __name__ == "__main__":
    draw(render)
