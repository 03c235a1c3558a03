"""The way from one thing to another one on its own page: goal, option, action, KPI, finding or review."""

from __future__ import annotations

import streamlit as st

from pages._navigation import in_project
from pages._page import PageContext
from pages._text import escaped
from storage.projects import ProjectSummary


def show_link(page: PageContext, project: ProjectSummary, page_id: str, label: str, **query: object) -> None:
    """A link that opens the thing; for whoever may not open its page, its name alone."""
    if page_id not in page.entries:
        st.caption(escaped(label))
        return
    st.page_link(
        page.entries[page_id],
        label=escaped(label),
        icon=":material/arrow_forward:",
        query_params={**in_project(project.id), **{name: str(value) for name, value in query.items()}},
    )
