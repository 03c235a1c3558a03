"""What a reveal has shown, as figures: the same numbers as on the wall, for whoever has to explain them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """One line for each subject and scale, the departments of each below it."""
    scales = [
        scale
        for part in activity_kind(activity.kind).parts
        if isinstance(part, Rate)
        for scale in part.scales
    ]
    rows = [
        row
        for subject, name in names.items()
        if subject in picture.rate.subjects
        for row in _rated(wording, name, picture.rate.subjects[subject], scales)
    ]
    for spent in (picture.points, picture.dots):
        if spent is not None:
            rows += _spent(wording, spent, names)
    return rows


def _rated(
    wording: Wording, name: str, rated: RatedSubject, scales: Iterable[RateScale]
) -> Iterable[dict[str, str]]:
    for scale in scales:
        about = {wording.say("About"): name, wording.say("Question"): wording.say(scale.question)}
        yield (
            about
            | {wording.say("Department"): wording.say("All")}
            | _figures(wording, rated.scales[scale.id])
        )
        for one in rated.departments:
            yield (
                about
                | {wording.say("Department"): _department(wording, one.name)}
                | _figures(wording, one.scales[scale.id])
            )


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
            say("Department"): department,
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
