"""The files of the sample project, opened in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.content import Entry, read_content, refuse_repeated_keys

# The sample is in its second round.
CURRENT_ROUND = 2
FOLDER = Path(__file__).parent / "airport"


@dataclass(frozen=True)
class Source:
    """A folder of content files and the language that is wanted of them."""

    language: str
    folder: Path = FOLDER

    def open(self, file: str, known: Collection[str]) -> Entry:
        """One file as a whole."""
        return read_content(self.folder / f"{file}.toml", known)

    def text(self, entry: Entry, key: str) -> str:
        """A text in the wanted language, after both were checked."""
        return entry.bilingual(key).in_language(self.language)

    def text_or_empty(self, entry: Entry, key: str) -> str:
        """The same for a text that may be left out."""
        return self.text(entry, key) if key in entry else ""

    def keyed(self, entry: Entry, list_: str, known: Collection[str]) -> Iterator[Entry]:
        """The tables of a list whose keys must differ."""
        entries = list(entry.entries(list_, known))
        refuse_repeated_keys(f"{entry.place}, {list_}", [each.key() for each in entries])
        return iter(entries)


def reference(entry: Entry, key: str, keys: Collection[str]) -> str | None:
    """The key of another entry, which must exist; None where it is left out."""
    return entry.word(key, keys) if key in entry else None


def round_of(entry: Entry) -> int:
    """The number of the round that an entry belongs to: the current one, where nothing is said."""
    return entry.whole_or_none("round", 1, CURRENT_ROUND) or CURRENT_ROUND
