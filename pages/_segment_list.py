"""A list of customers from a spreadsheet: seen as sums per segment, which alone are stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import streamlit as st

from pages._page import PageContext
from pages._segment_fields import ask_rate, share_of
from pages._segment_values import money
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.segment_values import (
    SegmentValue,
    list_segment_values,
    put_segment_values_back,
    take_customer_list,
)
from storage.text_files import LONGEST, read_text
from touchpoints.customer_list import CustomerList, Fault, SegmentSums, read_customers
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, plural

_MOST_FAULTS = 50
_DECIMALS: dict[Literal[",", "."], str] = {
    ",": N_("A comma divides: 1.234 is a thousand"),
    ".": N_("A point divides: 1.234 is a little more than one"),
}


@dataclass(frozen=True)
class _Pasting:
    """An open dialog; its actor carries one mark, so that a list sent twice is stored once."""

    page: PageContext
    project: ProjectSummary
    actor: Actor


def ask_for_list(page: PageContext, project: ProjectSummary) -> None:
    """Open the dialog."""
    title = page.wording.say("Paste a customer list")
    st.dialog(title, width="large")(_show)(_Pasting(page, project, page.actor.once()))


def _show(pasting: _Pasting) -> None:
    page, say = pasting.page, pasting.page.wording.say
    st.caption(say("Names are not needed. Kept are the sums of each segment; no single customer is stored."))
    text = st.text_area(
        say("One customer a line: number, segment, revenue, contribution, years as a customer"),
        height=180,
        max_chars=LONGEST,
        placeholder=say("Number; segment; revenue; contribution; years\n1001; Families; 1200; 300; 4"),
        key="pasted-customers",
    )
    uploaded = st.file_uploader(say("Or a CSV file"), type=["csv", "tsv", "txt"], key="customer-file")
    if uploaded is not None:
        text = _text_of(page, uploaded.getbuffer())
    rate = share_of(ask_rate(page, say("Discount rate in %"), None, "list-rate"))
    st.button(say("Look at it before it is stored"), icon=":material/preview:")
    read = read_customers(text or "")
    if read.asks_decimal:
        read = _read_as_said(page, text or "")
    _show_faults(page, read.faults)
    if read.segments:
        _show_preview(pasting, read, None if rate is None else Decimal(str(rate)))


def _text_of(page: PageContext, content: memoryview) -> str:
    """The text of the file; a fault is said in place of it."""
    try:
        return read_text(page.store, content)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return ""


def _read_as_said(page: PageContext, text: str) -> CustomerList:
    """The list once somebody has said what divides the decimals; nothing is chosen beforehand."""
    say = page.wording.say
    mark = st.radio(
        say("What divides the decimals?"), list(_DECIMALS), None, format_func=lambda one: say(_DECIMALS[one])
    )
    return CustomerList() if mark is None else read_customers(text, mark)


def _show_faults(page: PageContext, faults: Sequence[Fault]) -> None:
    """Sums without these rows would be wrong, so nothing is stored while there is one."""
    if not faults:
        return
    say = page.wording.say
    said = plural(
        "Nothing can be stored yet: {count} row has to be mended.",
        "Nothing can be stored yet: {count} rows have to be mended.",
        len(faults),
    )
    st.warning(say(said))
    rows = [
        {say("Line"): one.row, say("What to do"): say(one.reason), say("Text"): one.text} for one in faults
    ]
    st.dataframe(
        rows[:_MOST_FAULTS],
        hide_index=True,
        height=min(300, 40 + 35 * len(rows)),
        alt=say("The rows that have to be mended"),
    )


def _show_preview(pasting: _Pasting, read: CustomerList, rate: Decimal | None) -> None:
    page, say = pasting.page, pasting.page.wording.say
    before = list_segment_values(page.store, page.actor, pasting.project.id)
    known = {one.name.casefold() for one in before}
    st.dataframe(
        [_row(pasting, one, is_new=one.name.casefold() not in known) for one in read.segments],
        hide_index=True,
        height=min(300, 40 + 35 * len(read.segments)),
        alt=say("The segments as they will be stored"),
    )
    label = plural(
        "Store the sums of {count} segment", "Store the sums of {count} segments", len(read.segments)
    )
    if st.button(say(label), type="primary"):
        _store(pasting, read, before, rate)


def _row(pasting: _Pasting, one: SegmentSums, *, is_new: bool) -> dict[str, str]:
    say, wording = pasting.page.wording.say, pasting.page.wording
    contribution = "–" if one.contribution is None else say(money(pasting.project, one.contribution))
    return {
        say("Customer segment"): one.name,
        say("Customers"): wording.number(one.customers),
        say("Revenue"): say(money(pasting.project, one.revenue)),
        say("Share of revenue"): wording.percent(float(one.share)),
        say("ABC"): one.abc.value if one.abc else "–",
        say("Contribution"): contribution,
        say("Years, mean"): "–" if one.years is None else wording.number(float(one.years), 1),
        say("Remark"): say("new segment") if is_new else "",
    }


def _store(
    pasting: _Pasting, read: CustomerList, before: Sequence[SegmentValue], rate: Decimal | None
) -> None:
    page, project = pasting.page, pasting.project.id
    try:
        take_customer_list(page.store, pasting.actor, project, read.segments, page.today, rate)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return
    named = {one.name.casefold() for one in read.segments}
    stood = {one.id for one in before}
    after = list_segment_values(page.store, page.actor, project)
    added = [one.id for one in after if one.id not in stood and one.name.casefold() in named]
    changed = [one for one in before if one.name.casefold() in named]
    said = plural(
        "The sums of {count} segment were stored.", "The sums of {count} segments were stored.", len(named)
    )
    offer_undo(said, lambda: put_segment_values_back(page.store, page.actor, project, changed, added))
    st.rerun()
