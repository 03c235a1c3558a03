"""The guide through step 1: each question of the method, at the depth that counts, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.guide.measures import AnyFinding, Each, Enough
from touchpoints.guide.question import GuideQuestion
from touchpoints.messages import N_, plural
from touchpoints.project_facts import KEY, SHORTLIST, TouchpointFacts

# From so many touchpoints before the contact the blind spot counts as looked into.
ENOUGH_BEFORE_CONTACT = 3
# Fewer are no ranking.
ENOUGH_RANKED = 3


def _is_felt(touchpoint: TouchpointFacts) -> bool:
    """How it is experienced, and of a key touchpoint what makes it so."""
    return touchpoint.is_experienced and (touchpoint.has_factors or touchpoint.depth != KEY)


QUESTIONS: Sequence[GuideQuestion] = (
    GuideQuestion(
        "1.1",
        N_("Which customers meet us where, on which occasion, how often, with which of our people?"),
        N_("Who comes by here, why, and how often? Which of us do they meet?"),
        Each(SHORTLIST, lambda touchpoint: touchpoint.has_encounter),
    ),
    GuideQuestion(
        "1.2",
        N_("What happens at each point?"),
        N_("Walk it as the customer: what do you do, what do you see, what do you wait for?"),
        Each(KEY, lambda touchpoint: touchpoint.has_steps),
    ),
    GuideQuestion(
        "1.3",
        N_("Do departments hand over to each other without a break?"),
        N_("Who passes the customer on to whom, and where does nobody feel responsible?"),
        Each(KEY, lambda touchpoint: touchpoint.has_handovers and touchpoint.is_coordination_rated),
    ),
    GuideQuestion(
        "1.4",
        N_("Is the point staged as the brand demands?"),
        N_("If our logo were covered here, would anybody still know that it is us?"),
        Each(KEY, lambda touchpoint: touchpoint.is_brand_rated),
    ),
    GuideQuestion(
        "1.5",
        N_("Can our people keep here what the brand or company promises?"),
        N_("What do our people lack to keep the promise here? It is about conditions, not about persons."),
        Each(KEY, lambda touchpoint: touchpoint.is_promise_rated),
    ),
    GuideQuestion(
        "1.6",
        N_("How does the customer experience and judge it?"),
        N_("Disappointing, okay or delightful, and what makes it so?"),
        Each(SHORTLIST, _is_felt),
    ),
    GuideQuestion(
        "1.7", N_("What goes well?"), N_("What must we not break?"), AnyFinding(frozenset({"keep"}))
    ),
    GuideQuestion(
        "1.8", N_("What must go?"), N_("What would no customer miss?"), AnyFinding(frozenset({"drop"}))
    ),
    GuideQuestion(
        "1.9",
        N_("What must be different or better? Where do we waste time or money?"),
        N_("What annoys you here yourselves, and what does it cost us?"),
        AnyFinding(frozenset({"improve", "waste"})),
    ),
    GuideQuestion(
        "1.10",
        N_("Which process barriers exist?"),
        N_("What has kept us from it so far?"),
        AnyFinding(frozenset({"barrier"})),
    ),
    GuideQuestion(
        "1.11",
        N_("Where is the need for action, seen by the customer?"),
        N_("Where does it hurt most, at a point that matters to the customer?"),
        Enough(
            ENOUGH_RANKED,
            lambda touchpoint: touchpoint.can_be_ranked,
            lambda count, of: plural(
                "{count} of at least {of} touchpoints with importance and experience",
                "{count} of at least {of} touchpoints with importance and experience",
                count,
                of=of,
            ),
        ),
    ),
    GuideQuestion(
        "1.12",
        N_("Where does the journey really begin?"),
        N_("Which is the first touchpoint a customer has with your company? Is it really the first?"),
        Enough(
            ENOUGH_BEFORE_CONTACT,
            lambda touchpoint: touchpoint.is_before_contact,
            lambda count, of: plural(
                "{count} of at least {of} touchpoints before the contact",
                "{count} of at least {of} touchpoints before the contact",
                count,
                of=of,
            ),
        ),
    ),
)
