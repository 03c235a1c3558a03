"""Which character stands between the cells of a text file."""

from __future__ import annotations

import csv
import io

from storage.survey_files.errors import DelimiterUnknown

DELIMITERS = (",", ";", "\t", "|")
_WORDS = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"}
_ROWS = 50


def checked_delimiter(wanted: str) -> str:
    """The delimiter that was asked for, as a character or a word; raises DelimiterUnknown."""
    delimiter = _WORDS.get(wanted.lower(), wanted)
    if delimiter not in DELIMITERS:
        raise DelimiterUnknown(delimiter=wanted)
    return delimiter


def find_delimiter(sample: str, *, is_whole: bool) -> str:
    """The delimiter that cuts the rows of a sample most evenly; of several such the one with most cells."""
    best = max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter, is_whole=is_whole))
    if _evenness(sample, best, is_whole=is_whole)[1] > 1:
        return best
    # One column: a character that is nowhere in the sample will hardly cut its texts further down.
    return next((delimiter for delimiter in DELIMITERS if delimiter not in sample), ",")


def _evenness(sample: str, delimiter: str, *, is_whole: bool) -> tuple[float, int]:
    """The share of rows that are as long as the first one, and that length; a length of one says nothing."""
    lengths = _lengths(sample, delimiter)
    complete = lengths if is_whole or len(lengths) < 2 else lengths[:-1]
    if not complete or complete[0] < 2:
        return 0.0, 0
    return complete.count(complete[0]) / len(complete), complete[0]


def _lengths(sample: str, delimiter: str) -> list[int]:
    lengths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            lengths += [len(row)] if row else []
            if len(lengths) > _ROWS:
                break
    except csv.Error:  # a cell beyond the module's limit: what was seen until then decides
        pass
    return lengths
