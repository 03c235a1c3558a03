"""Half a day: from the first contact to who takes what on, in 240 minutes with two breaks."""

from __future__ import annotations

from touchpoints.agendas._agenda import Agenda, AgendaItem, pause
from touchpoints.messages import N_

AGENDA = Agenda(
    id="half_day",
    order=1,
    name=N_("Half a day"),
    note=N_(
        "Four hours with two breaks: where customers meet us, how it feels to them, and what we do about it."
    ),
    items=(
        AgendaItem("first_contact", 15),
        AgendaItem("experience", 35, asks_department=True),
        pause(15),
        AgendaItem("blind_top_ten", 20),
        AgendaItem("table_work", 60),
        pause(15),
        AgendaItem("impact_effort", 30),
        AgendaItem("commit", 35),
        AgendaItem("closing", 15),
    ),
)
