"""What the server's processor does for one run of each page, as a multiple of a bare page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks._figures import Figure
from benchmarks._projects import PROJECTS, SEGMENTATIONS, make_large, make_sample
from benchmarks._server import BARE_PAGE, TOOL, running
from benchmarks._session import Session, take_turns
from benchmarks._views import check_all_are_there, views

RUNS = 200
ON_A_PHONE = 2.0
SIZES = {
    "S": (make_sample, views("Age", projects=1), 6.0),
    "L": (make_large, views(next(iter(SEGMENTATIONS)), PROJECTS), 10.0),
}


def measure() -> Iterator[Figure]:
    """Every page with the sample (S), and with a project of 250 touchpoints beside 29 others (L).

    One tab at a time: each one that is open costs the server a moment, and the bare page has but one.
    """
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        bare = opened.enter_context(Session(opened.enter_context(running(BARE_PAGE, Path(folder)))))
        take_turns([bare], RUNS)
        yield Figure("Bare page", bare.milliseconds, "ms")
        for size in SIZES:
            yield from _measure(size, Path(folder) / size, bare)


def _measure(size: str, folder: Path, bare: Session) -> Iterator[Figure]:
    make, wanted, limit = SIZES[size]
    check_all_are_there(wanted)
    folder.mkdir()
    project = make(folder)
    with running(TOOL, folder) as server:
        for view in wanted:
            with view.open(server, project, folder) as tab:
                take_turns([tab], RUNS, beside=bare)
            at_most = ON_A_PHONE if view.is_on_a_phone else view.at_most or limit
            beside = f"{tab.milliseconds:.1f} ms"
            yield Figure(f"{view.name} ({size})", tab.ratio, "×", at_most=at_most, beside=beside)
