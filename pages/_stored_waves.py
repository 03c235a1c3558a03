"""The stored waves of the surveys, each with its way into the bin."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.projects import ProjectSummary
from storage.survey_waves import ListedWave, bin_wave, list_all_waves, restore_wave
from touchpoints.messages import message, plural


def show_stored_waves(page: PageContext, project: ProjectSummary) -> None:
    """Every wave with its way into the bin; nothing where nothing was imported."""
    waves = list_all_waves(page.store, page.actor, project.id)
    if not waves:
        return
    say = page.wording.say
    with st.expander(say("Stored surveys")):
        for wave in waves:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(_described(page, project, wave), width="stretch")
                st.button(
                    say("Move to bin"),
                    icon=":material/delete:",
                    key=f"bin-wave-{wave.id}",
                    on_click=_throw_away,
                    args=(page, project, wave),
                )


def _described(page: PageContext, project: ProjectSummary, wave: ListedWave) -> str:
    say = page.wording.say
    day = wave.imported_at.astimezone(ZoneInfo(project.time_zone)).date()
    rows = say(plural("{count} row", "{count} rows", wave.rows))
    imported = say("imported on {day}", day=day)
    return escaped(f"{wave.survey} · {wave.label} · {rows} · {imported}")


def _throw_away(page: PageContext, project: ProjectSummary, wave: ListedWave) -> None:
    place = (page.store, page.actor, project.id, wave.id)
    bin_wave(*place)
    done = message("{wave} of {survey} is in the bin for 30 days.", wave=wave.label, survey=wave.survey)
    offer_undo(done, partial(restore_wave, *place))
