"""The words of the five points from -2 to +2, the same on every phone."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_

LEVELS: Mapping[int, str] = {
    -2: N_("harsh disappointment"),
    -1: N_("disappointing"),
    0: N_("okay"),
    1: N_("good"),
    2: N_("delightful"),
}
