"""Cards that seem to say the same: asked about one after the other, and never merged unasked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial
from uuid import UUID

import streamlit as st

from pages._card_wall_acts import merge
from pages._console_press import carry_out_press
from pages._text import escaped
from pages._workshop import OpenWorkshop
from storage.card_list import CardEntry
from touchpoints.messages import plural
from touchpoints.room.doubles import likely_doubles

Group = tuple[CardEntry, ...]
_APART = "cards-that-stay-apart"


def show_doubles(opened: OpenWorkshop, cards: Sequence[CardEntry], place: str) -> None:
    """The first group that nobody has decided about, and how many more there are."""
    groups = _undecided(cards)
    if not groups:
        return
    say, first = opened.say, groups[0]
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(escaped(_asked(opened, groups)), width="stretch")
        key = f"{place}-{first[0].id}"
        st.button(say("Merge"), f"merge-{key}", on_click=_merge, args=(opened, first))
        st.button(say("Keep apart"), f"apart-{key}", on_click=_keep_apart, args=(first,))


def _asked(opened: OpenWorkshop, groups: Sequence[Group]) -> str:
    """The texts of the first group, and how many more there are."""
    said = Counter(card.text for card in groups[0])
    texts = " · ".join(_quoted(opened, text, count) for text, count in said.items())
    asked = opened.say("Do these say the same? {texts}", texts=texts)
    more = len(groups) - 1
    if not more:
        return asked
    left = opened.say(plural("and {count} more", "and {count} more", more))
    return f"{asked} ({left})"


def _quoted(opened: OpenWorkshop, text: str, count: int) -> str:
    quoted = opened.say("“{text}”", text=text)
    return f"{quoted} × {count}" if count > 1 else quoted


def _undecided(cards: Sequence[CardEntry]) -> list[Group]:
    apart: set[frozenset[object]] = st.session_state.get(_APART, set())
    by_id = {card.id: card for card in cards if card.taken_as_id is None}
    found = _likely_doubles(tuple((card.id, card.kind.value, card.text) for card in by_id.values()))
    return [tuple(by_id[id_] for id_ in group) for group in found if frozenset(group) not in apart]


# The same cards are looked through at every press.
@lru_cache(maxsize=32)
def _likely_doubles(texts: tuple[tuple[UUID, str, str], ...]) -> tuple[tuple[UUID, ...], ...]:
    return likely_doubles(texts)


def _merge(opened: OpenWorkshop, group: Group) -> None:
    carry_out_press(partial(merge, opened, opened.page.actor.once(), group))


def _keep_apart(group: Group) -> None:
    """Whoever was asked is not asked again, as long as he stays on the page."""
    st.session_state.setdefault(_APART, set()).add(frozenset(card.id for card in group))
