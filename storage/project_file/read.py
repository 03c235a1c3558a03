"""Reads the tables of a file line by line, after its sizes were checked and before anything is believed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from sqlalchemy import Table

from storage.archive import EndlessArchive, NoArchive, list_parts
from storage.project_file.errors import DataFileDamaged, DataFileTooLarge, WrongKindOfFile
from storage.project_file.manifest import MANIFEST, SUFFIXES, Kind, Manifest, TableEntry
from storage.project_file.values import decoder
from storage.project_file.write import path_of

_MEGABYTE = 1024 * 1024
_MAX_PARTS = 200
_MAX_UNPACKED = 8_192 * _MEGABYTE
# Counts of answers pack to a thirtieth; bombs to a thousandth. Small files may do as they like.
_MAX_RATIO = 200
_SMALL = 20 * _MEGABYTE
_MAX_MANIFEST = 4 * _MEGABYTE
_MAX_LINE = 8 * _MEGABYTE
_ENCRYPTED = 0x1

Columns = Mapping[Table, tuple[str, ...]]
Row = dict[str, Any]


class DataFile:
    """An open file whose list was checked; its rows are checked as they are read."""

    def __init__(self, file: BinaryIO, kind: Kind, allowed: Columns) -> None:
        _check_sizes(file, kind)
        self._archive = zipfile.ZipFile(file)
        self.manifest = self._read_manifest(kind)
        self._entries = {entry.name: entry for entry in self.manifest.tables}
        self.tables: Sequence[Table] = [table for table in allowed if table.name in self._entries]
        if len(self.tables) != len(self.manifest.tables):
            raise DataFileDamaged(place=MANIFEST)
        for table in self.tables:
            self._check_columns(self._entries[table.name], allowed[table])

    def _read_manifest(self, kind: Kind) -> Manifest:
        try:
            with self._archive.open(MANIFEST) as part:
                return Manifest.from_bytes(part.read(_MAX_MANIFEST), kind)
        except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError):
            raise WrongKindOfFile(suffix=SUFFIXES[kind]) from None

    def _check_columns(self, entry: TableEntry, allowed: Sequence[str]) -> None:
        if not set(entry.columns) <= set(allowed) or len(set(entry.columns)) < len(entry.columns):
            raise DataFileDamaged(place=entry.name)

    def columns(self, table: Table) -> tuple[str, ...]:
        """The columns that the file has of a table."""
        return self._entries[table.name].columns

    def rows(self, table: Table) -> Iterator[Row]:
        """Every row of a table with values that its columns can hold.

        Raises:
            DataFileDamaged: a line is none, or at the end all of them are not what the list says.
        """
        entry = self._entries[table.name]
        decoders = [(name, decoder(table.c[name])) for name in entry.columns]
        digest, count = hashlib.sha256(), 0
        try:
            for line in self._lines(entry):
                count += 1
                digest.update(line)
                values = json.loads(line)
                yield {name: decode(value) for (name, decode), value in zip(decoders, values, strict=True)}
        except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError):
            raise DataFileDamaged(place=f"{entry.name}, {count}") from None
        if count != entry.rows or digest.hexdigest() != entry.sha256:
            raise DataFileDamaged(place=entry.name)

    def _lines(self, entry: TableEntry) -> Iterator[bytes]:
        try:
            with self._archive.open(path_of(entry.name)) as part:
                # Of a line without an end no more is read than the longest one may have.
                while line := part.readline(_MAX_LINE):
                    yield line
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise DataFileDamaged(place=entry.name) from None


def _check_sizes(file: BinaryIO, kind: Kind) -> None:
    """Refuse what is no archive, and one that is made to unpack to more than anybody has."""
    size = file.seek(0, io.SEEK_END)
    try:
        parts = list_parts(file)
    except NoArchive:
        raise WrongKindOfFile(suffix=SUFFIXES[kind]) from None
    except EndlessArchive as endless:
        raise DataFileTooLarge(entries=endless.parts, size=size // _MEGABYTE) from None
    unpacked = sum(part.file_size for part in parts)
    is_bomb = unpacked > _SMALL and unpacked > _MAX_RATIO * size
    if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or is_bomb:
        raise DataFileTooLarge(entries=len(parts), size=unpacked // _MEGABYTE)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise WrongKindOfFile(suffix=SUFFIXES[kind])
