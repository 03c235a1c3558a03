"""The frame of the public's own pages: light, without a script, in each language, readable by everybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pages
from pages._language import own_name
from pages._routes._public import EMPTY_FIELD, LANGUAGE, MARK
from storage.wording import languages
from touchpoints.messages import Message, Value, Wording

_STYLE = Path(pages.__path__[0], "_public.css").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Leaf:
    """A page of the public: in which language, and under which address it stands."""

    wording: Wording
    address: str

    def say(self, text: str | Message, **values: Value) -> str:
        """A text in the page's language, as HTML shows it."""
        return escape(self.wording.say(text, **values))

    def link(self, address: str) -> str:
        """Another address in the same language."""
        return escape(f"{address}?{LANGUAGE}={self.wording.language}")

    def framed(self, title: str, body: str, kind: str = "") -> str:
        """The whole page; title and body are HTML."""
        return (
            f'<!doctype html><html lang="{escape(self.wording.language)}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta name="robots" content="noindex"><title>{title}</title><style>{_STYLE}</style></head>'
            f'<body><main class="{kind}">{self._languages()}{body}</main></body></html>'
        )

    def _languages(self) -> str:
        names = "".join(self._language(tag) for tag in languages())
        label = self.say("Language")
        return f'<nav aria-label="{label}">{names}</nav>' if len(languages()) > 1 else ""

    def _language(self, tag: str) -> str:
        name = escape(own_name(tag))
        if tag == self.wording.language:
            return f'<span aria-current="true" lang="{tag}">{name}</span>'
        return f'<a href="{escape(self.address)}?{LANGUAGE}={tag}" lang="{tag}" hreflang="{tag}">{name}</a>'

    def form(self, body: str, button: str, mark: str) -> str:
        """A form that is sent to the page's own address; body and button are HTML."""
        empty = self.say("Leave this field empty")
        return (
            f'<form method="post" action="{self.link(self.address)}">{body}'
            f'<input type="hidden" name="{MARK}" value="{escape(mark)}">'
            f'<label class="empty" aria-hidden="true">{empty}'
            f'<input type="text" name="{EMPTY_FIELD}" tabindex="-1" autocomplete="off"></label>'
            f"<button>{button}</button></form>"
        )


def told(title: str, paragraphs: Iterable[str]) -> str:
    """Something to unfold; both are plain text."""
    said = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return f"<details><summary>{escape(title)}</summary>{said}</details>"


def fault_html(said: str) -> str:
    """What is wrong, said at once to whoever does not see it; `said` is HTML."""
    return f'<p class="fault" role="alert">{said}</p>' if said else ""


def radio(name: str, value: str, label: str, *, is_chosen: bool, kind: str = "choice") -> str:
    """One of several to choose; `label` is HTML."""
    chosen = " checked" if is_chosen else ""
    return (
        f'<label class="{kind}"><input type="radio" name="{name}" value="{escape(value)}" required{chosen}>'
        f"<span>{label}</span></label>"
    )


def checkbox(name: str, value: str, label: str, *, is_chosen: bool) -> str:
    """One of several of which some are chosen; `label` is plain text."""
    chosen = " checked" if is_chosen else ""
    return (
        f'<label class="choice"><input type="checkbox" name="{name}" value="{escape(value)}"{chosen}>'
        f"<span>{escape(label)}</span></label>"
    )


def text_area(name: str, label: str, hint: str, value: str, longest: int, *, is_needed: bool = False) -> str:
    """A field for some lines; label and hint are HTML."""
    needed = " required" if is_needed else ""
    return (
        f'<div class="field"><label for="{name}">{label}</label><small id="{name}-hint">{hint}</small>'
        f'<textarea id="{name}" name="{name}" maxlength="{longest}" aria-describedby="{name}-hint"{needed}>'
        f"\n{escape(value)}</textarea></div>"
    )


def text_line(name: str, label: str, hint: str, value: str, longest: int, *, is_needed: bool = False) -> str:
    """A field for one line; label and hint are HTML."""
    needed = " required" if is_needed else ""
    return (
        f'<div class="field"><label for="{name}">{label}</label><small id="{name}-hint">{hint}</small>'
        f'<input type="text" id="{name}" name="{name}" value="{escape(value)}" maxlength="{longest}" '
        f'aria-describedby="{name}-hint" autocomplete="off"{needed}></div>'
    )


def spelled(code: str) -> str:
    """A code in groups of four, which are easier to write down."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def options(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], chosen: str) -> str:
    """The entries of a list by group; names are plain text."""
    return "".join(
        f'<optgroup label="{escape(group)}">{"".join(_option(one, chosen) for one in entries)}</optgroup>'
        for group, entries in groups
    )


def _option(entry: tuple[str, str], chosen: str) -> str:
    value, name = entry
    selected = " selected" if value == chosen else ""
    return f'<option value="{escape(value)}"{selected}>{escape(name)}</option>'
