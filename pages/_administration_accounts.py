"""Who can come in, by which links, and the end of all of somebody's ways in at one press."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from pages._access_words import ROLES
from pages._page import PageContext
from pages._table import table_of
from pages._text import escaped
from pages._undo import offer_undo
from pages._who import said_who
from storage.accounts import AccountEntry, let_in_again, list_accounts, sign_out_everywhere
from touchpoints.messages import Wording, message

if TYPE_CHECKING:
    import pyarrow as pa

_ROW, _HEAD, _MOST_ROWS = 35, 38, 12


def show_accounts(page: PageContext) -> None:
    """Everybody as a table; choosing one offers to end his ways in."""
    say = page.wording.say
    title = say("Accounts and links")
    about = say("Choose somebody to end all his links at once. Of the use of a link the day alone is kept.")
    st.markdown(f"### {title}\n\n{about}")
    accounts = list_accounts(page.store, page.actor)
    picked = st.dataframe(
        _table(page.wording, accounts),
        hide_index=True,
        height=_HEAD + _ROW * min(len(accounts), _MOST_ROWS),
        on_select="rerun",
        selection_mode="single-row",
        key="administration_accounts",
        alt=say("Accounts and links"),
    )
    rows = [row for row in picked["selection"]["rows"] if row < len(accounts)]
    _show_end(page, accounts[rows[0]] if rows else None)


def _show_end(page: PageContext, chosen: AccountEntry | None) -> None:
    say = page.wording.say
    if chosen is not None and chosen.id == page.actor.account_id:
        st.warning(say("These are your own ways in. The server prints a new link when it is started again."))
    st.button(
        say("Sign out everywhere"),
        icon=":material/logout:",
        disabled=chosen is None or not chosen.has_way_in,
        on_click=_end,
        args=(page, chosen),
    )
    if chosen is not None and not chosen.has_way_in:
        st.caption(say("{name} has no way in.", name=escaped(said_who(page.wording, chosen.name))))


def _end(page: PageContext, chosen: AccountEntry) -> None:
    ended_at = sign_out_everywhere(page.store, page.actor, chosen.id)
    offer_undo(
        message("{name} is signed out everywhere.", name=said_who(page.wording, chosen.name)),
        lambda: let_in_again(page.store, page.actor, chosen.id, ended_at),
    )


# The same at most runs of the page, and half of what it costs.
@lru_cache(maxsize=4)
def _table(wording: Wording, accounts: tuple[AccountEntry, ...]) -> pa.Table:
    return table_of([_row(wording, account) for account in accounts])


def _row(wording: Wording, account: AccountEntry) -> dict[str, object]:
    say, used = wording.say, account.last_used_on
    return {
        say("Name"): said_who(wording, account.name),
        say("Mail address"): account.mail or "",
        say("Roles"): _roles(wording, account),
        say("Links in use"): account.links,
        say("Last used on"): wording.date(used) if used else "",
        say("Browsers signed in"): account.browsers,
    }


def _roles(wording: Wording, account: AccountEntry) -> str:
    say = wording.say
    if account.is_administrator:
        return say("Administrator")
    return ", ".join(f"{project}: {say(ROLES[role])}" for project, role in account.roles)
