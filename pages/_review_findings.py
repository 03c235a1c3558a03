"""Findings that are written down in a review; they are findings of the project like all others."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._read_only import show_nothing_yet
from pages._review import OpenReview
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.entries import bin_entry
from storage.review_parts import write_finding
from storage.reviews import ReviewedFinding
from touchpoints.messages import message
from touchpoints.model import Finding, FindingKind

_PART = "findings"


def show_findings(opened: OpenReview) -> None:
    """What was learned, and a line to add to it."""
    say, findings = opened.say, opened.details.findings
    st.subheader(say("What we have learned"), anchor=False)
    if findings:
        st.markdown("\n".join(f"- {escaped(_said(opened, finding))}" for finding in findings))
    if opened.may_edit:
        _show_adding(opened)
    elif not findings:
        show_nothing_yet(opened.page)
    show_outcome(opened.page, opened.place(_PART))


def _said(opened: OpenReview, finding: ReviewedFinding) -> str:
    kind = opened.say(word_for(finding.kind)) if finding.kind else opened.say("Not sorted yet")
    where = f" ({finding.touchpoint})" if finding.touchpoint else ""
    return f"{kind}: {' '.join(finding.text.split())}{where}"


def _show_adding(opened: OpenReview) -> None:
    say, key = opened.say, opened.place(_PART)
    kinds = list(FindingKind)
    with (
        st.form(f"form-{key}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.selectbox(
            say("Kind"), kinds, format_func=lambda kind: say(word_for(kind)), key=f"kind-{key}", width=180
        )
        st.text_input(say("Finding"), max_chars=2000, key=f"text-{key}", width="stretch")
        once = opened.page.actor.once()
        st.form_submit_button(say("Add"), icon=":material/add:", on_click=_add, args=(opened, once, key))


def _add(opened: OpenReview, actor: Actor, key: str) -> None:
    text, kind = st.session_state[f"text-{key}"].strip(), st.session_state[f"kind-{key}"]
    where, added = (opened.page.store, actor, opened.project.id), list[UUID]()
    values, review = {"text": text, "kind": kind}, opened.review.id
    if text and attempt(key, lambda: added.append(write_finding(*where, review, values))):
        st.session_state[f"text-{key}"] = ""
        done = message("{kind}: {text}", kind=message(word_for(kind)), text=text)
        offer_undo(done, lambda: bin_entry(*opened.where, Finding, added[0]), key)
