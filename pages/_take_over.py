"""What a reveal says about the project: now and as the room says, taken over by a press, and undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages._cards_waiting import show_cards_waiting
from pages._console_press import carry_out_press, show_press, show_press_fault
from pages._kept import kept
from pages._live import on_move
from pages._table import table_of
from pages._take_over_hints import show_decided_hints
from pages._words import word_for
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.revisions import activity_scope, revisions_of
from storage.take_over import Proposed, list_proposals, take_over_values
from storage.take_over_record import TakeOverEntry, list_take_overs, undo_take_over
from touchpoints.messages import N_, Wording, plural
from touchpoints.model import Depth
from touchpoints.room.hints import asked_hints
from touchpoints.room.proposals import Slot

if TYPE_CHECKING:
    import pyarrow as pa

_WORDS: Mapping[Slot, str] = {
    Slot.EXPERIENCE: N_("Experience, as the team rates it"),
    Slot.POINTS: N_("Points of importance"),
    Slot.TARGET: N_("Target level"),
    Slot.SIZE: N_("Size"),
    Slot.VOTES: N_("Votes of the team"),
    Slot.DEPTH: N_("Depth"),
    Slot.COMMITTED: N_("Committed"),
    Slot.OWNER: N_("Owner"),
    Slot.DUE: N_("Due"),
}


@dataclass(frozen=True)
class _Offer:
    """What may be taken over, what was, and the table of the former."""

    proposals: tuple[Proposed, ...]
    taken: tuple[TakeOverEntry, ...]
    table: pa.Table


@st.fragment
def show_take_over(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """What landed by itself, and what would change something that stands."""
    on_move(activity_scope(activity.id), key="take-over")
    show_press_fault(opened.page)
    if opened.workshop.is_rehearsal:
        st.info(opened.say("This is a rehearsal. Nothing of it is taken over into the project."))
        return
    has_cards = show_cards_waiting(opened, activity)
    if asked_hints(activity.settings):
        show_decided_hints(opened, activity)
        return
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    state = sorted(revisions_of(*opened.where).items())
    offer = _offer(opened, activity, str((activity.id, state, opened.page.wording.language)))
    _show_taken(opened, offer.taken)
    if offer.proposals:
        _show_proposals(opened, activity, offer)
    elif not offer.taken and not has_cards:
        st.caption(opened.say("Nothing of this activity differs from what stands in the project."))


# Nine kinds of values are compared, so it is done once for as long as nothing in the project changes.
@kept(30)
def _offer(_opened: OpenWorkshop, _activity: ActivityEntry, key: str) -> _Offer:  # noqa: ARG001 - says of which state and language

    proposals = list_proposals(*_opened.where, _activity.id)
    taken = list_take_overs(*_opened.where, _opened.workshop.id)
    return _Offer(
        proposals,
        tuple(one for one in taken if one.activity_id == _activity.id),
        table_of([_row(_opened.page.wording, one) for one in proposals]),
    )


def _show_taken(opened: OpenWorkshop, taken: Sequence[TakeOverEntry]) -> None:
    for entry in taken:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(opened.say(_said_of(entry)), width="stretch")
            press = partial(undo_take_over, *opened.where, entry.id)
            st.button(
                opened.say("Undo"),
                f"undo-take-over-{entry.id}",
                icon=":material/undo:",
                on_click=carry_out_press,
                args=(press,),
            )


def _said_of(entry: TakeOverEntry) -> Any:  # noqa: ANN401 - a message
    if entry.is_automatic:
        return plural(
            "{count} value landed in the project at the reveal: nothing stood there before.",
            "{count} values landed in the project at the reveal: nothing stood there before.",
            entry.count,
        )
    return plural("{count} was taken over.", "{count} were taken over.", entry.count)


def _show_proposals(opened: OpenWorkshop, activity: ActivityEntry, offer: _Offer) -> None:
    """All of them as a table, ticked at first; what is not ticked stays as it is."""
    say, proposals = opened.say, offer.proposals
    # Ticks are kept by row, so other rows are another table.
    of = f"{activity.id}-{hash(tuple((one.slot, one.subject) for one in proposals))}"
    st.markdown(say("This would change what stands in the project; it is taken over only by a press."))
    picked = st.dataframe(
        offer.table,
        hide_index=True,
        key=f"proposals-{of}",
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": list(range(len(proposals)))}},
        alt=say("What stands now, and what the room says"),
    )
    chosen = [proposals[place] for place in picked.selection.rows if place < len(proposals)]
    if not chosen:
        st.caption(say("Tick what shall be taken over."))
        return
    show_press(
        opened.page,
        say(plural("Take {count} value over", "Take {count} values over", len(chosen))),
        f"take-values-{of}",
        take_over_values,
        opened.project.id,
        activity.id,
        tuple(chosen),
        kind="primary",
        icon=":material/move_item:",
    )


def _row(wording: Wording, one: Proposed) -> dict[str, str]:
    say = wording.say
    return {
        say("About"): one.name,
        say("What"): say(_WORDS[one.slot]),
        say("Now"): shown_value(wording, one.slot, one.now),
        say("The room says"): shown_value(wording, one.slot, one.said),
    }


def shown_value(wording: Wording, slot: Slot, value: Any) -> str:  # noqa: ANN401 - plain JSON
    """A value as a person reads it."""
    if value is None or value == []:
        return "–"
    return _SHOWN.get(slot, _plain)(wording, value)


def _plain(_wording: Wording, value: Any) -> str:  # noqa: ANN401 - plain JSON
    return str(value)


def _counts(wording: Wording, value: Mapping[str, int]) -> str:
    """The mean of the room with how many it is about."""
    n = sum(value.values())
    mean = sum(int(point) * count for point, count in value.items()) / n
    return wording.say("{mean} (n = {n})", mean=wording.number(mean, 1, signed=True), n=n)


_SHOWN: Mapping[Slot, Callable[[Wording, Any], str]] = {
    Slot.EXPERIENCE: _counts,
    Slot.TARGET: lambda wording, value: wording.number(value, 1, signed=True),
    Slot.DEPTH: lambda wording, value: wording.say(word_for(Depth(value))),
    Slot.COMMITTED: lambda _wording, value: ", ".join(value),
    Slot.DUE: lambda wording, value: wording.date(date.fromisoformat(value)),
}
