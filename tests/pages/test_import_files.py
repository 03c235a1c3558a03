"""Mapping files in the wizard, and the list of what is stored."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.store import Store
from tests._awkward_survey import RECEPTION, TOUCHPOINTS, awkward_survey
from tests.pages._wizard import (
    button,
    import_whole,
    labels,
    press,
    stored,
    table,
    upload,
)

pytestmark = pytest.mark.usefixtures("facilitator")


def test_a_mapping_file_takes_the_place_of_the_guesses(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    text = (
        f'survey = "Hotel"\n[columns."{RECEPTION}"]\nrole = "touchpoint"\nscale = [1, 5]\nmissing = [0, 6]\n'
    )
    wizard.file_uploader[0].upload("MAP.toml", text.encode()).run()
    assert [row["column"] for row in table(wizard, "Touchpoints")] == [RECEPTION]
    assert not button(wizard, "Continue to the check").disabled


def test_a_mapping_file_that_is_none_changes_nothing_and_says_why(wizard: AppTest) -> None:
    upload(wizard, awkward_survey())
    press(wizard, "Continue to the columns")
    wizard.file_uploader[0].upload("MAP.toml", b"survey = ").run()
    assert "mapping file" in wizard.error[0].value
    assert len(table(wizard, "Touchpoints")) == len(TOUCHPOINTS)


def test_a_stored_wave_is_thrown_away_and_brought_back(wizard: AppTest, store: Store, hotel: UUID) -> None:
    import_whole(wizard, awkward_survey())
    before = stored(store, hotel, RECEPTION)
    press(wizard, "Import another file")
    wizard.session_state["stored-surveys"] = True
    wizard.run()
    said = [one.value for one in wizard.markdown]
    assert any("**Gäste 2024**" in one and "Nobody has said who was asked" in one for one in said)
    assert any("60 rows" in one for one in said)
    press(wizard, "Move to bin")
    assert stored(store, hotel, RECEPTION) == 0
    assert "Move to bin" not in labels(wizard)
    press(wizard, "Undo")
    assert stored(store, hotel, RECEPTION) == before
