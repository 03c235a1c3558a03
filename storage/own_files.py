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
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file for this account alone, which has its name only when all of it is on the disk.

    Raises:
        FileIsThere, FileUnreachable.
    """
    if path.exists() and path.stat().st_size:
        raise FileIsThere(file=str(path))
    try:
        number, part = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as fault:
        raise FileUnreachable(file=str(path), reason=str(fault.strerror)) from None
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """A file to read; raises FileUnreachable."""
    try:
        file = path.open("rb")
    except OSError as fault:
        raise FileUnreachable(file=str(path), reason=str(fault.strerror)) from None
    with file:
        yield file
