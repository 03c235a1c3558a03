"""The guide through step 3: who does what, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.guide.measures import EachThing
from touchpoints.guide.question import GuideQuestion
from touchpoints.messages import N_
from touchpoints.project_facts import Thing

QUESTIONS: Sequence[GuideQuestion] = (
    GuideQuestion(
        "3.1",
        N_("Who does what?"),
        N_("Who takes it on? One name, not a department."),
        EachThing(Thing.ACTION, "owner"),
    ),
    GuideQuestion(
        "3.2",
        N_("From when?"),
        N_("On which day do you begin?"),
        EachThing(Thing.ACTION, "start"),
    ),
    GuideQuestion(
        "3.3",
        N_("Until when?"),
        N_("By which day is it done?"),
        EachThing(Thing.ACTION, "due"),
    ),
    GuideQuestion(
        "3.4",
        N_("With which budget?"),
        N_("What do you need for it, in money and in days?"),
        EachThing(Thing.ACTION, "budget"),
    ),
    GuideQuestion(
        "3.5",
        N_("For which expected result?"),
        N_("What will be different afterwards, and by what do we see it?"),
        EachThing(Thing.ACTION, "result"),
    ),
    GuideQuestion(
        "3.6",
        N_("Planned together with the people who will do it?"),
        N_("Were those who will do it here when we planned it? Who has said: I do it?"),
        EachThing(Thing.ACTION, "people"),
    ),
    GuideQuestion(
        "3.7",
        N_("Carried out?"),
        N_("What is done, what is stuck, and on what?"),
        EachThing(Thing.ACTION, "done"),
    ),
)
