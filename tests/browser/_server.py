"""A server of its own for the browser tests, started as `make run` starts it."""

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
from pathlib import Path
from urllib.error import URLError

from tests._sources import ROOT


@dataclass(frozen=True)
class Server:
    """A running server: its address, the link it printed, and where its data and its log lie."""

    address: str
    personal_link: str
    folder: Path

    @property
    def log(self) -> str:
        """All that the server has said so far."""
        return (self.folder / "log").read_text(encoding="utf-8")


@contextmanager
def running_server(folder: Path, **settings: str) -> Iterator[Server]:
    """A server on a free port with an empty database in `folder`, ended by its process id.

    `settings` are those that this one has besides, by their names in small letters.
    """
    address = free_address()
    process = start_server(folder, address, **settings)
    try:
        yield Server(address, _personal_link(folder / "log"), folder)
    finally:
        process.terminate()
        process.wait(timeout=20)


def start_server(
    folder: Path, address: str, script: str = "app.py", **settings: str
) -> subprocess.Popen[bytes]:
    """A process that answers at an address; whoever started it ends it."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, script],
            cwd=ROOT,
            env={
                **os.environ,
                **_settings(address, folder),
                **{f"TOUCHPOINTS_{name.upper()}": value for name, value in settings.items()},
            },
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_healthy(process, address, folder / "log")
    except BaseException:
        process.kill()
        raise
    return process


def _settings(address: str, folder: Path) -> dict[str, str]:
    return {
        "PYTHONPATH": str(ROOT),
        "TOUCHPOINTS_HOST": "127.0.0.1",
        "TOUCHPOINTS_PORT": address.rsplit(":", 1)[1],
        "TOUCHPOINTS_PUBLIC_URL": address,
        "TOUCHPOINTS_DATA_FOLDER": str(folder),
        "TOUCHPOINTS_DATABASE_URL": "",
    }


def free_address() -> str:
    """An address of this machine at which nobody answers yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while not _is_healthy(address):
        assert process.poll() is None, f"the server ended: {log.read_text()}"
        assert time.monotonic() < deadline, f"the server does not answer: {log.read_text()}"
        time.sleep(0.1)


def _is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


def _personal_link(log: Path) -> str:
    found = re.search(r"http://\S+/enter/\S+", log.read_text(encoding="utf-8"))
    assert found, log.read_text(encoding="utf-8")
    return found.group()
