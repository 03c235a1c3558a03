"""The page with one chart, behind the same security headers as the product."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages._routes import scripts
from pages._routes.headers import SecurityHeaders

app = st.App(
    Path(__file__).with_name("_chart_page.py"),
    routes=scripts.ROUTES,
    middleware=[Middleware(SecurityHeaders)],
)
