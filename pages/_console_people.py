"""X."""

from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry


def show_people(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """X."""
