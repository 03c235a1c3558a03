"""A personal link that was just made: shown once, to copy, to scan, or to send by mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

import streamlit as st

from pages._page import PageContext
from pages._qr import qr_image
from pages._text import escaped
from pages._workshop_address import guessed_address
from storage.configuration import Settings
from storage.projects import ProjectSummary

_KEPT = "access_new_link"
_SIZE = "<style>.tp-qr { width: 100%; max-width: 14rem; border-radius: 0.5rem }</style>"


@dataclass(frozen=True)
class NewLink:
    """Whose link it is, what makes it, and the last day on which it surely works."""

    name: str
    mail: str | None
    token: str
    until: date


def keep_link(link: NewLink) -> None:
    """Keep it for the open dialog; nobody can read it again from the database."""
    st.session_state[_KEPT] = link


def kept_link() -> NewLink | None:
    """What was made in the open dialog."""
    link: NewLink | None = st.session_state.get(_KEPT)
    return link


def forget_link() -> None:
    """Before a dialog opens, and before the next link is made."""
    st.session_state.pop(_KEPT, None)


def show_link(page: PageContext, project: ProjectSummary, link: NewLink) -> None:
    """The link with the ways to hand it over."""
    say, address = page.wording.say, enter_address(page.store.settings, link.token)
    st.success(escaped(say("The link of {name} works until {day}.", name=link.name, day=link.until)))
    st.caption(say("It is shown this once. Whoever has it comes in, so give it to nobody else."))
    st.code(address, language=None, wrap_lines=True)
    told = say("QR code of the personal link")
    with st.container(horizontal=True):
        st.html(_SIZE + qr_image(address, told), width=224)
        st.link_button(say("Write a mail"), mail_address(page, project, link), icon=":material/mail:")


def enter_address(settings: Settings, token: str) -> str:
    """What somebody opens: under the public address, else where this machine is found in its network."""
    return f"{settings.public_url or guessed_address(settings)}/enter/{token}"


def mail_address(page: PageContext, project: ProjectSummary, link: NewLink) -> str:
    """A mail that the mail program opens ready to be sent, in the language of the page."""
    say = page.wording.say
    lines = (
        say("Hello {name},", name=link.name),
        "",
        say("this link opens the project {project} for you:", project=project.name),
        enter_address(page.store.settings, link.token),
        "",
        say("It is yours alone, needs no password and works until {day}.", day=link.until),
    )
    about = {"subject": say("Your link to {project}", project=project.name), "body": "\r\n".join(lines)}
    return f"mailto:{quote(link.mail or '', safe='@')}?{urlencode(about, quote_via=quote)}"
