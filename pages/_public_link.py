"""The address of something that the public opens: to copy, to scan, to print."""

from __future__ import annotations

import streamlit as st

from pages._page import PageContext
from pages._public_address import public_address
from pages._qr import qr_image
from pages._text import escaped

_SIZE = "<style>.tp-qr { width: 100%; max-width: 12rem; border-radius: 0.5rem }</style>"


def open_public_link(page: PageContext, title: str, path: str) -> None:
    """The same in a window of its own: where there are many, each one would be drawn with every run."""
    st.dialog(escaped(title))(show_public_link)(page, path)


def show_public_link(page: PageContext, path: str) -> None:
    """All the ways in which it is handed on."""
    say, address = page.wording.say, public_address(path)
    st.code(address, language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.html(_SIZE + qr_image(address, say("QR code that leads to {address}", address=address)), width=192)
        with st.container(width="content"):
            poster = f"{path}/poster?language={page.wording.language}"
            st.link_button(say("Open it"), path, icon=":material/open_in_new:")
            st.link_button(say("Print with the code"), poster, icon=":material/print:")
