"""Reviews: results are talked over, the agenda is what is due, and decisions become actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._address import chosen_in_address, keep_in_address, put_in_address
from pages._coach_filter import only_meant
from pages._labels import told_apart
from pages._page import READ, Page, PageContext, Section, draw
from pages._review import REVIEW, OpenReview, show_facts, show_minutes, show_people
from pages._review_agenda import show_agenda
from pages._review_board import review_of, reviews_of
from pages._review_decisions import show_decisions
from pages._review_due import agenda_now, as_topics
from pages._review_findings import show_findings
from pages._table import table_of
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.reviews import ReviewEntry, add_review, bin_review
from touchpoints.messages import N_, message
from touchpoints.review_agenda import AgendaTopic

PAGE = Page(
    id="reviews",
    title=N_("Reviews"),
    icon=":material/forum:",
    section=Section.MONITORING,
    order=3,
    roles=READ,
)
_ALL, _PLACE, _NAME, _DAY = "", "new-review", "new-review-name", "new-review-day"


def render(page: PageContext) -> None:
    """The list of all, or the one that the address names."""
    project = page.project
    if project is None:
        return
    reviews = reviews_of(page, project)
    st.title(page.wording.say("Reviews"), anchor=False)
    chosen = _choose(page, reviews) if reviews else _ALL
    if chosen == _ALL:
        _show_all(page, project, reviews)
    else:
        _show_one(OpenReview(page, project, review_of(page, project, UUID(chosen))))


def _choose(page: PageContext, reviews: Sequence[ReviewEntry]) -> str:
    """The review of the address, "" for all of them."""
    say = page.wording.say
    named = {str(one.id): _titled(page, one) for one in reviews}
    names = {_ALL: say("All reviews"), **told_apart(named)}
    chosen = chosen_in_address(REVIEW, names, _ALL)
    st.selectbox(
        say("Review"),
        list(names),
        format_func=names.__getitem__,
        key=REVIEW,
        on_change=keep_in_address,
        args=(REVIEW,),
        width=420,
        label_visibility="collapsed",
    )
    return chosen


def _titled(page: PageContext, review: ReviewEntry) -> str:
    return f"{review.name}, {page.wording.date(review.held_on)}" if review.held_on else review.name


def _show_all(page: PageContext, project: ProjectSummary, reviews: Sequence[ReviewEntry]) -> None:
    show_undo(page)
    agenda = agenda_now(page, project, reviews)
    _show_preparing(page, project, agenda, is_first=not reviews)
    if reviews:
        shown = only_meant(page, project, reviews, lambda one: one.id, _decided_in)
        if shown:
            _show_table(page, shown)


def _decided_in(review: ReviewEntry) -> Iterable[UUID]:
    return (decision.id for decision in review.decisions)


def _show_preparing(
    page: PageContext, project: ProjectSummary, agenda: Sequence[AgendaTopic], *, is_first: bool
) -> None:
    """What is due today, and the button that makes it the agenda of a review."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("The next review"), anchor=False)
        if is_first and page.may_follow_up:
            st.write(
                say(
                    "Talk the results over with the people at the touchpoint. "
                    "The agenda is made from what is due, and what you decide becomes an action."
                )
            )
        st.markdown(_due(page, agenda))
        if page.may_follow_up:
            _ask_for_review(page, project, agenda)


def _ask_for_review(page: PageContext, project: ProjectSummary, agenda: Sequence[AgendaTopic]) -> None:
    say = page.wording.say
    with st.form("new-review", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = say("Review of {day}", day=page.today)
        st.text_input(say("Name of the review"), name, max_chars=120, key=_NAME, width=320)
        st.date_input(say("Held on"), page.today, format=date_format(page), key=_DAY, width=150)
        args = (page, page.actor.once(), project, agenda)
        st.form_submit_button(
            say("Prepare a review"), type="primary", icon=":material/add:", on_click=_prepare, args=args
        )
    show_outcome(page, _PLACE)


def _due(page: PageContext, agenda: Sequence[AgendaTopic]) -> str:
    say = page.wording.say
    if not agenda:
        return say("Nothing is due today: no KPI off target, no overdue or blocked action, no open idea.")
    lines = (f"{place}. {escaped(say(topic.said))}" for place, topic in enumerate(agenda, 1))
    return "\n".join([say("Due today:"), "", *lines])


def _prepare(page: PageContext, actor: Actor, project: ProjectSummary, agenda: Sequence[AgendaTopic]) -> None:
    """Make the review with the agenda as it is shown, and open it."""
    values = {"name": st.session_state[_NAME], "held_on": st.session_state[_DAY]}
    topics, where, added = as_topics(page.wording, agenda), (page.store, actor, project.id), list[UUID]()
    if attempt(_PLACE, lambda: added.append(add_review(*where, values, topics))):
        done = message("{name} was added.", name=values["name"])
        offer_undo(done, lambda: bin_review(page.store, page.actor, project.id, added[0]))
        put_in_address(REVIEW, str(added[0]))


def _show_table(page: PageContext, reviews: Sequence[ReviewEntry]) -> None:
    """One line each; a click on one opens it."""
    say = page.wording.say
    ids = [str(one.id) for one in reviews]
    # A chosen row is a number: in another list it would be another review.
    key = f"reviews-{hash(tuple(ids))}"
    st.dataframe(
        table_of([_row(page, one) for one in reviews]),
        key=key,
        hide_index=True,
        placeholder="",
        alt=say("The reviews of all rounds"),
        on_select=lambda: _open_chosen(key, ids),
        selection_mode="single-row",
    )
    st.caption(say("Click a row, or choose a review above, to open it."))


def _open_chosen(key: str, ids: Sequence[str]) -> None:
    selected: Any = st.session_state[key]
    if rows := selected["selection"]["rows"]:
        put_in_address(REVIEW, ids[rows[0]])


def _row(page: PageContext, review: ReviewEntry) -> dict[str, str]:
    say, number = page.wording.say, page.wording.number
    decided = say("{done} of {count} done", done=number(review.done), count=number(len(review.decisions)))
    return {
        say("Review"): review.name,
        say("Held on"): page.wording.date(review.held_on) if review.held_on else "",
        say("Round"): number(review.round),
        say("Decisions"): decided if review.decisions else "",
        say("Touchpoint"): review.touchpoint or "",
        say("Who took part"): ", ".join(person.name for person in review.people),
    }


def _show_one(opened: OpenReview) -> None:
    """As the meeting runs: who is there, what is talked about, what was learned, what follows."""
    show_undo(opened.page, of_parts=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width="stretch"):
            show_people(opened)
        with st.container(width="content"):
            show_facts(opened)
    show_agenda(opened)
    show_decisions(opened)
    show_findings(opened)
    show_minutes(opened)


if __name__ == "__main__":
    draw(render)
