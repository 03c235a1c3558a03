"""Where the touchpoints of a journey stand: names on the axis, phases as bands, what lies before contact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from touchpoints.charts._look import Look
from touchpoints.charts._text import LETTER, line_count, plain, shortened, text_width, wrapped
from touchpoints.journey import JourneyLine, JourneyPoint, unmeasured

SLANT = 0.71  # sine and cosine of the 45 degrees at which names are set
LINE = 1.3
NAMES_APART = 1.45  # font sizes between slanted names, of which the slant leaves about one
AXIS = 3.6  # font sizes that the numbers of the level axis take
UPRIGHT_LETTERS, UPRIGHT_LETTERS_ALONE = 16, 22


@dataclass(frozen=True)
class Band:
    """A run of touchpoints of one phase, by their places on the axis."""

    name: str
    first: int
    last: int
    is_before_contact: bool

    @property
    def centre(self) -> float:
        """Where its name stands."""
        return (self.first + self.last) / 2

    @property
    def width(self) -> int:
        """How many touchpoints it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Stage:
    """The horizontal order of a journey and what fits into it."""

    lines: tuple[JourneyLine, ...]
    look: Look

    @cached_property
    def points(self) -> tuple[JourneyPoint, ...]:
        """One point per touchpoint, in journey order; only names, phases and ids are read from it."""
        first: dict[str, JourneyPoint] = {}
        for line in self.lines:
            for point in line.points:
                first.setdefault(point.touchpoint_id, point)
        return tuple(first.values())

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each touchpoint on the axis."""
        return {point.touchpoint_id: place for place, point in enumerate(self.points)}

    @property
    def step(self) -> float:
        """The pixels between two touchpoints."""
        return self.look.width / max(len(self.points), 1)

    @property
    def is_level(self) -> bool:
        """Whether the names fit under their touchpoints without a slant."""
        return self.step >= 8 * self.look.size

    @property
    def has_names(self) -> bool:
        """Whether every touchpoint can be named on the axis."""
        return self.step >= NAMES_APART * self.look.size

    @cached_property
    def names(self) -> list[str]:
        """The label of each touchpoint under the axis, "" where there is no room for names."""
        if not self.has_names:
            return [""] * len(self.points)
        missing = self._measured_nowhere
        return [
            f"<i>{self._label(point)}</i>" if point.touchpoint_id in missing else self._label(point)
            for point in self.points
        ]

    @property
    def names_height(self) -> int:
        """The pixels that the names need below the axis."""
        size = self.look.size
        if self.is_level:
            return round(LINE * size * max(map(line_count, self.names), default=1) + size)
        return round(SLANT * self._widest_name + (1.6 if self.has_names else 0.8) * size)

    @property
    def names_overhang(self) -> int:
        """The pixels by which the first slanted name reaches beyond the plot's left edge."""
        if self.is_level or not self.has_names:
            return 0
        reach = max(SLANT * self._width(name) - place * self.step for place, name in enumerate(self.names))
        return max(0, round(reach - self.step / 2 + self.look.size))

    @cached_property
    def bands(self) -> list[Band]:
        """The phases as runs of neighbouring touchpoints."""
        runs = groupby(self.points, key=lambda point: (point.phase, point.phase_is_before_contact))
        bands: list[Band] = []
        for (phase, is_before), run in runs:
            first = bands[-1].last + 1 if bands else 0
            bands.append(Band(phase, first, first + len(list(run)) - 1, is_before))
        return bands

    @cached_property
    def band_labels(self) -> list[str]:
        """The phases' names, broken to fit their bands."""
        return [self._band_label(band) for band in self.bands]

    def is_upright(self, band: Band) -> bool:
        """Whether a band is so narrow that its name has to be turned."""
        return self._letters(band) + 1 < _longest_word(band)

    @property
    def ribbon_height(self) -> int:
        """The pixels of the band of phases above the plot."""
        placed = list(zip(self.bands, self.band_labels, strict=True))
        lines = max((line_count(label) for band, label in placed if not self.is_upright(band)), default=1)
        size = self.look.size
        turned = max((text_width(label, size) for band, label in placed if self.is_upright(band)), default=0)
        # Capital letters and an m are wider than the average of a word.
        return round(max(LINE * lines * size, 1.15 * turned) + 0.7 * size)

    def _band_label(self, band: Band) -> str:
        if not self.is_upright(band):
            return wrapped(band.name, max(self._letters(band), _longest_word(band)), 3)
        lines = min(3, int(self._pixels(band) / (LINE * self.look.size)))
        if lines == 0:
            return ""
        return wrapped(band.name, UPRIGHT_LETTERS if lines > 1 else UPRIGHT_LETTERS_ALONE, lines)

    def _letters(self, band: Band) -> int:
        return int(self._pixels(band) / (self.look.size * LETTER)) - 1

    def _pixels(self, band: Band) -> float:
        """The width of a band; names that reach beyond the numbers of the axis make the plot narrower."""
        narrower = max(0.0, self.names_overhang - AXIS * self.look.size)
        return band.width * (self.look.width - narrower) / max(len(self.points), 1)

    @cached_property
    def _measured_nowhere(self) -> set[str]:
        missing = [{point.touchpoint_id for point in unmeasured(line.points)} for line in self.lines]
        return set.intersection(*missing) if missing else set()

    @cached_property
    def _widest_name(self) -> int:
        return max((self._width(name) for name in self.names), default=0)

    def _width(self, name: str) -> int:
        return text_width(name.removeprefix("<i>").removesuffix("</i>"), self.look.size)

    def _label(self, point: JourneyPoint) -> str:
        if self.is_level:
            return wrapped(point.name, int(self.step / (self.look.size * LETTER)) - 1, 3)
        return plain(shortened(point.name, 24))


def _longest_word(band: Band) -> int:
    return max(map(len, band.name.split()), default=0)
