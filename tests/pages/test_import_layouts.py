"""The import of files that are not one row for each respondent, and of dates, sheets, codes and words."""

from __future__ import annotations

import io
from uuid import UUID

from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.answers import read_answers
from storage.journey import list_touchpoints
from storage.store import Store
from storage.survey_waves import list_waves
from tests.pages._beside import speak
from tests.pages._wizard import answer, button, edit, press, question, select, table, upload
from touchpoints.survey.rules import Layout

RATINGS = [5, 4, 3, 2, 1] * 8


def names(store: Store, project: UUID) -> set[str]:
    return {one.name for one in list_touchpoints(store, COMMAND_LINE, project)}


def store_it(wizard: AppTest) -> None:
    press(wizard, "Continue to the check")
    press(wizard, "Store")


def csv(header: str, rows: list[str]) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def test_a_row_may_be_an_answer(wizard: AppTest, store: Store, hotel: UUID) -> None:
    rows = [f"{item},{rating}" for item in ("Lobby", "Bar") for rating in (*RATINGS, 0)]
    upload(wizard, csv("question,answer", rows), "long.csv")
    press(wizard, "Continue to the columns")
    select(wizard, "layout", Layout.LONG)
    assert button(wizard, "Continue to the check").disabled
    select(wizard, "part-item", "question")
    select(wizard, "part-answer", "answer")
    answer(wizard, "doubt-answer-0", True)  # noqa: FBT003 - the value of a widget
    answer(wizard, "best-1-5", 5)
    store_it(wizard)
    assert names(store, hotel) == {"Lobby", "Bar"}
    assert sum(row.n for row in read_answers(store, COMMAND_LINE, hotel).rows) == 2 * len(RATINGS)


def test_a_row_may_be_a_count_of_answers(wizard: AppTest, store: Store, hotel: UUID) -> None:
    rows = [f"{item},{point},{10 * point}" for item in ("Lobby", "Bar") for point in range(1, 6)]
    upload(wizard, csv("question,answer,number", rows), "counts.csv")
    press(wizard, "Continue to the columns")
    select(wizard, "layout", Layout.COUNTS)
    for role, column in (("item", "question"), ("answer", "answer"), ("count", "number")):
        select(wizard, f"part-{role}", column)
    answer(wizard, "best-1-5", 5)
    store_it(wizard)
    assert sum(row.n for row in read_answers(store, COMMAND_LINE, hotel).rows) == 2 * 150


def test_a_workbook_with_several_sheets_lets_one_be_chosen(wizard: AppTest) -> None:
    book = Workbook()
    book.active.title = "Cover"
    book.active.append(["About"])
    book.active.append(["Hotel"])
    answers = book.create_sheet("Answers")
    for row in (["Lobby"], *([rating] for rating in RATINGS)):
        answers.append(row)
    file = io.BytesIO()
    book.save(file)
    upload(wizard, file.getvalue(), "survey.xlsx")
    assert any("1 row, 1 column" in one.value for one in wizard.markdown)
    select(wizard, "read-sheet", "Answers")
    assert any("40 rows, 1 column" in one.value for one in wizard.markdown)
    press(wizard, "Continue to the columns")
    assert [row["column"] for row in table(wizard, "Touchpoints")] == ["Lobby"]


def test_a_text_that_was_read_wrongly_can_be_read_in_another_way(wizard: AppTest) -> None:
    upload(wizard, "Größe;Wert\n1;2\n3;4\n".encode("cp1252"))
    select(wizard, "read-delimiter", ",")
    assert any("2 rows, 1 column" in one.value for one in wizard.markdown)


def test_days_that_may_be_read_in_two_ways_are_asked_about(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    days = ["03/04/2024", "05/04/2024", "07/08/2024", "09/10/2024"] * 10
    rows = [f"{day},{rating}" for day, rating in zip(days, RATINGS, strict=True)]
    upload(wizard, csv("date,Lobby", rows), "dates.csv")
    press(wizard, "Continue to the columns")
    assert question(wizard, "wave-order").value is None
    assert button(wizard, "Continue to the check").disabled
    answer(wizard, "wave-order", "%m/%d/%Y")
    answer(wizard, "best-1-5", 5)
    select(wizard, "wave-period", "month")
    store_it(wizard)
    waves = [wave.label for wave in list_waves(store, COMMAND_LINE, hotel, "dates")]
    assert waves == ["2024-03", "2024-05", "2024-07", "2024-09"]


def test_codes_of_a_segmentation_are_given_names(wizard: AppTest) -> None:
    rows = [f"{place % 3 + 1},{rating}" for place, rating in enumerate(RATINGS)]
    upload(wizard, csv("gender_code,Lobby", rows), "coded.csv")
    press(wizard, "Continue to the columns")
    select(wizard, "valued-column", "gender_code")
    codes = [row["value"] for row in table(wizard, "The values of gender_code")]
    edit(wizard, "values-0", codes.index("1"), meaning="female")
    edit(wizard, "values-0", codes.index("3"), missing=True)
    answer(wizard, "best-1-5", 5)
    press(wizard, "Continue to the check")
    shown = {row["Segment"]: row["Rows"] for row in table(wizard, "Segmentations")}
    assert shown == {"female": 14, "2": 13}


def test_words_that_no_scale_is_known_for_are_given_points(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    rows = [word for word in ("hui", "so la la", "pfui") for _ in range(10)]
    upload(wizard, csv("Lobby", rows), "words.csv")
    press(wizard, "Continue to the columns")
    edit(wizard, "segments", 0, role="touchpoint")
    edit(wizard, "touchpoints", 0, scale="1–3", best="high")
    select(wizard, "valued-column", "Lobby")
    words = [row["value"] for row in table(wizard, "The values of Lobby")]
    for point, word in enumerate(("pfui", "so la la", "hui"), 1):
        edit(wizard, "values-0", words.index(word), meaning=point)
    store_it(wizard)
    points = {row.point: row.n for row in read_answers(store, COMMAND_LINE, hotel).rows}
    assert points == {1: 10, 2: 10, 3: 10}


def test_a_column_that_becomes_a_school_grade_is_asked_for_its_better_end(wizard: AppTest) -> None:
    rows = [f"{1 + place % 6},{rating}" for place, rating in enumerate(RATINGS)]
    upload(wizard, csv("region,Lobby", rows), "grades.csv")
    press(wizard, "Continue to the columns")
    answer(wizard, "best-1-5", 5)
    assert not button(wizard, "Continue to the check").disabled
    edit(wizard, "segments", 0, role="touchpoint")
    assert question(wizard, "best-1-5").value == 5
    assert question(wizard, "best-1-6").value is None
    assert button(wizard, "Continue to the check").disabled


def test_a_rating_that_becomes_the_nps_is_not_asked_and_one_from_the_nps_is(wizard: AppTest) -> None:
    rows = [f"{place % 11}" for place in range(44)]
    upload(wizard, csv("Lobby", rows), "ten.csv")
    press(wizard, "Continue to the columns")
    assert question(wizard, "best-0-10").value is None
    edit(wizard, "touchpoints", 0, role="nps")
    assert not button(wizard, "Continue to the check").disabled
    edit(wizard, "questions", 0, role="touchpoint")
    assert question(wizard, "best-0-10").value is None
    assert button(wizard, "Continue to the check").disabled


def test_another_language_shows_the_reasons_anew(wizard: AppTest) -> None:
    upload(wizard, csv("Lobby", list(map(str, RATINGS))), "one.csv")
    press(wizard, "Continue to the columns")
    before = [row["reason"] for row in table(wizard, "Touchpoints")]
    speak(wizard, "de")
    assert not wizard.exception
    assert before == ["The values are 1 to 5 and nothing else."]
    assert len(wizard.data_editor) == 1
