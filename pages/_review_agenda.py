"""The agenda of a review: topics in the words of the day, a note on each, the way to what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from pages._action import open_action
from pages._labels import told_apart
from pages._navigation import go_to
from pages._review import OpenReview
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.access import Actor
from storage.intents import NoSuchRow
from storage.review_parts import add_topic, drop_topic, note_topic, put_topic_back
from storage.reviews import NewTopic, TopicEntry
from touchpoints.messages import N_, message

_AGENDA = "agenda"
_LABEL_LENGTH = 80
_NOTE = text_field("note", N_("What was said"), 2000)


def show_agenda(opened: OpenReview) -> None:
    """All topics to read, one of them to write about."""
    topics, say = opened.details.topics, opened.say
    st.subheader(say("Agenda"), anchor=False)
    if topics:
        st.markdown("\n".join(_line(opened, place, topic) for place, topic in enumerate(topics, 1)))
        _show_chosen(opened, topics)
    else:
        advice = say("Nothing was due. Write down what you want to talk about.")
        st.caption(advice if opened.may_edit else say("Nothing was due."))
    if opened.may_edit:
        _show_adding(opened)
    show_outcome(opened.page, opened.place(_AGENDA))


def _show_chosen(opened: OpenReview, topics: Sequence[TopicEntry]) -> None:
    """The topic to write about; whoever only reads chooses among those that lead somewhere."""
    if opened.may_edit:
        _show_topic(opened, _choose(opened, topics))
        return
    leading = [topic for topic in topics if _can_be_looked_at(opened, topic)]
    if not leading:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        topic = _choose(opened, leading)
        if st.button(opened.say("Look at it"), key=f"look-{topic.id}", icon=":material/arrow_forward:"):
            _look_at(opened, topic)


def _line(opened: OpenReview, place: int, topic: TopicEntry) -> str:
    """A topic with what was said about it."""
    said = opened.say("Said:")
    note = f"  \n   *{said}* {escaped(' '.join(topic.note.split()))}" if topic.note else ""
    return f"{place}. {escaped(topic.text)}{note}"


def _choose(opened: OpenReview, topics: Sequence[TopicEntry]) -> TopicEntry:
    """The topic that is talked about; the next one without a note comes by itself."""
    key = opened.place("topic")
    by_id = {topic.id: topic for topic in topics}
    labels = told_apart({topic.id: f"{place}. {_short(topic.text)}" for place, topic in enumerate(topics, 1)})
    if st.session_state.get(key) not in by_id:
        silent = next((topic.id for topic in topics if not topic.note), topics[0].id)
        st.session_state[key] = silent
    chosen: UUID = st.selectbox(
        opened.say("Talk about"), list(labels), format_func=labels.__getitem__, key=key
    )
    return by_id[chosen]


def _short(text: str) -> str:
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"


def _show_topic(opened: OpenReview, topic: TopicEntry) -> None:
    say, place = opened.say, opened.place(_AGENDA)
    key = f"note-{topic.id}-{topic.version}"
    with st.form(f"form-{place}", border=False):
        _NOTE.ask(opened.page, say(_NOTE.label), topic.note, key)
        with st.container(horizontal=True):
            st.form_submit_button(
                say("Save"), key=f"save-{place}", on_click=_save_note, args=(opened, topic, key)
            )
            st.form_submit_button(
                say("Take off the agenda"), icon=":material/close:", on_click=_drop, args=(opened, topic)
            )
            if _can_be_looked_at(opened, topic) and st.form_submit_button(
                say("Look at it"), icon=":material/arrow_forward:"
            ):
                _look_at(opened, topic)
    show_undecided(opened.page, place)


def _can_be_looked_at(opened: OpenReview, topic: TopicEntry) -> bool:
    """Whether it is about something, on a page that this reader can open."""
    is_finding = topic.finding_id is not None and "findings" in opened.page.entries
    return bool(topic.kpi_id or topic.action_id or is_finding)


def _look_at(opened: OpenReview, topic: TopicEntry) -> None:
    """An action opens right here; a KPI and the findings have pages of their own."""
    project = opened.project
    if topic.kpi_id:
        go_to("kpis", project.id, kpi=str(topic.kpi_id))
    if topic.finding_id:
        go_to("findings", project.id)
    try:
        open_action(opened.page, project, str(topic.action_id))
    except NoSuchRow as fault:
        st.error(escaped(opened.say(fault.message)))


def _save_note(opened: OpenReview, topic: TopicEntry, key: str) -> None:
    note = st.session_state[key].strip()
    if note == topic.note:
        return
    save = Saving(
        opened.place(_AGENDA),
        (_NOTE,),
        lambda version, changed: note_topic(*opened.where, topic.id, version, changed["note"]),
    )
    if save_changes(save, topic.version, {"note": note}) and not topic.note:
        st.session_state.pop(opened.place("topic"), None)


def _drop(opened: OpenReview, topic: TopicEntry) -> None:
    place, where = opened.place(_AGENDA), opened.where
    if attempt(place, lambda: drop_topic(*where, topic.id)):
        done = message("A topic was taken off the agenda: {topic}", topic=_short(topic.text))
        offer_undo(done, partial(put_topic_back, *where, opened.review.id, topic), place)


def _show_adding(opened: OpenReview) -> None:
    """A topic of one's own, in one line."""
    key, say = opened.place("new-topic"), opened.say
    with (
        st.form(f"form-{key}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(say("Another topic"), max_chars=500, key=key, width="stretch")
        once = opened.page.actor.once()
        st.form_submit_button(say("Add"), icon=":material/add:", on_click=_add, args=(opened, once, key))


def _add(opened: OpenReview, actor: Actor, key: str) -> None:
    text, place, review = st.session_state[key].strip(), opened.place(_AGENDA), opened.review.id
    where, added = (opened.page.store, actor, opened.project.id), list[UUID]()
    if text and attempt(place, lambda: added.append(add_topic(*where, review, NewTopic(text)))):
        st.session_state[key] = ""
        done = message("A topic was put on the agenda: {topic}", topic=_short(text))
        offer_undo(done, lambda: drop_topic(*opened.where, added[0]), place)
