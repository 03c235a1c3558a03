"""Priority: where to start and why, and impact against effort of all options."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._chart import chart_look, show_chart
from pages._kept import kept
from pages._option import open_option
from pages._option_words import OptionWords
from pages._text import escaped
from touchpoints.charts import Chart, Look, impact_effort

_PICKED = "option_picked"


def show_priority(words: OptionWords) -> None:
    """A few picks with their reasons, and the chart; a click on a mark opens the option."""
    picks = words.board.priorities.picks
    if picks:
        st.subheader(words.say("Start here"), anchor=False)
        for pick in picks:
            option = pick.candidate.option
            place = ", ".join([option.touchpoint, *([words.say("chosen")] if option.is_chosen else [])])
            st.markdown(
                f":material/flag: **{escaped(option.name)}** ({escaped(place)}): "
                f"{escaped(words.say(pick.reason))}"
            )
    look = chart_look(words.page.look)
    key = repr((words.project.id, words.board.state, words.page.wording.language, look))
    clicked = show_chart(_drawn(words, look, key), impact_effort.ID, words.page.wording, on_click=True)
    if clicked is not None and clicked != st.session_state.get(_PICKED):
        open_option(words.page, words.project, UUID(clicked))
    st.session_state[_PICKED] = clicked


@kept(30)
def _drawn(
    _words: OptionWords,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return impact_effort.draw(_words.board.priorities, _words.page.wording, _look)
