"""The archive around a workbook, checked before anything in it is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

from storage.archive import EndlessArchive, NoArchive, list_parts
from storage.survey_files.errors import (
    FileBroken,
    FileOfOtherKind,
    WorkbookLocked,
    WorkbookOfOtherKind,
    WorkbookSuspicious,
)
from storage.survey_files.options import MEGABYTE
from storage.survey_files.signatures import ARCHIVE, OLE, PRESENTATION, RICH_TEXT
from touchpoints.messages import Message

_MAX_PARTS = 2_000
_MAX_UNPACKED = 512 * MEGABYTE
# Sheets of single digits pack to a thirtieth; bombs to a thousandth. Small workbooks may do as they like.
_MAX_RATIO = 200
_SMALL = 20 * MEGABYTE
_ENCRYPTED = 0x1
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")

_WORKBOOK = "xl/workbook.xml"
_OTHER_WORKBOOKS = ("xl/workbook.bin", "content.xml")
_OTHER_DOCUMENTS = {"word/document.xml": RICH_TEXT, "ppt/presentation.xml": PRESENTATION}


def check_container(path: Path) -> None:
    """Raise the error that says why this is no workbook to unpack, if there is a reason."""
    with path.open("rb") as file:
        if file.read(len(OLE)) == OLE:
            raise WorkbookLocked if _is_locked(path) else WorkbookOfOtherKind
    parts = _parts(path)
    _check_kind({part.filename for part in parts})
    _check_sizes(parts, path.stat().st_size)


def _is_locked(path: Path) -> bool:
    """Whether an old container holds a new workbook behind a password; entries never cross a block's edge."""
    with path.open("rb") as file:
        return any(_LOCKED_PART in block for block in iter(lambda: file.read(MEGABYTE), b""))


def _parts(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with path.open("rb") as file:
            return list_parts(file)
    except NoArchive:
        raise FileBroken from None
    except EndlessArchive as endless:
        size = path.stat().st_size // MEGABYTE
        raise WorkbookSuspicious(entries=endless.parts, size=size) from None


def _check_kind(names: set[str]) -> None:
    if _WORKBOOK in names:
        return
    if names.intersection(_OTHER_WORKBOOKS):
        raise WorkbookOfOtherKind
    kind = next((kind for name, kind in _OTHER_DOCUMENTS.items() if name in names), ARCHIVE)
    raise FileOfOtherKind(kind=Message(kind))


def _check_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise WorkbookLocked
    if len({part.filename for part in parts}) < len(parts):
        raise FileBroken
    unpacked = sum(part.file_size for part in parts)
    is_bomb = unpacked > _SMALL and unpacked > _MAX_RATIO * packed
    if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or is_bomb:
        raise WorkbookSuspicious(entries=len(parts), size=unpacked // MEGABYTE)
