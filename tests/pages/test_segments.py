"""Customer value on the screen: a list is pasted, segments are classified, and disagreement is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.answers import list_survey_groups
from storage.segment_values import SegmentValue, list_segment_values, take_customer_list
from storage.segments import add_segment, change_segment
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import buttons, is_shown, open_page, press, press_in_dialog, run_dialog, texts
from tests.pages.conftest import OpenFrame
from touchpoints.customer_list import read_customers
from touchpoints.model import AbcClass, Treatment

pytestmark = pytest.mark.usefixtures("facilitator")
LIST = """number;segment;revenue;contribution;years
1;Companies;8,000.00;2,000;3
2;Families;1,500.00;500;5
3;Families;500.00;100;5"""
MISTAKEN = "1;Families;1,200.50\n1;Families;700\n2;;5"


class Lead:
    """Somebody who leads the hotel's project before the page."""

    def __init__(self, frame: AppTest, store: Store, project: UUID) -> None:
        self.frame, self.store, self.project = frame, store, project

    def look(self) -> AppTest:
        return open_page(self.frame, "segments", self.project)

    def stored(self) -> dict[str, SegmentValue]:
        return {one.name: one for one in list_segment_values(self.store, COMMAND_LINE, self.project)}

    def add(self, name: str, **values: object) -> UUID:
        id_ = add_segment(self.store, COMMAND_LINE, self.project, name)
        change_segment(self.store, COMMAND_LINE, self.project, id_, 1, values)
        return id_

    def change(self, segment: UUID, label: str) -> None:
        """Choose from the menu of a segment."""
        self.look()
        [menu] = [one for one in self.frame.get("menu_button") if one.key == f"classify-{segment}"]
        menu.click(label)
        self.frame.run()
        assert not self.frame.exception

    def paste(self, text: str) -> None:
        self.look()
        press(self.frame, "Paste a customer list")
        self.frame.text_area("pasted-customers").set_value(text)
        run_dialog(self.frame)


@pytest.fixture
def lead(open_frame: OpenFrame, store: Store, hotel: UUID) -> Lead:
    frame = open_frame()
    frame.default_timeout = 60
    return Lead(frame, store, hotel)


def test_a_project_without_segments_is_asked_for_the_first_one(lead: Lead) -> None:
    frame = lead.look()
    assert is_shown(frame, "Which customers do you serve alike?")
    frame.text_input("new-segment").set_value("Families")
    press(frame, "Add")
    assert is_shown(frame, "nobody has said when it was classified")


def test_a_pasted_list_is_seen_as_sums_and_stored_and_taken_back(lead: Lead) -> None:
    lead.add("families")
    lead.paste(LIST)
    [preview] = lead.frame.dataframe
    shown = preview.value.to_dict("records")
    assert [(row["Customer segment"], row["ABC"], row["Remark"]) for row in shown] == [
        *(("Companies", "A", "new segment"), ("Families", "B", "")),
    ]
    lead.frame.number_input("list-rate").set_value(10.0)
    run_dialog(lead.frame)
    press_in_dialog(lead.frame, "Store the sums of 2 segments")
    # 2,000 a year of one company for three years at 10 %: 1,818.18 + 1,652.89 + 1,502.63
    assert lead.stored()["Companies"].lifetime_value == Decimal("4973.70")
    assert (lead.stored()["families"].abc, lead.stored()["families"].customers) == (AbcClass.B, 2)
    frame = lead.look()
    assert is_shown(frame, "2,000 EUR a year from 2 customers")
    assert is_shown(frame, "4,974 EUR")
    press(frame, "Undo")
    assert list(lead.stored()) == ["families"]
    assert lead.stored()["families"].abc is None


def test_a_list_with_faults_says_what_to_do_in_each_row_and_stores_nothing(lead: Lead) -> None:
    lead.paste(MISTAKEN)
    assert is_shown(lead.frame, "Nothing can be stored yet: 2 rows have to be mended.")
    [faults] = lead.frame.dataframe
    assert list(faults.value["Line"]) == [2, 3]
    assert not [label for label in buttons(lead.frame) if label.startswith("Store the sums")]
    assert lead.stored() == {}


def test_what_divides_the_decimals_is_asked_where_it_could_be_either(lead: Lead) -> None:
    lead.paste("1;Families;1.234\n2;Families;2.345")
    assert not lead.frame.dataframe
    lead.frame.radio[0].set_value(",")
    run_dialog(lead.frame)
    assert lead.frame.dataframe[0].value["Revenue"][0] == "3,579 EUR"


def test_a_segment_is_classified_and_where_the_views_disagree_is_said_in_words(lead: Lead) -> None:
    id_ = lead.add("Students")
    lead.change(id_, "ABC and portfolio")
    for name, value in (("abc", AbcClass.C), ("attractiveness", 5), ("position", 4)):
        lead.frame.segmented_control(f"{name}-{id_}-2").set_value(value)
    lead.frame.checkbox(f"portfolio_is_assumed-{id_}-2").check()
    press_in_dialog(lead.frame, "Save")
    students = lead.stored()["Students"]
    assert (students.abc, students.attractiveness, students.portfolio_is_assumed) == (AbcClass.C, 5, True)
    assert students.classified_on is not None
    frame = lead.look()
    assert is_shown(frame, "The views disagree: high by the portfolio, low by revenue.")
    assert is_shown(frame, "About 1 segment the views disagree.")
    assert is_shown(frame, "star ▲ high assumption")
    press(frame, "Undo")
    assert lead.stored()["Students"].abc is None


def test_a_lifetime_value_is_computed_while_its_figures_are_typed(lead: Lead) -> None:
    id_ = lead.add("Families")
    lead.change(id_, "Lifetime value and its figures")
    assert lead.frame.info[0].value.startswith("With all five figures")
    figures = {"customers": 50, "revenue": 50_000.0, "cost": 20_000.0, "years": 3.0, "discount_rate": 10.0}
    for name, value in figures.items():
        lead.frame.number_input(f"{name}-{id_}-2").set_value(value)
    run_dialog(lead.frame)
    assert is_shown(lead.frame, "each year 1,000 EUR of revenue less 400 EUR of cost, 3 years long")
    press_in_dialog(lead.frame, "Save", "save-lifetime-value")
    families = lead.stored()["Families"]
    # 600 / 1.1 + 600 / 1.21 + 600 / 1.331
    assert (families.lifetime_value, families.contribution) == (Decimal("1492.11"), 30_000)
    assert families.lifetime_value_is_assumed


def test_a_segment_is_served_better_or_parted_with_honestly(lead: Lead) -> None:
    id_ = lead.add("Bargain hunters", abc="C")
    lead.change(id_, "What becomes of it")
    lead.frame.segmented_control(f"treatment-{id_}-2").set_value(Treatment.PART)
    lead.frame.text_area(f"treatment_reason-{id_}-2").set_value("They cost more than they bring.")
    press_in_dialog(lead.frame, "Save")
    assert is_shown(lead.look(), "→ Decided: part honestly: They cost more than they bring.")
    assert lead.stored()["Bargain hunters"].classified_on is None


def test_when_two_change_a_segment_both_versions_are_shown(lead: Lead) -> None:
    id_ = lead.add("Families")
    lead.change(id_, "ABC and portfolio")
    change_segment(lead.store, COMMAND_LINE, lead.project, id_, 2, {"abc": "B"})
    lead.frame.segmented_control(f"abc-{id_}-2").set_value(AbcClass.A)
    press_in_dialog(lead.frame, "Save")
    frame = lead.look()
    assert is_shown(frame, "Somebody else has changed this entry meanwhile.")
    press(frame, "Save mine")
    assert lead.stored()["Families"].abc is AbcClass.A


def test_a_classification_of_last_year_is_marked(lead: Lead) -> None:
    lead.add("Families", abc="B", classified_on=date(2020, 3, 2))
    assert is_shown(lead.look(), "⚠ classified on 2 Mar 2020, more than a year ago")


def test_the_samples_segments_stand_side_by_side_with_their_assumptions(
    open_frame: OpenFrame, airport: UUID
) -> None:
    frame = open_page(open_frame(), "segments", airport)
    shown = [text for text in texts(frame) if "ABC by revenue" in text and "Portfolio" in text]
    assert len(shown) == 4
    assert "4,800 EUR ▲ high assumption without the figures that it rests on" in shown[0]


def test_hostile_names_are_shown_letter_by_letter(lead: Lead) -> None:
    for text in HOSTILE:
        lead.add(text[:80])
    frame = lead.look()
    for text in HOSTILE:
        assert any(" ".join(as_kept(text[:80]).split()) in " ".join(one.split()) for one in texts(frame))


def test_a_list_that_was_stored_by_others_names_its_day(lead: Lead) -> None:
    sums = read_customers("1;Families;100").segments
    take_customer_list(lead.store, COMMAND_LINE, lead.project, sums, date(2026, 3, 2))
    assert is_shown(lead.look(), "customer list of 2 Mar 2026")


def test_what_a_segment_is_in_the_surveys_is_chosen_shown_and_undone(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    lead = Lead(open_frame(), store, airport)
    segment = next(iter(lead.stored().values())).id
    lead.change(segment, "Its group in the surveys")
    [chosen] = [one for one in lead.frame.selectbox if one.label == "In the surveys this segment is …"]
    groups = {one.name: one.id for one in list_survey_groups(store, COMMAND_LINE, airport)}
    chosen.set_value(groups["Age: 25 to 34"])
    press_in_dialog(lead.frame, "Save")
    [found] = [one.surveyed_as for one in lead.stored().values() if one.id == segment]
    assert found is not None
    assert found.name == "Age: 25 to 34"
    assert is_shown(lead.look(), "In the surveys: Age: 25 to 34")
    press(lead.frame, "Undo")
    assert {one.surveyed_as for one in lead.stored().values()} == {None}


def test_where_the_surveys_tell_no_groups_apart_that_is_said(lead: Lead) -> None:
    families = lead.add("Families")
    lead.change(families, "Its group in the surveys")
    [said] = [one.value for one in lead.frame.info]
    assert said == "The surveys of this project tell no groups of customers apart yet."
