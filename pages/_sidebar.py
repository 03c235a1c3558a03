"""What stands beside every page: its neighbours as links, language, look, who is signed in and the way out.

It is one component, since every element of a page is sent with every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages._component import component
from pages._language import choose_language, own_name
from pages._look import BESIDE
from pages._navigation import Entries, in_project
from pages._page import ALWAYS_LINKED, Page, PageContext, Section
from pages._who import said_who
from storage.wording import languages

_FILES = Path(__file__).with_name("_components") / "sidebar"
_SCRIPTS = ("links", "look", "width", "sidebar")
_beside = component(
    "sidebar",
    '<div class="sidebar"></div>',
    style=(_FILES / "sidebar.css").read_text(encoding="utf-8"),
    script="\n".join((_FILES / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS),
)
_STEP = "chevron_right"


def show_beside(context: PageContext, entries: Entries, page_ids: Sequence[str], shown: Page) -> None:
    """Draw it; `entries` are the pages to be linked, none for guests, `page_ids` all addresses of the tool.

    Never left out: it tells the browser in which language the page is. A page with charts asks a narrow
    window for its width, which costs one more run, so other pages do not.
    """
    say, actor, language = context.wording.say, context.actor, context.wording.language
    _beside(
        key=BESIDE,
        on_width_change=lambda: None,
        on_language_change=partial(_take_language, context),
        # In a list, since Streamlit looks whether each value of a dictionary is a table: half a millisecond.
        data=[
            {
                "links": _links(context, entries, shown) if shown.has_links and entries else None,
                "language": language,
                "languages": _languages(context) if shown.has_switches else None,
                "asksWidth": shown.has_charts,
                "looks": [
                    say("Look"),
                    [["System", say("Same as device")], ["Light", say("Light")], ["Dark", say("Dark")]],
                ],
                "addresses": ["/", *(f"/{page_id}" for page_id in page_ids)],
                "leave": None if actor.is_guest else [said_who(context.wording, actor.name), say("Sign out")],
            }
        ],
    )


def _take_language(context: PageContext) -> None:
    told: Any = st.session_state[BESIDE]
    choose_language(context.store, context.actor, told.get("language"))


def _languages(context: PageContext) -> list[Any] | None:
    """All languages there are, each under its own name; nothing where there is but one."""
    if len(languages()) == 1:
        return None
    return [context.wording.say("Language"), [[one, own_name(one)] for one in languages()]]


def _links(context: PageContext, entries: Entries, shown: Page) -> dict[str, Any]:
    """The steps, each a link to its first page, and the pages of the one that is open.

    All pages of all steps would be a list that nobody reads.
    """
    say = context.wording.say
    # Each page once, by its own address.
    own = dict(entries)
    groups: list[tuple[str, list[tuple[str, str, str]]]] = []
    for section in Section:
        pages = [entry for one, entry in own.items() if one.page.section is section]
        if section in (*ALWAYS_LINKED, shown.section) and pages:
            groups.append((say(section) if section.value else "", [_link(entry) for entry in pages]))
        elif pages:
            groups.append(("", [(say(section), _STEP, pages[0].url_path)]))
    project = context.project
    return {
        "label": say("Pages"),
        "groups": groups,
        "query": f"?{urlencode(in_project(project.id))}" if project else "",
        "shown": next((entry.url_path for one, entry in own.items() if one.page is shown), None),
    }


def _link(entry: Any) -> tuple[str, str, str]:  # noqa: ANN401 - Streamlit does not export the type
    return entry.title, entry.icon.removeprefix(":material/").removesuffix(":"), entry.url_path
