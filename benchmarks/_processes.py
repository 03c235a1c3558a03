"""Whole processes from start to exit: how long they take and how much memory they and their children need."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import psutil

# Short enough to see the peak, long enough not to slow down what is measured.
_INTERVAL = 0.02


@dataclass(frozen=True)
class Use:
    """What one process used: seconds from start to exit, and megabytes at its peak, children included."""

    seconds: float
    megabytes: float


def use_of(command: Sequence[str], environment: Mapping[str, str]) -> Use:
    """Run a command to its end; raises CalledProcessError when it fails."""
    began = time.perf_counter()
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _megabytes(process.pid))
            time.sleep(_INTERVAL)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Use(seconds, peak)


def usual_uses(
    commands: Sequence[Sequence[str]], environment: Mapping[str, str], times: int = 5
) -> list[Use]:
    """Median seconds and largest peak of each command; they take turns, so that a busy machine slows all."""
    rounds = [[use_of(command, environment) for command in commands] for _ in range(times)]
    return [
        Use(median(use.seconds for use in uses), max(use.megabytes for use in uses))
        for uses in zip(*rounds, strict=True)
    ]


def _megabytes(pid: int) -> float:
    try:
        root = psutil.Process(pid)
        family = [root, *root.children(recursive=True)]
        return sum(member.memory_info().rss for member in family) / 1e6
    except psutil.NoSuchProcess:
        return 0.0
