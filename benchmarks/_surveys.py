"""Where the real surveys lie that are imported to be measured."""

from __future__ import annotations

import os
import sys
from pathlib import Path

AIRLINE_MAPPING = Path(__file__).parent.parent / "tests" / "surveys" / "airline.toml"


def airline_survey() -> Path:
    """The airline's 129,880 answers."""
    folder = os.environ.get("TOUCHPOINTS_SURVEYS")
    if not folder:
        sys.exit("Set TOUCHPOINTS_SURVEYS to the folder that holds airline_survey.")
    return Path(folder) / "airline_survey" / "responses.csv"
