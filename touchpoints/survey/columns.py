"""The part of a mapping that says what each column, and in long files each item, is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from touchpoints.messages import message
from touchpoints.survey.rules import (
    CES_VERSION,
    LAYOUT_ROLES,
    QUESTION_ROLES,
    AnswerRule,
    Layout,
    QuestionRule,
    Role,
    SegmentationRule,
)
from touchpoints.survey.scales import ANSWER_KEYS, read_answer_rule
from touchpoints.survey.tables import Table

COLUMN_KEYS = ("role", "touchpoint", "phase", *ANSWER_KEYS, "name", "labels")
LONGEST_NAME = 120
LONGEST_PHASE = 80
LONGEST_SEGMENTATION = 80
# Roles that may be asked of one touchpoint as well as of the whole company.
ABOUT_A_TOUCHPOINT = (Role.TOUCHPOINT, Role.NPS, Role.CSAT, Role.CES)


@dataclass(frozen=True)
class Columns:
    """All that [columns] and [items] say."""

    questions: tuple[QuestionRule, ...]
    segmentations: tuple[SegmentationRule, ...]
    ignored: tuple[str, ...]
    parts: dict[Role, str]
    usual: AnswerRule


@dataclass(frozen=True)
class Named:
    """A column or item with its table and its role."""

    name: str
    table: Table
    role: Role


def read_columns(top: Table, layout: Layout) -> Columns:
    """What the columns and items are for; notes the faults of each."""
    columns = read_roles(top.tables("columns"), roles_of(layout))
    usual = read_usual(columns)
    return Columns(
        questions=read_questions(columns, AnswerRule()) + read_items(top, layout, usual),
        segmentations=tuple(
            read_segmentation(column) for column in columns if column.role is Role.SEGMENTATION
        ),
        ignored=tuple(read_ignored(column) for column in columns if column.role is Role.IGNORE),
        parts=read_parts(top, columns),
        usual=usual,
    )


def roles_of(layout: Layout) -> tuple[Role, ...]:
    """The roles that a column may have in a layout."""
    asked = QUESTION_ROLES if layout is Layout.WIDE else LAYOUT_ROLES[layout]
    return (*asked, Role.SEGMENTATION, Role.IGNORE)


def read_roles(tables: Sequence[tuple[str, Table]], known: tuple[Role, ...]) -> list[Named]:
    """The tables that have a role which is known here; notes the others."""
    named = []
    for name, table in tables:
        role = table.word("role", known)
        if role is not None:
            named.append(Named(name, table, role))
            continue
        table.refuse_others(COLUMN_KEYS)
        if not table.has("role"):
            table.refuse("role", message("one of {words}", words=", ".join(known)))
    return named


def read_questions(named: Sequence[Named], usual: AnswerRule) -> tuple[QuestionRule, ...]:
    """The questions among columns or items."""
    return tuple(read_question(one, usual) for one in named if one.role in QUESTION_ROLES)


def read_question(one: Named, usual: AnswerRule) -> QuestionRule:
    """A question, what it is about, and its scale."""
    about = ("touchpoint", "phase") if one.role in ABOUT_A_TOUCHPOINT else ()
    one.table.refuse_others(("role", *about, *ANSWER_KEYS))
    answer = read_answer_rule(one.table, one.role, usual)
    if answer.scale is None and not any(one.table.has(key) for key in ("scale", "answers")):
        one.table.refuse("scale", message("given, such as scale = [1, 5]"))
    return QuestionRule(
        source=one.name,
        role=one.role,
        touchpoint=read_touchpoint(one),
        phase=one.table.text("phase", LONGEST_PHASE),
        answer=answer,
        version=ces_version(answer) if one.role is Role.CES else None,
    )


def read_touchpoint(one: Named) -> str | None:
    """The touchpoint that a question is about; a rating is about one called like its column if need be."""
    if one.role not in ABOUT_A_TOUCHPOINT:
        return None
    own = Table({"touchpoint": one.name}, one.table.place, one.table.faults)
    named = one.table if one.table.has("touchpoint") or one.role is not Role.TOUCHPOINT else own
    return named.text("touchpoint", LONGEST_NAME)


def ces_version(answer: AnswerRule) -> str:
    """Version 2.0 of the effort question is answered high when it was easy, version 1.0 low."""
    return CES_VERSION if answer.scale is None or answer.scale.best == answer.scale.high else "1.0"


def read_segmentation(one: Named) -> SegmentationRule:
    """A column that divides the respondents."""
    one.table.refuse_others(("role", "name", "labels", "missing"))
    own = Table({"name": one.name}, one.table.place, one.table.faults)
    labels = one.table.table("labels")
    return SegmentationRule(
        column=one.name,
        name=(one.table if one.table.has("name") else own).text("name", LONGEST_SEGMENTATION) or one.name,
        labels={code: labels.text(code, LONGEST_SEGMENTATION) or "" for code in labels.values},
        missing=one.table.codes("missing"),
    )


def read_ignored(one: Named) -> str:
    """A column that is named only to say that it is not used."""
    one.table.refuse_others(("role",))
    return one.name


def read_usual(columns: Sequence[Named]) -> AnswerRule:
    """How answers are read in a layout that has them all in one column."""
    found = [one for one in columns if one.role in (Role.ANSWER, Role.MEAN)]
    return read_answer_rule(found[0].table, found[0].role) if found else AnswerRule()


def read_items(top: Table, layout: Layout, usual: AnswerRule) -> tuple[QuestionRule, ...]:
    """The items that are more than touchpoints of the same name."""
    if layout is Layout.WIDE:
        if top.has("items"):
            top.refuse("items", message("absent: a file with one row a respondent has columns only"))
        return ()
    named = read_roles(
        [(name, with_role(table)) for name, table in top.tables("items")], (*QUESTION_ROLES, Role.IGNORE)
    )
    ignored = [one for one in named if one.role is Role.IGNORE]
    return read_questions(named, usual) + tuple(
        QuestionRule(read_ignored(one), Role.IGNORE, None, None, AnswerRule()) for one in ignored
    )


def with_role(table: Table) -> Table:
    """The table of an item, which is a touchpoint where it says no role."""
    return Table({"role": Role.TOUCHPOINT.value, **table.values}, table.place, table.faults)


def read_parts(top: Table, columns: Sequence[Named]) -> dict[Role, str]:
    """The columns of a long file by their roles; each role stands once."""
    parts: dict[Role, str] = {}
    for one in columns:
        if one.role in QUESTION_ROLES or one.role in (Role.SEGMENTATION, Role.IGNORE):
            continue
        one.table.refuse_others(("role", *(ANSWER_KEYS if one.role in (Role.ANSWER, Role.MEAN) else ())))
        if one.role in parts:
            top.faults.append(
                message(
                    "The columns {first} and {second} both have the role {role}.",
                    first=parts[one.role],
                    second=one.name,
                    role=one.role.value,
                )
            )
        parts[one.role] = one.name
    return parts
