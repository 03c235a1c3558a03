"""R2: single isolated measures are no customer experience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic
from touchpoints.coach_facts import CoachFacts, TouchpointFact
from touchpoints.guide import Step
from touchpoints.messages import N_, message
from touchpoints.model import ContactType

# Of fewer nothing can be said: somewhere everybody begins.
_ENOUGH = 3
_WHY = N_("One campaign or one bonus card is no customer experience: the customer goes the whole way.")
_ADVICE = N_("Ask where else the same customers are disappointed, and begin there, too.")
_PHASE = Topic(
    "r02-phase", _WHY, _ADVICE, Step.TODO_PLAN, Consequence.WEAKENS, "todo_plan", shows_cases=False
)
_TEAM = Topic("r02-team", _WHY, _ADVICE, Step.TODO_PLAN, Consequence.WEAKENS, "todo_plan", shows_cases=False)
_CHANNEL = Topic(
    "r02-channel", _WHY, _ADVICE, Step.TODO_PLAN, Consequence.LOOK, "todo_plan", shows_cases=False
)
_CHANNELS: Mapping[ContactType, str] = {
    ContactType.IN_PERSON: N_("in person"),
    ContactType.MEDIAL: N_("by web, mail, parcel or paper"),
    ContactType.THIRD_PARTY: N_("through third parties"),
}


def _find(facts: CoachFacts) -> Iterator[Hint]:
    if len(facts.actions) < _ENOUGH:
        return
    # An action about nothing in particular is not where all the others are.
    places = [facts.by_id.get(action.touchpoint_id or "") for action in facts.actions]
    yield from _in_one_phase(facts, places)
    yield from _through_one_channel(facts, places)
    yield from _by_one_department(facts)


def _in_one_phase(facts: CoachFacts, places: Iterable[TouchpointFact | None]) -> Iterator[Hint]:
    there = {touchpoint.phase_id for touchpoint in facts.touchpoints}
    found = {place and place.phase_id for place in places}
    only = [phase for phase in facts.phases if {phase.id} == found and len(there) > 1]
    yield from _PHASE.about(
        (Case(phase.id, phase.name) for phase in only),
        lambda _count, names: message(
            "All {number} actions lie in one phase: {names}", number=len(facts.actions), names=names
        ),
    )


def _through_one_channel(facts: CoachFacts, places: Iterable[TouchpointFact | None]) -> Iterator[Hint]:
    there = {touchpoint.contact_type for touchpoint in facts.touchpoints} - {None}
    found = {place and place.contact_type for place in places}
    only = [one for one in ContactType if {one} == found and len(there) > 1]
    yield from _CHANNEL.about(
        (Case(one.value, message(_CHANNELS[one])) for one in only),
        lambda _count, names: message(
            "All {number} actions are about one contact type: {names}",
            number=len(facts.actions),
            names=names,
        ),
    )


def _by_one_department(facts: CoachFacts) -> Iterator[Hint]:
    teams = {action.team for action in facts.actions}
    is_alone = len(teams) == 1 and "" not in teams and facts.departments > 1
    yield from _TEAM.about(
        (Case(team, team) for team in teams if is_alone),
        lambda _count, names: message(
            "All {number} actions are done by one department: {names}",
            number=len(facts.actions),
            names=names,
        ),
    )


RULE = Rule("r02", N_("Single isolated measures are no customer experience."), _find)
