"""One project as a card: its name, how far the four steps are, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

import streamlit as st

from pages._home_dialogs import ask_for_settings
from pages._home_intents import archive, duplicate, throw_away
from pages._navigation import in_project
from pages._page import STEPS, PageContext, Section
from pages._project_saving import ask_to_save
from storage.projects import ProjectSummary
from touchpoints.guide import QUESTIONS, Step, answered
from touchpoints.messages import N_, Wording, plural
from touchpoints.project_facts import KEY, ProjectFacts

_SETTINGS, _SAVE, _DUPLICATE, _ARCHIVE, _THROW_AWAY = (
    N_("Settings"),
    N_("Save as file"),
    N_("Duplicate"),
    N_("Archive"),
    N_("Move to bin"),
)


@dataclass(frozen=True)
class Held:
    """What of a project its card tells: how many questions of each step are answered, and touchpoints."""

    answered: tuple[int, ...] = (0,) * len(Step)
    touchpoints: int = 0
    measured: int = 0
    key: int = 0


def held_by(facts: ProjectFacts) -> Held:
    """Counted once for a state of the project, since thirty cards are drawn at each run of the page."""
    return Held(
        answered=tuple(len(answered(facts, step)) for step in Step),
        touchpoints=facts.count(),
        measured=facts.count(has=lambda touchpoint: touchpoint.is_measured),
        key=facts.count(KEY),
    )


def show_card(page: PageContext, project: ProjectSummary, held: Held) -> None:
    """The card; opening leads to the journey."""
    say = page.wording.say
    with st.container(
        border=True, key=f"project-{project.id}", horizontal=True, horizontal_alignment="distribute"
    ):
        # All text is one element, and the style sheet breaks the line after it: thirty cards are drawn at
        # each run of the page, and each element costs the server a quarter of a millisecond.
        st.html(_text(page.wording, project, held))
        # A link, which asks the server for one run where a button asks for two, and opens in a new tab, too.
        st.page_link(
            page.entries["journey"],
            label=say("Open"),
            icon=":material/arrow_forward:",
            query_params=in_project(project.id),
        )
        _show_menu(page, project)


@lru_cache(maxsize=500)
def _text(wording: Wording, project: ProjectSummary, held: Held) -> str:
    return (
        f'<div class="tp-card"><h2>{escape(project.name)}</h2><p>{escape(_about(wording, project))}</p>'
        f"{_steps(wording, held.answered)}<p>{escape(_say_held(wording, held))}</p></div>"
    )


def _about(wording: Wording, project: ProjectSummary) -> str:
    say = wording.say
    parts = [say("Example")] if project.is_example else []
    return " · ".join([*parts, say("Started on {day}", day=project.created_at.date())])


def _say_held(wording: Wording, held: Held) -> str:
    """The touchpoints and, where there are any, those measured and the key ones."""
    say = wording.say
    parts = [say(plural("{count} touchpoint", "{count} touchpoints", held.touchpoints))]
    if held.measured:
        parts.append(say(plural("{count} measured", "{count} measured", held.measured)))
    if held.key:
        parts.append(say(plural("{count} key", "{count} key", held.key)))
    return " · ".join(parts)


@cache
def _steps(wording: Wording, done: tuple[int, ...]) -> str:
    """The four steps as bars; every text in it is ours and escaped all the same."""
    steps = zip(Step, STEPS, done, strict=True)
    bars = [_bar(wording, section, number, len(QUESTIONS[step])) for step, section, number in steps]
    return f'<div class="tp-steps">{"".join(bars)}</div>'


def _bar(wording: Wording, step: Section, done: int, of: int) -> str:
    say = wording.say
    said = say("{done} of {all} questions answered", done=done, all=of) if done else say("not started")
    return (
        '<div class="tp-step"><div class="tp-step-head">'
        f'<span class="tp-step-name">{escape(say(step))}</span><span>{escape(said)}</span></div>'
        f'<div class="tp-track"><div class="tp-fill" style="width:{done / of:.0%}"></div></div></div>'
    )


def _show_menu(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    chosen = st.menu_button(
        say("More"),
        [_SETTINGS, _SAVE, _DUPLICATE, _ARCHIVE, _THROW_AWAY],
        format_func=say,
        key=f"more-{project.id}",
    )
    if chosen == _SETTINGS:
        ask_for_settings(page, project)
    elif chosen == _SAVE:
        ask_to_save(page, project)
    elif chosen is not None:
        {_DUPLICATE: duplicate, _ARCHIVE: archive, _THROW_AWAY: throw_away}[chosen](page, project)
        st.rerun()
