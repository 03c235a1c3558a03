"""How far step 1 of the method is: which of its twelve questions a project has begun to answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from touchpoints.messages import N_


@dataclass(frozen=True)
class CurrentStateFacts:
    """What a project holds that answers step 1; `counts` are rows by what they are, see COUNTED."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def has(self, *kinds: str) -> bool:
        """Whether there is at least one row of one of these kinds."""
        return any(self.counts.get(kind, 0) > 0 for kind in kinds)

    def number(self, kind: str) -> int:
        """How many rows of a kind there are."""
        return self.counts.get(kind, 0)


# The kinds of rows that the answers are seen from.
COUNTED = (
    "touchpoint",
    "before_contact",
    "measured",
    "key",
    "encounter",
    "process_step",
    "department",
    "factor",
    "keep",
    "drop",
    "improve",
    "barrier",
    "waste",
    "idea",
)


@dataclass(frozen=True)
class MethodQuestion:
    """A question of the method by its id, and how to see that answering it has begun."""

    id: str
    text: str
    is_begun: Callable[[CurrentStateFacts], bool]


QUESTIONS = (
    MethodQuestion(
        "1.1",
        N_("Which customers meet us where, on which occasion, how often, with which of our people?"),
        lambda facts: facts.has("encounter"),
    ),
    MethodQuestion("1.2", N_("What happens at each point?"), lambda facts: facts.has("process_step")),
    MethodQuestion(
        "1.3",
        N_("Do departments hand over to each other without a break?"),
        lambda facts: facts.number("department") > 1,
    ),
    MethodQuestion("1.4", N_("Is the point staged as the brand demands?"), lambda facts: facts.has("brand")),
    MethodQuestion(
        "1.5",
        N_("Can our people keep here what the brand or company promises?"),
        lambda facts: facts.has("promise"),
    ),
    MethodQuestion(
        "1.6",
        N_("How does the customer experience and judge it?"),
        lambda facts: facts.has("measured", "factor"),
    ),
    MethodQuestion("1.7", N_("What goes well?"), lambda facts: facts.has("keep")),
    MethodQuestion("1.8", N_("What must go?"), lambda facts: facts.has("drop")),
    MethodQuestion(
        "1.9",
        N_("What must be different or better? Where do we waste time or money?"),
        lambda facts: facts.has("improve", "waste"),
    ),
    MethodQuestion("1.10", N_("Which process barriers exist?"), lambda facts: facts.has("barrier")),
    MethodQuestion(
        "1.11",
        N_("Where is the need for action, seen by the customer?"),
        lambda facts: facts.has("measured"),
    ),
    MethodQuestion(
        "1.12", N_("Where does the journey really begin?"), lambda facts: facts.has("before_contact")
    ),
)


def begun_questions(facts: CurrentStateFacts) -> tuple[MethodQuestion, ...]:
    """The questions of step 1 that the project has begun to answer, in the order of the method."""
    return tuple(question for question in QUESTIONS if question.is_begun(facts))
