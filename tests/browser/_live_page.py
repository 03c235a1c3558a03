"""A page of two parts: a fragment that waits for votes, and a body that waits for what is on."""

from __future__ import annotations

from uuid import UUID, uuid4

import streamlit as st

from pages._live import listen, on_move
from pages._page import PageContext
from pages._sign_in import visitor
from pages._store import shared_store
from storage.revisions import WORKSHOP, audible_revisions, raise_revision
from storage.wording import wording_for

VOTES = "activity:votes"


def show_page() -> None:
    """Without fragment where the address says that this is a phone."""
    store = shared_store()
    project_id = UUID(st.query_params["project"])
    page = PageContext(store, visitor(store), wording_for("en"), None, store.now().date(), "light", (), {})
    listen(page, project_id, WORKSHOP)
    show_number(page, project_id, "on", WORKSHOP)
    st.text_area("Words")
    if "phone" not in st.query_params:
        st.button("Go on", on_click=write, args=[page, project_id, WORKSHOP])
        st.button("Vote", on_click=write, args=[page, project_id, VOTES])
        show_votes(page, project_id)


@st.fragment
def show_votes(page: PageContext, project_id: UUID) -> None:
    """As a wall shows them."""
    on_move(VOTES)
    show_number(page, project_id, "votes", VOTES)
    st.button("Vote in the fragment", on_click=write, args=[page, project_id, VOTES])


def show_number(page: PageContext, project_id: UUID, name: str, scope: str) -> None:
    """The number of a scope, and a mark that is another one each time this is drawn."""
    st.text(f"{name}: {audible_revisions(page.store, page.actor, project_id).get(scope, 0)}")
    st.text(f"{name} drawn: {uuid4().hex}")


def write(page: PageContext, project_id: UUID, scope: str) -> None:
    """What somebody does elsewhere."""
    with page.store.writing() as session:
        raise_revision(session, project_id, scope)


if __name__ == "__main__":
    show_page()
