"""The child process: what it may not do, and how it ends when it does too much."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from storage.survey_files import errors, process
from storage.survey_files.limits import seconds_for
from storage.survey_files.memory import resident_bytes
from storage.survey_files.options import MEGABYTE
from storage.survey_files.wire import pack_error, unpack_error
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Number, Percent, message, plural

HARD_LIMITS = """
import os, sys
from storage.survey_files.limits import bind_this_process
bind_this_process({seconds})
{attempt}
"""


def attempt(code: str, seconds: float = 5) -> subprocess.CompletedProcess[str]:
    """Run code in a process that has bound itself as the child does."""
    program = HARD_LIMITS.format(seconds=seconds, attempt=code)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_a_bound_process_cannot_write_a_file(tmp_path: Path) -> None:
    done = attempt(f"os.write(os.open({str(tmp_path / 'x')!r}, os.O_CREAT | os.O_WRONLY), b'x')")
    assert "File too large" in done.stderr
    assert not (tmp_path / "x").read_text()


def test_a_bound_process_cannot_take_more_memory() -> None:
    assert "MemoryError" in attempt("x = bytearray(500 * 1024 * 1024)").stderr
    assert attempt("x = bytearray(200 * 1024 * 1024)").returncode == 0


def test_a_bound_process_ends_when_its_time_is_over() -> None:
    assert attempt("while True: pass", seconds=1).returncode == -signal.SIGXCPU


def test_a_bound_process_opens_few_files() -> None:
    assert "Too many open files" in attempt("x = [open('/dev/null') for _ in range(100)]").stderr


def test_a_child_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("a,b\n1,2\n")
    started = time.monotonic()
    with pytest.raises(errors.FileTooSlow):
        process.ask_child({"task": "describe", "path": str(path), "options": {}}, seconds=0.1)
    assert time.monotonic() - started < 2


def test_small_files_have_less_than_ten_seconds() -> None:
    assert seconds_for(0) < seconds_for(5 * MEGABYTE) < 10


def test_a_child_knows_nothing_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOUCHPOINTS_DATABASE_URL", "postgresql://secret")
    with process._start() as child:
        assert child.stdin is not None
        environment = Path(f"/proc/{child.pid}/environ")
        deadline = time.monotonic() + 5
        # Until the new program is loaded the system shows the memory of the old one.
        while b"OPENBLAS_NUM_THREADS" not in environment.read_bytes() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert b"secret" not in environment.read_bytes()
        child.kill()


def test_the_memory_of_a_child_can_be_told() -> None:
    program = [sys.executable, "-c", "print(flush=True); input()"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert 1 * MEGABYTE < resident_bytes(child) < 100 * MEGABYTE
        child.kill()
    assert resident_bytes(child) == 0


def test_the_child_imports_nothing_that_it_does_not_need() -> None:
    program = "import sys, storage.survey_files.child; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"sqlalchemy", "sqlmodel", "streamlit", "scipy", "plotly", "babel"} & set(loaded)


def test_the_parent_does_not_pay_for_pandas() -> None:
    program = "import sys, storage.survey_files; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pandas", "numpy", "pyarrow", "python_calamine"} & set(loaded)


def test_errors_cross_with_all_their_values() -> None:
    inner = message("{a} and {b}", a=Number(1.5, 1, signed=True), b=Percent(0.5))
    error = errors.FileOfOtherKind(
        kind=plural("a {x}", "many {x}", 2, x=inner), day=date(2026, 3, 2), cost=Decimal("1.10")
    )
    again = unpack_error(pack_error(error))
    assert type(again) is errors.FileOfOtherKind
    assert again.message == error.message


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("storage.survey_files.errors", "TouchpointsErrors"),
        ("touchpoints.messages", "Message"),
    ],
)
def test_nothing_but_our_errors_is_made_from_an_answer(module: str, name: str) -> None:
    with pytest.raises(LookupError):
        unpack_error({"module": module, "name": name, "values": {}, "extra": {}})


def test_every_error_has_a_sentence_of_its_own() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, TouchpointsError)
    ]
    sentences = [kind.sentence for kind in kinds if kind is not TouchpointsError]
    assert len(set(sentences)) == len(sentences) > 25
    assert all(sentence.endswith(".") for sentence in sentences)


def test_two_files_are_read_at_once_and_a_third_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    alive: list[None] = []
    seen: list[int] = []

    @contextmanager
    def start() -> Iterator[None]:
        alive.append(None)
        seen.append(len(alive))
        time.sleep(0.05)
        alive.pop()
        raise errors.FileBroken
        yield

    monkeypatch.setattr(process, "_start", start)
    with ThreadPoolExecutor(6) as threads:
        asked = [threads.submit(process.ask_child, {}, 5) for _ in range(6)]
    assert all(isinstance(one.exception(), errors.FileBroken) for one in asked)
    assert (len(seen), max(seen)) == (6, 2)
