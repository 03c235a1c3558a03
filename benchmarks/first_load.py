"""How much a phone has to fetch before a question stands on it, with nothing kept from an earlier visit."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks._figures import Figure
from benchmarks._phones import seat_of
from benchmarks._projects import make_sample
from benchmarks._server import TOOL, running

# What may be fetched without a proxy before it, in megabytes.
AT_MOST = 1.35


def measure() -> Iterator[Figure]:
    """Bytes over the wire as the browser counts them, compressed, files and socket apart."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_sample(folder)
        with running(TOOL, folder) as server:
            files, socket = _fetched(f"{server.address}/take_part", seat_of(folder, "experience"))
    yield Figure(
        "First visit of a phone, over the wire",
        (sum(files) + socket) / 1e6,
        "MB",
        at_most=AT_MOST,
        beside=f"{len(files)} files; {socket / 1000:.0f} kB of it over the socket",
    )


def _fetched(address: str, seat: str) -> tuple[list[int], int]:
    files: list[int] = []
    frames: list[int] = []
    with sync_playwright() as playwright:
        file = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=file, args=["--no-sandbox"])
        context = browser.new_context(**playwright.devices["Pixel 7"])
        name, _, value = seat.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": address}])
        page = context.new_page()
        _listen(page, files, frames)
        page.goto(address)
        page.get_by_role("heading", level=2).wait_for()
        # Icons and fonts come after the text.
        page.wait_for_load_state("networkidle")
        browser.close()
    return files, sum(frames)


def _listen(page: Page, files: list[int], frames: list[int]) -> None:
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: files.append(int(event["encodedDataLength"])))
    wire.on("Network.webSocketFrameReceived", lambda event: frames.append(_bytes_of(event["response"])))


def _bytes_of(frame: dict[str, Any]) -> int:
    """A binary frame is told in base64: four letters for three bytes."""
    return len(frame["payloadData"]) * 3 // 4
