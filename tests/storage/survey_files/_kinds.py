"""Kinds of hostile survey files: each has a name, a way to make it, and the errors that may answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
FITS = ""  # no error: the file is read within the limits


@dataclass(frozen=True)
class Kind:
    """A kind of hostile file; `make(path, full=...)` writes it, at full size or small."""

    name: str
    suffix: str
    make: Callable[..., None]
    errors: tuple[str, ...]


KINDS: list[Kind] = []


def kind(suffix: str, *errors: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a maker under its own name; several errors where size or machine decide which comes first."""

    def register(make: Callable[..., None]) -> Callable[..., None]:
        KINDS.append(Kind(make.__name__, suffix, make, errors))
        return make

    return register


def unchanging(suffix: str, *errors: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Register a maker of files that have one size."""

    def register(make: Callable[[Path], None]) -> Callable[[Path], None]:
        KINDS.append(Kind(make.__name__, suffix, lambda path, **_size: make(path), errors))
        return make

    return register


def simple(name: str, suffix: str, content: bytes, error: str) -> None:
    """Register a file whose bytes are the same at every size."""
    KINDS.append(Kind(name, suffix, lambda path, **_size: write(path, content), (error,)))


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
