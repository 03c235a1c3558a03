"""Charts as typed pure functions, one file each: `draw(data, wording, look) -> Chart`.

A chart has an `ID` (which stands in addresses and file names), a `NAME` for the menu, an `INPUT` that says
what its data are, and `draw`. A page offers whatever lies here and is drawn from what it has.
"""

from __future__ import annotations

import re
import sys
from types import ModuleType

from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._look import DARK, LIGHT, Look
from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError

__all__ = ["DARK", "LIGHT", "BrokenChart", "Chart", "Input", "Look", "all_charts"]

_ID = re.compile(r"[a-z][a-z0-9_]*")


class BrokenChart(TouchpointsError):
    """A file in this folder is no chart."""

    sentence = "The chart file {file} cannot be used: {reason}."


def all_charts(*wanted: Input) -> dict[str, ModuleType]:
    """The charts drawn from one of these by id, else all; a file in this folder that has all four is a chart.

    Raises:
        BrokenChart, touchpoints.discovery.DuplicateId: a file is wrong.
    """
    found = discover(sys.modules[__name__])
    for module in found:
        _check(module)
    chosen = [module for module in found if not wanted or module.INPUT in wanted]
    ordered = sorted(chosen, key=lambda module: (module.INPUT.value, module.ID))
    return by_id((module.ID, module) for module in ordered)


def _check(module: ModuleType) -> None:
    missing = [name for name in ("ID", "NAME", "INPUT", "draw") if not hasattr(module, name)]
    if missing:
        raise BrokenChart(file=module.__name__, reason=f"it has no {', '.join(missing)}")
    if not _ID.fullmatch(module.ID):
        raise BrokenChart(file=module.__name__, reason=f"the id {module.ID} does not fit into an address")
    if not isinstance(module.INPUT, Input):
        raise BrokenChart(file=module.__name__, reason="its INPUT is none of touchpoints.charts.Input")
