"""The import of a survey: three steps, nothing guessed silently, nothing stored before the check."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages import _import_check
from storage.access import COMMAND_LINE
from storage.answers import list_surveys, read_answers
from storage.intents import NoSuchRow
from storage.journey import list_touchpoints
from storage.store import Store
from storage.survey_waves import list_waves
from tests._awkward_survey import BREAKFAST, GRADE, RECEPTION, ROWS, TOUCHPOINTS, answers_on, awkward_survey
from tests.pages._wizard import (
    IS_ANSWER,
    answer,
    button,
    confirm_all,
    edit,
    import_whole,
    labels,
    press,
    question,
    state,
    stored,
    table,
    upload,
)

pytestmark = pytest.mark.usefixtures("facilitator")


def uploads(store: Store) -> list[Path]:
    return list((store.settings.data_folder / "uploads").glob("*"))


def test_the_awkward_file_is_imported_in_three_steps(wizard: AppTest, store: Store, hotel: UUID) -> None:
    upload(wizard, awkward_survey())
    assert any("60 rows, 9 columns" in one.value for one in wizard.markdown)
    assert any("Windows-1252" in one.value and "semicolon" in one.value for one in wizard.caption)
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    wizard.text_input[1].set_value("Gästebefragung 2024, eigene").run()
    press(wizard, "Continue to the check")
    assert wizard.metric[0].value == str(ROWS)
    assert not list_touchpoints(store, COMMAND_LINE, hotel)
    press(wizard, "Store")
    assert "stored" in wizard.success[0].value
    assert {one.name for one in list_touchpoints(store, COMMAND_LINE, hotel)} == set(TOUCHPOINTS)
    assert stored(store, hotel, RECEPTION) == answers_on(RECEPTION, "12345")
    assert stored(store, hotel, BREAKFAST) == answers_on(BREAKFAST, "12345")
    assert stored(store, hotel, GRADE) == ROWS
    [survey] = list_surveys(store, COMMAND_LINE, hotel)
    assert (survey.name, survey.source, survey.rows) == ("Gäste 2024", "Gästebefragung 2024, eigene", ROWS)


def test_weights_with_a_decimal_comma_and_words_as_answers_are_understood(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    import_whole(wizard, awkward_survey())
    answers = read_answers(store, COMMAND_LINE, hotel)
    overall = next(one.id for one in answers.questions if one.kind == "overall")
    rows = [row for row in answers.rows if row.question == overall]
    assert sum(row.n for row in rows) == ROWS
    assert sum(row.weight or 0 for row in rows) == pytest.approx(ROWS)


def test_school_grades_are_best_at_1_only_because_somebody_said_so(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    import_whole(wizard, awkward_survey())
    scales = {one.text: one.scale for one in read_answers(store, COMMAND_LINE, hotel).questions}
    assert (scales[GRADE].low, scales[GRADE].high, scales[GRADE].best) == (1, 6, 1)


def test_numbers_alone_are_best_at_the_end_that_somebody_named(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    assert any("which end is best" in one.value for one in wizard.markdown)
    press(wizard, "All of these mean “no answer”")
    answer(wizard, "best-1-6", 1)
    answer(wizard, "best-1-5", 1)
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    best = {one.text: one.scale.best for one in read_answers(store, COMMAND_LINE, hotel).questions}
    assert (best[RECEPTION], best[BREAKFAST]) == (1, 1)


def test_the_questions_are_counted_alike_at_their_head_and_below(wizard: AppTest) -> None:
    days = "03/04/2024", "05/04/2024"
    rows = [f"{day},{rating}" for day in days for rating in (*range(1, 6), 9)]
    upload(wizard, "\n".join(["date,Lobby", *rows, ""]).encode())
    press(wizard, "Continue to the columns")
    [head] = [one.value for one in wizard.markdown if "only you can answer" in one.value]
    [below] = [one.value for one in wizard.caption if "still open" in one.value]
    assert "3 questions" in head
    assert "3 questions" in below


def test_no_doubtful_code_is_decided_from_the_start_and_none_may_stay_open(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    asked = [
        one for one in wizard.segmented_control if "doubt" in (one.key or "") or "best" in (one.key or "")
    ]
    assert len(asked) >= 5
    assert [one.value for one in asked] == [None] * len(asked)
    assert button(wizard, "Continue to the check").disabled
    press(wizard, "All of these mean “no answer”")
    assert button(wizard, "Continue to the check").disabled
    answer(wizard, "best-1-6", 1)
    assert button(wizard, "Continue to the check").disabled
    answer(wizard, "best-1-5", 5)
    assert not button(wizard, "Continue to the check").disabled
    answer(wizard, "doubt-answer-11", None)
    assert button(wizard, "Continue to the check").disabled


def test_a_code_that_is_said_to_be_an_answer_is_counted(wizard: AppTest, store: Store, hotel: UUID) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    answer(wizard, "doubt-answer-6", IS_ANSWER)
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    assert stored(store, hotel, RECEPTION) == answers_on(RECEPTION, "123456")


def test_what_is_left_out_is_listed_with_reason_and_first_rows(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    press(wizard, "Continue to the check")
    [reception] = [row for row in table(wizard, "Answers left out, and why") if row["Column"] == RECEPTION]
    assert reception["Why"] == "a code for no answer"
    assert reception["Answers"] == answers_on(RECEPTION, "06")
    assert str(reception["First rows"]).startswith("4, 9, ")
    assert any("Fragebogen" in one.value for one in wizard.caption)


def test_a_column_is_used_for_something_else_and_renamed(wizard: AppTest, store: Store, hotel: UUID) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    assert [row["column"] for row in table(wizard, "Touchpoints")] == list(TOUCHPOINTS)
    edit(wizard, "touchpoints", 0, name="Ankunft")
    edit(wizard, "touchpoints", 1, role="ignore")
    assert [row["name"] for row in table(wizard, "Touchpoints")] == ["Ankunft", GRADE]
    assert BREAKFAST in {row["column"] for row in table(wizard, "Not used")}
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    assert {one.name for one in list_touchpoints(store, COMMAND_LINE, hotel)} == {"Ankunft", GRADE}


def test_an_edit_that_no_run_has_seen_yet_survives_the_next_click(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    wizard.session_state[state(wizard).key("touchpoints")] = {"edited_rows": {0: {"name": "Ankunft"}}}
    press(wizard, "All of these mean “no answer”")
    assert table(wizard, "Touchpoints")[0]["name"] == "Ankunft"


def test_two_columns_that_mean_the_same_are_refused_in_a_sentence(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    edit(wizard, "touchpoints", 0, name=GRADE)
    assert "are both the touchpoint" in wizard.error[0].value
    assert button(wizard, "Continue to the check").disabled


def test_a_touchpoint_of_the_journey_is_recognised_by_its_name(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    import_whole(wizard, awkward_survey())
    press(wizard, "Import another file")
    upload(wizard, awkward_survey().replace(b"Fr\xfchst\xfcck;", b"FR\xdcHST\xdcCK;", 1))
    press(wizard, "Continue to the columns")
    assert BREAKFAST in {row["known"] for row in table(wizard, "Touchpoints")}
    confirm_all(wizard)
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    assert len(list_touchpoints(store, COMMAND_LINE, hotel)) == len(TOUCHPOINTS)


def test_what_the_columns_meant_is_offered_next_time_and_the_wave_replaces_itself(
    wizard: AppTest, store: Store, hotel: UUID
) -> None:
    import_whole(wizard, awkward_survey())
    before = stored(store, hotel, RECEPTION)
    press(wizard, "Import another file")
    upload(wizard, awkward_survey(2 * ROWS), "ganz anders.csv")
    press(wizard, "Continue to the columns")
    assert "Use it again" in labels(wizard)
    assert not wizard.data_editor
    press(wizard, "Use it again")
    assert wizard.text_input[0].value == "Gäste 2024"
    press(wizard, "Continue to the check")
    assert "will be replaced" in wizard.warning[0].value
    press(wizard, "Store")
    assert stored(store, hotel, RECEPTION) == 2 * before == answers_on(RECEPTION, "12345", 2 * ROWS)
    assert len(list_waves(store, COMMAND_LINE, hotel, "Gäste 2024")) == 1


def test_a_new_code_is_asked_about_although_the_mapping_was_kept(wizard: AppTest) -> None:
    import_whole(wizard, awkward_survey())
    press(wizard, "Import another file")
    upload(wizard, awkward_survey().replace(b";5;", b";9;"))
    press(wizard, "Continue to the columns")
    press(wizard, "Use it again")
    assert question(wizard, "doubt-answer-9").value is None
    assert button(wizard, "Continue to the check").disabled


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 \x00\x01\x02", "not a table"),
        (b'a;b\n1;"2\n3;4\n', "middle of a row"),
        (b"a;a\n1;2\n", "same name"),
    ],
)
def test_a_broken_file_gets_one_sentence_and_stores_nothing(
    wizard: AppTest, store: Store, hotel: UUID, content: bytes, sentence: str
) -> None:
    upload(wizard, content)
    assert len(wizard.error) == 1
    assert sentence in wizard.error[0].value
    assert "Continue to the columns" not in labels(wizard)
    assert not read_answers(store, COMMAND_LINE, hotel).questions


def test_column_names_and_values_of_a_hostile_file_are_shown_letter_by_letter(wizard: AppTest) -> None:
    evil = b"![x](http://evil.example)"
    content = awkward_survey().replace(b"Note Zimmer", evil).replace(b"keine Angabe", b"N/A")
    upload(wizard, content, "![x](http://evil.example).csv")
    press(wizard, "Continue to the columns")
    shown = [one.value for one in (*wizard.markdown, *wizard.caption)] + [
        one.label for one in wizard.file_uploader
    ]
    assert not any("![x](" in text for text in shown)


def test_answers_that_changed_after_half_a_storing_are_stored_anew(
    wizard: AppTest, store: Store, hotel: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    press(wizard, "Continue to the check")
    with monkeypatch.context() as broken:
        broken.setattr(_import_check, "keep_mapping", refuse)
        press(wizard, "Store")
    assert wizard.error
    press(wizard, "Back")
    answer(wizard, "doubt-answer-6", IS_ANSWER)
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    assert "stored" in wizard.success[0].value
    assert stored(store, hotel, RECEPTION) == answers_on(RECEPTION, "123456")


def refuse(*_: object) -> None:
    raise NoSuchRow


def test_the_uploaded_answers_are_gone_once_they_are_counted(wizard: AppTest, store: Store) -> None:
    upload(wizard, awkward_survey())
    assert len(uploads(store)) == 1
    upload(wizard, awkward_survey(7), "other.csv")
    assert len(uploads(store)) == 1
    press(wizard, "Continue to the columns")
    confirm_all(wizard)
    press(wizard, "Continue to the check")
    press(wizard, "Store")
    assert uploads(store) == []
