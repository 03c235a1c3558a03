"""Charts as typed pure functions, one file each: `draw(data, wording, look) -> Chart`."""

from __future__ import annotations

import sys
from types import ModuleType

from touchpoints.charts._chart import Chart
from touchpoints.charts._look import DARK, LIGHT, Look
from touchpoints.discovery import by_id, discover

__all__ = ["DARK", "LIGHT", "Chart", "Look", "all_charts"]


def all_charts() -> dict[str, ModuleType]:
    """Every chart by its id; a file in this folder that has ID, NAME and draw is a chart."""
    return by_id((module.ID, module) for module in discover(sys.modules[__name__]))
