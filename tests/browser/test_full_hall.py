"""A server that is killed while a hall votes: nobody loses an answer, and the wall is right again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks._hall import make_hall
from benchmarks._kills import Reading, kill_often
from benchmarks._screens import WALL, open_screen, reader_of
from benchmarks._server import Server


def test_a_kill_while_people_vote_loses_nothing_and_all_come_back_as_themselves(
    browser: Browser, tmp_path: Path
) -> None:
    hall = make_hall(tmp_path, "fist_of_five")

    def open_wall(server: Server) -> Reading:
        return reader_of(open_screen(browser, server, hall, WALL))

    seen = kill_often(hall, people=4, times=1, open_wall=open_wall)
    assert seen.audit.faults == 0, str(seen.audit)
    assert seen.audit.stored >= 8
