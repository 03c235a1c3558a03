"""The options of a touchpoint side by side: a column for each, so that a team can compare and choose."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from html import escape
from uuid import UUID

import streamlit as st

from pages._kept import kept
from pages._option import open_option
from pages._option_words import OptionWords
from pages._options import Place
from pages._places import place_name
from pages._text import escaped
from touchpoints.messages import N_, Message, plural
from touchpoints.option_gain import Candidate

# More than so many touchpoints one below the other are a table, or a choice of one of them.
MOST_PLACES = 8
_Cell = Callable[[OptionWords, Candidate], str]
_ROWS: tuple[tuple[str, _Cell], ...] = (
    (N_("Cost once"), lambda words, one: words.money(one.option.cost_once)),
    (N_("Cost a year"), lambda words, one: words.money(one.option.cost_per_year)),
    (N_("Cost, first year"), lambda words, one: words.cost(one)),
    (N_("Person-days"), lambda words, one: words.effort(one)),
    (N_("Effect: worst / realistic / best"), lambda words, one: words.effects(one.option)),
    (N_("Gain (importance in % × levels)"), lambda words, one: words.gain(one)),
    (N_("Risk"), lambda _words, one: one.option.risk),
    (N_("Touches"), lambda words, one: words.touches(one.option)),
    (N_("Needs"), lambda words, one: words.needs(one.option)),
    (N_("Votes"), lambda _words, one: "" if one.option.team_votes is None else str(one.option.team_votes)),
    (N_("Still missing"), lambda words, one: words.missing(one)),
)


def show_sides(words: OptionWords, places: Iterable[Place]) -> None:
    """Touchpoint by touchpoint; all its texts are one element, since each one costs the server a moment."""
    for place in places:
        with st.container(border=True, key=f"place-{place.id}"):
            state = (words.project.id, words.board.state, words.page.wording.language, place.id)
            st.html(_text(words, place, state))
            if place.candidates:
                _show_ways_in(words, place)


# Put together once for each state: it is a tenth of what the page costs.
@kept(500)
def _text(_words: OptionWords, _place: Place, state: Hashable) -> str:  # noqa: ARG001 - the key
    compared = _compared(_words, _place) if _place.candidates else ""
    name = place_name(_words.page.wording, _place.name, is_new=_place.is_new)
    return f"<h3>{escape(name)}</h3>{_said(_words, _place)}{compared}"


def _said(words: OptionWords, place: Place) -> str:
    """That there are fewer than two options; and what was chosen, and why."""
    said = []
    if place.lacks_options:
        said.append(f'<p class="few">{escape(words.say(_too_few(len(place.candidates))))}</p>')
    for one in place.candidates:
        if one.option.is_chosen:
            chosen = escape(words.say("Chosen: {option}", option=one.option.name))
            reason = f" – {escape(one.option.choice_reason)}" if one.option.choice_reason else ""
            said.append(f"<p>✓ <strong>{chosen}</strong>{reason}</p>")
    return "".join(said)


def _too_few(count: int) -> Message:
    if not count:
        return Message(N_("No option yet. Find at least two: there is always more than one way."))
    return plural(
        "Only {count} option so far. Find at least one more: there is always more than one way.",
        "Only {count} options so far. Find at least one more: there is always more than one way.",
        count,
    )


def _compared(words: OptionWords, place: Place) -> str:
    """A table with a column for each option; rows in which nothing is told are left out."""
    head = "".join(f'<th scope="col">{_head(words, one)}</th>' for one in place.candidates)
    lines = []
    for label, cell in _ROWS:
        cells = [cell(words, one) for one in place.candidates]
        if any(text not in {"", "–"} for text in cells):
            tds = "".join(f"<td>{escape(text)}</td>" for text in cells)
            lines.append(f'<tr><th scope="row">{escape(words.say(label))}</th>{tds}</tr>')
    name = escape(words.say("Options at {touchpoint}", touchpoint=place.name))
    return (
        f'<div class="options" tabindex="0" role="region" aria-label="{name}"><table>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _head(words: OptionWords, one: Candidate) -> str:
    option = one.option
    marks = [words.say("chosen")] if option.is_chosen else []
    marks += [words.say("must-have")] if option.is_must_have else []
    marks += [words.say("delight")] if option.is_delight else []
    said = f'<span class="marks">{escape(" · ".join(marks))}</span>' if marks else ""
    return f"{escape(option.name)}{said}"


def _show_ways_in(words: OptionWords, place: Place) -> None:
    with st.container(horizontal=True, gap="small"):
        for one in place.candidates:
            opened = st.button(
                words.say("Open {name}", name=escaped(one.option.name)),
                f"open-{one.option.id}",
                icon=":material/edit:" if words.page.may_change else ":material/open_in_full:",
                type="tertiary",
            )
            if opened:
                open_option(words.page, words.project, UUID(str(one.option.id)))
