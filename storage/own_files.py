"""Files that somebody names at the command line: written whole or not at all, or a sentence why not."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_


class FileUnreachable(TouchpointsError):
    """There is no such file or folder, or it may not be read or written."""

    sentence = N_("{file} cannot be used: {reason}. Name another file.")


class FileIsThere(TouchpointsError):
    """A file that is written must not take the place of another one; an empty one is as good as none."""

    sentence = N_("{file} is there already. Name a file that is not.")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write a file for this account alone; it has its name only when all of it is on the disk.

    Raises:
        FileIsThere, FileUnreachable.
    """
    if path.exists() and path.stat().st_size:
        raise FileIsThere(file=str(path))
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        os.close(number)
    except OSError as fault:
        raise FileUnreachable(file=str(path), reason=str(fault.strerror)) from None
    part = Path(name)
    try:
        yield part
        put_in_place(part, path)
    except OSError as fault:
        raise FileUnreachable(file=str(path), reason=str(fault.strerror)) from None
    finally:
        part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give a file its name, in place of whatever had it, so that no power cut leaves half of either."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """The same, open to be written; raises FileIsThere, FileUnreachable."""
    with whole_file(path) as part, part.open("w+b") as file:
        yield file
        file.flush()


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """A file to read; raises FileUnreachable."""
    try:
        file = path.open("rb")
    except OSError as fault:
        raise FileUnreachable(file=str(path), reason=str(fault.strerror)) from None
    with file:
        yield file
