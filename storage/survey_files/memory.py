"""How much memory another process holds; the second line of defence where the kernel sets no limit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def resident_bytes(process: subprocess.Popen[bytes]) -> int:
    """The memory that a running child holds now; 0 when it has ended or the system does not tell."""
    try:
        if sys.platform == "win32":
            return _on_windows(process)
        return _on_linux(process.pid) if sys.platform == "linux" else _by_ps(process.pid)
    except (OSError, ValueError, IndexError):
        return 0


def _on_linux(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _by_ps(pid: int) -> int:
    found = subprocess.run(["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False)  # noqa: S603 - no shell
    return int(found.stdout) * 1024


def _on_windows(process: subprocess.Popen[bytes]) -> int:
    import ctypes  # noqa: PLC0415 - on Windows alone
    from ctypes import wintypes  # noqa: PLC0415

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"quota{number}", ctypes.c_size_t) for number in range(4)),
            *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    ctypes.windll.kernel32.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)  # type: ignore[attr-defined]
    return int(counters.WorkingSetSize)
