"""Colours between two colours, and which text can be read on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Rgb = tuple[float, float, float]


def on_scale(share: float, scale: Sequence[tuple[float, str]]) -> str:
    """The colour at a place between 0 and 1 of a colour scale."""
    share = min(max(share, 0.0), 1.0)
    for (low, start), (high, end) in pairwise(scale):
        if share <= high:
            way = (share - low) / (high - low)
            return _hex([a + (b - a) * way for a, b in zip(_rgb(start), _rgb(end), strict=True)])
    return scale[-1][1]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(background: str) -> str:
    """Black or white, whichever is read better."""
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, background))


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Sequence[float]) -> str:
    return "#" + "".join(f"{round(part):02X}" for part in rgb)


def _luminance(colour: str) -> float:
    linear = [_linear(part / 255) for part in _rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
