"""Starts the child that reads a file, watches its time and memory, and brings back its answer or error."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from threading import BoundedSemaphore, Thread
from typing import IO, Any

from storage.child_process import start_child
from storage.survey_files.errors import FileBroken, FileTooLarge, FileTooSlow
from storage.survey_files.limits import MEMORY_BYTES
from storage.survey_files.memory import resident_bytes
from storage.survey_files.options import MEGABYTE
from storage.survey_files.wire import unpack_error

Progress = Callable[[float], None]

_ADDED = {"ARROW_DEFAULT_MEMORY_POOL": "system"}
_MAX_ANSWER = 64 * MEGABYTE
_LOOK_EVERY = 0.05
_LONGEST_LINE = 200
# Each may take all the memory that a child is allowed; a third file waits until one of two is read.
_PLACES = BoundedSemaphore(2)

_log = logging.getLogger(__name__)


def ask_child(request: Mapping[str, Any], seconds: float, progress: Progress | None = None) -> dict[str, Any]:
    """The child's answer to a request; raises the error that it met, FileTooSlow, FileTooLarge or FileBroken.

    `progress` is called in the caller's own thread with shares from 0 to 1. Where others are reading, wait.
    """
    with _PLACES, _start() as process:
        try:
            talk = _Talk(process, json.dumps({**request, "seconds": seconds}).encode())
            _watch(process, talk, time.monotonic() + seconds, seconds, progress)
        finally:
            process.kill()
    return _result(process.returncode, talk.answer, seconds)


def _start() -> subprocess.Popen[bytes]:
    return start_child("storage.survey_files", _ADDED)


class _Talk:
    """What goes through the three pipes; a thread for each, since pipes cannot be polled on every system."""

    def __init__(self, process: subprocess.Popen[bytes], request: bytes) -> None:
        assert process.stdin and process.stdout and process.stderr  # noqa: S101, PT018 - for the type checker
        self.answer = b""
        self.share = 0.0
        Thread(target=self._send, args=(process.stdin, request), daemon=True).start()
        Thread(target=self._listen, args=(process.stderr,), daemon=True).start()
        self._reader = Thread(target=self._receive, args=(process.stdout,), daemon=True)
        self._reader.start()

    def is_over(self) -> bool:
        """Wait a moment for the end of the answer."""
        self._reader.join(_LOOK_EVERY)
        return not self._reader.is_alive()

    def _send(self, pipe: IO[bytes], request: bytes) -> None:
        try:
            with pipe:
                pipe.write(request)
        except OSError:
            _log.debug("The child ended before it took the request.")

    def _receive(self, pipe: IO[bytes]) -> None:
        self.answer = pipe.read(_MAX_ANSWER + 1)

    def _listen(self, pipe: IO[bytes]) -> None:
        for line in iter(lambda: pipe.readline(_LONGEST_LINE), b""):
            word, _, share = line.partition(b" ")
            if word == b"progress":
                self.share = float(share)


def _watch(
    process: subprocess.Popen[bytes], talk: _Talk, deadline: float, seconds: float, progress: Progress | None
) -> None:
    told = 0.0
    while not talk.is_over():
        if time.monotonic() > deadline:
            raise FileTooSlow(seconds=round(seconds))
        if resident_bytes(process) > MEMORY_BYTES:
            raise _too_large()
        if progress is not None and talk.share > told:
            told = talk.share
            progress(told)


def _result(code: int, answer: bytes, seconds: float) -> dict[str, Any]:
    reply = _parsed(answer)
    if reply is None:
        raise _ended_early(code, answer, seconds)
    if "fault" in reply:
        _log.warning("Reading a survey file failed: %s", reply["fault"])
    if "error" in reply:
        raise unpack_error(reply["error"])
    return dict(reply["result"])


def _parsed(answer: bytes) -> dict[str, Any] | None:
    try:
        reply = json.loads(answer) if len(answer) <= _MAX_ANSWER else None
    except ValueError:
        return None
    return reply if isinstance(reply, dict) else None


def _ended_early(code: int, answer: bytes, seconds: float) -> Exception:
    """Why there is no answer: parsers abort without memory, the kernel stops at the time limit."""
    _log.warning("The child that reads a survey file ended with code %s.", code)
    ended_by = signal.Signals(-code).name if code < 0 else ""
    if ended_by == "SIGXCPU":
        return FileTooSlow(seconds=round(seconds))
    if ended_by in ("SIGABRT", "SIGKILL") or len(answer) > _MAX_ANSWER:
        return _too_large()
    return FileBroken()


def _too_large() -> FileTooLarge:
    return FileTooLarge(limit=MEMORY_BYTES // MEGABYTE)
