"""The addresses under which the phones of a room can reach this machine."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address

import ifaddr


@dataclass(frozen=True)
class RoomAddress:
    """An address of this machine in a network, by the name that its system gives to the way there."""

    interface: str
    number: str


def own_addresses() -> tuple[RoomAddress, ...]:
    """Every address that another machine may reach, the one on the way to the internet first.

    Addresses of version 4 alone: they are in every room, short enough to be typed, and need no zone.
    """
    found = (
        RoomAddress(adapter.nice_name, number)
        for adapter in ifaddr.get_adapters()
        for address in adapter.ips
        if isinstance(number := address.ip, str) and _is_reachable(number)
    )
    first = number_towards_internet()
    return tuple(sorted(found, key=lambda one: (one.number != first, one.interface)))


def number_towards_internet() -> str | None:
    """The address that this machine would speak from; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _is_reachable(number: str) -> bool:
    """Whether another machine could mean this one by it; a self-given one means that no router answered."""
    address = IPv4Address(number)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)
