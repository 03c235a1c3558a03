"""Colours, signs, fonts and sizes of all charts: one meaning per colour, and never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from touchpoints.messages import N_
from touchpoints.statistics import Level

ROW = 1.3  # font sizes, of the rows of a room's chart


@dataclass(frozen=True)
class Sign:
    """How an experience level is shown: colour, Plotly's marker symbol, the same as a letter, and a word."""

    colour: str
    symbol: str
    letter: str
    word: str
    is_hollow: bool = False
    scale: float = 1.0


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
    height: int = 620

    @property
    def mark(self) -> int:
        """The diameter of a point."""
        return round(self.size * 0.8)

    @property
    def mean_only(self) -> Sign:
        """The sign of a mean that came without the answers behind it: they alone would tell its level."""
        colour = self.levels[Level.UNCLEAR].colour
        return Sign(colour, "square", "□", N_("mean only"), is_hollow=True)

    @property
    def signs(self) -> Mapping[Level | None, Sign]:
        """The signs of all levels, and under None that of a mean without answers."""
        return {**dict(self.levels.items()), None: self.mean_only}

    def sign(self, level: Level | None) -> Sign:
        """The sign of a level."""
        return self.mean_only if level is None else self.levels[level]

    def for_projector(self) -> Look:
        """Larger type and marks, to be read from the last row."""
        return replace(self, size=20, width=1500, height=800)

    def for_wall(self) -> Look:
        """The type of the room's screen, of which nothing is smaller: 44 pixels of 1080 in height."""
        return replace(self, size=44, width=1780, height=600)

    def rows(self, heads: int = 0) -> int:
        """How many rows of a room's chart fit onto a screen, below so many lines."""
        return max(1, int(self.height / (ROW * self.size)) - heads)

    def for_phone(self) -> Look:
        """Narrow and tall."""
        return replace(self, size=13, width=290, height=600)

    def within(self, width: int) -> Look:
        """For a page of this width, such as a tablet's, whose axis takes its share of it."""
        plot = width - 5 * self.size
        phone = self.for_phone()
        return replace(self, width=plot) if plot > phone.width else phone


# A triangle covers less than half of the circle of its size.
TRIANGLE = 1.5


def _levels(disappointing: str, neutral: str, delightful: str) -> dict[Level, Sign]:
    return {
        Level.DISAPPOINTING: Sign(disappointing, "triangle-down", "▼", N_("disappointing"), scale=TRIANGLE),
        Level.OKAY: Sign(neutral, "circle", "●", N_("okay")),
        Level.DELIGHTFUL: Sign(delightful, "triangle-up", "▲", N_("delightful"), scale=TRIANGLE),
        Level.UNCLEAR: Sign(neutral, "diamond", "◇", N_("unclear"), is_hollow=True),
    }


# Vermilion and blue after Okabe and Ito, which all kinds of colour vision tell apart; darkened or lightened
# until they reach a contrast of 4.5 on their background.
LIGHT = Look(
    background="#FFFFFF",
    text="#17262B",
    muted="#5B6B70",
    grid="#D8E0E1",
    band="#EAF0F0",
    before_contact="#F7F1E3",
    accent="#0B6E75",
    current="#17262B",
    target="#7B3FA0",
    measured="#0B6E75",
    levels=_levels("#C2410C", "#66747A", "#0072B2"),
    lines=("#17262B", "#0B6E75", "#7B3FA0", "#8A5A00", "#5B6B70", "#9D174D"),
    diverging=((0.0, "#B35806"), (0.25, "#F1A340"), (0.5, "#F7F7F7"), (0.75, "#67A9CF"), (1.0, "#0F5C9E")),
)

DARK = Look(
    background="#10191C",
    text="#E8EFF0",
    muted="#9FB0B5",
    grid="#2C3A3F",
    band="#1B282C",
    before_contact="#2B281A",
    accent="#4FC3C8",
    current="#E8EFF0",
    target="#C9A0E8",
    measured="#4FC3C8",
    levels=_levels("#FF8A3D", "#9FB0B5", "#5CB8F5"),
    lines=("#E8EFF0", "#4FC3C8", "#C9A0E8", "#E0B84C", "#9FB0B5", "#F9A8D4"),
    diverging=((0.0, "#F28E2B"), (0.25, "#8A5220"), (0.5, "#222E32"), (0.75, "#2A628F"), (1.0, "#5CB8F5")),
)
