"""What is due for a review today, gathered from KPIs, plan, findings and the last review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pages._kept import kept
from pages._kpi_board import KpiBoard, kpi_board_of, waits, words_of
from pages._page import PageContext
from pages._round_board import RoundBoard, round_board_of
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from storage.reviews import NewTopic, ReviewEntry
from touchpoints.messages import Wording
from touchpoints.model import ActionStatus
from touchpoints.review_agenda import (
    AgendaTopic,
    Due,
    DueAction,
    DueKpi,
    OpenDecision,
    OpenIdea,
    agenda_of,
)

_TOPIC_LENGTH, _QUOTED = 500, 200


def agenda_now(
    page: PageContext, project: ProjectSummary, reviews: Sequence[ReviewEntry]
) -> tuple[AgendaTopic, ...]:
    """The topics of a review that would begin now."""
    board = round_board_of(page, project)
    key = repr((board.key, project.version, page.wording.language, page.today))
    return _agenda(page, project, board, reviews, key)


@kept(30)
def _agenda(
    _page: PageContext,
    _project: ProjectSummary,
    _board: RoundBoard,
    _reviews: Sequence[ReviewEntry],
    key: str,  # noqa: ARG001 - says of which project, state, language and day the rest is
) -> tuple[AgendaTopic, ...]:
    due = Due(
        tuple(_kpis(_page, _project, kpi_board_of(_page, _project))),
        tuple(_actions(_board)),
        tuple(_ideas(_board)),
        tuple(_decisions(_reviews)),
    )
    return agenda_of(due, _page.today)


def _ideas(board: RoundBoard) -> Iterator[OpenIdea]:
    for one in board.ideas:
        yield OpenIdea(one.id, _quoted(one.text), one.touchpoint, one.from_contact_staff)


def as_topics(wording: Wording, agenda: Sequence[AgendaTopic]) -> list[NewTopic]:
    """The agenda in words, as it is kept with the review."""
    return [
        NewTopic(wording.say(one.said)[:_TOPIC_LENGTH], one.kpi_id, one.action_id, one.finding_id)
        for one in agenda
    ]


def _kpis(page: PageContext, project: ProjectSummary, board: KpiBoard) -> Iterator[DueKpi]:
    for one in board.standings:
        last = one.values.last
        yield DueKpi(
            one.kpi.id,
            one.kpi.name,
            one.status.standing,
            *_figures(page, project, one),
            target_on=one.kpi.target_on,
            is_overdue=waits(one, page.today),
            measured_on=last.ends_on if last else None,
        )


def _figures(page: PageContext, project: ProjectSummary, standing: KpiStanding) -> tuple[str, str]:
    """The newest value with its n, and the target, as they are written; "" where there is none."""
    words, last = words_of(standing, project, page.wording), standing.values.last
    if words is None:
        return "", ""
    target = "" if standing.kpi.target is None else words.value(standing.kpi.target)
    if last is None:
        return "", target
    value = words.measured(last)
    if last.n is None:
        return value, target
    return page.wording.say("{value} (n = {n})", value=value, n=page.wording.number(last.n)), target


def _actions(board: RoundBoard) -> Iterator[DueAction]:
    waiting = Counter(needed for action in board.unfinished for needed in action.needs)
    for one in board.unfinished:
        reason = one.blocked_by if one.status is ActionStatus.BLOCKED else ""
        yield DueAction(one.id, one.name, one.owner, one.due_on, reason, waiting[one.id])


def _decisions(reviews: Sequence[ReviewEntry]) -> Iterator[OpenDecision]:
    """Those of the last review that was held and decided something."""
    held = [one for one in reviews if one.held_on is not None and one.decisions]
    last = max(held, key=lambda one: one.held_on or date.min, default=None)
    for decision in last.decisions if last else ():
        if not decision.is_done:
            action = next((one for one in decision.actions), None)
            yield OpenDecision(
                _quoted(decision.text), action.id if action else None, action.owner if action else None
            )


def _quoted(text: str) -> str:
    """As much of a text as a topic carries."""
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
