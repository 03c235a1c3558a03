"""What lies in an archive, listed without unpacking anything, and only where the list itself is short."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import BinaryIO

# The end of an archive: signature, counts, length and place of the directory, comment; and its 64-bit form.
_END = struct.Struct("<4s4H2LH")
_LARGE_END = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_LENGTH = 20
_LONGEST_END = 0x10000 + 200
_MAX_DIRECTORY = 1024 * 1024


class NoArchive(Exception):
    """The file is no archive, or a damaged one."""


class EndlessArchive(Exception):
    """The list of parts would itself take long to read."""

    def __init__(self, parts: int) -> None:
        super().__init__(parts)
        self.parts = parts


def list_parts(file: BinaryIO) -> list[zipfile.ZipInfo]:
    """Every part with its packed and unpacked size; raises NoArchive, EndlessArchive."""
    _check_directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise NoArchive from None


def _check_directory(file: BinaryIO) -> None:
    """Refuse a list of parts that would itself take long to read; its length stands at the end."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if not 0 <= at <= len(end) - _END.size:
        raise NoArchive
    *_, parts, length, _, _ = _END.unpack_from(end, at)
    at -= _LOCATOR_LENGTH + _LARGE_END.size
    if at >= 0 and end.startswith(b"PK\x06\x06", at):
        *_, parts, length, _ = _LARGE_END.unpack_from(end, at)
    if length > _MAX_DIRECTORY:
        raise EndlessArchive(parts)
