"""What every page is compared with: Streamlit with the same settings and next to nothing to draw."""

import os
from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).with_name("page.py"))

if __name__ == "__main__":
    app.run(config={"server.port": int(os.environ["TOUCHPOINTS_PORT"]), "server.address": "127.0.0.1"})
