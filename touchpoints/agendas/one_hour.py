"""One hour: enough to see with whom the journey really begins, and where it hurts."""

from __future__ import annotations

from touchpoints.agendas._agenda import Agenda, AgendaItem
from touchpoints.messages import N_
from touchpoints.model import CardKind

AGENDA = Agenda(
    id="one_hour",
    order=3,
    name=N_("One hour"),
    note=N_("Sixty minutes: where the journey begins, how customers experience it, and what has to change."),
    items=(
        AgendaItem("first_contact", 10),
        AgendaItem("experience", 20),
        AgendaItem(
            "collect",
            20,
            N_("What has to change"),
            N_(
                "What must go, and what must get better? Write one thing on each card, in your own words. "
                "Each text appears on the wall word for word, without your name."
            ),
            settings={"cards": (CardKind.DROP.value, CardKind.IMPROVE.value)},
        ),
        AgendaItem("closing", 10),
    ),
)
