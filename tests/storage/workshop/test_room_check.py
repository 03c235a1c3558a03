"""The room check: own addresses that phones can reach, and the news that one has."""

from __future__ import annotations

from ipaddress import IPv4Address
from types import SimpleNamespace
from uuid import uuid4

import pytest

from storage import room_addresses
from storage.room_addresses import RoomAddress, own_addresses
from storage.room_check import count_reached, note_reached, reached_scope
from storage.workshops import bin_workshop
from tests.storage.workshop.conftest import Room


def test_a_phone_that_reached_the_test_page_is_told_of_at_once(room: Room) -> None:
    heard: list[str] = []
    end = room.store.hub.listen(room.project, lambda scope, _number: heard.append(scope))
    before = count_reached(*room.place, room.workshop)
    assert note_reached(room.store, room.workshop)
    assert note_reached(room.store, room.workshop)
    assert count_reached(*room.place, room.workshop) == before + 2
    # Whoever begins to listen hears of older moves, too.
    assert heard.count(reached_scope(room.workshop)) == 2
    end()


def test_the_test_page_of_no_workshop_tells_nobody(room: Room) -> None:
    assert not note_reached(room.store, uuid4())
    bin_workshop(*room.place, room.workshop)
    assert not note_reached(room.store, room.workshop)


def test_addresses_that_only_this_machine_knows_are_no_way_in() -> None:
    for address in own_addresses():
        number = IPv4Address(address.number)
        assert not number.is_loopback
        assert not number.is_link_local
        assert address.interface


def test_the_way_to_the_internet_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    adapters = [
        adapter("lo", "127.0.0.1", ("::1", 0, 0)),
        adapter("Docker", "172.17.0.1"),
        adapter("Ethernet without a cable", "169.254.7.7"),
        adapter("WLAN", "192.168.1.20", ("fe80::1", 0, 3)),
    ]
    monkeypatch.setattr(room_addresses.ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(room_addresses, "number_towards_internet", lambda: "192.168.1.20")
    assert own_addresses() == (RoomAddress("WLAN", "192.168.1.20"), RoomAddress("Docker", "172.17.0.1"))


def test_a_machine_without_a_network_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_addresses.ifaddr, "get_adapters", lambda: [adapter("lo", "127.0.0.1")])
    monkeypatch.setattr(room_addresses, "number_towards_internet", lambda: None)
    assert own_addresses() == ()


def adapter(name: str, *numbers: object) -> SimpleNamespace:
    return SimpleNamespace(nice_name=name, ips=[SimpleNamespace(ip=number) for number in numbers])
