"""Rounds: the last one against this one, what was saved, and the beginning of the next."""

from __future__ import annotations

from itertools import combinations

import streamlit as st

from pages._address import choose_one, chosen_in_address, keep_in_address
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._round_board import Pair, RoundBoard, pair_of, round_board_of
from pages._round_next import show_next_round
from pages._round_results import show_kpis, show_moves, show_results
from pages._round_savings import show_savings
from pages._text import escaped
from pages._undo import show_undo
from storage.projects import ProjectSummary
from storage.rounds import RoundEntry
from touchpoints.messages import N_, Wording, plural
from touchpoints.rounds_compared import RoundsCompared
from touchpoints.standing import View

PAGE = Page(
    id="rounds",
    title=N_("Rounds"),
    icon=":material/restart_alt:",
    section=Section.MONITORING,
    order=4,
    roles=READ,
    has_charts=True,
)
_PAIR, _VIEW = "compare", "view"
_MOST_NAMED = 8
_VIEWS = {View.CUSTOMER: N_("Customers"), View.TEAM: N_("Team")}


def render(page: PageContext) -> None:
    """What is left over, two rounds compared, savings, and the next round."""
    project = page.project
    if project is None:
        return
    board = round_board_of(page, project)
    _show_head(page, board)
    show_undo(page)
    _show_left_over(page, project, board)
    pair = None
    if len(board.records) > 1:
        pair = pair_of(page, project, board, _choose_pair(page, board))
        compared = _choose_view(page, pair)
        _show_compared(page, project, board, pair, compared)
        show_kpis(page, project, board, pair)
    show_savings(page, project, board, pair)
    if page.may_change:
        show_next_round(page, project, board)


def _show_head(page: PageContext, board: RoundBoard) -> None:
    say, now = page.wording.say, board.now.round
    st.title(say("Rounds"), anchor=False)
    said = _named(page.wording, now)
    if now.started_on:
        said = say("{round}, since {day}", round=said, day=now.started_on)
    said = escaped(said)
    # In the line that is there already: what is compared below is in great part invented.
    if page.project is not None and page.project.is_example:
        said += " · " + say("Example: the ratings are real, everything else in this project is invented.")
    st.caption(said)
    if len(board.records) == 1:
        st.write(
            say(
                "A round is one pass through the four steps. When the next one begins, "
                "both are compared here: what customers and the team say, targets, actions and KPIs."
            )
        )


def _named(wording: Wording, entry: RoundEntry) -> str:
    said = wording.say("Round {number}", number=entry.number)
    return f"{said}: {entry.name}" if entry.name else said


def _show_left_over(page: PageContext, project: ProjectSummary, board: RoundBoard) -> None:
    """What earlier rounds have left to do: the first thing that a new round sees."""
    left = board.left_over
    if not left:
        return
    say = page.wording.say
    names = ", ".join(action.name for action in left[:_MOST_NAMED])
    said = plural(
        "{count} unfinished action of earlier rounds: {names}",
        "{count} unfinished actions of earlier rounds: {names}",
        len(left),
        names=names + (" …" if len(left) > _MOST_NAMED else ""),
    )
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(say(said)), width="stretch")
        if st.button(say("Open the to-do plan"), icon=":material/arrow_forward:"):
            go_to("todo_plan", project.id)


def _choose_pair(page: PageContext, board: RoundBoard) -> tuple[int, int]:
    """Which two rounds; a choice only where there are more. The latest two come first."""
    numbers = [record.round.number for record in board.records]
    pairs = {f"{first}-{last}": (first, last) for first, last in combinations(numbers, 2)}
    newest = f"{numbers[-2]}-{numbers[-1]}"
    if len(pairs) == 1:
        return pairs[newest]
    say = page.wording.say
    labels = {id_: say("Round {first} and {last}", first=a, last=b) for id_, (a, b) in pairs.items()}
    chosen = chosen_in_address(_PAIR, pairs, newest)
    st.selectbox(
        say("Compare"),
        list(labels),
        format_func=labels.__getitem__,
        key=_PAIR,
        on_change=keep_in_address,
        args=(_PAIR,),
        width=260,
    )
    return pairs[chosen]


def _choose_view(page: PageContext, pair: Pair) -> RoundsCompared:
    """Customers or team, never both in one; a choice only where both have rated."""
    views = [view for view in _VIEWS if pair.of(view).moves]
    if len(views) < 2:
        return pair.of(views[0] if views else View.TEAM)
    options = {view.value: page.wording.say(_VIEWS[view]) for view in views}
    return pair.of(View(choose_one(page.wording.say("Whose view"), options, _VIEW, is_labelled=False)))


def _show_nothing_rated(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        if not page.may_change:
            st.markdown(say("No touchpoint was rated in both rounds yet."))
            return
        said = say(
            "No touchpoint was rated in both rounds yet. Rate it again, or import the next survey wave."
        )
        st.markdown(escaped(said), width="stretch")
        if st.button(say("Rate the most important"), type="primary", icon=":material/arrow_forward:"):
            go_to("rating", project.id)


def _show_compared(
    page: PageContext,
    project: ProjectSummary,
    board: RoundBoard,
    pair: Pair,
    compared: RoundsCompared,
) -> None:
    if compared.moves:
        show_moves(page, board, compared)
    else:
        _show_nothing_rated(page, project)
    show_results(page, board, pair, compared)


if __name__ == "__main__":
    draw(render)
