"""Finding the touchpoints that a survey names, and adding those that the journey does not have yet."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from storage.intents import Work
from storage.phases import new_phase
from storage.presence import is_there
from storage.ranks import rank_between
from storage.rounds import current_round
from touchpoints.model import Phase, Touchpoint, TouchpointInput

# A name and, where one is given, a phase, both without their capitals.
Place = tuple[str, str | None]


def _place(name: str, phase: str | None) -> Place:
    return name.casefold(), None if phase is None else phase.casefold()


class JourneyByName:
    """The project's phases and touchpoints by name; what a survey names and is missing is added."""

    def __init__(self, work: Work) -> None:
        self._work = work
        in_use = (Phase.project_id == work.project, col(Phase.binned_at).is_(None))
        self._phases = list(work.session.exec(select(Phase).where(*in_use).order_by(Phase.rank)))
        query = select(Phase.name, Touchpoint).join(Phase, col(Phase.id) == Touchpoint.phase_id)
        query = query.where(Touchpoint.project_id == work.project, is_there())
        self._touchpoints: dict[Place, UUID] = {}
        for phase, touchpoint in work.session.exec(query.order_by(Phase.rank, Touchpoint.rank)):
            self._remember(phase, touchpoint)

    def has(self, touchpoint_id: UUID | None) -> bool:
        """Whether a touchpoint is there, whatever it is called by now; not one that lies in the bin."""
        return touchpoint_id in self._touchpoints.values()

    def touchpoint(self, name: str, phase: str | None) -> UUID:
        """The touchpoint of that name in the phase, whatever their capitals; without a phase, the first."""
        place = _place(name, phase)
        if place not in self._touchpoints:
            home = self._phase(phase)
            values = TouchpointInput(name=name, phase_id=home.id)
            row = Touchpoint(**values.model_dump(), project_id=self._work.project, rank=self._end_of(home))
            row.first_round = current_round(self._work.session, self._work.project).number
            self._remember(home.name, self._work.add(row))
        return self._touchpoints[place]

    def _remember(self, phase: str, touchpoint: Touchpoint) -> None:
        for known in (phase, None):
            self._touchpoints.setdefault(_place(touchpoint.name, known), touchpoint.id)

    def _phase(self, name: str | None) -> Phase:
        """The phase of that name; where none is named, the middle of the journey."""
        if name is None and self._phases:
            return self._phases[len(self._phases) // 2]
        wanted = name or "-"
        found = next((phase for phase in self._phases if phase.name.casefold() == wanted.casefold()), None)
        return found or self._new_phase(wanted)

    def _new_phase(self, name: str) -> Phase:
        phase = new_phase(self._work, name)
        self._phases.append(phase)
        return phase

    def _end_of(self, phase: Phase) -> str:
        query = select(Touchpoint.rank).where(Touchpoint.phase_id == phase.id)
        last = self._work.session.exec(query.order_by(col(Touchpoint.rank).desc()).limit(1)).first()
        return rank_between(last, None)
