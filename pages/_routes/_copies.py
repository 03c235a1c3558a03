"""Compressed copies of Streamlit's own static files, made once in the background and kept on disk."""

from __future__ import annotations

import gzip
import hashlib
import logging
import mimetypes
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import brotli
import streamlit

logger = logging.getLogger(__name__)

_STATIC = Path(streamlit.__file__).parent / "static" / "static"
_WORTH_IT = {".js", ".css", ".svg"}
_SMALLEST = 1000  # bytes; below, headers weigh as much as what is saved

# Best first. Browsers take brotli over https alone, so phones in a room without it get gzip. Brotli's
# highest level would save a further 8 % for ten times the work.
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=9),
    "gzip": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}


@dataclass(frozen=True)
class Copy:
    """A compressed file, ready to be sent."""

    body: bytes
    encoding: str
    content_type: str
    etag: str


class StaticCopies:
    """The copies made so far; what is not in here is not served from here."""

    def __init__(self) -> None:
        self._copies: dict[tuple[str, str], Copy] = {}

    def find(self, path: str, encoding: str) -> Copy | None:
        """The copy of an address in an encoding, if it is made already."""
        return self._copies.get((path, encoding))

    def make(self, cache: Path) -> None:
        """Make all copies, small files first; takes some seconds the first time, none afterwards."""
        folder = cache / f"streamlit-{streamlit.__version__}"
        _remove_others(folder)
        for file in sorted(files_worth_compressing(), key=lambda one: one.stat().st_size):
            for encoding in ENCODINGS:
                address = "/static/" + file.relative_to(_STATIC).as_posix()
                self._copies[address, encoding] = _copy(file, encoding, folder)


def files_worth_compressing() -> list[Path]:
    """Streamlit's scripts, styles and drawings; pictures and fonts are compressed already."""
    return [
        file for file in _STATIC.rglob("*") if file.suffix in _WORTH_IT and file.stat().st_size >= _SMALLEST
    ]


def _copy(file: Path, encoding: str, folder: Path) -> Copy:
    body = _compressed(file, encoding, folder)
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    is_text = content_type.startswith("text/")
    return Copy(
        body=body,
        encoding=encoding,
        content_type=f"{content_type}; charset=utf-8" if is_text else content_type,
        etag=f'"{hashlib.sha256(body).hexdigest()[:20]}-{encoding}"',
    )


def _compressed(file: Path, encoding: str, folder: Path) -> bytes:
    # The name of a file holds a hash of its content: same name, same bytes.
    kept = folder / f"{file.name}.{encoding}"
    if kept.exists():
        return kept.read_bytes()
    body = ENCODINGS[encoding](file.read_bytes())
    try:
        _keep(kept, body)
    except OSError as reason:
        logger.warning("Compressed files are not kept for the next start: %s", reason)
    return body


def _keep(file: Path, body: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Two servers may make the same copy at once; each finishes a file of its own.
    number, unfinished = tempfile.mkstemp(prefix=file.name, suffix=".part", dir=file.parent)
    with os.fdopen(number, "wb") as target:
        target.write(body)
    Path(unfinished).replace(file)


def _remove_others(folder: Path) -> None:
    for other in folder.parent.glob("streamlit-*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


STATIC_COPIES = StaticCopies()
