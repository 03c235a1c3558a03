"""Reads a small text file that somebody uploads, such as a series of values, in whatever encoding it has."""

from __future__ import annotations

from storage.store import Store
from storage.survey_files.encoding import find_encoding
from storage.survey_uploads import keep_upload
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

# The length of what can be pasted.
LONGEST = 200_000


class TextTooLong(TouchpointsError):
    """A text file is longer than what anybody would paste."""

    sentence = N_("The file is longer than {most} characters. Split it, and add one part after the other.")


def read_text(store: Store, content: bytes | memoryview) -> str:
    """The text of an uploaded file; raises TextTooLong, or NotText for a picture, a workbook and the like."""
    # A character takes four bytes at most; of anything longer the encoding need not be known.
    if len(content) > 4 * LONGEST:
        raise TextTooLong(most=LONGEST)
    kept = keep_upload(store, content)
    try:
        text = kept.path.read_text(encoding=find_encoding(kept.path))
    finally:
        kept.remove()
    if len(text) > LONGEST:
        raise TextTooLong(most=LONGEST)
    return text
