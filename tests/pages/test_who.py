"""Whoever did something is named as a reader knows him."""

from __future__ import annotations

import pytest

from pages._who import said_who
from storage.wording import wording_for


@pytest.mark.parametrize(("who", "german"), [("Facilitator", "Moderation"), ("Ada", "Ada")])
def test_only_our_own_name_is_translated(who: str, german: str) -> None:
    assert said_who(wording_for("de"), who) == german
    assert said_who(wording_for("en"), who) == who


def test_where_nobody_is_stored_no_name_is_made_up() -> None:
    assert said_who(wording_for("en"), None) == "no name stored"
