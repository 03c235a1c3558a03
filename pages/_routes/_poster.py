"""A sheet of paper with the code that leads to a public form, for the place where people stand."""

from __future__ import annotations

from html import escape

from pages._public_address import public_address
from pages._qr import qr_image
from pages._routes._public_page import Leaf


def poster(leaf: Leaf, title: str, said: str) -> str:
    """Title and sentence as large as a wall wants them, the QR code, and the address to type; plain text."""
    address = public_address(leaf.address)
    told = leaf.wording.say("QR code that leads to {address}", address=address)
    hint = leaf.say("Print this page.")
    body = (
        f'<p class="hint">{hint}</p><h1>{escape(title)}</h1><p>{escape(said)}</p>'
        f"{qr_image(address, told)}<p>{escape(address.removeprefix('http://'))}</p>"
    )
    return leaf.framed(escape(title), body, "poster")
