"""What a reveal has shown, as figures: the same numbers as on the wall, for whoever has to explain them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from pages._kept import kept
from pages._live import on_move
from pages._room_figures import figure_rows, said_of_age
from pages._table import table_of
from pages._workshop import OpenWorkshop
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture, read_picture
from storage.revisions import activity_scope
from touchpoints.ballots import WHOLE
from touchpoints.room.picture import Picture

if TYPE_CHECKING:
    import pyarrow as pa


def show_result(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """The figures of the last reveal; where names are shown, those of now."""
    if activity.is_named:
        _show_live(opened, activity)
    else:
        _show(opened, activity)


@st.fragment
def _show_live(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    on_move(activity_scope(activity.id), key="result")
    _show(opened, activity)


def _show(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    revealed = read_picture(*opened.where, activity.id)
    if revealed is None:
        st.caption(opened.say("Nothing has been revealed here yet."))
        return
    old = said_of_age(opened.page.wording, opened.project, activity, revealed)
    st.caption(" ".join(filter(None, (_headed(opened, revealed), old))))
    # A frozen picture stays as it is; where names are shown, every answer makes another one.
    state = (revealed.number, revealed.n) if not activity.is_named else revealed.at
    table = _table(
        opened, activity, revealed.picture, repr((activity.id, state, opened.page.wording.language))
    )
    if len(table):
        st.dataframe(table, hide_index=True, key=f"figures-{activity.id}", alt=opened.say("The figures"))
    elif not revealed.picture.promises:
        st.write(opened.say("Fewer than {floor} answers: no figure is shown.", floor=revealed.picture.floor))
    if revealed.picture.promises:
        _show_promises(opened, revealed.picture, _names(opened, activity))


def _names(opened: OpenWorkshop, activity: ActivityEntry) -> dict[str, str]:
    return {str(one.id): one.name for one in list_subjects(*opened.where, activity.id)}


@kept(60)
def _table(_opened: OpenWorkshop, _activity: ActivityEntry, _picture: Picture, key: str) -> pa.Table:  # noqa: ARG001 - says of which reveal and language

    names = {**_names(_opened, _activity), WHOLE: _opened.say("All in all")}
    return table_of(figure_rows(_opened.page.wording, _activity.kind, _picture, names))


def _headed(opened: OpenWorkshop, revealed: RevealedPicture) -> str:
    if not revealed.number:
        return opened.say("{n} have answered so far.", n=revealed.n)
    return opened.say("Reveal {number}: {n} had answered.", number=revealed.number, n=revealed.n)


def _show_promises(opened: OpenWorkshop, picture: Picture, names: Mapping[str, str]) -> None:
    """Who takes which action on; two lines of one action are two people."""
    date, nobody = opened.page.wording.date, opened.say("Somebody")
    lines = [
        f"<li>{escape(one.name or nobody)}: {escape(names.get(one.action, ''))}, {escape(date(one.day))}</li>"
        for one in picture.promises
    ]
    if lines:
        st.html(f"<ul>{''.join(lines)}</ul>")
