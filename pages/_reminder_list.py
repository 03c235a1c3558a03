"""The reminder list of a plan: for each owner a text to copy, or a mail that is begun with one tap."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._plan import plan_of
from storage.my_todos import mail_addresses
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message
from touchpoints.reminders import Reminder, lines_of, reminders_of

# Mail programs take longer links than this, but the browsers of some firms do not hand them on.
_LONGEST_LINK = 1_900
_ALL = "all"


def offer_reminders(page: PageContext) -> None:
    """The button, for those who follow up what is done in the open project."""
    if page.project is None or not page.may_follow_up:
        return
    say = page.wording.say
    if st.button(say("Reminder list"), icon=":material/mail:"):
        st.dialog(say("Reminder list"), width="medium", on_dismiss="rerun")(_show)(page, page.project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    say, plan = page.wording.say, plan_of(page, project)
    reminders = reminders_of(plan.actions, plan.concerns)
    if not reminders:
        st.write(say("Nothing is overdue or due this week, so there is nobody to remind."))
        return
    by_id = {str(one.owner_id): one for one in reminders}
    # Names alone: how much each has to do is nobody's ranking.
    names = told_apart({id_: _owner(page, one) for id_, one in by_id.items()})
    chosen = st.selectbox(
        say("Whom to remind"),
        [*by_id, *([_ALL] if len(by_id) > 1 else [])],
        format_func=lambda id_: names.get(id_) or say("all in one list"),
    )
    wanted = [by_id[chosen]] if chosen in by_id else reminders
    text = _text(page, project, wanted)
    st.code(text, language=None, wrap_lines=True)
    _show_mail(page, project, wanted, text)


def _owner(page: PageContext, reminder: Reminder) -> str:
    return reminder.owner or page.wording.say("nobody yet")


def _text(page: PageContext, project: ProjectSummary, reminders: Sequence[Reminder]) -> str:
    """The mail; a list for several has a heading for each."""
    say, is_one = page.wording.say, len(reminders) == 1
    parts = [say(_greeting(reminders[0])) if is_one else _subject(page, project)]
    for one in reminders:
        heading = [] if is_one else [f"{_owner(page, one)}"]
        parts.append("\n".join([*heading, *map(say, lines_of(one))]))
    query = urlencode({"project": project.id})
    address = f"{page.store.settings.address}/my_todos?{query}"
    return "\n\n".join([*parts, say("How far is it? You can tell here: {address}", address=address)])


def _greeting(reminder: Reminder) -> Message:
    return message("Hello {owner},", owner=reminder.owner) if reminder.owner else message("Hello,")


def _subject(page: PageContext, project: ProjectSummary) -> str:
    return page.wording.say("To-dos: {project}", project=project.name)


def _show_mail(page: PageContext, project: ProjectSummary, reminders: Sequence[Reminder], text: str) -> None:
    """A mail to those of them whose address is known; too long a text has to be copied."""
    say, known = page.wording.say, mail_addresses(page.store, page.actor, project.id)
    to = [known[one.owner_id] for one in reminders if one.owner_id in known]
    link = _mail_link(to, _subject(page, project), text)
    is_too_long = len(link) > _LONGEST_LINK
    if is_too_long:
        link = _mail_link(to, _subject(page, project), "")
        st.caption(say("The text is too long for a link: copy it into the mail."))
    st.link_button(say("Begin a mail"), link, icon=":material/mail:")


def _mail_link(to: Sequence[str], subject: str, text: str) -> str:
    about = {"subject": subject, **({"body": text.replace("\n", "\r\n")} if text else {})}
    addresses = ",".join(quote(address, safe="@") for address in to)
    return f"mailto:{addresses}?{urlencode(about, quote_via=quote)}"
