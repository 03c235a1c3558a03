"""What of the journey board to show: words, depth, level, or what one question of the guide still lacks."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_cards import TouchpointCard
from pages._words import word_for
from storage.projects import ProjectSummary
from storage.step_facts import read_project_facts
from touchpoints.guide import QUESTIONS, missing_at
from touchpoints.messages import plural
from touchpoints.model import Depth
from touchpoints.statistics import Level

_MISSING = "missing"


@dataclass(frozen=True)
class View:
    """The cards that are shown, as a board or as a table."""

    cards: tuple[TouchpointCard, ...]
    is_table: bool


def ask_what_to_show(page: PageContext, project: ProjectSummary, cards: tuple[TouchpointCard, ...]) -> View:
    """The filters above the board; all of them in the address, so that a view can be linked."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            say("Search"), key="search", bind="query-params", icon=":material/search:", width=220
        )
        depths = st.pills(
            say("Depth"),
            list(Depth),
            selection_mode="multi",
            format_func=lambda depth: say(word_for(depth)),
            key="depth",
        )
        levels = st.pills(
            say("Level"),
            [Level.DISAPPOINTING, Level.OKAY, Level.DELIGHTFUL, Level.UNCLEAR],
            selection_mode="multi",
            format_func=lambda level: say(word_for(level)),
            key="level",
        )
        is_table = st.toggle(say("As a table"), key="as_table")
    shown = [card for card in cards if _fits(card, words or "", depths, levels)]
    shown = _only_missing(page, project, shown)
    if len(shown) < len(cards):
        said = plural(
            "{count} of {all} touchpoint", "{count} of {all} touchpoints", len(shown), all=len(cards)
        )
        st.caption(say(said))
    return View(tuple(shown), is_table)


def _fits(card: TouchpointCard, words: str, depths: list[Depth], levels: list[Level]) -> bool:
    text = f"{card.entry.name} {card.entry.phase} {card.entry.owner or ''}".casefold()
    level = card.point.level if card.point and card.point.is_measured else None
    return (
        all(word in text for word in words.casefold().split())
        and (not depths or card.entry.depth in depths)
        and (not levels or level in levels)
    )


def _only_missing(
    page: PageContext, project: ProjectSummary, cards: list[TouchpointCard]
) -> list[TouchpointCard]:
    """What a question of the guide still lacks, where the guide led here."""
    wanted = st.query_params.get(_MISSING)
    question = next((question for question in QUESTIONS if question.id == wanted), None)
    if question is None:
        return cards
    say = page.wording.say
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(f"{question.id} {say(question.text)}"), width="stretch")
        st.button(say("Show all touchpoints"), on_click=lambda: st.query_params.pop(_MISSING, None))
    facts = read_project_facts(page.store, page.actor, project.id)
    missing = set(missing_at(QUESTIONS, facts, question.id))
    return [card for card in cards if str(card.entry.id) in missing]
