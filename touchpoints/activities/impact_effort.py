"""Impact against effort: two questions about each option, shown as a cloud with its median."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Rate, RateScale
from touchpoints.messages import N_
from touchpoints.model import SubjectKind

_IMPACT = {1: N_("hardly noticed"), 3: N_("noticed"), 5: N_("makes the difference")}
_EFFORT = {1: N_("done in passing"), 3: N_("a project"), 5: N_("a great effort")}

ACTIVITY = ActivityKind(
    id="impact_effort",
    name=N_("Impact and effort"),
    instructions=N_(
        "For each option: how much would customers notice it, and how much effort would it cost us? "
        "Your first thought is good enough."
    ),
    minutes=20,
    parts=(
        Rate(
            (
                RateScale("impact", N_("How much would customers notice it?"), 1, 5, _IMPACT),
                RateScale("effort", N_("How much effort would it cost us?"), 1, 5, _EFFORT),
            )
        ),
    ),
    questions=("2.4", "2.5"),
    subjects=(SubjectKind.OPTION, SubjectKind.ACTION, SubjectKind.CARD),
    settings={"subjects": SubjectKind.OPTION.value},
)
