"""The guide through step 2: where each touchpoint shall be, and in which way."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.guide.measures import Each
from touchpoints.guide.question import GuideQuestion
from touchpoints.messages import N_
from touchpoints.project_facts import KEY, SHORTLIST

QUESTIONS: Sequence[GuideQuestion] = (
    GuideQuestion(
        "2.1",
        N_("Which quality of product and service shall which customers get at which touchpoint?"),
        N_("How good must it be here, and for whom? Nowhere does everything have to be delightful."),
        Each(SHORTLIST, lambda touchpoint: touchpoint.has_target),
    ),
    GuideQuestion(
        "2.2",
        N_("With which concrete goals and resources is that reached?"),
        N_("By which figure shall we see it, by when, and what may it cost?"),
        Each(KEY, lambda touchpoint: touchpoint.has_goal),
    ),
    GuideQuestion(
        "2.3",
        N_("In which way?"),
        N_("Tell it in two sentences: how do we go about it?"),
        Each(KEY, lambda touchpoint: touchpoint.has_approach),
    ),
    GuideQuestion(
        "2.4",
        N_("With which priorities?"),
        N_("Where do we begin, because much is gained there for little?"),
        Each(KEY, lambda touchpoint: touchpoint.has_weighed_option),
    ),
    GuideQuestion(
        "2.5",
        N_("Which options are there?"),
        N_("What else could we do? And which of it do we choose, and why?"),
        Each(KEY, lambda touchpoint: touchpoint.has_choice),
    ),
    GuideQuestion(
        "2.6",
        N_("More touchpoints, or fewer?"),
        N_("Which of them may go, which belong together, and which one is missing?"),
        Each(SHORTLIST, lambda touchpoint: touchpoint.has_decision),
    ),
    GuideQuestion(
        "2.7",
        N_("How is each key touchpoint made better as the customer sees it?"),
        N_("What will a customer say here next year that nobody says today?"),
        Each(KEY, lambda touchpoint: touchpoint.has_improvement),
    ),
)
