"""First step of the import: the file, what was found in it, and its first rows."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages._import_progress import Step, SurveyImport
from pages._import_words import DELIMITER_WORDS, ENCODING_WORDS
from pages._page import PageContext
from pages._text import escaped
from storage.survey_files import FileDescription, FilePreview, describe, preview
from storage.survey_uploads import keep_upload
from touchpoints.errors import TouchpointsError
from touchpoints.messages import plural

_SHARE_OF_DESCRIBING = 0.8


def show_file_step(page: PageContext, work: SurveyImport) -> None:
    """Ask for the file, read it, and show what was found."""
    say = page.wording.say
    key = f"import-upload-{work.mark}"
    st.file_uploader(
        say("Answers as CSV, or as an Excel workbook (.xlsx)")
        if work.upload is None
        else say("Take another file instead of {name}", name=escaped(work.file_name)),
        key=key,
        on_change=_take,
        args=(page, work, key),
    )
    if work.upload is None:
        _show_promise(page)
        return
    if work.file is None and work.fault is None:
        _read(page, work)
    if work.fault is not None:
        st.error(escaped(say(work.fault)), icon=":material/error:")
    if work.file is not None and work.preview is not None:
        _show_found(page, work.file, work.preview)
    _show_ways_to_read(page, work)
    if work.file is not None and st.button(
        say("Continue to the columns"), type="primary", icon=":material/arrow_forward:"
    ):
        work.go_to(Step.COLUMNS)
        st.rerun()


def _take(page: PageContext, work: SurveyImport, key: str) -> None:
    """Keep what was uploaded, in place of what was there before."""
    uploaded = st.session_state.get(key)
    mark = work.mark
    work.forget_file()
    if uploaded is not None:
        work.upload = keep_upload(page.store, uploaded.getbuffer())
        work.file_name = uploaded.name
        work.mark = mark


def _show_promise(page: PageContext) -> None:
    say = page.wording.say
    st.markdown(
        say(
            "Any usual export will do: one row a respondent, one row an answer, or counted answers; "
            "comma, semicolon or tab; in any usual encoding."
        )
    )
    st.caption(
        ":material/lock: "
        + say(
            "Only counts are stored. The file itself stays on this server while you import it and is deleted "
            "at the end, or when you take another one."
        )
    )


def _read(page: PageContext, work: SurveyImport) -> None:
    """Read the whole file in a child process; a fault becomes one sentence and nothing else."""
    if work.upload is None:
        return
    text = page.wording.say("Reading the file")
    bar = st.progress(0.0, text=text)
    try:
        work.file = describe(
            work.upload.path,
            work.options,
            lambda share: bar.progress(share * _SHARE_OF_DESCRIBING, text=text),
        )
        work.preview = preview(work.upload.path, work.options)
    except TouchpointsError as error:
        work.file, work.fault = None, error.message
    bar.empty()


def _show_found(page: PageContext, file: FileDescription, first: FilePreview) -> None:
    say = page.wording.say
    rows = say(plural("{count} row", "{count} rows", file.rows))
    columns = say(plural("{count} column", "{count} columns", len(file.profiles)))
    st.markdown(f"### {rows}, {columns}")
    st.caption(" · ".join(_traits(page, file)))
    numbers = pd.RangeIndex(first.first_row, first.first_row + len(first.rows), name=say("Row"))
    table = pd.DataFrame(list(first.rows), columns=list(first.columns), index=numbers, dtype=str)
    st.dataframe(table, height=320, alt=say("The first rows of the file"))


def _traits(page: PageContext, file: FileDescription) -> list[str]:
    say, traits = page.wording.say, file.traits
    if traits.sheet is not None:
        return [say("Excel workbook"), say("sheet {name}", name=escaped(traits.sheet))]
    found = [say("Text file (CSV)"), ENCODING_WORDS.get(traits.encoding or "", traits.encoding or "")]
    if traits.delimiter in DELIMITER_WORDS:
        found.append(say("cells divided by {delimiter}", delimiter=say(DELIMITER_WORDS[traits.delimiter])))
    if traits.decimal is not None:
        found.append(say("decimal comma") if traits.decimal == "," else say("decimal point"))
    return found


def _show_ways_to_read(page: PageContext, work: SurveyImport) -> None:
    """The choice of a sheet where there are several; encoding and delimiter only for whoever asks."""
    say = page.wording.say
    traits = work.file.traits if work.file else None
    if traits is not None and len(traits.sheets) > 1:
        _choose(page, work, "sheet", say("Sheet"), {name: name for name in traits.sheets}, traits.sheet)
    if traits is not None and traits.sheet is not None:
        return
    with st.expander(say("Does the text look wrong? Read it in another way")), st.container(horizontal=True):
        encodings = {name: word for name, word in ENCODING_WORDS.items() if name != "utf-8-sig"}
        delimiters = {sign: say(word) for sign, word in DELIMITER_WORDS.items()}
        _choose(page, work, "encoding", say("Encoding"), encodings, None)
        _choose(page, work, "delimiter", say("Between the cells"), delimiters, None)


def _choose(
    page: PageContext,
    work: SurveyImport,
    option: str,
    label: str,
    words: dict[str, str],
    found: str | None,
) -> None:
    chosen = work.options.get(option) or found
    key = work.key(f"read-{option}")
    st.selectbox(
        label,
        list(words),
        index=list(words).index(str(chosen)) if chosen in words else None,
        format_func=words.__getitem__,
        placeholder=page.wording.say("as found"),
        key=key,
        on_change=_read_again,
        args=(work, option, key),
        width=280,
    )


def _read_again(work: SurveyImport, option: str, key: str) -> None:
    work.options = {**work.options, option: st.session_state[key]}
    work.file = work.preview = work.fault = work.draft = work.result = None
