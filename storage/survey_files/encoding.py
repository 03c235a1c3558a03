"""Which encoding a text file is written in, decided from all of its bytes."""

from __future__ import annotations

import codecs
from pathlib import Path

from storage.survey_files.errors import EncodingUnknown, EncodingWrong, FileCutOff, NotText
from storage.survey_files.options import MEGABYTE

# Under the names that Python's codecs give themselves.
KNOWN = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "iso8859-1",
    "iso8859-15",
    "mac-roman",
)
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def find_encoding(path: Path, wanted: str | None = None) -> str:
    """The encoding of a file: the wanted one, else by its mark, else UTF-8, Windows-1252 or Latin-1.

    Raises EncodingUnknown, EncodingWrong, FileCutOff or NotText.
    """
    if wanted is not None:
        return _checked(path, wanted)
    marked = marked_encoding(_first_bytes(path))
    if marked is not None:
        _require(path, marked)
        return marked
    # Latin-1 gives a meaning to every byte, so it comes last and always fits.
    return next(name for name in ("utf-8", "cp1252", "iso8859-1") if _fits(path, name))


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((name for mark, name in BYTE_ORDER_MARKS.items() if head.startswith(mark)), None)


def _checked(path: Path, wanted: str) -> str:
    try:
        name = codecs.lookup(wanted).name
    except LookupError:
        name = ""
    if name not in KNOWN:
        raise EncodingUnknown(encoding=wanted, known=", ".join(KNOWN))
    # A mark at the start of a file said to be UTF-8 would else become part of the first name.
    name = "utf-8-sig" if name == "utf-8" else name
    try:
        fits = _fits(path, name)
    except NotText:
        fits = False
    if not fits:
        raise EncodingWrong(encoding=wanted)
    return name


def _require(path: Path, marked: str) -> None:
    if not _fits(path, marked):
        raise NotText


def _fits(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    with path.open("rb") as file:
        try:
            while block := file.read(MEGABYTE):
                _refuse_nul(decoder.decode(block))
        except UnicodeDecodeError:
            return False
    return _ends_whole(decoder)


def _ends_whole(decoder: codecs.IncrementalDecoder) -> bool:
    """Whether the last character is complete; all before it was valid, so half a character means a cut."""
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise FileCutOff from None
    return True


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise NotText


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)
