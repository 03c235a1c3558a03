"""An import between its first and its last step: the uploaded file, what is decided, and what was counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import streamlit as st

from pages._import_draft import Draft
from storage.survey_files import FileDescription, FilePreview
from storage.survey_uploads import SurveyUpload
from touchpoints.messages import N_, Message, Wording
from touchpoints.survey.result import SurveyCheck, SurveyResult

if TYPE_CHECKING:
    import pandas as pd

_KEPT = "survey_import"


class Step(StrEnum):
    """The three steps."""

    FILE = N_("File")
    COLUMNS = N_("Columns")
    CHECK = N_("Check")


@dataclass
class SurveyImport:
    """One import of one project; it lives in the session, so a look at another page loses nothing.

    `generation` is part of the keys of most input fields: raising it shows them anew from the draft. `folds`
    take over what was typed into them and not yet seen by a run. `mark` makes storing one count twice the
    same as once.
    """

    project_id: UUID
    step: Step = Step.FILE
    upload: SurveyUpload | None = None
    file_name: str = ""
    options: dict[str, object] = field(default_factory=dict)
    file: FileDescription | None = None
    preview: FilePreview | None = None
    fault: Message | None = None
    draft: Draft | None = None
    kept: str | None = None
    result: SurveyResult | None = None
    stored: SurveyCheck | None = None
    mark: UUID = field(default_factory=uuid4)
    language: str = ""
    generation: int = 0
    drafts: int = 0
    bases: dict[str, pd.DataFrame] = field(default_factory=dict)
    folds: dict[str, Callable[[], object]] = field(default_factory=dict)

    def go_to(self, step: Step) -> None:
        """Open another step; what was counted holds only while nothing is changed."""
        self.renew()
        self.step, self.result, self.fault = step, None, None

    def renew(self) -> None:
        """Show all input fields anew; first in a callback, so that nothing typed just before is lost."""
        for fold in self.folds.values():
            fold()
        self.folds.clear()
        self.bases.clear()
        self.generation += 1

    def take_draft(self, draft: Draft) -> None:
        """Go on from another draft; fields that outlive a generation are shown anew, too."""
        self.folds.clear()
        self.draft, self.fault = draft, None
        self.drafts += 1
        self.renew()

    def take_result(self, result: SurveyResult) -> None:
        """Answers counted anew are stored anew, even where an earlier count of them was stored already."""
        self.result, self.mark = result, uuid4()

    def speak(self, language: str) -> None:
        """Reasons stand in the tables as texts, so another language shows them anew."""
        if language != self.language:
            self.language = language
            self.renew()

    def key(self, name: str) -> str:
        """The key of an input field of this generation."""
        return f"import-{name}-{self.generation}"

    def forget_file(self) -> None:
        """Delete the uploaded answers, and all that was found in them."""
        self.folds.clear()
        if self.upload is not None:
            self.upload.remove()
        self.upload = self.file = self.preview = self.fault = self.draft = self.kept = self.result = None
        self.file_name, self.options, self.mark = "", {}, uuid4()


def import_of(project_id: UUID) -> SurveyImport:
    """The import that is under way in this session, or a new one; another project ends it."""
    found = st.session_state.get(_KEPT)
    if isinstance(found, SurveyImport) and found.project_id == project_id:
        return found
    if isinstance(found, SurveyImport):
        found.forget_file()
    st.session_state[_KEPT] = begun = SurveyImport(project_id)
    return begun


def begin_anew() -> None:
    """End the import of this session."""
    found = st.session_state.pop(_KEPT, None)
    if isinstance(found, SurveyImport):
        found.forget_file()


def show_steps(current: Step, wording: Wording) -> None:
    """Where one is among the three steps, in signs and words."""
    say = wording.say
    steps = list(Step)
    shown = []
    for number, step in enumerate(steps, 1):
        name = f"{number} {say(step)}"
        if step is current:
            shown.append(f":primary-badge[**{name}**]")
        else:
            is_done = number <= steps.index(current)
            shown.append(f":gray-badge[:material/{'check' if is_done else 'radio_button_unchecked'}: {name}]")
    st.markdown("  :material/chevron_right:  ".join(shown))
