"""A finding of the wall in a dialog: changed, sorted, weighed in minutes and money, or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from pages._conflict import close_when_decided, show_conflict
from pages._finding_actions import show_next
from pages._finding_acts import throw_away
from pages._finding_line import CONTACT_STAFF, WORD_OF, touchpoint_names, values_of_word
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import FieldValue
from pages._words import word_for
from storage.entries import change_entry
from storage.findings import WallFinding, actions_of_findings
from storage.intents import VersionConflict
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Finding, FindingKind

_FIELDS = {
    "text": N_("Finding"),
    "kind": N_("Kind"),
    "touchpoint_id": N_("Where"),
    "source": N_("Whose word it is"),
    "from_contact_staff": N_("Said by people who meet customers"),
    "minutes_per_month": N_("Minutes lost a month"),
    "cost_per_month": N_("Cost a month"),
}
_MOST = 99_999_999.0


@dataclass(frozen=True)
class _Form:
    page: PageContext
    project: ProjectSummary
    finding: WallFinding


def ask_for_changes(page: PageContext, project: ProjectSummary, finding: WallFinding) -> None:
    """Open the dialog."""
    dialog = st.dialog(page.wording.say("Finding"), on_dismiss="rerun")
    dialog(_show)(_Form(page, project, finding))


def _show(form: _Form) -> None:
    close_when_decided()
    say = form.page.wording.say
    with st.form(f"finding-{form.finding.id}", border=False):
        changes = _ask(form)
        with st.container(horizontal=True):
            is_saved = st.form_submit_button(say("Save"), type="primary")
            is_thrown_away = st.form_submit_button(say("Move to bin"), icon=":material/delete:")
        if is_saved:
            _save(form, changes)
        if is_thrown_away:
            throw_away(form.page, form.page.actor, form.project, [form.finding.id])
            st.rerun()
    _show_action(form)


def _show_action(form: _Form) -> None:
    """What became of it, read anew at each run of the dialog."""
    page, finding, place = form.page, form.finding, f"finding-{form.finding.id}"
    actions = actions_of_findings(page.store, page.actor, form.project.id).get(finding.id, ())
    show_next(page, form.project, finding, actions, place)
    show_outcome(page, place)


def _ask(form: _Form) -> dict[str, Any]:
    """The fields, six at the most; gives those that differ from what was shown."""
    say, finding = form.page.wording.say, form.finding
    names = touchpoint_names(form.page, form.project)
    kinds, places, words = [*FindingKind, None], list(names), list(WORD_OF)
    word = CONTACT_STAFF if finding.from_contact_staff else finding.source.value
    wanted: dict[str, Any] = {
        "text": st.text_area(say("Finding"), finding.text, max_chars=2000, height="content").strip(),
        "kind": st.selectbox(
            say("Kind"),
            kinds,
            kinds.index(finding.kind),
            format_func=lambda kind: say(word_for(kind)) if kind else say("Not sorted yet"),
        ),
        "touchpoint_id": st.selectbox(
            say("Where"), places, places.index(finding.touchpoint_id), format_func=names.__getitem__
        ),
        **values_of_word(
            st.selectbox(
                say("Whose word"), words, words.index(word), format_func=lambda word: say(WORD_OF[word])
            )
        ),
        **_ask_loss(form),
    }
    return {name: value for name, value in wanted.items() if value != getattr(finding, name)}


def _ask_loss(form: _Form) -> dict[str, Decimal | None]:
    """What it costs, asked of waste; and of another kind where it is told already."""
    say, finding = form.page.wording.say, form.finding
    told = {"minutes_per_month": finding.minutes_per_month, "cost_per_month": finding.cost_per_month}
    if finding.kind is not FindingKind.WASTE and not any(told.values()):
        return {}
    labels = {
        "minutes_per_month": say("Minutes lost a month"),
        "cost_per_month": say("Cost a month in {currency}", currency=form.project.currency),
    }
    with st.container(horizontal=True):
        return {name: _ask_amount(labels[name], value) for name, value in told.items()}


def _ask_amount(label: str, value: Decimal | None) -> Decimal | None:
    shown = None if value is None else float(value)
    amount = st.number_input(label, 0.0, _MOST, shown, step=1.0, format="%g")
    return None if amount is None else Decimal(f"{amount:.2f}")


def _save(form: _Form, changes: dict[str, Any]) -> None:
    """Save what differs; where somebody was faster, both versions are shown and one is chosen."""
    if not changes:
        st.rerun()
    page, finding = form.page, form.finding

    def save(version: int) -> None:
        change_entry(page.store, page.actor, form.project.id, Finding, finding.id, version, changes)

    try:
        save(finding.version)
    except VersionConflict as conflict:
        save_mine = partial(save, conflict.stored_version)
        show_conflict(page, conflict, _FIELDS, save_mine, _as_text_in(form))
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
    else:
        st.rerun()


def _as_text_in(form: _Form) -> Callable[[str, FieldValue], str]:
    say, names = form.page.wording.say, touchpoint_names(form.page, form.project)
    by_text = {str(id_): name for id_, name in names.items()}

    def as_text(field: str, value: FieldValue) -> str:
        if field == "touchpoint_id":
            return by_text.get(str(value), "–")
        if field == "kind":
            return say(word_for(FindingKind(value))) if value else say("Not sorted yet")
        return say(WORD_OF[value]) if field == "source" else str(value if value is not None else "–")

    return as_text
