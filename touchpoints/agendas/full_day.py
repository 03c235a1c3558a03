"""A full day: the same way with time to collect, to set targets and to choose among options."""

from __future__ import annotations

from touchpoints.agendas._agenda import Agenda, AgendaItem, pause
from touchpoints.messages import N_
from touchpoints.model import CardKind, SubjectKind

AGENDA = Agenda(
    id="full_day",
    order=2,
    name=N_("A full day"),
    note=N_(
        "Seven and a half hours with lunch and two breaks: from what customers meet to a plan with names "
        "and dates."
    ),
    items=(
        AgendaItem("first_contact", 15),
        AgendaItem(
            "collect",
            30,
            N_("Where customers meet us"),
            N_(
                "Where do customers meet us, our offer or our reputation, before, during and after they buy? "
                "One touchpoint on each card, in the customer's words."
            ),
            settings={"cards": (CardKind.TOUCHPOINT.value,)},
        ),
        AgendaItem("blind_top_ten", 20),
        pause(15),
        AgendaItem("experience", 45, asks_department=True),
        AgendaItem("importance", 25),
        pause(60, N_("Lunch")),
        AgendaItem("table_work", 75),
        AgendaItem("target_level", 30),
        pause(15),
        AgendaItem("impact_effort", 40),
        AgendaItem(
            "dot_vote",
            15,
            N_("Which options do we go on with?"),
            settings={"subjects": SubjectKind.OPTION.value},
        ),
        AgendaItem("commit", 40),
        AgendaItem("fist_of_five", 10),
        AgendaItem("closing", 15),
    ),
)
