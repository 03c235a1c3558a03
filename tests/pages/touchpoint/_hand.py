"""The hands of whoever works in the drawer of a touchpoint, which runs alone while it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from streamlit.testing.v1 import AppTest

from tests.pages._page_files import page_file
from tests.pages._screen import _dialog_alone, button, press_in_dialog
from tests.pages.conftest import OpenFrame

EXPERIENCE = "How do we believe that customers experience it?"
IMPORTANCE = "Importance: points out of 100 for all touchpoints"
_OPENS = """from pages._touchpoint import open_touchpoint
    from pages._undo import show_undo

    show_undo(page)
    if "touchpoint" in st.query_params:
        open_touchpoint(page, page.project, st.query_params.pop("touchpoint"))"""


class Hand:
    """Works in the drawer of any touchpoint of one project."""

    opens = _OPENS

    def __init__(self, open_frame: OpenFrame, add_page: Callable[[str, str], Path], project: UUID) -> None:
        self.project = project
        self._file = add_page("opens_drawer", page_file("opens_drawer", self.opens, needs_project=True))
        self.frame = open_frame(project=str(project))
        self.frame.default_timeout = 60

    def open(self, touchpoint: UUID) -> AppTest:
        """Open the drawer, on a page that does nothing else."""
        self.frame.query_params.clear()
        self.frame.query_params.update({"project": str(self.project), "touchpoint": str(touchpoint)})
        self.frame.switch_page(str(self._file)).run()
        assert not self.frame.exception, self.frame.exception
        return self.frame

    def look(self) -> None:
        """Run the drawer alone once more."""
        with _dialog_alone(self.frame):
            self.frame.run()
        assert not self.frame.exception, self.frame.exception

    def part(self, name: str) -> None:
        """Go to a part of the drawer of a key touchpoint."""
        self.choose("Part", name)

    def press(self, label: str) -> None:
        """Press a button."""
        press_in_dialog(self.frame, label)

    def can_press(self, label: str) -> bool:
        """Whether there is such a button."""
        return any(one.label == label for one in self.frame.button)

    def fill(self, label: str, value: Any) -> None:
        """Fill a field in, or choose; nothing happens yet where it is part of a form."""
        self.field(label).set_value(value)

    def type_anew(self, label: str, text: str) -> None:
        """Type into a list box what is not in its list; simulated ones take only what is there."""
        box = self.field(label)
        box.options.append(text)
        box.set_value(text)

    def choose(self, label: str, value: Any) -> None:
        """Fill a field in that acts at once."""
        self.fill(label, value)
        self.look()

    def add(self, label: str, text: str) -> None:
        """Type into the line that adds, and press Enter."""
        line = self.field(label)
        line.set_value(text)
        button(self.frame, "Add", within=str(line.key)).click()
        self.look()

    def field(self, label: str) -> Any:
        """The field with this label."""
        return next(one for one in self.fields() if one.label == label)

    def has_field(self, label: str) -> bool:
        """Whether there is such a field."""
        return any(one.label == label for one in self.fields())

    def fields(self) -> Iterable[Any]:
        """All fields of the drawer."""
        frame = self.frame
        kinds = (frame.text_input, frame.text_area, frame.number_input, frame.selectbox)
        beside = {"Language", "Project", "Look"}
        for kind in (*kinds, frame.segmented_control, frame.checkbox):
            yield from (one for one in kind if one.label not in beside)
