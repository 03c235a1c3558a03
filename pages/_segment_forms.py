"""Classifying a segment, what its lifetime value rests on, and what becomes of it: each in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from pages._action_fields import optional_choice_field
from pages._page import PageContext
from pages._segment_fields import COUNT, amount_field, choice_of, rate_field, stored, years_field
from pages._segment_values import formula_of, money
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import Field, text_field, word_field, yes_no_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.answers import list_survey_groups
from storage.projects import ProjectSummary
from storage.segment_values import SegmentValue, put_segment_values_back
from storage.segments import change_segment
from touchpoints.customer_value import Assumptions
from touchpoints.messages import N_, message
from touchpoints.model import AbcClass, Treatment

_PLACE = "segment-values"
_CLASSES = (
    choice_of("abc", N_("ABC by revenue"), tuple(AbcClass)),
    yes_no_field("abc_is_assumed", N_("ABC is an assumption")),
    choice_of("attractiveness", N_("How attractive is the segment? (1 not at all, 5 very)"), range(1, 6)),
    choice_of("position", N_("How strong is our position there? (1 weak, 5 strong)"), range(1, 6)),
    yes_no_field("portfolio_is_assumed", N_("Portfolio is an assumption")),
)
_DECISION = (
    word_field("treatment", N_("What becomes of it"), Treatment, is_optional=True),
    text_field("treatment_reason", N_("Reason"), 500),
)
_CONTRIBUTION = amount_field("contribution", N_("Contribution a year"))
_LIFETIME = (
    COUNT,
    amount_field("revenue", N_("Revenue a year, of all its customers")),
    amount_field("cost", N_("Cost a year, of all its customers")),
    years_field(),
    rate_field(),
    yes_no_field("lifetime_value_is_assumed", N_("Lifetime value is an assumption")),
)
# What two people may have changed at once; the cost is stored as what it leaves.
_FIELDS = (
    *(*_CLASSES, *_LIFETIME, *_DECISION, _CONTRIBUTION),
    amount_field("lifetime_value", N_("Lifetime value")),
    text_field("classified_on", N_("Classified on"), 20),
)


@dataclass(frozen=True)
class _Form:
    """An open dialog about one segment."""

    page: PageContext
    project: ProjectSummary
    segment: SegmentValue

    def ask(self, fields: Sequence[Field], shown: Mapping[str, Any]) -> dict[str, Any]:
        """Draw the fields; gives what they hold as it is stored."""
        say, given = self.page.wording.say, {}
        for field in fields:
            key = f"{field.name}-{self.segment.id}-{self.segment.version}"
            field.ask(self.page, say(field.label), shown[field.name], key)
            given[field.name] = stored(field, st.session_state[key])
        return given

    def save(self, wanted: Mapping[str, Any], *, classifies: bool, fields: Sequence[Field] = _FIELDS) -> None:
        """Store what differs, with the day where it classifies; the dialog closes unless that cannot be."""
        page, segment = self.page, self.segment
        changes = {name: value for name, value in wanted.items() if value != getattr(segment, name)}
        if classifies:
            changes["classified_on"] = page.today
        where = (page.store, page.actor, self.project.id)
        saving = Saving(_PLACE, fields, partial(change_segment, *where, segment.id))
        if save_changes(saving, segment.version, changes):
            done = message("{name} was changed.", name=segment.name)
            offer_undo(done, lambda: put_segment_values_back(*where, [segment]))
            st.rerun()
        show_outcome(page, _PLACE)


def show_menu(page: PageContext, project: ProjectSummary, segment: SegmentValue) -> None:
    """What can be said of a segment."""
    say = page.wording.say
    chosen = st.menu_button(say("Classify"), list(_DIALOGS), format_func=say, key=f"classify-{segment.id}")
    if chosen is not None:
        title = f"{say(chosen)}: {escaped(segment.name)}"
        st.dialog(title, width="medium")(_DIALOGS[chosen])(_Form(page, project, segment))


def show_unsettled(page: PageContext) -> None:
    """Both versions where two have changed a segment at once."""
    show_undecided(page, _PLACE)


def _classify(form: _Form) -> None:
    with st.form("classify-segment", border=False):
        given = form.ask(_CLASSES, vars(form.segment))
        if st.form_submit_button(form.page.wording.say("Save"), type="primary"):
            form.save(given, classifies=True)


def _decide(form: _Form) -> None:
    """Nobody is only a C customer: serve better, or part honestly."""
    say = form.page.wording.say
    st.caption(
        say("Whoever is served badly tells others: serve the segment better, or part with it honestly.")
    )
    with st.form("decide-segment", border=False):
        given = form.ask(_DECISION, vars(form.segment))
        if st.form_submit_button(say("Save"), type="primary"):
            form.save(given, classifies=False)


def _say_group(form: _Form) -> None:
    """Whose ratings in the surveys are those of the segment."""
    page, say = form.page, form.page.wording.say
    groups = list_survey_groups(page.store, page.actor, form.project.id)
    if not groups:
        st.info(say("The surveys of this project tell no groups of customers apart yet."))
        return
    label = N_("In the surveys this segment is …")
    field = optional_choice_field("surveyed_as_id", label, {one.id: one.name for one in groups})
    st.caption(say("Then its own ratings count for the segment, and no longer those of all customers."))
    with st.form("segment-in-surveys", border=False):
        given = form.ask([field], vars(form.segment))
        if st.form_submit_button(say("Save"), type="primary"):
            form.save({"surveyed_as_id": given["surveyed_as_id"] or None}, classifies=False, fields=[field])


def _estimate(form: _Form) -> None:
    """The value is there as soon as the figures are; no form, so that each figure can be played with."""
    say, segment = form.page.wording.say, form.segment
    is_first = segment.lifetime_value is None
    shown = {
        **vars(segment),
        "cost": segment.assumptions.cost,
        "lifetime_value_is_assumed": is_first or segment.lifetime_value_is_assumed,
    }
    given = form.ask(_LIFETIME, shown)
    cost, revenue = given.pop("cost"), given["revenue"]
    rests_on = Assumptions(given["customers"], revenue, cost, given["years"], _exact(given["discount_rate"]))
    _show_value(form, rests_on)
    has_both = revenue is not None and cost is not None
    wanted = given | {"contribution": revenue - cost if has_both else segment.contribution}
    if rests_on.value is not None:
        wanted["lifetime_value"] = rests_on.value
    if st.button(say("Save"), type="primary", key="save-lifetime-value"):
        form.save(wanted, classifies=rests_on.value is not None)


def _show_value(form: _Form, rests_on: Assumptions) -> None:
    """The value with its formula in words, or what is missing for one."""
    say, value = form.page.wording.say, rests_on.value
    if value is None:
        st.info(say("With all five figures the lifetime value of one customer is computed."))
        return
    amount = say(money(form.project, value))
    title = say("Lifetime value of one customer")
    st.markdown(f"**{escaped(title)}: {escaped(amount)}**")
    st.caption(escaped(f"{say(formula_of(form.project, rests_on))}."))


def _exact(rate: float | None) -> Decimal | None:
    return None if rate is None else Decimal(str(rate))


_DIALOGS: Mapping[str, Callable[[_Form], None]] = {
    N_("ABC and portfolio"): _classify,
    N_("Lifetime value and its figures"): _estimate,
    N_("What becomes of it"): _decide,
    N_("Its group in the surveys"): _say_group,
}
