"""Where the answers to a public form are counted: one question of a survey, and in it a wave each month."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, update
from sqlalchemy import select as columns_of
from sqlmodel import select

from storage.intents import Work
from storage.kpi_scales import what_follows
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.feedback import ASKED, standard_question
from touchpoints.messages import N_, in_english
from touchpoints.model import (
    AnswerCount,
    FeedbackForm,
    Kpi,
    KpiInput,
    Question,
    Survey,
    SurveyInput,
    Touchpoint,
    Wave,
)
from touchpoints.survey.rules import Period
from touchpoints.survey.waves import label_of_day

# Of a question that forms ask; that of an imported survey is counted anew with each import.
_KEY = "feedback "
_LONGEST_NAME = 120


class KpiIsFed(TouchpointsError):
    """The KPI has a question already, whose values would go if a form took its place."""

    sentence = N_("The KPI {name} is fed by a survey already. Let this form make a KPI of its own.")


def check_is_unfed(work: Work, kpi: Kpi) -> None:
    """Raise KpiIsFed where an imported survey feeds a KPI."""
    fed = work.session.get(Question, kpi.question_id) if kpi.question_id else None
    if fed is not None and not _is_of_forms(fed):
        raise KpiIsFed(name=kpi.name)


def give_question(work: Work, form: FeedbackForm, source: str = "") -> None:
    """Let a form count its answers, and its KPI be fed by them; forms of one KPI share a question."""
    if form.kind not in ASKED:
        return
    kpi = work.find(Kpi, form.kpi_id) if form.kpi_id else None
    fed = work.session.get(Question, kpi.question_id) if kpi and kpi.question_id else None
    question = fed if fed is not None and _is_of_forms(fed) else _new_question(work, form, source)
    form.question_id = question.id
    work.session.flush()
    if kpi is not None and fed is None:
        stored = KpiInput.model_construct(**kpi.model_dump(include=set(KpiInput.model_fields)))
        given = stored.model_copy(update={"question_id": question.id})
        work.change(kpi, question_id=question.id, **what_follows(work, given, {"question_id"}, before=stored))
        work.raised.add(PLAN)


def _is_of_forms(question: Question) -> bool:
    return question.key.startswith(_KEY)


def _new_question(work: Work, form: FeedbackForm, source: str) -> Question:
    asked = ASKED[form.kind]
    about = work.find(Touchpoint, form.touchpoint_id).name if form.touchpoint_id else None
    question = Question(
        project_id=work.project,
        survey_id=_survey(work, form.name, source).id,
        touchpoint_id=form.touchpoint_id,
        kind=asked.question,
        key=f"{_KEY}{form.id}",
        text=form.question or in_english(standard_question(form.kind, about)),
        low=asked.scale.low,
        high=asked.scale.high,
        best=asked.scale.best,
    )
    work.fill([question])
    return question


def _survey(work: Work, name: str, source: str) -> Survey:
    """A survey of its own: importing one of the same name would take away what no file asks."""
    used = set(work.session.exec(select(Survey.name).where(Survey.project_id == work.project)))
    numbered = (f"{name[: _LONGEST_NAME - 5]} ({number})" for number in range(2, len(used) + 3))
    free = next(one for one in (name, *numbered) if one not in used)
    given = SurveyInput(name=free, source=source)
    return work.add(Survey(**given.model_dump(), project_id=work.project))


def count_point(work: Work, question_id: UUID, point: int, today: date) -> None:
    """Count one answer in the wave of this month."""
    connection, asked = work.session.connection(), {"in_question": question_id}
    # Several forms may feed one question, from several servers: they come one after the other.
    survey_id: UUID = connection.execute(_survey_of_question(), asked).scalar_one()
    wave_id = _wave(work, survey_id, today)
    at = {**asked, "in_wave": wave_id, "at_point": point}
    if not connection.execute(_one_more(), at).rowcount:
        first = {"wave_id": wave_id, "question_id": question_id, "point": point, "n": 1}
        connection.execute(insert(table_of(AnswerCount)).values(project_id=work.project, **first))
    connection.execute(_one_row_more(), {"in_wave": wave_id, "at": work.at})


def _wave(work: Work, survey_id: UUID, today: date) -> UUID:
    """The wave of this month; where that lies in the bin, another one, so that nothing is counted unseen."""
    first = today.replace(day=1)
    rows = work.session.connection().execute(_waves(), {"survey": survey_id, "first": first}).all()
    shown = next((row.id for row in rows if row.binned_at is None), None)
    return shown or _new_wave(work, survey_id, first, len(rows))


def _new_wave(work: Work, survey_id: UUID, first: date, before: int) -> UUID:
    label = label_of_day(first, Period.MONTH)
    wave = Wave(
        project_id=work.project,
        survey_id=survey_id,
        round_id=current_round(work.session, work.project).id,
        label=f"{label} ({before + 1})" if before else label,
        starts_on=first,
        imported_at=work.at,
    )
    work.fill([wave])
    return wave.id


# All of them run for every answer, up to fifty times a second: put together once.
@cache
def _survey_of_question() -> Any:  # noqa: ANN401 - a select of one column
    table = table_of(Question)
    return columns_of(table.c.survey_id).where(table.c.id == bindparam("in_question")).with_for_update()


@cache
def _waves() -> Any:  # noqa: ANN401 - a select of two columns
    table = table_of(Wave)
    is_asked = (table.c.survey_id == bindparam("survey"), table.c.starts_on == bindparam("first"))
    return columns_of(table.c.id, table.c.binned_at).where(*is_asked)


@cache
def _one_more() -> Any:  # noqa: ANN401 - an update
    table = table_of(AnswerCount)
    is_this = (
        *(table.c.wave_id == bindparam("in_wave"), table.c.question_id == bindparam("in_question")),
        *(table.c.point == bindparam("at_point"), table.c.value_id.is_(None)),
        table.c.pair_value_id.is_(None),
    )
    return update(table).where(*is_this).values(n=table.c.n + 1)


@cache
def _one_row_more() -> Any:  # noqa: ANN401 - an update
    table = table_of(Wave)
    read = {"rows_read": table.c.rows_read + 1, "imported_at": bindparam("at")}
    return update(table).where(table.c.id == bindparam("in_wave")).values(**read)
