"""A measured figure with the limit it should keep, as a line of the README's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured; without `at_most` it is there for information."""

    name: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the limit is kept."""
        return self.at_most is None or self.value <= self.at_most

    @property
    def line(self) -> str:
        """The figure as a row of a table in Markdown."""
        limit = "" if self.at_most is None else f"{self.at_most:,.0f} {self.unit}"
        digits = 0 if self.value >= 100 else 1
        return f"| {self.name} | {self.value:,.{digits}f} {self.unit} | {limit} |"
