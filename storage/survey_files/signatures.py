"""What a file really is when its first bytes give it away, whatever its name says."""

from __future__ import annotations

from touchpoints.messages import N_, Message

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURE = N_("a picture")
_PROGRAM = N_("a program")
ARCHIVE = N_("a compressed archive")
_DATABASE = N_("a database")
_PDF = N_("a PDF document")
_WEB_PAGE = N_("a web page or XML document")
RICH_TEXT = N_("a text document with formatting")
PRESENTATION = N_("a presentation")
_STATISTICS = N_("a file of a statistics program")
_JSON = N_("a JSON document")
_UNKNOWN = N_("of an unknown kind")

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (ZIP, ARCHIVE),
    (b"PK\x05\x06", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"SQLite format 3", _DATABASE),
    (b"PAR1", _DATABASE),
    (b"%PDF", _PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"$FL2", _STATISTICS),
    (b"$FL3", _STATISTICS),
)
_TEXT_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"<", _WEB_PAGE),
    (b"{", _JSON),
    (b"[{", _JSON),
)


def kind_of(head: bytes) -> Message | None:
    """What the first bytes say that a file is; None where they could begin a table."""
    found = next((kind for start, kind in _BEGINNINGS if head.startswith(start)), None)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    found = found or next((kind for start, kind in _TEXT_BEGINNINGS if text.startswith(start)), None)
    return Message(found) if found else None


def unknown_kind() -> Message:
    """What is said of bytes that no format claims and no signature explains."""
    return Message(_UNKNOWN)
