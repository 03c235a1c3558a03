"""The fields of a goal: what is measured from where to where by when, and with which resources."""

from __future__ import annotations

from pages._action_fields import amount_field, date_field, optional_choice_field
from pages._kpi_figures import figure_field
from pages._page import PageContext
from pages._person_field import person_field
from pages._touchpoint_fields import Field, choice_field, text_field
from storage.journey import list_target_touchpoints
from storage.projects import ProjectSummary
from storage.segments import list_segments
from touchpoints.kpi_kinds import KpiKind, all_kinds, kind_of
from touchpoints.kpi_scale import GoalFigures
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_

SPONSOR = "sponsor_id"
# Without a kind only words say how it is measured.
_IN_WORDS = ""


def fields_of_aim(page: PageContext, project: ProjectSummary, goal: GoalFigures) -> tuple[Field, ...]:
    """What shall be reached, measured how, from where to where, until when, for whom.

    The figures are typed as those of the kind of KPI, shares in per cent, and on the goal's scale if known.
    """
    kind = measured_as(goal.kind)
    words = KpiWords(kind, "", page.wording)
    segments = list_segments(page.store, page.actor, project.id)
    return (
        text_field("name", N_("Goal"), 200),
        kind_field(page),
        text_field("metric", N_("Measured by"), 200),
        figure_field("from_value", N_("From"), kind, words, scale=goal.scale),
        figure_field("to_value", N_("To"), kind, words, scale=goal.scale),
        date_field("due_on", N_("Until")),
        optional_choice_field("segment_id", N_("Customer segment"), {one.id: one.name for one in segments}),
    )


def fields_of_means(page: PageContext, project: ProjectSummary) -> tuple[Field, ...]:
    """With which resources, in which way, and who backs it."""
    return (
        text_field("approach", N_("Approach, in a sentence or two"), 1000),
        amount_field("money", N_("Money"), 2, 100.0),
        amount_field("person_days", N_("Person-days"), 1, 0.5),
        person_field(page, project, SPONSOR, N_("Sponsor")),
        touchpoint_field(page, project),
    )


def touchpoint_field(page: PageContext, project: ProjectSummary) -> Field:
    """The touchpoint that the goal is about, or the whole journey."""
    entries = list_target_touchpoints(page.store, page.actor, project.id)
    names = {entry.id: f"{entry.name} · {entry.phase}" for entry in entries}
    return optional_choice_field("touchpoint_id", N_("Touchpoint"), names)


def kind_field(page: PageContext) -> Field:
    """The kind of KPI that will show it."""
    say = page.wording.say
    names = {_IN_WORDS: say("only in words")} | {id_: say(kind.name) for id_, kind in all_kinds().items()}
    return choice_field("kpi_kind", N_("Kind of KPI"), names)


def measured_as(kpi_kind: str) -> KpiKind:
    """The kind of KPI that shows a goal; one that only words measure has plain figures."""
    return kind_of(kpi_kind or "mean_rating")
