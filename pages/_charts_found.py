"""The charts that there are, looked for anew only when a file has come or gone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import ModuleType

from touchpoints import charts
from touchpoints.charts import Input, all_charts


def found_charts(*wanted: Input) -> dict[str, ModuleType]:
    """As `all_charts`; looking through the folder costs a tenth of a page, and its time tells of a change."""
    return _found(tuple(Path(folder).stat().st_mtime_ns for folder in charts.__path__), wanted)


@lru_cache(maxsize=50)
def _found(_changed_at: tuple[int, ...], wanted: tuple[Input, ...]) -> dict[str, ModuleType]:
    return all_charts(*wanted)
