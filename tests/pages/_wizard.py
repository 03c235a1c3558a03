"""The hands of whoever imports a survey: uploads, presses, answers, edits, and reads what is shown."""

from __future__ import annotations

from uuid import UUID

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, ButtonGroup

from pages._import_progress import SurveyImport
from storage.access import COMMAND_LINE
from storage.answers import read_answers
from storage.store import Store

IS_ANSWER = False


def upload(wizard: AppTest, content: bytes, name: str = "Gäste 2024.csv") -> AppTest:
    wizard.file_uploader[0].upload(name, content).run()
    assert not wizard.exception
    return wizard


def button(wizard: AppTest, label: str) -> Button:
    return next(one for one in wizard.button if one.label == label)


def labels(wizard: AppTest) -> set[str]:
    return {one.label for one in wizard.button}


def press(wizard: AppTest, label: str) -> None:
    button(wizard, label).click().run()
    assert not wizard.exception


def question(wizard: AppTest, part: str) -> ButtonGroup[object]:
    return next(one for one in wizard.segmented_control if part in (one.key or ""))


def answer(wizard: AppTest, part: str, value: object) -> None:
    question(wizard, part).set_value(value).run()
    assert not wizard.exception


def state(wizard: AppTest) -> SurveyImport:
    found: SurveyImport = wizard.session_state["survey_import"]
    return found


def table(wizard: AppTest, title: str) -> list[dict[str, object]]:
    found = next(one for one in wizard.dataframe if one.proto.alt == title)
    rows: list[dict[str, object]] = found.value.to_dict("records")
    return rows


def edit(wizard: AppTest, editor: str, row: int, **changes: object) -> None:
    wizard.session_state[state(wizard).key(editor)] = {
        "edited_rows": {row: changes},
        "added_rows": [],
        "deleted_rows": [],
    }
    wizard.run()
    assert not wizard.exception


def select(wizard: AppTest, part: str, value: object) -> None:
    next(one for one in wizard.selectbox if part in (one.key or "")).set_value(value).run()
    assert not wizard.exception


def confirm_all(wizard: AppTest) -> None:
    press(wizard, "All of these mean “no answer”")
    answer(wizard, "best-1-5", 5)
    answer(wizard, "best-1-6", 1)


def import_whole(wizard: AppTest, content: bytes) -> None:
    upload(wizard, content)
    press(wizard, "Continue to the columns")
    if "Use it again" in labels(wizard):
        press(wizard, "Use it again")
    else:
        confirm_all(wizard)
    press(wizard, "Continue to the check")
    press(wizard, "Store")


def stored(store: Store, project: UUID, text: str) -> int:
    """How many answers to a question are stored."""
    answers = read_answers(store, COMMAND_LINE, project)
    ids = {one.id for one in answers.questions if one.text == text}
    return sum(row.n for row in answers.rows if row.question in ids)
