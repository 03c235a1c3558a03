"""The sample on the pages of steps 2 to 4: each verdict can be seen, and is said to be an example's."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.kpis import list_kpis
from storage.store import Store
from tests.pages._screen import is_shown, open_page, texts
from tests.pages.conftest import OpenFrame
from touchpoints.kpi_words import VERDICT_SIGNS

PAGES = (
    *("target_guide", "target_journey", "goals", "options", "best_choice"),
    *("plan_guide", "todo_plan", "monitoring_guide", "kpis"),
)
EXAMPLE = "Example: these actions are invented, and so is what they seem to have done."

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_later_steps_shows_the_sample(
    open_frame: OpenFrame, airport: UUID, page: str
) -> None:
    frame = open_page(open_frame(), page, airport)
    assert not frame.error
    assert texts(frame)


@pytest.mark.parametrize("page", ["kpis", "rounds"])
def test_verdicts_are_said_to_be_an_example_s(open_frame: OpenFrame, airport: UUID, page: str) -> None:
    assert is_shown(open_page(open_frame(), page, airport), "Example: the ratings are real")


@pytest.mark.parametrize(
    ("kpi", "verdicts"),
    [
        ("Rating of the Wi-Fi", ["better", "still open"]),
        ("Rating of the cleanliness of the toilets", ["better", "worse", "still open"]),
        ("Rating of the restaurants and snack bars", ["no difference shown", "worse", "still open"]),
        ("Rating of finding the way", ["no noticeable difference", "still open", "still open"]),
        ("Days to the first answer to a complaint", ["better"]),
    ],
)
def test_each_verdict_is_read_below_its_kpi_as_an_example(
    open_frame: OpenFrame, store: Store, airport: UUID, kpi: str, verdicts: list[str]
) -> None:
    id_ = next(one.id for one in list_kpis(store, COMMAND_LINE, airport) if one.name == kpi)
    frame = open_page(open_frame(), "kpis", airport, kpi=str(id_))
    signed = tuple(f"**{sign} " for sign in VERDICT_SIGNS.values())
    said = [one.value for one in frame.markdown if one.value.startswith(signed)]
    assert [paragraph.split("**")[1].split(" ", 1)[1] for paragraph in said] == verdicts
    assert is_shown(frame, EXAMPLE)
