"""A page with nothing but one board, whose cards lie in the session, and what was done on it."""

from __future__ import annotations

import streamlit as st

from pages._board import BoardIntent, Chosen, Moved, Opened, show_board, taken_intent
from storage.wording import wording_for
from tests.browser.board._board_cards import ACTIONS, BULK_ACTIONS, Wall, columns, many_cards, some_cards


def carry_out(wall: Wall) -> None:
    """Do what was done on the board and note it."""
    while (intent := taken_intent("board")) is not None:
        wall.notes.append(wall.note(intent))
        carry_out_one(wall, intent)


def carry_out_one(wall: Wall, intent: BoardIntent) -> None:
    """A move is refused while the wall is locked."""
    match intent:
        case Moved() if not st.session_state.get("locked"):
            wall.move(intent)
        case Moved():
            st.error("Refused")
        case Opened(card=card):
            st.info(f"Drawer of {card}")
        case Chosen(action="bin", cards=cards):
            wall.remove({card.id for card in cards})


def others_at_work(wall: Wall) -> None:
    """What somebody else does while this browser is in the middle of something."""
    if st.button("Others remove Check-in"):
        wall.remove({"check-in"})
        wall.notes.append("others removed check-in")
    if st.button("Others rename Shops"):
        wall.rename("shops", "Shops and bars")
        wall.notes.append("others renamed shops")
    st.toggle("Locked", key="locked")


st.set_page_config(layout="wide")
if "wall" not in st.session_state:
    size = int(st.query_params.get("cards", "0"))
    st.session_state["wall"] = Wall(many_cards(size) if size else some_cards())
st.title("Journey", anchor=False)
held: Wall = st.session_state["wall"]
with st.container(horizontal=True):
    others_at_work(held)
carry_out(held)
words = wording_for(st.query_params.get("language", "en"))
is_read_only = "read" in st.query_params
show_board(columns(), held.cards, ACTIONS, "board", words, BULK_ACTIONS, is_read_only=is_read_only)
st.text("\n".join(["Done:", *held.notes]))
