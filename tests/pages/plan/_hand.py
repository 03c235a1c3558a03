"""A hand that works in the drawer of an action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.pages._screen import _dialog_alone
from tests.pages.plan._stored import typed
from tests.pages.touchpoint._hand import Hand

_OPENS = """from pages._action import open_action
    from pages._undo import show_undo

    show_undo(page)
    if "touchpoint" in st.query_params:
        open_action(page, page.project, st.query_params.pop("touchpoint"))"""


class ActionHand(Hand):
    """Works in the drawer of any action of one project."""

    opens = _OPENS

    def fields(self) -> Iterable[Any]:
        """All fields of the drawer, dates and lists among them."""
        yield from super().fields()
        yield from self.frame.date_input
        yield from self.frame.multiselect

    def type_into_budget(self, row: int, **cells: Any) -> None:
        """Type into the grid of the kinds of cost."""
        states = typed(self.frame, row, **cells)
        with _dialog_alone(self.frame):
            self.frame._run(states)
        assert not self.frame.exception, self.frame.exception
