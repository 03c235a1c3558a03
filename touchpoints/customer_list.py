"""Reading a list of customers from a spreadsheet into sums per segment; no single customer is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from touchpoints.cells import clean_cell, read_cells
from touchpoints.customer_value import abc_classes
from touchpoints.messages import N_, Message, message
from touchpoints.model import AbcClass
from touchpoints.name_keys import name_key
from touchpoints.series_numbers import decimal_of, read_value

Mark = Literal[",", "."]
_LONGEST_NAME = 80
_LARGEST = Decimal(1_000_000_000)
_MOST_YEARS = Decimal(100)
_ROUGH, _CENT = Decimal("0.1"), Decimal("0.01")
# The columns in the order in which they stand where no heading names them, and how headings call them.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("number", "customer number", "customer", "no", "id", "Nummer", "Kundennummer", "Kunde", "Nr"),
    "segment": ("segment", "customer segment", "group", "Kundensegment", "Gruppe", "Kundengruppe"),
    "revenue": ("revenue", "sales", "turnover", "revenue a year", "Umsatz", "Jahresumsatz"),
    "contribution": ("contribution", "margin", "contribution margin", "Deckungsbeitrag", "DB", "Ertrag"),
    "years": ("years", "years as a customer", "Jahre", "Kundenjahre", "Jahre als Kunde"),
}
_COLUMN_OF = {name_key(name): column for column, names in _HEADINGS.items() for name in names}
_UNDIVIDED = N_("The cells are not divided. Copy them from a spreadsheet, or divide them by semicolons.")
_FIGURES = ("revenue", "contribution", "years")


@dataclass(frozen=True)
class Fault:
    """A row that cannot be read as it stands, with what to do; rows are counted as they were pasted."""

    row: int
    text: str
    reason: Message


@dataclass(frozen=True)
class SegmentSums:
    """A segment of the list: how many customers, and their sums of a year.

    The contribution is None where the list leaves it open for a customer, the years (the mean) for all.
    """

    name: str
    customers: int
    revenue: Decimal
    contribution: Decimal | None
    years: Decimal | None
    abc: AbcClass | None
    share: Decimal


@dataclass(frozen=True)
class CustomerList:
    """What was read; while a row is faulty the sums would be wrong, and none are given.

    `asks_decimal` says that 1.234 could be a thousand or little more than one: somebody has to say it.
    """

    segments: tuple[SegmentSums, ...] = ()
    faults: tuple[Fault, ...] = ()
    asks_decimal: bool = False


@dataclass(frozen=True)
class _Customer:
    segment: str
    revenue: Decimal
    contribution: Decimal | None
    years: Decimal | None


def read_customers(text: str, decimal: Mark | None = None) -> CustomerList:
    """The sums of a list with tabs or semicolons: number, segment, revenue, contribution, years.

    A heading may name the columns in any order; others, such as names, are not read.
    """
    rows = [[clean_cell(cell) for cell in row] for row in read_cells(text)]
    if not rows:
        return CustomerList()
    if all(len(row) == 1 for row in rows):
        return CustomerList(faults=(Fault(1, rows[0][0], message(_UNDIVIDED)),))
    columns = _columns_of(rows[0])
    first = 2 if columns else 1
    columns = columns or {name: place for place, name in enumerate(_HEADINGS)}
    if missing := {"segment", "revenue"} - set(columns):
        return CustomerList(faults=(_without(rows[0], missing),))
    cells = [{name: _cell(row, place) for name, place in columns.items()} for row in rows[first - 1 :]]
    mark = decimal or decimal_of(cell[name] for cell in cells for name in _FIGURES if name in cell)
    if mark is None:
        return CustomerList(asks_decimal=True)
    return _read(rows[first - 1 :], cells, first, mark)


def _columns_of(row: Sequence[str]) -> dict[str, int]:
    """The place of each column that a heading names; none where the first row is a customer already."""
    found = {_COLUMN_OF.get(name_key(cell)): place for place, cell in reversed(list(enumerate(row)))}
    named = {name: place for name, place in found.items() if name}
    # A single match may be a segment that is called so.
    return named if len(named) > 1 else {}


def _without(row: Sequence[str], missing: Iterable[str]) -> Fault:
    reason = (
        message("The heading names no column for the segment. Call it “segment”.")
        if "segment" in missing
        else message("The heading names no column for the revenue. Call it “revenue”.")
    )
    return Fault(1, "; ".join(row), reason)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _read(
    rows: Sequence[Sequence[str]], cells: Sequence[Mapping[str, str]], first: int, mark: Mark
) -> CustomerList:
    customers: list[_Customer] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, (row, cell) in enumerate(zip(rows, cells, strict=True), start=first):
        reason = _fault_in(cell, mark) or _double_in(cell, seen, number)
        if reason is not None:
            faults.append(Fault(number, "; ".join(row), reason))
        else:
            customers.append(_customer(cell, mark))
    return CustomerList(faults=tuple(faults)) if faults else CustomerList(tuple(_summed(customers)))


def _fault_in(cell: Mapping[str, str], mark: Mark) -> Message | None:
    """Why the row of a customer cannot be read, with what to do."""
    if not cell["segment"]:
        return message("The segment is missing. Write it beside the customer, or take the row out.")
    if len(cell["segment"]) > _LONGEST_NAME:
        return message("The name of the segment is longer than {most} characters.", most=_LONGEST_NAME)
    if not cell["revenue"]:
        return message("The revenue is missing. Write 0 where there was none.")
    faults = (_fault_of(name, cell[name], mark) for name in _FIGURES if cell.get(name))
    return next((fault for fault in faults if fault), None)


def _fault_of(name: str, given: str, mark: Mark) -> Message | None:
    amount = _amount(given, mark)
    if amount is None and mark == ",":
        return message("“{cell}” is no number. Write it like 1.234,50.", cell=given)
    if amount is None:
        return message("“{cell}” is no number. Write it like 1,234.50.", cell=given)
    if name == "years" and not 0 <= amount <= _MOST_YEARS:
        return message("“{cell}” are no years of a customer. Give 0 to 100.", cell=given)
    if abs(amount) >= _LARGEST:
        return message("“{cell}” is too much for one customer. Look at the row once more.", cell=given)
    return None


def _double_in(cell: Mapping[str, str], seen: dict[str, int], row: int) -> Message | None:
    number = cell.get("number", "").casefold()
    if not number:
        return None
    if seen.setdefault(number, row) == row:
        return None
    return message(
        "Customer {number} stands in row {row} already. Put both into one row.",
        number=cell["number"],
        row=seen[number],
    )


def _amount(cell: str, mark: Mark) -> Decimal | None:
    value = read_value(cell, mark) if cell else None
    return None if value is None else Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)


def _customer(cell: Mapping[str, str], mark: Mark) -> _Customer:
    revenue, contribution, years = (_amount(cell.get(name, ""), mark) for name in _FIGURES)
    return _Customer(cell["segment"], revenue or Decimal(0), contribution, years)


def _summed(customers: Sequence[_Customer]) -> Iterator[SegmentSums]:
    """The segments, highest revenue first; a name counts as one however it is capitalised."""
    groups: dict[str, list[_Customer]] = defaultdict(list)
    for customer in customers:
        groups[customer.segment.casefold()].append(customer)
    revenues = {key: sum((one.revenue for one in group), Decimal(0)) for key, group in groups.items()}
    classes, whole = abc_classes(revenues), sum(revenues.values(), Decimal(0))
    for key in sorted(groups, key=lambda key: -revenues[key]):
        share = revenues[key] / whole if whole > 0 else Decimal(0)
        yield _sums_of(groups[key], revenues[key], classes.get(key), share)


def _sums_of(
    group: Sequence[_Customer], revenue: Decimal, abc: AbcClass | None, share: Decimal
) -> SegmentSums:
    contributions = [one.contribution for one in group if one.contribution is not None]
    years = [one.years for one in group if one.years is not None]
    return SegmentSums(
        name=group[0].segment,
        customers=len(group),
        revenue=revenue,
        # A sum over some of them would pass for that of all.
        contribution=sum(contributions, Decimal(0)) if len(contributions) == len(group) else None,
        years=(sum(years, Decimal(0)) / len(years)).quantize(_ROUGH, ROUND_HALF_UP) if years else None,
        abc=abc,
        share=share,
    )
