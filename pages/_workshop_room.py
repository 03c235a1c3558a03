"""The room check: which address phones use, a code to try it, and what to do where none comes through."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages._live import on_move
from pages._qr import qr_image
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._workshop import OpenWorkshop
from pages._workshop_address import (
    address_of,
    guessed_address,
    host_of,
    is_for_this_machine_alone,
    own_port,
)
from storage.room_addresses import own_addresses
from storage.room_check import count_reached, reached_scope
from storage.workshops import change_workshop
from touchpoints.messages import N_, message

_SIZE = "<style>.tp-qr { width: 100%; max-width: 20rem; border-radius: 0.5rem }</style>"
_CURES = (
    N_("Is the phone in the same network as this machine? Not in mobile data, and not in another network."),
    N_("Try another of the addresses above: each is a network that this machine is in."),
    N_(
        "A firewall may keep phones out. Allow incoming connections for Python on port {port}; "
        "Windows asks for it at the first start: choose private and public networks."
    ),
    N_(
        "Guest networks often separate phones from each other and from this machine. "
        "Ask for another network, or for an exception."
    ),
    N_(
        "Nothing helps? Open a hotspot on this machine or on a phone, let this machine and all phones "
        "into it, and check the room once more."
    ),
)


def show_room_check(opened: OpenWorkshop) -> None:
    """The addresses on the left, the code to try on the right."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_addresses(opened)
    with right:
        address = f"{address_of(opened.page.store.settings, opened.workshop)}/reached/{opened.workshop.id}"
        st.html(_SIZE + qr_image(address, opened.say("Code for the room check")))
        st.caption(escaped(address))
    with left:
        _await_phone(opened)


def _show_addresses(opened: OpenWorkshop) -> None:
    say, settings = opened.say, opened.page.store.settings
    st.subheader(say("Can phones reach us?"), anchor=False)
    if is_for_this_machine_alone(str(st.get_option("server.address") or "")):
        alone = say(
            "This server listens to this machine alone. Start it with TOUCHPOINTS_HOST=0.0.0.0, "
            "then phones can come in."
        )
        st.warning(escaped(alone), icon=":material/wifi_off:")
    if settings.public_url:
        st.markdown(say("Phones use the address {address}.", address=f"**{escaped(settings.public_url)}**"))
        return
    addresses = _offered(opened)
    if not addresses:
        st.warning(
            say("This machine is in no network. Join one, or open a hotspot, then load this page anew.")
        )
        return
    _choose(opened, addresses)


def _offered(opened: OpenWorkshop) -> Mapping[str, str]:
    """Every address with the name of its network, and the one that is stored even if it is gone by now."""
    port, stored = own_port(), opened.workshop.address
    found = {f"http://{one.number}:{port}": f"{one.number} ({one.interface})" for one in own_addresses()}
    if stored and stored not in found:
        found[stored] = opened.say("{address} (not there any more)", address=host_of(stored))
    return found


def _choose(opened: OpenWorkshop, addresses: Mapping[str, str]) -> None:
    settings, key = opened.page.store.settings, opened.place("address")
    shown = opened.workshop.address or guessed_address(settings)
    follow(key, shown if shown in addresses else next(iter(addresses)))
    st.radio(
        opened.say("Address for the code"),
        list(addresses),
        format_func=lambda address: escaped(addresses[address]),
        key=key,
        on_change=_store,
        args=(opened, key),
    )
    show_outcome(opened.page, key)


def _store(opened: OpenWorkshop, key: str) -> None:
    where, workshop, chosen = opened.where, opened.workshop, st.session_state[key]
    if attempt(key, lambda: change_workshop(*where, workshop.id, workshop.version, {"address": chosen})):
        back = {"address": workshop.address}
        offer_undo(
            message("Phones use {address} from now on.", address=host_of(chosen)),
            lambda: change_workshop(*where, workshop.id, workshop.version + 1, back),
            key,
        )


@st.fragment
def _await_phone(opened: OpenWorkshop) -> None:
    """Drawn anew by itself as soon as a phone came through; the count of this visit begins with the page."""
    on_move(reached_scope(opened.workshop.id))
    say, key = opened.say, opened.place("reached-before")
    reached = count_reached(*opened.where, opened.workshop.id)
    since = reached - st.session_state.setdefault(key, reached)
    if since:
        st.success(say("A phone reached us. The room is ready."), icon=":material/check_circle:")
        return
    st.info(say("Scan the code with a phone. Here stands within a second whether it came through."))
    with st.expander(say("The phone finds nothing?")):
        cures = (say(cure, port=str(own_port())) if "{port}" in cure else say(cure) for cure in _CURES)
        st.markdown("\n".join(f"{number}. {escaped(cure)}" for number, cure in enumerate(cures, 1)))
