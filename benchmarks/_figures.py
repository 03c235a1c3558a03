"""A measured figure with the limit it should keep, as a line of the README's table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured; without `at_most` it is there for information, as `beside` always is."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    beside: str = ""

    @property
    def as_json(self) -> dict[str, object]:
        """The figure as it is kept for whoever compares."""
        return asdict(self)

    @property
    def is_kept(self) -> bool:
        """Whether the limit is kept."""
        return self.at_most is None or self.value <= self.at_most

    @property
    def line(self) -> str:
        """The figure as a row of a table in Markdown."""
        limit = "" if self.at_most is None else f"{self.at_most:,g}"
        verdict = "" if self.is_kept else " – **missed**"
        digits = 0 if self.value >= 100 else 2 if self.value < 2 else 1
        return f"| {self.name} | {self.value:,.{digits}f} {self.unit} | {limit}{verdict} | {self.beside} |"


HEADER = "| what | measured | at most | beside it |\n|---|---|---|---|"


def table(figures: Sequence[Figure]) -> str:
    """All figures as a table in Markdown."""
    return "\n".join([HEADER, *(figure.line for figure in figures)])
