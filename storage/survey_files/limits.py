"""How much time and memory reading a file may take, and how a process binds itself to that."""

from __future__ import annotations

import math
import sys

from storage.survey_files.options import MEGABYTE

MEMORY_BYTES = 512 * MEGABYTE
# What the kernel counts as data leaves out the pages of shared libraries, about 75 MB of them resident here.
_DATA_BYTES = 420 * MEGABYTE
_OPEN_FILES = 64
_SECONDS_TO_START = 8.0
_SECONDS_PER_MEGABYTE = 0.2
_SECONDS_PER_PACKED_MEGABYTE = 0.5


def seconds_for(size: int, *, is_packed: bool = False) -> float:
    """How long reading a file of so many bytes may take; an archive holds many times as much."""
    rate = _SECONDS_PER_PACKED_MEGABYTE if is_packed else _SECONDS_PER_MEGABYTE
    return _SECONDS_TO_START + rate * size / MEGABYTE


def bind_this_process(seconds: float) -> None:
    """Give up the right to more memory and time, to write files and to leave a core dump.

    Windows has no such limits; there the parent watches memory and time alone (storage.survey_files.memory).
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    processor = math.ceil(seconds)
    # On Linux this bounds all private memory. RLIMIT_AS would also count 220 MB of mapped libraries,
    # which differ from machine to machine; macOS heeds neither, and the parent's watch steps in.
    _lower(resource.RLIMIT_DATA, _DATA_BYTES)
    # One second between the signal that tells why and the one that only kills.
    _lower(resource.RLIMIT_CPU, processor, processor + 1)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, limit: int, hard_limit: int | None = None) -> None:
    """Lower a limit for good; one that is already lower stays."""
    import resource  # noqa: PLC0415 - not on Windows

    present = resource.getrlimit(kind)[1]
    ceiling = sys.maxsize if present == resource.RLIM_INFINITY else present
    hard = min(limit if hard_limit is None else hard_limit, ceiling)
    resource.setrlimit(kind, (min(limit, hard), hard))
