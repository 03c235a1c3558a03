"""The pictures of what a room has answered, drawn part by part: a new kind of activity needs no code here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Any

from pages._charts_found import found_charts
from pages._kept import kept
from pages._page import Look as Theme
from pages._page import PageContext
from storage.activity_subjects import SubjectEntry
from storage.agenda import ActivityEntry
from storage.projects import ProjectSummary
from storage.reveals import RevealedPicture
from storage.team_view import read_team_view
from touchpoints.activities import Dots, Part, Points, Rate, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.charts import DARK, LIGHT, Chart, Input, Look
from touchpoints.messages import Wording
from touchpoints.model import SubjectKind
from touchpoints.room.drawing import (
    Mentions,
    Named,
    RatedPlace,
    RoomRanking,
    RoomRating,
    TopTen,
    cloud_of,
    departments_of,
    disputes_of,
    ranking_of,
    rating_of,
    whole_of,
)
from touchpoints.room.picture import Picture, SpendingPicture

# The lines of a scale above the rows.
_HEADS = 2
_Draw = Callable[[Any, Wording, Look], Chart]


@dataclass(frozen=True)
class Told:
    """A revealed picture with all that is said beside it."""

    parts: tuple[Part, ...]
    subjects: tuple[Named, ...]
    picture: Picture
    mentions: Mentions | None


def wall_look(theme: Theme) -> Look:
    """The look of a chart on the room's screen."""
    return (DARK if theme == "dark" else LIGHT).for_wall()


def room_charts(
    page: PageContext,
    project: ProjectSummary,
    activity: ActivityEntry,
    revealed: RevealedPicture,
    subjects: Sequence[SubjectEntry],
    look: Look,
) -> tuple[Chart, ...]:
    """The charts of a revealed activity, each small enough for a screen of this look, in reading order."""
    mentions = _mentions(page, project) if asks_for_customers(activity, subjects) else None
    told = Told(
        parts_asked(activity_kind(activity.kind), activity.settings),
        tuple(Named(str(one.id), one.name, one.phase) for one in subjects),
        revealed.picture,
        mentions,
    )
    key = (activity.id, activity.version, revealed.number, revealed.at, revealed.n, str(mentions))
    drawn_as = (page.wording.language, look.background, look.size, look.width)
    return _drawn(str((key, drawn_as)), told, page.wording, look)


def asks_for_customers(activity: ActivityEntry, subjects: Sequence[SubjectEntry]) -> bool:
    """Whether it asks which touchpoints matter, each chosen or not, as customers are asked."""
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    is_choice = any(isinstance(part, Dots) and part.most_each == 1 for part in parts)
    return is_choice and any(one.kind is SubjectKind.TOUCHPOINT for one in subjects)


def has_customers(page: PageContext, project: ProjectSummary) -> bool:
    """Whether customers have named what is important to them."""
    return _mentions(page, project) is not None


def _mentions(page: PageContext, project: ProjectSummary) -> Mentions | None:
    view = read_team_view(page.store, page.actor, project.id)
    if not view.mentions or not view.customers_asked:
        return None
    return Mentions({str(id_): n for id_, n in view.mentions.items()}, view.customers_asked)


@kept(64)
def _drawn(key: str, _told: Told, _wording: Wording, _look: Look) -> tuple[Chart, ...]:
    """Drawn once for each state; `key` says all that the drawing depends on."""
    assert key  # noqa: S101 - by it the cache knows what it has drawn
    return tuple(_charts(_told, _wording, _look))


def _charts(told: Told, wording: Wording, look: Look) -> Iterator[Chart]:
    for part in told.parts:
        for input_, data in _inputs(part, told):
            for module in found_charts(input_).values():
                yield from _on_screens(input_, module.draw, data, wording, look)


def _on_screens(input_: Input, draw: _Draw, data: Any, wording: Wording, look: Look) -> Iterator[Chart]:  # noqa: ANN401 - what the chart takes
    """One chart; a curve as many as its rows need, each saying what was found in all of them."""
    whole = draw(data, wording, look)
    if input_ is not Input.ROOM_RATING or len(data.places) <= look.rows(_HEADS):
        yield whole
        return
    for places in _even(data.places, look.rows(_HEADS)):
        some = draw(replace(data, places=places), wording, look)
        yield replace(whole, figure=some.figure)


def _even(places: tuple[RatedPlace, ...], most: int) -> Iterator[tuple[RatedPlace, ...]]:
    """The rows on as few screens as possible, about as many on each."""
    screens = ceil(len(places) / most)
    ends = [len(places) * number // screens for number in range(screens + 1)]
    yield from (places[start:end] for start, end in pairwise(ends))


def _inputs(part: Part, told: Told) -> Iterator[tuple[Input, Any]]:
    """What a part is drawn from; texts and promises are no figures."""
    match part:
        case Rate(scales=(scale,)) if scale.is_choice:
            # Words to choose from have no place on an axis: how many chose which is said in a table.
            return
        case Rate() if part.is_about_the_whole:
            yield from ((Input.ROOM_WHOLE, whole_of(scale, told.picture)) for scale in part.scales)
        case Rate(scales=(gain, cost)):
            yield Input.ROOM_CLOUD, cloud_of(gain, cost, told.picture, told.subjects)
        case Rate():
            for scale in part.scales:
                yield from _ratings(rating_of(scale, told.picture, told.subjects), told.picture)
        case Points():
            yield Input.ROOM_RANKING, _ranking(told, told.picture.points, is_points=True)
        case Dots():
            yield from _dots(_ranking(told, told.picture.dots, is_points=False), told.mentions)


def _ratings(rating: RoomRating, picture: Picture) -> Iterator[tuple[Input, RoomRating]]:
    yield Input.ROOM_RATING, rating
    if (disputes := disputes_of(rating, picture)).places:
        yield Input.ROOM_DISPUTES, disputes
    if (departments := departments_of(rating)).places:
        yield Input.ROOM_DEPARTMENTS, departments


def _ranking(told: Told, spent: SpendingPicture | None, *, is_points: bool) -> RoomRanking:
    return ranking_of(spent, told.subjects, told.picture.floor, is_points=is_points)


def _dots(ranking: RoomRanking, mentions: Mentions | None) -> Iterator[tuple[Input, Any]]:
    yield Input.ROOM_RANKING, ranking
    if mentions is not None and ranking.ranked:
        yield Input.ROOM_TOP_TEN, TopTen(ranking, mentions)
