"""A journey of full size, the same at every call: many touchpoints with the long names that German allows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, product

from storage.templates import standard_phases
from touchpoints.statistics import Scale
from touchpoints.survey.result import (
    CountCell,
    Question,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)

WAVES = tuple(str(year) for year in range(2017, 2026))
SEGMENTATIONS = {
    "Altersgruppe": ("unter 25", "25 bis 44", "45 bis 64", "65 und älter"),
    "Kundensegment": ("Privatkundschaft", "Gewerbe und Handwerk", "Mittelständische Industrie", "Behörden"),
    "Kundschaft seit": ("höchstens einem Jahr", "zwei bis fünf Jahren", "mehr als fünf Jahren"),
}
_DOINGS = (
    "Rückruf",
    "Empfang",
    "Terminvereinbarung",
    "Auftragsbestätigung",
    "Beschwerdebearbeitung",
    "Rechnungserläuterung",
    "Ersatzteillieferung",
    "Vertragsverlängerung",
    "Störungsmeldung",
    "Einweisung",
)
_PLACES = (
    "durch die Kundenberatung",
    "am Haupteingang",
    "über die Anwendung auf dem Telefon",
    "im Außendienst vor Ort",
    "bei der Zweigstelle",
    "auf der Internetseite",
    "in der Werkstatt",
    "per Brief mit Antwortumschlag",
    "in der Telefonzentrale außerhalb der Geschäftszeiten",
    "auf der Fachmesse",
    "über das Bewertungsportal",
    "bei der Spedition",
    "im Schulungszentrum",
    "beim Notdienst am Wochenende",
    "im Sozialen Netz",
    "mit der Buchhaltung",
    "am Abholschalter",
    "bei der Vertragspartnerin",
    "in der Ausstellung",
    "nach der Gewährleistungsfrist",
    "mit Übersetzungshilfe",
    "an der Baustelle",
    "per Bildtelefon",
    "im Beirat der Kundschaft",
    "bei der Jahreshauptversammlung",
)


def large_survey(touchpoints: int = 250, waves: Sequence[str] = WAVES) -> SurveyResult:
    """Answers about so many touchpoints in six phases, by wave and by three segmentations."""
    questions = tuple(_questions(touchpoints))
    check = SurveyCheck(
        rows_read=len(waves) * 3000,
        answers_taken=0,
        left_out=(),
        ignored=(),
        touchpoints=tuple(question.key for question in questions),
        waves=tuple(WaveFound(wave, 3000, is_weighted=False, starts=date(int(wave), 1, 1)) for wave in waves),
        segmentations=tuple(
            SegmentationFound(name, name, tuple((value, 3000) for value in values))
            for name, values in SEGMENTATIONS.items()
        ),
    )
    cells = (cell for question in questions for cell in _cells(question.key, waves))
    return SurveyResult("Kundenbefragung", check, questions, tuple(cells))


def _questions(number: int) -> Iterator[Question]:
    phases = [phase.name.in_language("de") for phase in standard_phases()]
    names = [f"{doing} {place}" for place, doing in product(_PLACES, _DOINGS)]
    for position, name in enumerate(islice(names, number)):
        phase = phases[position * len(phases) // number]
        text = f"Wie zufrieden sind Sie: {name}?"
        yield Question(f"rating:{name}", "rating", name, phase, text, Scale(1, 5, 5))


def _cells(question: str, waves: Sequence[str]) -> Iterator[CountCell]:
    """Each touchpoint has its own level and drifts over the waves; some segments are too small to show."""
    chance = random.Random(question)
    segments = [(name, value) for name, values in SEGMENTATIONS.items() for value in values]
    level, drift = chance.gauss(3.9, 0.6), chance.gauss(0, 0.08)
    moods = {segment: chance.gauss(0, 0.35) for segment in segments}
    for position, wave in enumerate(waves):
        counts = {
            segment: _answers(chance, level + drift * position + moods[segment], chance.choice((1, 12, 40)))
            for segment in segments
        }
        for point in range(1, 6):
            total = sum(counted[point] for counted in counts.values())
            yield CountCell(wave, question, None, None, None, None, point, total, None, None)
            for (name, value), counted in counts.items():
                yield CountCell(wave, question, name, value, None, None, point, counted[point], None, None)


def _answers(chance: random.Random, level: float, n: int) -> dict[int, int]:
    """So many answers around a level, on the five points of the scale."""
    drawn = [min(5, max(1, round(chance.gauss(level, 1.0)))) for _ in range(n)]
    return {point: drawn.count(point) for point in range(1, 6)}
