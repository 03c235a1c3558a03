"""What of the journey board to show: words, depth, level, or what one question of the guide still lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from pages._address import choose_one
from pages._coach_filter import forget_what_is_meant, is_about_phases, meant_in_address
from pages._page import PageContext
from pages._stored_value import follow
from pages._touchpoint_cards import TouchpointCard
from pages._words import word_for
from storage.projects import ProjectSummary
from touchpoints.messages import N_, plural
from touchpoints.model import ContactType, Control, Depth
from touchpoints.statistics import Level

_SEARCH = "search"
_BOARD, _TABLE = "board", "table"


@dataclass(frozen=True)
class View:
    """The cards that are shown, as a board or as a table; `phases` are the only ones meant, None for all."""

    cards: tuple[TouchpointCard, ...]
    is_table: bool
    phases: frozenset[str] | None = None

    def has(self, phase_id: object) -> bool:
        """Whether a phase is shown."""
        return self.phases is None or str(phase_id) in self.phases


@dataclass(frozen=True)
class _Filter:
    """A fact of a touchpoint that can be filtered by; `id` stands in the address, as do its options."""

    id: str
    label: str
    options: Sequence[StrEnum]
    fact: Callable[[TouchpointCard], StrEnum | None]


def _level(card: TouchpointCard) -> StrEnum | None:
    return card.point.level if card.point and card.point.is_measured else None


_DEPTH = _Filter("depth", N_("Depth"), tuple(Depth), lambda card: card.entry.depth)
_MORE = (
    _Filter("level", N_("Experience level, as customers say"), tuple(Level), _level),
    _Filter("control", N_("Control"), tuple(Control), lambda card: card.entry.control),
    _Filter("contact", N_("Contact type"), tuple(ContactType), lambda card: card.entry.contact_type),
)
Chosen = Mapping[str, Sequence[StrEnum]]


def ask_what_to_show(page: PageContext, project: ProjectSummary, cards: tuple[TouchpointCard, ...]) -> View:
    """The filters above the board; all of them in the address, so that a view can be linked."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        words = st.text_input(
            say("Search"),
            key=_SEARCH,
            bind="query-params",
            icon=":material/search:",
            placeholder=say("Search"),
            label_visibility="collapsed",
            width=200,
        )
        chosen = {_DEPTH.id: _ask(page, _DEPTH, is_label_shown=False), **_ask_more(page)}
        views = {_BOARD: say("Board"), _TABLE: say("Table")}
        is_table = choose_one(say("Show as"), views, "view", is_labelled=False) == _TABLE
    shown, meant = _fitting(cards, words or "", chosen), meant_in_address(page, project)
    if meant is not None:
        # A hint is about touchpoints, or about phases with all that lies in them.
        shown = tuple(card for card in shown if {card.card.id, card.card.column} & meant)
    if len(shown) < len(cards):
        _say_how_many(page, len(shown), len(cards))
    return View(shown, is_table, meant if is_about_phases(page, project) else None)


def _ask_more(page: PageContext) -> Chosen:
    """The rarer filters; the label stays, or a choice would shut them."""
    more = st.popover(
        page.wording.say("Filter"), icon=":material/filter_list:", key="filters", on_change="rerun"
    )
    if not more.open:  # each widget costs every run; what is shut away is not drawn
        return {one.id: _in_address(one) for one in _MORE}
    with more:
        return {one.id: _ask(page, one) for one in _MORE}


def _ask(page: PageContext, one: _Filter, *, is_label_shown: bool = True) -> Sequence[StrEnum]:
    say = page.wording.say
    # The address is what counts: it holds ids, which are the same in every language.
    follow(one.id, _in_address(one))
    return st.pills(
        say(one.label),
        one.options,
        selection_mode="multi",
        format_func=lambda option: say(word_for(option)),
        label_visibility="visible" if is_label_shown else "collapsed",
        key=one.id,
        on_change=_tell_address,
        args=(one,),
    )


def _in_address(one: _Filter) -> list[StrEnum]:
    told = st.query_params.get_all(one.id)
    return [option for option in one.options if option.value in told]


def _tell_address(one: _Filter) -> None:
    chosen: Sequence[StrEnum] = st.session_state[one.id]
    if chosen:
        st.query_params[one.id] = [option.value for option in chosen]
    else:
        st.query_params.pop(one.id, None)


def _fitting(cards: tuple[TouchpointCard, ...], searched: str, chosen: Chosen) -> tuple[TouchpointCard, ...]:
    """The cards with all the words that fit each filter that is set."""
    words = searched.casefold().split()
    filters = [one for one in (_DEPTH, *_MORE) if chosen[one.id]]
    if not words and not filters:
        return cards
    return tuple(
        card
        for card in cards
        if all(word in card.searched for word in words)
        and all(one.fact(card) in chosen[one.id] for one in filters)
    )


def _say_how_many(page: PageContext, shown: int, of: int) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        said = plural("{shown} of {count} touchpoint", "{shown} of {count} touchpoints", of, shown=shown)
        st.caption(say(said), width="content")
        st.button(say("Show all touchpoints"), type="tertiary", on_click=_show_all)


def _show_all() -> None:
    st.session_state[_SEARCH] = ""
    forget_what_is_meant()
    for name in (_DEPTH.id, *(one.id for one in _MORE)):
        st.query_params.pop(name, None)
