"""Options: written down with one sentence and a size, filled in afterwards, and one of them chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    ChangeKind,
    Goal,
    Option,
    OptionInput,
    OptionNeed,
    OptionSegment,
    Phase,
    Segment,
    Touchpoint,
)
from touchpoints.option import OptionEntry


class NeedsItself(TouchpointsError):
    """An option was said to need itself."""

    sentence = N_("An option cannot need itself. Choose another one, or none.")


class EffectsOutOfOrder(TouchpointsError):
    """The worst case brings more than the realistic one, or that more than the best one."""

    sentence = N_("The worst case cannot bring more than the realistic one, nor that more than the best one.")


_FIELDS = tuple(OptionEntry.__dataclass_fields__)[: -len(("touchpoint", "goal", "needs", "segments"))]


def list_options(store: Store, actor: Actor, project_id: UUID) -> tuple[OptionEntry, ...]:
    """The options of the current round in the order of the journey, without what lies in the bin."""
    with store.reading(actor, project_id) as session:
        which = {"round": current_round(session, project_id).id}
        needs, segments = (_linked(session, query, which) for query in _links())
        return tuple(
            OptionEntry(**row, needs=needs.get(row["id"], ()), segments=segments.get(row["id"], ()))
            for row in session.execute(_options(), which).mappings()
        )


# Read at every run of the pages about options; putting a query together takes longer than running it.
@cache
def _options() -> Any:  # noqa: ANN401 - a select of many columns
    columns = [getattr(Option, name) for name in _FIELDS]
    return (
        select(*columns, Touchpoint.name.label("touchpoint"), Goal.name.label("goal"))  # type: ignore[call-overload,attr-defined] # typed for up to four columns
        .join(Touchpoint, col(Touchpoint.id) == Option.touchpoint_id)
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .outerjoin(Goal, col(Goal.id) == Option.goal_id)
        .where(
            Option.round_id == bindparam("round"),
            col(Option.binned_at).is_(None),
            col(Touchpoint.binned_at).is_(None),
        )
        .order_by(Phase.rank, Touchpoint.rank, Option.rank)
    )


@cache
def _links() -> tuple[Any, Any]:
    """What options need, and whom they reach; an option in the bin is still needed."""
    needs = select(OptionNeed.option_id, OptionNeed.needs_id).order_by(OptionNeed.needs_id)  # type: ignore[arg-type] # a column
    reached = (
        select(OptionSegment.option_id, OptionSegment.segment_id)
        .join(Segment, col(Segment.id) == OptionSegment.segment_id)
        .where(col(Segment.binned_at).is_(None))
        .order_by(Segment.rank)
    )
    return (
        needs.join(Option, col(Option.id) == OptionNeed.option_id).where(
            Option.round_id == bindparam("round")
        ),
        reached.join(Option, col(Option.id) == OptionSegment.option_id).where(
            Option.round_id == bindparam("round")
        ),
    )


def _linked(session: Session, query: Any, which: Mapping[str, UUID]) -> dict[UUID, tuple[UUID, ...]]:  # noqa: ANN401 - a select
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for option_id, other_id in session.execute(query, which):
        found[option_id].append(other_id)
    return {option_id: tuple(others) for option_id, others in found.items()}


@intent("add option", PLAN)
def add_option(work: Work, values: Mapping[str, Any]) -> UUID:
    """Add an option to the current round, at the end of its touchpoint's; raises UnusableInput."""
    round_id = current_round(work.session, work.project).id
    given = checked(OptionInput, {**values, "round_id": round_id})
    _check_effects(given)
    last = work.session.exec(
        select(func.max(col(Option.rank))).where(Option.touchpoint_id == given.touchpoint_id)
    ).one()
    rank = rank_between(last, None)
    return work.add(Option(**given.model_dump(), project_id=work.project, rank=rank)).id


@intent("change option", PLAN)
def change_option(work: Work, option_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of an option; raises UnusableInput, VersionConflict."""
    row = work.find(Option, option_id)
    stored = row.model_dump(include=set(OptionInput.model_fields))
    given = checked(OptionInput, stored | dict(changes))
    _check_effects(given)
    work.save(Option, option_id, shown_version, given.model_dump(include=set(changes)))
    if row.is_chosen:
        _leave_the_others(work, row)


def _check_effects(given: OptionInput) -> None:
    told = [given.effect_worst, given.effect_realistic, given.effect_best]
    effects = [effect for effect in told if effect is not None]
    if effects != sorted(effects):
        raise EffectsOutOfOrder


@intent("throw option away", PLAN)
def bin_option(work: Work, option_id: UUID) -> None:
    """Throw an option into the bin."""
    work.bin(work.find(Option, option_id))


@intent("restore option", PLAN)
def restore_option(work: Work, option_id: UUID) -> None:
    """Take an option out of the bin; where another one was chosen meanwhile, that one stays chosen."""
    restore_with_choice(work, option_id)


def restore_with_choice(work: Work, option_id: UUID) -> None:
    """Take an option out of the bin within an intent, chosen only where no other one is."""
    row = work.find(Option, option_id)
    if row.is_chosen and _others_chosen(work, row):
        work.change(row, is_chosen=False, choice_reason="")
    work.restore(row)


@intent("say what an option needs", PLAN)
def set_needs(work: Work, option_id: UUID, needs: Collection[UUID]) -> None:
    """Say without which other options this one makes no sense; raises NeedsItself."""
    if option_id in needs:
        raise NeedsItself
    option = work.find(Option, option_id)
    names = {id_: work.find(Option, id_).name for id_ in dict.fromkeys(needs)}
    before = _linked_now(work, OptionNeed, OptionNeed.needs_id, option_id)
    table = table_of(OptionNeed)
    work.session.connection().execute(delete(table).where(table.c.option_id == option_id))
    work.fill(OptionNeed(project_id=work.project, option_id=option_id, needs_id=id_) for id_ in names)
    was = [work.find(Option, id_).name for id_ in before]
    _note_links(work, option, "needs", was, names.values())


@intent("say whom an option reaches", PLAN)
def set_segments(work: Work, option_id: UUID, segments: Collection[UUID]) -> None:
    """Say which segments an option reaches; none: all of them."""
    option = work.find(Option, option_id)
    names = {id_: work.find(Segment, id_).name for id_ in dict.fromkeys(segments)}
    before = _linked_now(work, OptionSegment, OptionSegment.segment_id, option_id)
    table = table_of(OptionSegment)
    work.session.connection().execute(delete(table).where(table.c.option_id == option_id))
    work.fill(OptionSegment(project_id=work.project, option_id=option_id, segment_id=id_) for id_ in names)
    was = [work.find(Segment, id_).name for id_ in before]
    _note_links(work, option, "segments", was, names.values())


def _linked_now(work: Work, link: Any, other: Any, option_id: UUID) -> list[UUID]:  # noqa: ANN401 - a link and its column
    return list(work.session.exec(select(other).where(link.option_id == option_id)))


def _note_links(work: Work, option: Option, what: str, before: Iterable[str], after: Iterable[str]) -> None:
    """Links go into history by their names."""
    work.note(
        ChangeKind.CHANGED,
        option,
        {what: ", ".join(sorted(before))},
        {what: ", ".join(sorted(after))},
    )


@intent("choose option", PLAN)
def choose_option(work: Work, option_id: UUID, reason: str) -> None:
    """Choose an option with the reason; another one of the same touchpoint and goal is left, and stays."""
    row = work.find(Option, option_id)
    work.change(row, is_chosen=True, choice_reason=reason.strip()[:500])
    _leave_the_others(work, row)


@intent("choose options", PLAN)
def choose_options(work: Work, reasons: Mapping[UUID, str]) -> None:
    """Choose exactly these options of the current round, each with its reason; all others are left.

    Given what was chosen before, it undoes itself.
    """
    round_id = current_round(work.session, work.project).id
    rows = {id_: work.find(Option, id_) for id_ in reasons}
    chosen = select(Option).where(Option.round_id == round_id, Option.is_chosen)
    for row in work.session.exec(chosen).all():
        if row.id not in reasons:
            work.change(row, is_chosen=False, choice_reason="")
    for id_, row in rows.items():
        work.change(row, is_chosen=True, choice_reason=reasons[id_].strip()[:500])
        _leave_the_others(work, row)


@intent("take back choice", PLAN)
def leave_option(work: Work, option_id: UUID) -> None:
    """Take back that an option was chosen."""
    work.change(work.find(Option, option_id), is_chosen=False, choice_reason="")


def _leave_the_others(work: Work, chosen: Option) -> None:
    """At most one option is chosen for each touchpoint and goal."""
    for other in _others_chosen(work, chosen):
        work.change(other, is_chosen=False, choice_reason="")


def _others_chosen(work: Work, row: Option) -> list[Option]:
    same_place = select(Option).where(
        Option.round_id == row.round_id,
        Option.touchpoint_id == row.touchpoint_id,
        # A comparison with None becomes IS NULL.
        Option.goal_id == row.goal_id,
        Option.id != row.id,
        Option.is_chosen,
        col(Option.binned_at).is_(None),
    )
    return list(work.session.exec(same_place).all())
