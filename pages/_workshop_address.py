"""Under which address phones reach this server, and what stands in the code that they scan."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from storage.configuration import Settings
from storage.workshops import WorkshopEntry


def address_of(settings: Settings, workshop: WorkshopEntry) -> str:
    """The public address where one is set, else the one that the room check found, else a guess."""
    return settings.public_url or workshop.address or guessed_address(settings)


def guessed_address(settings: Settings) -> str:
    """The address on the way to the internet; Streamlit may listen elsewhere than the settings say."""
    return settings.model_copy(update={"port": own_port()}).address


def own_port() -> int:
    """The port on which this server really listens."""
    port: int = st.get_option("server.port")
    return port


def join_address(settings: Settings, workshop: WorkshopEntry) -> str:
    """What the code on the wall leads to."""
    return f"{address_of(settings, workshop)}/join/{workshop.code}"


def is_for_this_machine_alone(host: str) -> bool:
    """Whether a server that listens on this address hears nobody else."""
    return host in {"localhost", "::1"} or host.startswith("127.")


def host_of(address: str) -> str:
    """The name or number in an address."""
    return urlsplit(address).hostname or ""
