"""Entry: `streamlit run app.py` serves everything."""

from contextlib import suppress
from pathlib import Path

import streamlit as st

from pages._errors import show_script_error
from pages._routes import middleware, routes
from pages._server import lifespan, server_options, settings_or_stop

settings = settings_or_stop()

# The main script lies inside pages/: a folder `pages` beside it would switch on Streamlit's older navigation,
# and the first visitor with a deep link would see a page without its frame.
app = st.App(
    Path(__file__).resolve().parent / "pages" / "_main.py",
    routes=routes(),
    middleware=middleware(settings),
    lifespan=lifespan,
    on_script_error=show_script_error,
)

if __name__ == "__main__":
    # Ctrl and C is how one stops it, and no fault that needs a traceback.
    with suppress(KeyboardInterrupt):
        app.run(config=server_options(settings))
