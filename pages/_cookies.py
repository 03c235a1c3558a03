"""The cookies that a browser may hold: the routes set them, the page on data protection tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from storage.people import SIGN_IN_LIFE
from touchpoints.messages import N_, Message, message, plural

_ON_THE_WAY = N_("brings you to the company's provider and back")


@dataclass(frozen=True)
class Cookie:
    """A cookie by its name, what it is for, and how long it lives, None: until the browser is closed."""

    name: str
    purpose: str
    life: timedelta | None = None
    is_of_provider: bool = False

    @property
    def seconds(self) -> int | None:
        """Its life as a browser is told."""
        return None if self.life is None else int(self.life.total_seconds())

    @property
    def kept(self) -> Message:
        """How long it stays, in words."""
        if self.is_of_provider:
            return message("until you are back")
        if self.life is None:
            return message("until the browser is closed")
        return plural("{count} day at most", "{count} days at most", self.life.days)


SIGN_IN = Cookie("touchpoints_sign_in", N_("says who is signed in in this browser"), SIGN_IN_LIFE)
# Longer than any workshop is open: the end of a seat is the database's affair.
SEAT = Cookie("touchpoints_seat", N_("keeps the phone's seat in a workshop"), timedelta(days=60))
ANSWERED = Cookie(
    "touchpoints_answered", N_("says that this browser has answered a customers' form"), timedelta(days=1)
)
VISITOR = Cookie("touchpoints_visitor", N_("keeps codes from being guessed, after a wrong one was typed"))
# By names that a test compares with Streamlit's own.
STREAMLITS = (
    Cookie("_streamlit_xsrf", N_("keeps other sites from sending anything in your name")),
    Cookie("_streamlit_session", _ON_THE_WAY, is_of_provider=True),
    Cookie("_streamlit_user", _ON_THE_WAY, is_of_provider=True),
    Cookie("_streamlit_user_tokens", _ON_THE_WAY, is_of_provider=True),
)
COOKIES = (SIGN_IN, SEAT, ANSWERED, VISITOR, *STREAMLITS)
