"""The field of a form that names somebody: one of the project's people, somebody typed anew, or nobody."""

from __future__ import annotations

from pages._page import PageContext
from pages._person_choice import choose_person, person_names
from pages._touchpoint_fields import Field, FieldValue
from storage.projects import ProjectSummary


def person_field(page: PageContext, project: ProjectSummary, name: str, label: str) -> Field:
    """The field; people are read when it is drawn, since most visits only look."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        choose_person(page, project, label, value, key)

    def as_text(_page: PageContext, value: FieldValue) -> str:
        names = {str(id_): name for id_, name in person_names(page, project).items()}
        return names.get(str(value), "–")

    return Field(name, label, ask, as_text)
