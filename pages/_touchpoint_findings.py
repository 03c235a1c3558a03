"""What the team and customers have noticed at a touchpoint, by the method's kinds."""

from __future__ import annotations

import streamlit as st

from pages._finding_actions import Became, is_answered, offer_action, show_actions
from pages._read_only import show_nothing_yet
from pages._text import escaped
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_entries import Listing, show_add_line, show_listing
from pages._touchpoint_fields import Field, number_field, text_field, word_field, yes_no_field
from pages._words import word_for
from storage.findings import actions_of_findings
from storage.journey import FindingEntry
from touchpoints.messages import N_, Number, plural
from touchpoints.model import Finding, FindingKind, Source

_KIND_FIELD = word_field("kind", N_("Kind"), FindingKind, is_optional=True)
_FIELDS: tuple[Field, ...] = (
    text_field("text", N_("Finding"), 2000),
    _KIND_FIELD,
    word_field("source", N_("Whose word it is"), Source),
    yes_no_field("from_contact_staff", N_("Said by people who meet customers")),
    number_field("minutes_per_month", N_("Minutes lost a month")),
    number_field("cost_per_month", N_("Cost a month")),
)
# The questions 1.7 to 1.10 of the method, and what occurs to people on the way.
QUESTIONS = {
    FindingKind.KEEP: N_("What goes well?"),
    FindingKind.DROP: N_("What must go?"),
    FindingKind.IMPROVE: N_("What must be different or better?"),
    FindingKind.WASTE: N_("Where do we waste time or money?"),
    FindingKind.BARRIER: N_("Which process barriers exist? What has kept us from it so far?"),
    FindingKind.IDEA: N_("Which ideas came up?"),
}
# Comments of customers come by the hundred, and are sorted on a screen of their own.
_MOST_UNSORTED = 20


def show_findings(drawer: Drawer) -> None:
    """One line to add with, then what is there, kind by kind."""
    if drawer.page.may_follow_up:
        _ask_for_finding(drawer)
    elif not drawer.details.findings:
        show_nothing_yet(drawer.page)
    page, noticed = drawer.page, drawer.details.findings
    became = actions_of_findings(page.store, page.actor, drawer.project.id) if noticed else {}
    for shown in (*QUESTIONS, None):
        findings = [finding for finding in noticed if finding.kind == shown]
        if findings or drawer.page.may_follow_up:
            _show_kind(drawer, shown, findings, became)


def _ask_for_finding(drawer: Drawer) -> None:
    say = drawer.say
    key = f"kind-{drawer.touchpoint.id}"
    kind = st.segmented_control(
        say("Kind of finding"),
        list(QUESTIONS),
        default=FindingKind.KEEP,
        format_func=lambda kind: say(word_for(kind)),
        required=True,
        wrap=True,
        key=key,
    )
    listing = _listing(drawer, "new", {})
    question = say(QUESTIONS[kind or FindingKind.KEEP])
    show_add_line(drawer, listing, "text", question, lambda: {"kind": st.session_state[key]})


def _show_kind(
    drawer: Drawer, kind: FindingKind | None, findings: list[FindingEntry], became: Became
) -> None:
    say = drawer.say
    if findings:
        title = say(word_for(kind)) if kind else say("Not sorted yet")
        st.markdown(f"**{title}**")
    shown = findings if kind else findings[:_MOST_UNSORTED]
    show_listing(drawer, _listing(drawer, kind.value if kind else "unsorted", became), shown)
    if len(shown) < len(findings):
        st.caption(say(plural("and {count} more", "and {count} more", len(findings) - len(shown))))


def _listing(drawer: Drawer, part: str, became: Became) -> Listing:
    place = f"{drawer.touchpoint.id}-findings-{part}"
    return Listing(
        place=place,
        kind=Finding,
        fields=_FIELDS,
        line=lambda finding: _line(drawer, finding),
        name=lambda finding: finding.text,
        beside=lambda finding: _show_beside(drawer, finding, became, place),
        below=lambda finding: show_actions(drawer.page, drawer.project, became.get(finding.id, ())),
    )


def _show_beside(drawer: Drawer, finding: FindingEntry, became: Became, place: str) -> None:
    """One press makes it an action, where none is under way."""
    if drawer.page.may_follow_up and not is_answered(became.get(finding.id, ())):
        offer_action(drawer.page, drawer.project, finding, drawer.touchpoint.id, place)


def _line(drawer: Drawer, finding: FindingEntry) -> str:
    say, parts = drawer.say, [escaped(finding.text)]
    if finding.minutes_per_month:
        minutes = Number(float(finding.minutes_per_month))
        parts.append(say("{minutes} min a month", minutes=minutes))
    if finding.cost_per_month:
        cost = Number(float(finding.cost_per_month))
        parts.append(say("{cost} {currency} a month", cost=cost, currency=drawer.project.currency))
    if finding.from_contact_staff:
        staff = say("from contact staff")
        parts.append(f"*{staff}*")
    elif finding.source is not Source.TEAM:
        parts.append(f"*{say(word_for(finding.source))}*")
    return " · ".join(parts)
