"""A block of cells from a spreadsheet: read at once, and stored when it was seen."""

from __future__ import annotations

import streamlit as st

from pages._encounter_acts import Painting, apply, block_strokes, read_pasted_block
from pages._words import word_for
from storage.access import Actor
from touchpoints.messages import plural


def ask_for_block(painting: Painting) -> None:
    """Open the dialog; its actor carries one mark, so that a block sent twice is stored once."""
    title = painting.page.wording.say("Paste cells")
    st.dialog(title, width="large")(_show)(painting, painting.page.actor.once())


def _show(painting: Painting, actor: Actor) -> None:
    say = painting.page.wording.say
    st.write(
        say(
            "With the segments above and the touchpoints before the cells, in any order; or the cells alone, "
            "from the first one on. A number is how often {period}, 0 is never, x that they meet.",
            period=say(word_for(painting.period)),
        )
    )
    text = st.text_area(say("Cells of a spreadsheet"), height=200, max_chars=100_000, key="pasted-cells")
    st.button(say("Look at it before it is stored"), icon=":material/preview:")
    if not text:
        return
    strokes = block_strokes(painting, read_pasted_block(painting, text))
    st.caption(say(plural("{count} cell can be read.", "{count} cells can be read.", len(strokes))))
    if st.button(say("Enter them"), type="primary", disabled=not strokes) and apply(painting, actor, strokes):
        st.rerun()
