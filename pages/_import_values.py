"""What the single values of one column mean: points of a scale, names of segments, or no answer."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages._import_draft import Draft, Entry
from pages._import_progress import SurveyImport
from pages._page import PageContext
from pages._text import escaped
from touchpoints.messages import message
from touchpoints.survey.cells import code_key, read_number
from touchpoints.survey.columns import LONGEST_SEGMENTATION
from touchpoints.survey.profile import MOST_VALUES
from touchpoints.survey.rules import Role

_HEIGHT = 420


def show_values(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    """One column at a time, since a file may have thousands of values."""
    say = page.wording.say
    entries = [*draft.answered, *(entry for entry in draft.listed if entry.role is Role.SEGMENTATION)]
    with st.expander(say("Name the values of a column: 1 = female, “very good” = 5")):
        chosen = st.selectbox(
            say("Column"),
            [entry.source for entry in entries],
            index=None,
            placeholder=say("Choose a column"),
            key="import-valued-column",
        )
        if chosen is not None:
            _show_column(page, work, draft, draft.columns[chosen])


def _show_column(page: PageContext, work: SurveyImport, draft: Draft, entry: Entry) -> None:
    say = page.wording.say
    key = work.key(f"values-{list(draft.columns).index(entry.source)}")
    profile = draft.profiles[entry.source]
    if key not in work.bases:
        rows = [
            [value.text, value.n, _meaning(entry, value.text), _is_missing(entry, value.text)]
            for value in profile.values
        ]
        work.bases[key] = pd.DataFrame(rows, columns=["value", "rows", "meaning", "missing"])
    st.data_editor(
        work.bases[key],
        hide_index=True,
        height=_HEIGHT if len(profile.values) > 10 else "content",
        column_config=_config(page, entry),
        disabled=["value", "rows"],
        key=key,
        alt=say("The values of {column}", column=entry.source),
    )
    if profile.distinct > MOST_VALUES:
        text = message(
            "The {shown} most frequent of {count} values.", shown=MOST_VALUES, count=profile.distinct
        )
        st.caption(escaped(say(text)))
    work.folds[key] = lambda: _fold(entry, key, work.bases[key])
    if _fold(entry, key, work.bases[key]):
        work.renew()
        st.rerun()


def _config(page: PageContext, entry: Entry) -> dict[str, Any]:
    say, columns = page.wording.say, st.column_config
    if entry.role is Role.SEGMENTATION:
        meaning = columns.TextColumn(say("Name of the segment"), max_chars=LONGEST_SEGMENTATION)
    else:
        meaning = columns.NumberColumn(say("Point of the scale"), step=1)
    return {
        "value": columns.TextColumn(say("Value"), pinned=True),
        "rows": columns.NumberColumn(say("Rows")),
        "meaning": meaning,
        "missing": columns.CheckboxColumn(say("No answer")),
    }


def _meaning(entry: Entry, text: str) -> object:
    key = code_key(text)
    if entry.role is Role.SEGMENTATION:
        return next((label for code, label in entry.labels.items() if code_key(code) == key), "")
    named = next((point for code, point in entry.answers.items() if code_key(code) == key), None)
    return _point(entry, text) if named is None else named


def _point(entry: Entry, text: str) -> int | None:
    """The point that a number is by itself."""
    number = read_number(text)
    is_point = number is not None and entry.scale and entry.scale[0] <= number <= entry.scale[1]
    return int(number) if is_point and number == int(number) else None


def _is_missing(entry: Entry, text: str) -> bool:
    return code_key(text) in {code_key(code) for code in entry.missing}


def _fold(entry: Entry, key: str, base: pd.DataFrame) -> bool:
    """Take over the edited values; whether other places of the page must know."""
    edits: dict[int, dict[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    for number, changes in edits.items():
        text = str(base["value"].iloc[number])
        if "missing" in changes:
            _put_missing(entry, text, is_missing=bool(changes["missing"]))
        if "meaning" in changes:
            _put_meaning(entry, text, changes["meaning"])
    return any("missing" in changes for changes in edits.values())


def _put_missing(entry: Entry, text: str, *, is_missing: bool) -> None:
    kept = tuple(code for code in entry.missing if code_key(code) != code_key(text))
    entry.missing = (*kept, text) if is_missing else kept


def _put_meaning(entry: Entry, text: str, meaning: object) -> None:
    named: dict[str, Any] = entry.labels if entry.role is Role.SEGMENTATION else entry.answers
    for code in [code for code in named if code_key(code) == code_key(text)]:
        del named[code]
    if meaning not in (None, ""):
        named[text] = meaning if entry.role is Role.SEGMENTATION else int(str(meaning))
