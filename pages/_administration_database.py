"""The state of the database: which one it is, where it lies, and whether all of it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages._kept import kept
from pages._page import PageContext
from pages._text import escaped
from storage.soundness import Soundness, check_soundness, said_newest
from storage.store import Store

_FOUND = "administration_soundness"
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_MEGABYTE = 1_000_000


def show_database(page: PageContext) -> None:
    """What is known at once, and the check that takes a while at a press."""
    say = page.wording.say
    title = say("Database")
    st.markdown(f"### {title}\n\n{_facts(page)}")
    st.button(say("Check now"), icon=":material/health_and_safety:", on_click=_check, args=(page,))
    found: Soundness | None = st.session_state.get(_FOUND)
    if found is None:
        return
    if found.is_sound:
        sound = say("The database is sound.")
        st.success(f"{sound} {escaped(say(said_newest(found)))}")
        return
    said = [*found.faults[:5], *([say(found.fault_of_newest)] if found.fault_of_newest else [])]
    st.error("\n".join(f"- {escaped(line)}" for line in said), icon=":material/error:")


def _facts(page: PageContext) -> str:
    say, health = page.wording.say, _health(page.store.settings.url, page.store)
    database, file = health["database"], page.store.settings.sqlite_file
    facts = [
        say("Version {version}", version=health["version"]),
        f"{_NAMES[database]} {health[f'{database}_version']}",
        say("schema {schema}", schema=health["schema"]),
    ]
    if file is not None:
        facts.append(say("{size} MB", size=page.wording.number(file.stat().st_size / _MEGABYTE, 1)))
    return escaped(" · ".join(facts))


# Versions and schema stay what they are as long as the server runs.
@kept(1)
def _health(url: str, _store: Store) -> Mapping[str, Any]:  # noqa: ARG001 - says which database it is
    return _store.health()


def _check(page: PageContext) -> None:
    st.session_state[_FOUND] = check_soundness(page.store, page.actor)
