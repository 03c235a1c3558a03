"""R9: data are the result of one's own selection."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts, KpiFact, SurveyFact
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Depth
from touchpoints.statistics import Level

# From so many answers on, an unclear level is a close call, and more answers would hardly change it.
_MANY = 100
_WHY = N_("Figures are the result of one's own selection: whom we asked, how, when, and who answered.")
_KPIS = Topic(
    "r09-kpis",
    why=_WHY,
    advice=N_("Write down where the figure comes from, how it is measured, and how many answered."),
    step=Step.MONITORING,
    consequence=Consequence.WEAKENS,
    page="kpis",
)
_SURVEYS = Topic(
    "r09-surveys",
    why=_WHY,
    advice=N_("Write down who was asked by whom, and on which day each wave began."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="import_survey",
)
_FEW = Topic(
    "r09-few",
    why=N_("From a handful of answers nobody can tell chance from truth."),
    advice=N_("Ask more customers there before you decide anything on this figure."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)
_BOUGHT = Topic(
    "r09-bought",
    why=N_("Bought answers were selected by somebody else, for some other purpose."),
    advice=N_("Say so wherever the figure is shown, and check it against answers of your own customers."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="import_survey",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    yield from _KPIS.about(
        cases_of(kpi for kpi in facts.kpis if _is_bare(kpi)),
        lambda count, names: plural(
            "{count} of {of} KPIs lacks source, method or number of answers: {names}",
            "{count} of {of} KPIs lack source, method or number of answers: {names}",
            count,
            of=len(facts.kpis),
            names=names,
        ),
    )
    yield from _of_surveys(facts)
    measured = [one for one in facts.touchpoints if one.depth is not Depth.ALL and one.n]
    yield from _FEW.about(
        cases_of(one for one in measured if one.level is Level.UNCLEAR and (one.n or 0) < _MANY),
        lambda count, names: plural(
            "{count} of {of} rated touchpoints has too few answers to conclude: {names}",
            "{count} of {of} rated touchpoints have too few answers to conclude: {names}",
            count,
            of=len(measured),
            names=names,
        ),
    )


def _of_surveys(facts: CoachFacts) -> Iterator[Hint]:
    yield from _SURVEYS.about(
        cases_of(survey for survey in facts.surveys if not _is_told(survey)),
        lambda count, names: plural(
            "{count} of {of} surveys has no source or no date: {names}",
            "{count} of {of} surveys have no source or no date: {names}",
            count,
            of=len(facts.surveys),
            names=names,
        ),
    )
    yield from _BOUGHT.about(
        cases_of(survey for survey in facts.surveys if survey.is_bought),
        lambda count, names: plural(
            "{count} of {of} surveys was bought: {names}",
            "{count} of {of} surveys were bought: {names}",
            count,
            of=len(facts.surveys),
            names=names,
        ),
    )


def _is_bare(kpi: KpiFact) -> bool:
    return kpi.lacks_n or not (kpi.has_method and kpi.has_source)


def _is_told(survey: SurveyFact) -> bool:
    return survey.has_source and survey.has_dates


RULE = Rule("r09", N_("Data are the result of one's own selection."), _find)
