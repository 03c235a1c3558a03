"""The life of the server: opens the store, says where it is to be found, and closes the store at the end."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any, NoReturn
from urllib.parse import urlsplit

import streamlit as st

from pages._discovery import find_pages
from pages._provider import prepare_provider
from pages._routes._copies import STATIC_COPIES
from pages._routes._streams import STREAMS
from pages._store import close_store, shared_store
from storage import commands
from storage.acted_participants import stop_acting
from storage.configuration import Settings, read_settings
from storage.daily_backups import back_up_hourly
from storage.people import issue_start_link
from storage.solving import stop_solving
from storage.store import Store
from storage.survey_files.reading import known_formats
from storage.templates import list_templates
from storage.upkeep import keep_terms_hourly, tidy_up
from touchpoints.agendas import all_agendas
from touchpoints.charts import all_charts
from touchpoints.discovery import discover
from touchpoints.errors import TouchpointsError

logger = logging.getLogger(__name__)

# The first visitor would wait for these seconds; nobody waits for them here.
_SLOW_IMPORTS = ("pandas", "plotly.graph_objects", "scipy.special", "scipy.optimize")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Everything between the start and the end of the server."""
    settings = read_settings()
    log_to_stderr(settings)
    prepare_provider(settings)
    try:
        store = await asyncio.to_thread(shared_store)
        await asyncio.to_thread(tidy_up, store)
        await asyncio.to_thread(_find_extensions)
        token = await asyncio.to_thread(issue_start_link, store)
    except TouchpointsError as error:
        _stop_with(error)
    threading.Thread(target=_prepare, args=(settings,), daemon=True, name="prepare").start()
    stop = threading.Event()
    for name, hourly in (("upkeep", keep_terms_hourly), ("backups", back_up_hourly)):
        threading.Thread(target=hourly, args=(store, stop), daemon=True, name=name).start()
    print(announcement(store, token), flush=True)
    _end_streams_at_exit()
    try:
        yield {}
    finally:
        stop.set()
        stop_solving()
        await asyncio.to_thread(stop_acting)
        await asyncio.to_thread(close_store)


def _end_streams_at_exit() -> None:
    """Let the web server, which waits for open answers before it stops, find no stream among them."""
    if threading.current_thread() is not threading.main_thread():
        return  # signals come to the main thread alone; whoever runs the server elsewhere stops it otherwise
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        before = signal.getsignal(number)

        def stop(number: int, frame: FrameType | None, before: Any = before) -> None:  # noqa: ANN401 - as signal says
            loop.call_soon_threadsafe(STREAMS.close)
            if callable(before):
                before(number, frame)

        signal.signal(number, stop)


def _find_extensions() -> None:
    """Import all that registers itself by being there: a broken file must stop the start, not a workshop."""
    find_pages()
    all_agendas()
    all_charts()
    list_templates()
    known_formats()
    discover(commands)


def settings_or_stop() -> Settings:
    """The settings; a bad one stops the start with a sentence in place of a traceback."""
    try:
        return read_settings()
    except TouchpointsError as error:
        _stop_with(error)


def server_options(settings: Settings) -> dict[str, Any]:
    """What `python app.py` tells the web server; `streamlit run app.py` has options of its own for it."""
    if settings.trusted_proxies:
        os.environ["FORWARDED_ALLOW_IPS"] = settings.trusted_proxies  # where the web server looks for them
    return {"server.port": settings.port, "server.address": settings.host}


def log_to_stderr(settings: Settings) -> None:
    """One line per event: time, level, name; requests are not logged, their addresses may hold tokens."""
    line = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(stream=sys.stderr, level=settings.log_level.upper(), format=line)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def announcement(store: Store, token: str) -> str:
    """Where the tool is to be found, for whoever started it; the only place where the token is readable."""
    # Streamlit may listen elsewhere than the settings say, when it was told so on its command line.
    address = store.settings.model_copy(update={"port": st.get_option("server.port")}).address
    return (
        "\nTouchpoints is running.\n\n"
        f"  Your personal link   {address}/enter/{token}\n"
        f"  Address for others   {address}\n"
        f"  Your data            {place_of_data(store.settings)}\n\n"
        "Keep the personal link to yourself: it opens everything. Press Ctrl and C to stop.\n"
    )


def place_of_data(settings: Settings) -> str:
    """The file, or server and name of the database; never the password that stands in its URL."""
    if settings.sqlite_file:
        return str(settings.sqlite_file)
    url = urlsplit(settings.url)
    return f"PostgreSQL database {url.path.lstrip('/')} on {url.hostname or 'this machine'}"


def _prepare(settings: Settings) -> None:
    for name in _SLOW_IMPORTS:
        importlib.import_module(name)
    # What is there now stays: looking through it for rubbish would halt a workshop for a fifth of a second.
    gc.collect()
    gc.freeze()
    # A page makes and drops some thousand objects; looking through them six times costs a fortieth of it.
    gc.set_threshold(10_000, 20, 20)
    STATIC_COPIES.make(settings.data_folder / "cache")


def _stop_with(error: TouchpointsError) -> NoReturn:
    print(error, file=sys.stderr, flush=True)
    # The web server would print a traceback under the sentence; the exit code says enough.
    logging.getLogger("uvicorn.error").disabled = True
    raise SystemExit(1)
