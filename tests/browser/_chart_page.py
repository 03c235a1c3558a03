"""A page with nothing but one chart, and what was clicked in it."""

from __future__ import annotations

import streamlit as st

from pages._chart import chart_look, show_chart
from storage.wording import wording_for
from tests.touchpoints.charts._journeys import airport
from touchpoints.charts import journey_curve

words = wording_for("en")
chart = journey_curve.draw([airport()], words, chart_look("light"))
clicked = show_chart(chart, "journey", words, on_click=True)
st.text(f"clicked: {clicked}")
