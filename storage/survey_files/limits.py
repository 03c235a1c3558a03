"""How much time and memory reading a file may take, and how a process binds itself to that."""

from __future__ import annotations

from storage.child_process import bind_to
from storage.survey_files.options import MEGABYTE

MEMORY_BYTES = 512 * MEGABYTE
# What the kernel counts as data leaves out the pages of shared libraries, about 75 MB of them resident here.
_DATA_BYTES = 420 * MEGABYTE
_SECONDS_TO_START = 8.0
_SECONDS_PER_MEGABYTE = 0.2
_SECONDS_PER_PACKED_MEGABYTE = 0.5


def seconds_for(size: int, *, is_packed: bool = False) -> float:
    """How long reading a file of so many bytes may take; an archive holds many times as much."""
    rate = _SECONDS_PER_PACKED_MEGABYTE if is_packed else _SECONDS_PER_MEGABYTE
    return _SECONDS_TO_START + rate * size / MEGABYTE


def bind_this_process(seconds: float) -> None:
    """Give up the right to more memory and time; where the kernel sets no limits, the parent watches both."""
    bind_to(seconds, _DATA_BYTES)
