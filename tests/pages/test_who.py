"""Whoever did something is named as a reader knows him."""

from __future__ import annotations

import pytest

from pages._who import said_who
from storage.wording import wording_for


@pytest.mark.parametrize(
    ("who", "german"), [(None, "Kommandozeile"), ("Facilitator", "Moderation"), ("Ada", "Ada")]
)
def test_only_our_own_names_are_translated(who: str | None, german: str) -> None:
    assert said_who(wording_for("de"), who) == german
    assert said_who(wording_for("en"), who) == (who or "command line")
