"""Which calendar day a moment falls on: that depends on the zone of the project."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day_in(moment: datetime, time_zone: str) -> date:
    """The day of an aware moment in a zone such as Europe/Berlin."""
    return moment.astimezone(ZoneInfo(time_zone)).date()
