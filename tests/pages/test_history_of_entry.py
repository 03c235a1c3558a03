"""Who made a change is told of one entry at a time: no table of all changes can be sorted by person."""

from __future__ import annotations

from uuid import UUID

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.goals import add_goal, bin_goal
from storage.store import Store
from storage.voices import answer_voice, list_voices, take_answer_back
from tests.pages._kpis import choose_rows
from tests.pages._screen import is_shown, open_page
from tests.pages.conftest import OpenFrame
from tests.storage._invited import invited
from touchpoints.model import ProjectRole, Voice

pytestmark = pytest.mark.usefixtures("facilitator")


def changes(frame: AppTest) -> pd.DataFrame:
    table: pd.DataFrame = frame.dataframe[-1].value
    return table


def test_the_table_tells_nobody_and_a_chosen_line_those_of_its_entry_alone(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    ada = invited(store, COMMAND_LINE, hotel, "Ada <i>", role=ProjectRole.FACILITATOR)
    ben = invited(store, COMMAND_LINE, hotel, "Ben")
    goal = add_goal(store, ada, hotel, {"name": "Shorter <b>wait"})
    with store.writing() as session:
        session.add(Voice(project_id=hotel, kind="idea", text="A sign", came_on=store.now().date()))
    [voice] = list_voices(store, ben, hotel)
    answer_voice(store, ben, hotel, voice.id, voice.version, "It hangs.")
    # Of this one the values tell who had answered.
    take_answer_back(store, ben, hotel, voice.id)
    frame = open_page(open_frame(), "history", hotel)
    table = changes(frame)
    assert "Who" not in table.columns
    # Who was given a role is what such a line is about.
    others = table[table["What"] != "Role of somebody"]
    assert len(others) < len(table)
    cells = [str(cell) for cell in others.to_numpy().ravel()]
    assert not [cell for cell in cells if ada.name in cell or ben.name in cell]
    assert not is_shown(frame, ada.name)
    choose_rows(frame, [list(table["Which"]).index("Shorter <b>wait")])
    assert is_shown(frame, "Goal: Shorter <b>wait")
    assert is_shown(frame, " · Ada <i> · added")
    assert not is_shown(frame, ben.name)
    # Another state is another table, in which nothing is chosen.
    bin_goal(store, COMMAND_LINE, hotel, goal)
    assert not is_shown(frame.run(), ada.name)


def test_of_what_the_command_line_did_no_name_is_stored(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    add_goal(store, COMMAND_LINE, hotel, {"name": "Shorter wait"})
    frame = open_page(open_frame(), "history", hotel)
    choose_rows(frame, [0])
    assert is_shown(frame, " · no name stored · added")
