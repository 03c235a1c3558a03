"""The way into a workshop as the room's screen shows it: the QR code, the code, and the address to type."""

from __future__ import annotations

from html import escape

from pages._qr import qr_image
from pages._workshop import OpenWorkshop
from pages._workshop_address import address_of

GROUP = 4


def join_address(opened: OpenWorkshop, *, is_typed: bool = False) -> str:
    """Where phones go: with the code, or as somebody types it who then enters the code.

    The room check has found which of this machine's addresses phones reach; a public address goes first.
    """
    address = address_of(opened.page.store.settings, opened.workshop)
    # Browsers add http:// by themselves; https:// on a port of its own they would miss.
    return address.removeprefix("http://") if is_typed else f"{address}/join/{opened.workshop.code}"


def code_html(code: str) -> str:
    """The code in groups of four, which can be said aloud and remembered on the way to the phone."""
    groups = [code[start : start + GROUP] for start in range(0, len(code), GROUP)]
    spelled = " ".join(code)
    spans = "".join(f"<span>{escape(group)}</span>" for group in groups)
    return f'<p class="wall-code" role="img" aria-label="{escape(spelled)}">{spans}</p>'


def qr_html(opened: OpenWorkshop) -> str:
    """The QR code that joins with one scan."""
    address = join_address(opened)
    return qr_image(address, opened.say("QR code that leads to {address}", address=address))
