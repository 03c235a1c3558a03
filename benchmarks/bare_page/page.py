"""The bare page."""

import streamlit as st

st.write("A bare page")
