"""Servers to be measured: started as `make run` starts them, with the processor time they have used."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOL = Path("app.py")
BARE_PAGE = Path("benchmarks/bare_page/app.py")

_PATIENCE = 90.0
_CPU_CLOCK = 2  # linux/posix-timers.h: CPUCLOCK_SCHED


@dataclass(frozen=True)
class Server:
    """A running server; `cookie` is that of its facilitator, empty on the bare page."""

    pid: int
    port: int
    cookie: str = ""

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def processor_seconds(self) -> float:
        """What the process has used, to the nanosecond.

        /proc/PID/stat counts in hundredths of a second, longer than many a run. The number is what
        clock_getcpuclockid() of Linux would give for the process; Python does not offer that.
        """
        return time.clock_gettime((~self.pid << 3) | _CPU_CLOCK)

    @property
    def waited_seconds(self) -> float:
        """How long its event loop stood ready while others had the processors: how busy the machine was."""
        _, waited, _ = Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii").split()
        return int(waited) / 1e9

    def wait_until_quiet(self) -> None:
        """Wait for the end of what a server does in the background after its start."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            before = self.processor_seconds
            time.sleep(0.5)
            if self.processor_seconds - before < 0.02:
                return
        raise TimeoutError("The server never came to rest.")


@contextmanager
def running(app: Path, folder: Path) -> Iterator[Server]:
    """A server on a free port with its data in `folder`, at rest; ended by its process id."""
    with started(app, folder, free_port()) as server:
        server.wait_until_quiet()
        yield server


@contextmanager
def started(app: Path, folder: Path, port: int) -> Iterator[Server]:
    """The same from its first answer on: it may have been killed when this ends."""
    with (folder / "server.log").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, str(app)],
            cwd=ROOT,
            env={**os.environ, **_settings(port, folder)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(process, port)
            yield Server(process.pid, port, _cookie(port, folder / "server.log"))
        finally:
            process.terminate()
            process.wait(timeout=20)


def _settings(port: int, folder: Path) -> dict[str, str]:
    return {
        "PYTHONPATH": str(ROOT),
        "TOUCHPOINTS_HOST": "127.0.0.1",
        "TOUCHPOINTS_PORT": str(port),
        "TOUCHPOINTS_DATA_FOLDER": str(folder),
        "TOUCHPOINTS_DATABASE_URL": "",
        "TOUCHPOINTS_PUBLIC_URL": "",
    }


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("The server did not start.")


def _cookie(port: int, log: Path) -> str:
    """The cookie for the personal link that the tool printed; the bare page prints none."""
    link = re.search(r"/enter/\S+", log.read_text(encoding="utf-8"))
    if link is None:
        return ""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", link.group())
    given = connection.getresponse().getheader("set-cookie") or ""
    connection.close()
    return given.split(";")[0]
