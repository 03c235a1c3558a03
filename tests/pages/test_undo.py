"""What was done can be undone, even where a newer run cuts off the one that did it."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from pages._undo import Undo, leave_undo_behind, offer_undo
from touchpoints.messages import message


class EndingOnce(dict[str, Any]):
    """A session that ends the run at its next use, as Streamlit does where a newer one waits."""

    is_waiting = True

    def __setitem__(self, key: str, value: object) -> None:
        if self.is_waiting:
            self.is_waiting = False
            raise StopException
        super().__setitem__(key, value)


def test_a_run_that_is_cut_off_leaves_the_way_back_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    state = EndingOnce()
    monkeypatch.setattr(st, "session_state", state)
    with pytest.raises(StopException):
        offer_undo(message("The rating was replaced."), lambda: None)
    assert isinstance(state["undo"], Undo)


def test_what_was_offered_on_another_page_is_left_behind_there(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    offer_undo(message("The rating was replaced."), lambda: None)
    leave_undo_behind("rating")  # where the press that offered it led to
    leave_undo_behind("rating")
    assert "undo" in state
    leave_undo_behind("goals")
    assert "undo" not in state
