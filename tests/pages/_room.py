"""People in a room who answer, and which of the wall's screens they see."""

from __future__ import annotations

import re
from uuid import UUID

from streamlit.testing.v1 import AppTest

from storage.access import Actor
from storage.ballots import answer, name_department
from storage.seats import participant_of
from tests.pages._phone import Hall


def people(hall: Hall, number: int) -> list[Actor]:
    return [participant_of(hall.store, hall.join()) for _ in range(number)]


def rate(hall: Hall, activity: UUID, values: list[int], departments: str = "") -> None:
    """Everybody rates all touchpoints alike, one person for each value."""
    for at, one in enumerate(people(hall, len(values))):
        said = {str(id_): {"experience": values[at]} for id_ in hall.touchpoints}
        answer(hall.store, one, activity, {"rate": said})
        if departments:
            name_department(hall.store, one, activity, departments[at])


def screens_out_of_sight(frame: AppTest) -> list[int]:
    """The numbers of the screens that are drawn and not seen."""
    styles = [one.value for one in frame.get("html") if "visibility: hidden" in one.value]
    return [int(number) for style in styles for number in re.findall(r"wall-screen-(\d+)", style)]
