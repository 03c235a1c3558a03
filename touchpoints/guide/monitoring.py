"""The guide through step 4: what is measured, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.guide.measures import AnyThing, EachThing
from touchpoints.guide.question import GuideQuestion
from touchpoints.messages import N_
from touchpoints.project_facts import Thing

QUESTIONS: Sequence[GuideQuestion] = (
    GuideQuestion(
        "4.1",
        N_("By which criteria do we judge that contact got better?"),
        N_("How will a customer notice that we have reached this goal?"),
        EachThing(Thing.GOAL, "kpi"),
    ),
    GuideQuestion(
        "4.2",
        N_("Which KPIs?"),
        N_("What exactly do we count, where are we, and where will we be by when?"),
        EachThing(Thing.KPI, "definition"),
    ),
    GuideQuestion(
        "4.3",
        N_("Measured in which way?"),
        N_("Whom do we ask, how, and where does the figure come from?"),
        EachThing(Thing.KPI, "method"),
    ),
    GuideQuestion(
        "4.4",
        N_("How often?"),
        N_("How soon must we know, to be able to steer?"),
        EachThing(Thing.KPI, "interval"),
    ),
    GuideQuestion(
        "4.5",
        N_("For whom?"),
        N_("Who decides something else when this figure changes?"),
        EachThing(Thing.KPI, "audience"),
    ),
    GuideQuestion(
        "4.6",
        N_("How is what we learn written down?"),
        N_("What have we learned since the last time?"),
        AnyThing(Thing.REVIEW, "minutes"),
    ),
    GuideQuestion(
        "4.7",
        N_("How is it talked over with the people at the touchpoint?"),
        N_("Who talks it over with whom, and when?"),
        AnyThing(Thing.REVIEW, "people"),
    ),
    GuideQuestion(
        "4.8",
        N_("Who starts the improvements that follow, and how?"),
        N_("What follows from it, and who begins?"),
        EachThing(Thing.DECISION, "action"),
    ),
)
