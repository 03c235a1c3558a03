"""A widget shows what is stored, also where the run that set it was cut short."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 - the script is read out of this file

    from pages._stored_value import follow, whole_run  # noqa: PLC0415 - as above

    with whole_run():
        follow("budget", 550.0)
        st.number_input("Budget", 0.0, key="budget")
        if st.session_state.setdefault("is_first", True):
            st.session_state.is_first = False
            st.stop()  # as where the browser asks for the next run meanwhile, and never hears of this one


def test_what_a_run_set_that_was_cut_short_is_told_by_the_next_one() -> None:
    [budget] = AppTest.from_function(_page).run().run().number_input
    assert (budget.proto.set_value, budget.proto.value) == (True, 550.0)


def test_what_a_whole_run_has_told_is_not_told_again() -> None:
    [budget] = AppTest.from_function(_page).run().run().run().number_input
    assert (budget.proto.set_value, budget.value) == (False, 550.0)
