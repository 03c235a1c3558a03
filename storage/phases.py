"""The phases of the journey by hand: named anew, moved, added at the end, and thrown away when empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import NoSuchRow, Work, intent
from storage.presence import is_coming, is_there
from storage.ranks import rank_between
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Phase, PhaseInput, Touchpoint


class PhaseNameIsTaken(TouchpointsError):
    """Two phases of one name could not be told apart on the board."""

    sentence = N_("There is a phase “{name}” already. Give this one another name.")


class PhaseNameIsUsedAgain(TouchpointsError):
    """There is another phase of the same name by now, and nobody could tell the two apart."""

    sentence = N_(
        "Nothing was brought back, because there is another phase “{name}” by now. "
        "Give that one another name first."
    )


class PhaseHoldsTouchpoints(TouchpointsError):
    """What stands in the phase would stand nowhere."""

    sentence = N_(
        "Touchpoints still stand in “{name}”. Move them into another phase first, by drag or by their menu; "
        "then “{name}” can be removed."
    )


class PhaseHoldsPlanned(TouchpointsError):
    """What the target journey will have there is on no board that it could be moved on."""

    sentence = N_(
        "In “{name}” stand touchpoints that the target journey alone has. "
        "“{name}” can be removed when they are no longer planned."
    )


class PhaseHoldsEarlier(TouchpointsError):
    """Touchpoints that were dropped are part of the results of their rounds."""

    sentence = N_("The phase “{name}” stays, because touchpoints of an earlier round stand in it.")


class LastPhase(TouchpointsError):
    """Without a phase no touchpoint could be added."""

    sentence = N_("The phase “{name}” stays, because a journey needs at least one phase.")


@dataclass(frozen=True)
class PhaseUse:
    """A phase in the order of the journey, with how many touchpoints stand in it.

    `touchpoints` are those on the board, `planned` those of the target journey alone, `earlier` those that
    were dropped.
    """

    id: UUID
    version: int
    name: str
    is_before_contact: bool
    touchpoints: int
    planned: int
    earlier: int


def list_phase_uses(store: Store, actor: Actor, project_id: UUID) -> tuple[PhaseUse, ...]:
    """The phases of a project in order."""
    with store.reading(actor, project_id) as session:
        return _uses(session, project_id)


def why_it_stays(phase: PhaseUse, phases: int) -> TouchpointsError | None:
    """Why one of so many phases cannot be thrown away; None where it can."""
    holds = (
        (PhaseHoldsTouchpoints, phase.touchpoints),
        (PhaseHoldsPlanned, phase.planned),
        (PhaseHoldsEarlier, phase.earlier),
        (LastPhase, phases == 1),
    )
    return next((reason(name=phase.name) for reason, is_so in holds if is_so), None)


@intent("add phase")
def add_phase(work: Work, name: str) -> UUID:
    """Add a phase at the end of the journey; raises PhaseNameIsTaken, UnusableInput."""
    given = checked(PhaseInput, {"name": name})
    _refuse_double(work, given.name)
    return new_phase(work, given.name).id


@intent("change phase")
def change_phase(work: Work, phase_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of a phase; raises PhaseNameIsTaken, UnusableInput, VersionConflict."""
    stored = _standing(work, phase_id).model_dump(include=set(PhaseInput.model_fields))
    given = checked(PhaseInput, stored | dict(changes))
    if "name" in changes:
        _refuse_double(work, given.name, but_for=phase_id)
    work.save(Phase, phase_id, shown_version, given.model_dump(include=set(changes)))


@intent("move phase")
def move_phase(work: Work, phase_id: UUID, before: UUID | None) -> None:
    """Put a phase before another one, or at the end; done twice, it stands where it stood after the first."""
    moved = _standing(work, phase_id)
    if before == phase_id:
        return
    right = work.find(Phase, before).rank if before else None
    # Those in the bin count, too: one that comes back must not share its place.
    ranks = [row.rank for row in _rows(work) if row.id != phase_id]
    left = max((rank for rank in ranks if right is None or rank < right), default=None)
    work.change(moved, rank=rank_between(left, right))


@intent("throw phase away")
def bin_phase(work: Work, phase_id: UUID) -> None:
    """Throw an empty phase into the bin; raises what `why_it_stays` gives."""
    phase = _locked(work, phase_id)
    if phase.binned_at is not None:
        return
    uses = _uses(work.session, work.project)
    reason = next(why_it_stays(one, len(uses)) for one in uses if one.id == phase_id)
    if reason is not None:
        raise reason
    work.bin(phase)


@intent("restore phase")
def restore_phase(work: Work, phase_id: UUID) -> None:
    """Take a phase out of the bin, to the place where it was; raises PhaseNameIsUsedAgain."""
    restore_phase_with_name(work, phase_id)


def restore_phase_with_name(work: Work, phase_id: UUID) -> None:
    """The same as part of a larger intent: no two phases may be called alike."""
    phase = work.find(Phase, phase_id)
    taken = _called_alike(work, phase.name, but_for=phase_id)
    if taken is not None:
        raise PhaseNameIsUsedAgain(name=taken)
    work.restore(phase)


def phase_in_use(work: Work, phase_id: UUID) -> Phase:
    """The phase that a touchpoint goes into; it comes out of the bin for it, whoever threw it there."""
    phase = _locked(work, phase_id)
    if phase.binned_at is not None:
        work.restore(phase)
    return phase


def new_phase(work: Work, name: str) -> Phase:
    """A phase behind all others, those in the bin too: one that comes back must not share its place."""
    ranks = [row.rank for row in _rows(work)]
    rank = rank_between(ranks[-1] if ranks else None, None)
    values = checked(PhaseInput, {"name": name})
    return work.add(Phase(**values.model_dump(), project_id=work.project, rank=rank))


def _standing(work: Work, phase_id: UUID) -> Phase:
    """A phase that the journey has; what lies in the bin is not changed unseen."""
    phase = work.find(Phase, phase_id)
    if phase.binned_at is not None:
        raise NoSuchRow
    return phase


def _locked(work: Work, phase_id: UUID) -> Phase:
    """The phase as it is stored, until the end of the intent: nobody fills it while it is thrown away."""
    phase = work.find(Phase, phase_id)
    work.session.refresh(phase, with_for_update=True)
    return phase


def _rows(work: Work) -> list[Phase]:
    query = select(Phase).where(Phase.project_id == work.project).order_by(Phase.rank)
    return list(work.session.exec(query))


def _refuse_double(work: Work, name: str, but_for: UUID | None = None) -> None:
    taken = _called_alike(work, name, but_for)
    if taken is not None:
        raise PhaseNameIsTaken(name=taken)


def _called_alike(work: Work, name: str, but_for: UUID | None) -> str | None:
    """The name of another phase that is the same but for capitals and spaces."""
    others = (row.name for row in _rows(work) if row.id != but_for and row.binned_at is None)
    return next((other for other in others if _key(other) == _key(name)), None)


def _key(name: str) -> str:
    return "".join(name.split()).casefold()


def _uses(session: Session, project_id: UUID) -> tuple[PhaseUse, ...]:
    """The phases with what stands in them; what lies in the bin stands nowhere."""
    is_left = col(Touchpoint.binned_at).is_(None)
    counts = (
        func.count(col(Touchpoint.id)).filter(is_there()),
        func.count(col(Touchpoint.id)).filter(is_coming()),
        func.count(col(Touchpoint.id)).filter(is_left, col(Touchpoint.last_round).is_not(None)),
    )
    rows = session.execute(
        select(Phase.id, Phase.version, Phase.name, Phase.is_before_contact, *counts)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, col(Touchpoint.phase_id) == Phase.id)
        .where(Phase.project_id == project_id, col(Phase.binned_at).is_(None))
        .group_by(Phase.id)
        .order_by(Phase.rank)
    )
    return tuple(PhaseUse(*row) for row in rows)
