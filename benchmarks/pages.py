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
from benchmarks._views import View, check_all_are_there, views

RUNS = 200
ON_A_PHONE = 2.0
SIZES = {
    "S": (make_sample, views("Age", projects=1), 6.0),
    "L": (make_large, views(next(iter(SEGMENTATIONS)), PROJECTS), 10.0),
}


def measure() -> Iterator[Figure]:
    """Every page with the sample (S), and with a project of 250 touchpoints beside 29 others (L)."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        bare = opened.enter_context(Session(opened.enter_context(running(BARE_PAGE, Path(folder)))))
        tabs = {size: _tabs(size, Path(folder) / size, opened) for size in SIZES}
        bare.run()
        take_turns([tab for each in tabs.values() for _, tab in each], RUNS, beside=bare)
        yield Figure("Bare page", bare.milliseconds, "ms")
        for size, each in tabs.items():
            for view, tab in each:
                yield _figure(size, view, tab)


def _figure(size: str, view: View, tab: Session) -> Figure:
    *_, limit = SIZES[size]
    limit = min(limit, view.at_most or limit)
    return Figure(
        f"{view.name} ({size})",
        tab.ratio,
        "×",
        at_most=ON_A_PHONE if view.is_on_a_phone else limit,
        beside=f"{tab.milliseconds:.1f} ms",
    )


def _tabs(size: str, folder: Path, opened: ExitStack) -> list[tuple[View, Session]]:
    make, wanted, _ = SIZES[size]
    check_all_are_there(wanted)
    folder.mkdir()
    project = make(folder)
    server = opened.enter_context(running(TOOL, folder))
    return [(view, opened.enter_context(view.open(server, project, folder))) for view in wanted]
