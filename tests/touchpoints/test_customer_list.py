"""A list of customers becomes sums per segment; faults are collected by row, and no customer is kept."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Literal

import pytest

from touchpoints.customer_list import CustomerList, SegmentSums, read_customers
from touchpoints.messages import in_english
from touchpoints.model import AbcClass

GERMAN = """Kundennummer;Name;Kundensegment;Umsatz;Deckungsbeitrag;Jahre
17;Anna Beispiel;Familien;1.200,50;300,25;4
18;Bert Muster;familien;799,50;200;5
19;Cara Probe;Firmen;8.000,00 €;-1.000;2,5"""


def faults(text: str, decimal: Literal[",", "."] | None = None) -> list[tuple[int, str]]:
    return [(one.row, in_english(one.reason)) for one in read_customers(text, decimal).faults]


def test_a_german_list_is_summed_by_segment() -> None:
    companies, families = read_customers(GERMAN).segments
    # 1,200.50 + 799.50 = 2,000 of 10,000; before the families stand 80 %, where B begins.
    assert families == SegmentSums(
        name="Familien",
        customers=2,
        revenue=Decimal("2000.00"),
        contribution=Decimal("500.25"),
        years=Decimal("4.5"),
        abc=AbcClass.B,
        share=Decimal("0.2"),
    )
    assert (companies.revenue, companies.contribution) == (Decimal(8000), Decimal(-1000))
    assert (companies.abc, companies.years) == (AbcClass.A, Decimal("2.5"))


def test_an_english_list_with_tabs_and_without_a_heading_is_read_in_the_order_that_is_asked_for() -> None:
    [families] = read_customers("1\tFamilies\t1,200.50\t300\t4\n2\tFamilies\t99.50").segments
    assert (families.customers, families.revenue) == (2, Decimal("1300.00"))
    assert families.years == 4


def test_a_contribution_that_is_not_known_of_all_is_not_summed() -> None:
    [families] = read_customers("1\tFamilies\t1,200.50\t300\n2\tFamilies\t99.50\t").segments
    assert families.contribution is None


def test_names_of_customers_are_not_kept() -> None:
    assert "Beispiel" not in repr(read_customers(GERMAN))
    assert "number" not in {field.name for field in fields(SegmentSums)}


def test_a_number_that_means_two_things_is_asked_about() -> None:
    text = "1;Families;1.234\n2;Families;5.678"
    assert read_customers(text) == CustomerList(asks_decimal=True)
    assert read_customers(text, ",").segments[0].revenue == Decimal(6912)
    assert read_customers(text, ".").segments[0].revenue == Decimal("6.91")


def test_every_fault_is_told_with_its_row_and_nothing_is_summed() -> None:
    text = """number;segment;revenue;contribution;years
1;Families;1.200,50;;
1;Families;100,00;;
2;;100,00;;
3;Companies;;;
4;Companies;1,234.50;;
5;Companies;much;;
6;Companies;100,00;;400"""
    assert read_customers(text).asks_decimal
    assert faults(text, ",") == [
        (3, "Customer 1 stands in row 2 already. Put both into one row."),
        (4, "The segment is missing. Write it beside the customer, or take the row out."),
        (5, "The revenue is missing. Write 0 where there was none."),
        (6, "“1,234.50” is no number. Write it like 1.234,50."),
        (7, "“much” is no number. Write it like 1.234,50."),
        (8, "“400” are no years of a customer. Give 0 to 100."),
    ]
    assert read_customers(text, ",").segments == ()


def test_in_english_writing_the_fault_shows_english_numbers() -> None:
    assert faults("1;Families;1,200.50\n2;Families;much") == [
        (2, "“much” is no number. Write it like 1,234.50.")
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("number;revenue", "The heading names no column for the segment. Call it “segment”."),
        ("Nummer;Kundensegment", "The heading names no column for the revenue. Call it “revenue”."),
    ],
)
def test_a_heading_without_segment_or_revenue_is_refused(heading: str, said: str) -> None:
    assert faults(f"{heading}\n1;2") == [(1, said)]


def test_a_segment_that_is_called_like_a_column_is_no_heading() -> None:
    [group] = read_customers("17;Group;100").segments
    assert (group.name, group.revenue) == ("Group", Decimal(100))


def test_a_list_divided_by_commas_alone_is_refused() -> None:
    assert faults("17,Families,100") == [
        (1, "The cells are not divided. Copy them from a spreadsheet, or divide them by semicolons.")
    ]


def test_nothing_is_no_list() -> None:
    assert read_customers(" \n\t\n") == CustomerList()


def test_amounts_and_names_have_limits() -> None:
    assert [row for row, _ in faults(f"1;{'x' * 81};5\n2;Families;1000000000")] == [1, 2]
