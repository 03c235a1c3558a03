"""What child processes share: how the server starts one, how one binds itself, what it tells of a fault."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb

_PROJECT = Path(__file__).resolve().parents[1]
# What an interpreter may need to start; nothing of the server's settings and secrets.
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONHOME")
# One thread each: their stacks and arenas count as memory and win nothing.
_ADDED = {
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
}
_OPEN_FILES = 64


def start_child(module: str, settings: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """`python -m module` with pipes; a fork of the server would copy held locks and open connections."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own module, no shell
        (sys.executable, "-m", module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_PROJECT,
        env={**environment, **_ADDED, **(settings or {})},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def bind_to(seconds: float, data_bytes: int) -> None:
    """Give up the right to more memory and processor time, to write files and to leave a core dump.

    Windows has no such limits; there the parent's watch over the time has to do.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    processor = math.ceil(seconds)
    # On Linux this bounds all private memory. RLIMIT_AS would also count 220 MB of mapped libraries,
    # which differ from machine to machine; macOS heeds neither.
    _lower(resource.RLIMIT_DATA, data_bytes)
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


def place_of(fault: BaseException) -> str:
    """What went wrong where, without its words: they may quote what people answered."""
    last = extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {os.path.basename(last.filename)}, line {last.lineno}"  # noqa: PTH119 - a text
