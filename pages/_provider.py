"""What Streamlit's sign-in needs to know of the company's identity provider, from our settings."""

from __future__ import annotations

import hashlib
import json

import streamlit as st
from streamlit import config

from storage.configuration import Settings

_FILE = "sign-in.toml"


def prepare_provider(settings: Settings) -> None:
    """Tell Streamlit; it reads this from a file alone, which only whoever runs the server may read."""
    file = settings.data_folder.absolute() / "cache" / _FILE
    if not settings.has_provider:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(_content(settings), encoding="utf-8")
    config.set_option("secrets.files", [str(file)])


def show_way_to_provider(label: str) -> None:
    """The button that leads there and, by way of /signed-in, back."""
    if st.button(label, type="primary", icon=":material/login:"):
        st.login()


def _content(settings: Settings) -> str:
    """A string of JSON is one of TOML, too. Several servers of one installation must sign alike."""
    told = {
        "redirect_uri": f"{settings.address}/oauth2callback",
        "cookie_secret": hashlib.sha256(f"cookies {settings.sign_in_client_secret}".encode()).hexdigest(),
        "client_id": settings.sign_in_client_id,
        "client_secret": settings.sign_in_client_secret,
        "server_metadata_url": settings.sign_in_url,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    return "\n".join(
        ["[auth]", *lines, "[auth.client_kwargs]", f"scope = {json.dumps(settings.sign_in_scopes)}", ""]
    )
