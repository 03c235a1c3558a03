"""A real server of this project on a free port, started as `python app.py` or `streamlit run app.py`."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 120  # seconds; a start takes two to five, on a busy machine much more


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server:
    """A running server and what it has printed."""

    def __init__(self, process: subprocess.Popen[str], port: int, folder: Path) -> None:
        self.process = process
        self.port = port
        self.folder = folder

    @property
    def printed(self) -> str:
        """Standard output so far."""
        return (self.folder / "stdout").read_text(encoding="utf-8")

    @property
    def logged(self) -> str:
        """Standard error so far."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    @property
    def token(self) -> str:
        """The token of the personal link that was printed."""
        found = re.search(r"/enter/(\S+)", self.printed)
        assert found, self.printed + self.logged
        return found[1]

    def get(self, path: str, **headers: str) -> Answer:
        """What the server answers, whatever the status; redirects are not followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        with closing(connection), connection.getresponse() as answer:
            small = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, small, answer.read())

    def stop(self) -> int:
        """End it as a service would; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def wait_until_ready(self) -> None:
        """Wait for the first answer of the health check."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.printed + self.logged
            try:
                if self.get("/healthz").status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("no answer: " + self.logged)


@contextmanager
def started(folder: Path, *command: str, **settings: str) -> Iterator[Server]:
    """A server with its data and its output in `folder`; `settings` are TOUCHPOINTS_ variables."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    process = launch(folder, port, command or ("app.py",), settings)
    server = Server(process, port, folder)
    try:
        server.wait_until_ready()
        yield server
    finally:
        process.kill()
        process.wait()


def launch(
    folder: Path, port: int, command: tuple[str, ...], settings: dict[str, str]
) -> subprocess.Popen[str]:
    """Start Python with a command; `{port}` in it stands for the port."""
    own = {
        "TOUCHPOINTS_DATA_FOLDER": str(folder / "data"),
        "TOUCHPOINTS_HOST": "127.0.0.1",
        "TOUCHPOINTS_PORT": str(port),
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TOUCHPOINTS_")}
    with (folder / "stdout").open("w") as out, (folder / "stderr").open("w") as err:
        return subprocess.Popen(
            [sys.executable, *(part.format(port=port) for part in command)],
            cwd=ROOT,
            env={**environment, **own, **settings},
            stdout=out,
            stderr=err,
            text=True,
        )


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
