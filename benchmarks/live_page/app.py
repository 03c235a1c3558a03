"""The tool with one page more: a wall that asks every second instead of being told."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages._routes import middleware, routes
from pages._server import lifespan, server_options, settings_or_stop

settings = settings_or_stop()
app = st.App(
    Path(__file__).resolve().with_name("page.py"),
    routes=routes(),
    middleware=middleware(settings),
    lifespan=lifespan,
)

if __name__ == "__main__":
    app.run(config=server_options(settings))
