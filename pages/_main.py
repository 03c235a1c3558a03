"""The main script: Streamlit executes it at every run, so all that it does is imported once."""

from pages._frame import show_frame
from pages._stored_value import whole_run

with whole_run():
    show_frame()
