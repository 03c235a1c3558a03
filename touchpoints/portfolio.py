"""The portfolio of touchpoints by phase and control, and the blind spots before contact."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.messages import N_, Message, message, plural
from touchpoints.standing import Standing

UNKNOWN = "unknown"
CONTROLS = {
    "owned": N_("owned"),
    "paid": N_("paid"),
    "earned": N_("earned"),
    UNKNOWN: N_("control not known"),
}
CONTACT_TYPES = {
    "in_person": N_("in person"),
    "medial": N_("by web, mail, parcel or paper"),
    "third_party": N_("through third parties"),
    UNKNOWN: N_("contact type not known"),
}


def blind_spots(standings: Sequence[Standing]) -> list[Standing]:
    """The touchpoints before contact that we cannot steer (earned) or that nobody has measured."""
    before = (standing for standing in standings if standing.phase_is_before_contact)
    return [standing for standing in before if standing.control == "earned" or not standing.is_measured]


def finding_of_portfolio(standings: Sequence[Standing]) -> Message:
    """How much of what happens before contact is out of sight."""
    if not standings:
        return message("No touchpoint yet")
    before = sum(standing.phase_is_before_contact for standing in standings)
    if not before:
        return message("No touchpoint lies before contact: does the journey begin earlier?")
    return plural(
        "{blind} of {count} touchpoint before contact is earned or unmeasured",
        "{blind} of {count} touchpoints before contact are earned or unmeasured",
        before,
        blind=len(blind_spots(standings)),
    )
