"""Words and looks that the tests of the charts share."""

from __future__ import annotations

import pytest

from storage.wording import wording_for
from touchpoints.messages import Wording


@pytest.fixture
def wording() -> Wording:
    """English, as on the screen."""
    return wording_for("en")


@pytest.fixture
def german() -> Wording:
    """German, for numbers with a comma."""
    return wording_for("de")
