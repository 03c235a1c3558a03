"""What happens at a touchpoint: the steps above and below the line of visibility, and their times."""

from __future__ import annotations

import streamlit as st

from pages._text import escaped
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_entries import Listing, show_add_line, show_listing
from pages._touchpoint_fields import Field, number_field, text_field, word_field
from pages._words import word_for
from storage.journey import StepEntry
from touchpoints.messages import N_, Percent
from touchpoints.model import Layer, ProcessStep
from touchpoints.process import Process, Step, span_of_time

_FIELDS: tuple[Field, ...] = (
    text_field("text", N_("Step"), 300),
    word_field("layer", N_("Who acts or sees"), Layer),
    number_field("duration_minutes", N_("Duration in minutes")),
    number_field("waiting_minutes", N_("Waiting before it in minutes")),
    text_field("department", N_("Department"), 80),
)
_ADD = {
    Layer.CUSTOMER: N_("Add what the customer does"),
    Layer.VISIBLE: N_("Add what the customer sees"),
    Layer.BEHIND: N_("Add what happens behind"),
}


def show_process(drawer: Drawer) -> None:
    """The three layers one below the other, with the line between what is seen and what is not."""
    _show_total(drawer)
    for layer in Layer:
        if layer is Layer.BEHIND:
            st.divider()
            st.caption(drawer.say("Line of visibility: what lies below it, the customer does not see."))
        _show_layer(drawer, layer)


def _show_total(drawer: Drawer) -> None:
    say, steps = drawer.say, tuple(_step(entry) for entry in drawer.details.steps)
    process = Process(str(drawer.touchpoint.id), drawer.touchpoint.name, steps)
    seen, behind, said = process.seen, process.behind, []
    if seen.is_timed:
        share = Percent(seen.waiting / seen.total)
        total = span_of_time(seen.total)
        said.append(say("It takes the customer {total}, {share} of it waiting.", total=total, share=share))
    if behind.is_timed:
        time = span_of_time(behind.total)
        said.append(say("Behind the line of visibility it takes {time}.", time=time))
    if said:
        st.markdown(" ".join(said))


def _show_layer(drawer: Drawer, layer: Layer) -> None:
    st.markdown(f"**{drawer.say(word_for(layer))}**")
    listing = Listing(
        place=f"{drawer.touchpoint.id}-steps-{layer}",
        kind=ProcessStep,
        fields=_FIELDS,
        line=lambda step: _line(drawer, step),
        name=lambda step: step.text,
        is_ordered=True,
    )
    show_listing(drawer, listing, [step for step in drawer.details.steps if step.layer is layer])
    show_add_line(drawer, listing, "text", drawer.say(_ADD[layer]), lambda: {"layer": layer})


def _line(drawer: Drawer, entry: StepEntry) -> str:
    say, step, parts = drawer.say, _step(entry), [escaped(entry.text)]
    if step.duration:
        parts.append(say(span_of_time(step.duration)))
    if step.waiting:
        parts.append(say("{time} waiting", time=span_of_time(step.waiting)))
    if entry.department:
        parts.append(f"*{escaped(entry.department)}*")
    return " · ".join(parts)


def _step(entry: StepEntry) -> Step:
    duration, waiting = entry.duration_minutes, entry.waiting_minutes
    return Step(
        text=entry.text,
        layer=entry.layer.value,
        duration_minutes=None if duration is None else float(duration),
        waiting_minutes=None if waiting is None else float(waiting),
        department=entry.department,
    )
