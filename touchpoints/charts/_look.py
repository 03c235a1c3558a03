"""Colours, signs, fonts and sizes of all charts: one meaning per colour, and never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from touchpoints.messages import N_
from touchpoints.statistics import Level


@dataclass(frozen=True)
class Sign:
    """How an experience level is shown: colour, Plotly's marker symbol, the same as a letter, and a word."""

    colour: str
    symbol: str
    letter: str
    word: str


@dataclass(frozen=True)
class Look:
    """A theme and a size; lengths in pixels, `width` the plot's usual one, which decides what labels fit."""

    background: str
    text: str
    muted: str
    grid: str
    band: str
    before_contact: str
    accent: str
    current: str
    target: str
    measured: str
    levels: Mapping[Level, Sign]
    lines: tuple[str, ...]
    diverging: tuple[tuple[float, str], ...]
    font: str = '"Source Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
    size: int = 14
    width: int = 960
    height: int = 540

    @property
    def mark(self) -> int:
        """The diameter of a point."""
        return round(self.size * 0.8)

    def sign(self, level: Level | None) -> Sign:
        """The sign of a level; a level that nobody could judge looks unclear."""
        return self.levels[level or Level.UNCLEAR]

    def for_projector(self) -> Look:
        """Larger type and marks, to be read from the last row."""
        return replace(self, size=20, width=1500, height=800)

    def for_phone(self) -> Look:
        """Narrow and tall."""
        return replace(self, size=13, width=290, height=600)


def _levels(disappointing: str, neutral: str, delightful: str) -> dict[Level, Sign]:
    return {
        Level.DISAPPOINTING: Sign(disappointing, "triangle-down", "▼", N_("disappointing")),
        Level.OKAY: Sign(neutral, "circle", "●", N_("okay")),
        Level.DELIGHTFUL: Sign(delightful, "triangle-up", "▲", N_("delightful")),
        Level.UNCLEAR: Sign(neutral, "diamond-open", "◇", N_("unclear")),
    }


# Vermilion and blue after Okabe and Ito, which all kinds of colour vision tell apart; darkened or lightened
# until they reach a contrast of 4.5 on their background.
LIGHT = Look(
    background="#FFFFFF",
    text="#1F2933",
    muted="#5B6470",
    grid="#DDE1E6",
    band="#EEF1F4",
    before_contact="#F7F1E3",
    accent="#0F766E",
    current="#1F2933",
    target="#7B3FA0",
    measured="#0F766E",
    levels=_levels("#C2410C", "#6B7280", "#0072B2"),
    lines=("#1F2933", "#0F766E", "#7B3FA0", "#8A5A00", "#5B6470", "#9D174D"),
    diverging=((0.0, "#B35806"), (0.25, "#F1A340"), (0.5, "#F7F7F7"), (0.75, "#67A9CF"), (1.0, "#0F5C9E")),
)

DARK = Look(
    background="#0E1117",
    text="#E8ECF0",
    muted="#A3ADB8",
    grid="#2E3642",
    band="#1C232D",
    before_contact="#2A2518",
    accent="#4FD1C5",
    current="#E8ECF0",
    target="#C9A0E8",
    measured="#4FD1C5",
    levels=_levels("#FF8A3D", "#A8B0BA", "#5CB8F5"),
    lines=("#E8ECF0", "#4FD1C5", "#C9A0E8", "#E0B84C", "#A3ADB8", "#F9A8D4"),
    diverging=((0.0, "#F28E2B"), (0.25, "#8A5220"), (0.5, "#262C35"), (0.75, "#2A628F"), (1.0, "#5CB8F5")),
)
