"""The one open database of this process, shared by script runs and routes."""

from __future__ import annotations

import streamlit as st

from storage.configuration import read_settings
from storage.store import Store, open_store


# Streamlit's cache outlives a reload of this module; a global would open a second store beside the first.
@st.cache_resource(show_spinner=False)
def shared_store() -> Store:
    """The store, opened at first use with the server's lock on its file."""
    return open_store(read_settings(), as_server=True)


def close_store() -> None:
    """Close the store and let go of the lock; the next use would open it anew."""
    shared_store().close()
    shared_store.clear()
