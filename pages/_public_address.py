"""The whole address of something that the public opens, as it stands in a link and in a QR code."""

from __future__ import annotations

from pages._store import shared_store
from pages._workshop_address import guessed_address


def public_address(path: str) -> str:
    """Under the public address where one is set, else under this machine's."""
    settings = shared_store().settings
    return f"{settings.public_url or guessed_address(settings)}{path}"
