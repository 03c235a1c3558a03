"""A bad network: whatever a phone sends arrives again, and a second tab of the same seat sends it, too."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from benchmarks._crowd import parked_card
from benchmarks._wire_phone import Act, Phone


def tell_twice(port: int, seats: Sequence[str]) -> list[Phone]:
    """Each seat answers and parks a card; returns all tabs, two for each seat."""
    return asyncio.run(_tell_twice(port, seats))


async def _tell_twice(port: int, seats: Sequence[str]) -> list[Phone]:
    pairs = [(Phone(port, seat), Phone(port, seat)) for seat in seats]
    tabs = [tab for pair in pairs for tab in pair]
    staying = [asyncio.create_task(tab.stay()) for tab in tabs]
    await asyncio.gather(*(_until_shown(tab) for tab in tabs))
    await asyncio.gather(*(_tell_from_both(*pair) for pair in pairs))
    for task in staying:
        task.cancel()
    await asyncio.gather(*staying, return_exceptions=True)
    return tabs


async def _until_shown(tab: Phone) -> None:
    while not tab.shown:
        await tab.wait_until_shown()


async def _tell_from_both(first: Phone, second: Phone) -> None:
    for act in (first.next_act(), parked_card()):
        assert act is not None
        await asyncio.gather(*(_tell_again(tab, act) for tab in (first, second)))


async def _tell_again(tab: Phone, act: Act) -> None:
    await asyncio.gather(tab.tell(act), tab.send_waiting())
