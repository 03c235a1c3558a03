"""What a reveal has shown, as figures: the same numbers as on the wall, for whoever has to explain them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from pages._live import on_move
from pages._workshop import OpenWorkshop
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture, read_picture
from storage.revisions import activity_scope
from touchpoints.activities import Rate, RateScale, activity_kind
from touchpoints.ballots import WHOLE
from touchpoints.messages import Wording
from touchpoints.room.picture import OTHERS, Figure, Picture, RatedSubject, SpendingPicture

Rows = list[dict[str, str]]


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
    st.caption(_headed(opened, revealed))
    names = {str(one.id): one.name for one in list_subjects(*opened.where, activity.id)}
    rows = _rows(opened.page.wording, activity, revealed.picture, {**names, WHOLE: opened.say("All in all")})
    if rows:
        st.dataframe(rows, hide_index=True, key=f"figures-{activity.id}", alt=opened.say("The figures"))
    elif not revealed.picture.promises:
        st.write(opened.say("Fewer than {floor} answers: no figure is shown.", floor=revealed.picture.floor))
    _show_promises(opened, revealed.picture, names)


def _headed(opened: OpenWorkshop, revealed: RevealedPicture) -> str:
    if not revealed.number:
        return opened.say("{n} have answered so far.", n=revealed.n)
    return opened.say("Reveal {number}: {n} had answered.", number=revealed.number, n=revealed.n)


def _show_promises(opened: OpenWorkshop, picture: Picture, names: Mapping[str, str]) -> None:
    """Who takes which action on; two lines of one action are two people."""
    date = opened.page.wording.date
    lines = [
        f"<li>{escape(one.name or opened.say('Somebody'))}: {escape(names.get(one.action, ''))}, "
        f"{escape(date(one.day))}</li>"
        for one in picture.promises
    ]
    if lines:
        st.html(f"<ul>{''.join(lines)}</ul>")


def _rows(wording: Wording, activity: ActivityEntry, picture: Picture, names: Mapping[str, str]) -> Rows:
    """One line for each subject and scale, those of its departments below it."""
    parts = activity_kind(activity.kind).parts
    scales = [scale for part in parts if isinstance(part, Rate) for scale in part.scales]
    rated = picture.rate.subjects
    rows = [
        {wording.say("About"): name} | row
        for subject, name in names.items()
        if subject in rated
        for row in _rated(wording, rated[subject], scales)
    ]
    for spent in (picture.points, picture.dots):
        rows += _spent(wording, spent, names) if spent else []
    return rows


def _rated(wording: Wording, rated: RatedSubject, scales: Sequence[RateScale]) -> Iterable[dict[str, str]]:
    """The question is said where there are several, the department where there are any."""
    groups = [(wording.say("All"), rated.scales)] if rated.departments else [("", rated.scales)]
    groups += [(_department(wording, one.name), one.scales) for one in rated.departments]
    for scale in scales:
        question = {wording.say("Question"): wording.say(scale.question)} if len(scales) > 1 else {}
        for group, figures in groups:
            department = {wording.say("Department"): group} if group else {}
            yield question | department | _figures(wording, figures[scale.id])


def _figures(wording: Wording, figure: Figure) -> dict[str, str]:
    say, number = wording.say, wording.number
    return {
        say("n"): number(figure.n),
        say("Median"): number(figure.median, 1),
        say("Middle half"): say(
            "{low} to {high}", low=number(figure.low_quartile, 1), high=number(figure.high_quartile, 1)
        ),
        say("Mean"): number(figure.mean, 1),
        say("Disagreement"): say("yes") if figure.is_disputed else say("no"),
    }


def _spent(wording: Wording, spent: SpendingPicture, names: Mapping[str, str]) -> Rows:
    """Most of it first."""
    say, number = wording.say, wording.number
    groups = [(say("All"), spent.n, spent.subjects)]
    groups += [(_department(wording, one.name), one.n, one.subjects) for one in spent.departments]
    return [
        {
            say("About"): names.get(subject, ""),
            **({say("Department"): department} if len(groups) > 1 else {}),
            say("n"): number(n),
            say("Given"): number(one.given),
            say("Per person"): number(one.mean, 1),
            say("Share"): wording.percent(one.share),
        }
        for department, n, subjects in groups
        for subject, one in sorted(subjects.items(), key=lambda pair: -pair[1].given)
    ]


def _department(wording: Wording, name: str) -> str:
    return wording.say("Others") if name == OTHERS else name
