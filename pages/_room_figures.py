"""The figures of a revealed picture as lines of a table: on the console and in the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from pages._decision_words import decision_counts, decision_word
from storage.agenda import ActivityEntry
from storage.projects import ProjectSummary
from storage.reveals import RevealedPicture
from touchpoints.activities import Rate, RateScale, activity_kind
from touchpoints.messages import N_, Wording
from touchpoints.room.picture import OTHERS, Figure, Picture, RatedSubject, SpendingPicture

Rows = list[dict[str, str]]
_WHOLE = N_("Fewer than {floor} have answered or changed their answer since; the picture of {time} stands.")
_IN_PART = N_(
    "Where fewer than {floor} have answered or changed their answer since, the picture of {time} stands."
)


def figure_rows(wording: Wording, kind: str, picture: Picture, names: Mapping[str, str]) -> Rows:
    """One line for each subject and scale, those of its departments below it."""
    parts = activity_kind(kind).parts
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


def said_of_age(
    wording: Wording, project: ProjectSummary, activity: ActivityEntry, revealed: RevealedPicture
) -> str:
    """Why a picture, or a part of it, is still the one of an earlier reveal; "" where it is not."""
    if revealed.stands_since is None or activity.is_named:
        return ""
    at = revealed.stands_since.astimezone(ZoneInfo(project.time_zone))
    is_whole = max(revealed.picture.reveals) < revealed.number
    return wording.say(_WHOLE if is_whole else _IN_PART, floor=revealed.picture.floor, time=f"{at:%H:%M}")


def _rated(wording: Wording, rated: RatedSubject, scales: Sequence[RateScale]) -> Iterable[dict[str, str]]:
    """The question is said where there are several, the department where there are any."""
    groups = [(wording.say("All"), rated.scales)] if rated.departments else [("", rated.scales)]
    groups += [(_department(wording, one.name), one.scales) for one in rated.departments]
    for scale in scales:
        question = {wording.say("Question"): wording.say(scale.question)} if len(scales) > 1 else {}
        for group, figures in groups:
            department = {wording.say("Department"): group} if group else {}
            say_figures = _choices if scale.is_choice else _figures
            yield question | department | say_figures(wording, scale, figures[scale.id])


def _choices(wording: Wording, scale: RateScale, figure: Figure) -> dict[str, str]:
    """How many chose what; a mean of words says nothing."""
    counts = decision_counts(wording, scale, figure)
    most = {wording.say("Decision"): decision_word(wording, scale, figure)}
    return {wording.say("n"): wording.number(figure.n)} | counts | most


def _figures(wording: Wording, _scale: RateScale, figure: Figure) -> dict[str, str]:
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
