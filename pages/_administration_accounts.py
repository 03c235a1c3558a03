"""Who can come in, by which links, the end of all of somebody's ways in at one press, or of the account."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from pages._access_words import ROLES
from pages._page import PageContext
from pages._table import table_of
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._who import said_who
from storage.accounts import (
    AccountEntry,
    let_in_again,
    list_accounts,
    remove_account,
    sign_out_everywhere,
)
from touchpoints.messages import N_, Wording, message

if TYPE_CHECKING:
    import pyarrow as pa

_ROW, _HEAD, _MOST_ROWS = 35, 38, 12
_PLACE = "accounts"
_CONSEQUENCES = (
    N_(
        "Sign-ins, links and calendar addresses of this account end at once, and so do its roles in all "
        "projects."
    ),
    N_(
        "What came from it stays in the projects; their histories, remarks and answers do not tell any more "
        "from whom."
    ),
    N_(
        "A person of the same name in a project stays, and so does a name inside a longer text. The page on "
        "data protection makes the person anonymous."
    ),
    N_(
        "It cannot be undone. Backups made before still hold the name; those that this tool makes expire "
        "after 30 days."
    ),
    N_("Whoever may sign in with the company's provider is given a new account at the next sign-in."),
)


def show_accounts(page: PageContext) -> None:
    """Everybody as a table; choosing one offers to end his ways in, or the account itself."""
    say = page.wording.say
    title = say("Accounts and links")
    about = say(
        "Choose somebody to end all his links at once, or to remove the account. "
        "Of the use of a link the day alone is kept."
    )
    st.markdown(f"### {title}\n\n{about}")
    accounts = list_accounts(page.store, page.actor)
    show_outcome(page, _PLACE)
    picked = st.dataframe(
        _table(page.wording, accounts),
        hide_index=True,
        height=_HEAD + _ROW * min(len(accounts), _MOST_ROWS),
        on_select="rerun",
        selection_mode="single-row",
        # Rows are chosen by their number: other accounts are another table, in which nobody is chosen yet.
        key=f"accounts-{hash(tuple(account.id for account in accounts))}",
        alt=say("Accounts and links"),
    )
    rows = [row for row in picked["selection"]["rows"] if row < len(accounts)]
    _show_acts(page, accounts[rows[0]] if rows else None)


def _show_acts(page: PageContext, chosen: AccountEntry | None) -> None:
    say = page.wording.say
    is_me = chosen is not None and chosen.id == page.actor.account_id
    if is_me:
        st.warning(say("These are your own ways in. The server prints a new link when it is started again."))
    with st.container(horizontal=True):
        st.button(
            say("Sign out everywhere"),
            icon=":material/logout:",
            disabled=chosen is None or not chosen.has_way_in,
            on_click=_end,
            args=(page, chosen),
        )
        is_asked = st.button(
            say("Remove the account"), icon=":material/person_remove:", disabled=chosen is None or is_me
        )
    if chosen is not None and is_asked:
        st.dialog(say("Remove the account"))(_confirm)(page, chosen)
    if chosen is not None and not chosen.has_way_in:
        st.caption(say("{name} has no way in.", name=escaped(said_who(page.wording, chosen.name))))


def _confirm(page: PageContext, chosen: AccountEntry) -> None:
    """There is no undo, so it is said first what will be gone, and what will not."""
    say = page.wording.say
    st.write(f"**{escaped(said_who(page.wording, chosen.name))}**")
    for text in _CONSEQUENCES:
        st.write(say(text))
    if st.button(say("Remove the account"), type="primary", key="confirm-account"):
        attempt(_PLACE, lambda: remove_account(page.store, page.actor, chosen.id))
        st.rerun()


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
