"""The child process: a request on stdin, the answer on stdout, progress on stderr, within its own limits."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, TextIO

from storage.child_process import place_of
from storage.survey_files.errors import FileBroken, FileTooLarge
from storage.survey_files.limits import MEMORY_BYTES, bind_this_process
from storage.survey_files.options import MEGABYTE
from storage.survey_files.tasks import TASKS
from storage.survey_files.wire import pack_error
from touchpoints.errors import TouchpointsError

_STEP = 0.02


def main() -> None:
    """Answer the request and leave at once: tidying up a large frame would only cost time."""
    request = json.load(sys.stdin)
    _load_parsers()
    bind_this_process(request["seconds"])
    reply = _answer(TASKS[request["task"]], request)
    json.dump(reply, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


def _load_parsers() -> None:
    """Import what the tasks need while there are no limits yet, so that loading it is sure to succeed."""
    for name in ("pandas", "pyarrow.csv", "python_calamine"):
        import_module(name)


def _answer(task: Callable[..., dict[str, Any]], request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {"result": task(request, _Progress(sys.stderr))}
    except TouchpointsError as error:
        return {"error": pack_error(error)}
    except MemoryError:
        return {"error": pack_error(FileTooLarge(limit=MEMORY_BYTES // MEGABYTE))}
    except BaseException as fault:  # noqa: BLE001 - parsers written in Rust panic outside Exception
        return {"error": pack_error(FileBroken()), "fault": place_of(fault)}


class _Progress:
    """Writes "progress 0.40" lines, at most fifty of them."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._last = out, 0.0

    def __call__(self, share: float) -> None:
        if share >= self._last + _STEP:
            self._last = share
            print(f"progress {min(share, 1.0):.2f}", file=self._out, flush=True)
