"""What makes a touchpoint so: three lists, and the reason why a planned delight has to wait."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages._text import escaped
from pages._touchpoint_customers import is_disappointing
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_entries import Listing, show_add_line, show_listing
from pages._touchpoint_fields import Field, text_field, word_field, yes_no_field
from pages._touchpoint_remedies import offer_action, said_of_remedies
from pages._words import word_for
from storage.disappointments import Disappointment, list_disappointments
from storage.journey import FactorEntry
from touchpoints.disappointment_first import reason_to_wait
from touchpoints.messages import N_
from touchpoints.model import Factor, Level, Source

# By the id of the factor that disappoints.
Disappointments = Mapping[UUID, Disappointment]
_FIELDS: tuple[Field, ...] = (
    text_field("text", N_("What makes it so"), 300),
    word_field("level", N_("List"), Level),
    word_field("source", N_("Whose word it is"), Source),
    yes_no_field("is_planned", N_("Planned, not there yet")),
)
_ADD = {
    Level.DISAPPOINTING: N_("Add what disappoints"),
    Level.OKAY: N_("Add what is expected"),
    Level.DELIGHTFUL: N_("Add what delights"),
}


def show_factors(drawer: Drawer) -> None:
    """Three lists side by side: what disappoints, what is okay, what delights."""
    st.subheader(drawer.say("What makes it so"), anchor=False)
    page = drawer.page
    found = list_disappointments(page.store, page.actor, drawer.project.id, drawer.touchpoint.id)
    disappointments = {one.id: one for one in found}
    for column, level in zip(st.columns(3), Level, strict=True):
        with column:
            _show_list(drawer, level, disappointments)


def _show_list(drawer: Drawer, level: Level, disappointments: Disappointments) -> None:
    factors = [factor for factor in drawer.details.factors if factor.level is level]
    st.markdown(f"**{drawer.say(word_for(level))}**")
    place = f"{drawer.touchpoint.id}-factors-{level}"
    listing = Listing(
        place=place,
        kind=Factor,
        fields=_FIELDS,
        line=lambda factor: _line(drawer, factor, disappointments.get(factor.id)),
        name=lambda factor: factor.text,
        is_ordered=True,
        beside=lambda factor: _show_beside(drawer, disappointments.get(factor.id), place),
    )
    if level is Level.DELIGHTFUL:
        _warn(drawer, factors, sum(one.is_open for one in disappointments.values()))
    show_listing(drawer, listing, factors)
    show_add_line(drawer, listing, "text", drawer.say(_ADD[level]), lambda: {"level": level})


def _line(drawer: Drawer, factor: FactorEntry, found: Disappointment | None) -> str:
    say, parts = drawer.say, [escaped(factor.text)]
    if factor.is_planned:
        planned = say("planned")
        parts.append(f":material/schedule: *{planned}*")
    if factor.source is not Source.TEAM:
        parts.append(f"*{say(word_for(factor.source))}*")
    if found is None:
        return " · ".join(parts)
    if not found.is_open:
        removed = say("removed")
        parts.append(f":material/task_alt: *{removed}*")
    return "  \n".join([" · ".join(parts), *said_of_remedies(drawer, found)])


def _show_beside(drawer: Drawer, found: Disappointment | None, place: str) -> None:
    if found is not None:
        offer_action(drawer, found, place)


def _warn(drawer: Drawer, delights: list[FactorEntry], disappointing: int) -> None:
    """Extras have no effect while disappointments remain."""
    if not any(factor.is_planned for factor in delights):
        return
    reason = reason_to_wait(is_disappointing=is_disappointing(drawer), disappointing_factors=disappointing)
    if reason is not None:
        st.warning(escaped(drawer.say(reason)), icon=":material/warning:")
