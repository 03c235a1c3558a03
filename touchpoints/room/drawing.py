"""What the pictures of a room are drawn from: its figures with the names of what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from touchpoints.activities import RateScale
from touchpoints.ballots import WHOLE
from touchpoints.room.findings import by_points, disputed
from touchpoints.room.picture import Figure, Pair, Picture, RatedSubject, SpendingPicture, Spent

TOP = 10


@dataclass(frozen=True)
class Named:
    """Something that was asked about, with the phase of a touchpoint."""

    id: str
    name: str
    phase: str = ""


@dataclass(frozen=True)
class RatedPlace:
    """What the room says of a subject on one scale; no figure where fewer than the floor have answered."""

    subject: Named
    figure: Figure | None
    departments: Mapping[str, Figure]


@dataclass(frozen=True)
class RoomRating:
    """The subjects on one scale, in the order in which they were asked about."""

    scale: RateScale
    places: tuple[RatedPlace, ...]
    floor: int

    @property
    def rated(self) -> tuple[tuple[Named, Figure], ...]:
        """Those that may be shown."""
        return tuple((place.subject, place.figure) for place in self.places if place.figure is not None)


@dataclass(frozen=True)
class RoomWhole:
    """What the room says of the whole on one scale."""

    scale: RateScale
    figure: Figure | None
    floor: int


@dataclass(frozen=True)
class CloudSubject:
    """A subject with its medians and how many gave which pair of values."""

    subject: Named
    n: int
    medians: tuple[float, float]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class RoomCloud:
    """Two scales: what is gained, and what it costs; `missing` have too few answers."""

    gain: RateScale
    cost: RateScale
    subjects: tuple[CloudSubject, ...]
    missing: tuple[Named, ...]
    floor: int


@dataclass(frozen=True)
class RankedSubject:
    """Where the points or dots went: its place among all, shared by ties."""

    rank: int
    subject: Named
    spent: Spent


@dataclass(frozen=True)
class RoomRanking:
    """The subjects by their points or dots, `n` people's; nobody's where they are fewer than the floor."""

    is_points: bool
    n: int
    ranked: tuple[RankedSubject, ...]
    floor: int


@dataclass(frozen=True)
class Mentions:
    """How many of the customers asked named each touchpoint as important."""

    by_touchpoint: Mapping[str, int]
    asked: int


@dataclass(frozen=True)
class TopTen:
    """What the room believes to matter most, beside what customers name."""

    ranking: RoomRanking
    mentions: Mentions

    @property
    def of_room(self) -> tuple[RankedSubject, ...]:
        """The ten with the most dots, none without any."""
        return tuple(one for one in self.ranking.ranked if one.spent.given)[:TOP]

    @property
    def of_customers(self) -> tuple[Named, ...]:
        """The ten that customers name most often, of those that the room was asked about."""
        named = [
            one.subject for one in self.ranking.ranked if self.mentions.by_touchpoint.get(one.subject.id)
        ]
        return tuple(sorted(named, key=lambda one: -self.mentions.by_touchpoint[one.id])[:TOP])

    @property
    def shared(self) -> frozenset[str]:
        """The ids of those that stand in both."""
        ours = {one.subject.id for one in self.of_room}
        return frozenset(ours & {one.id for one in self.of_customers})


def rating_of(scale: RateScale, picture: Picture, subjects: Sequence[Named]) -> RoomRating:
    """The subjects on a scale, one that may not be shown without a figure."""
    rated = picture.rate.subjects
    places = (_place(one, rated.get(one.id), scale.id) for one in subjects)
    return RoomRating(scale, tuple(places), picture.floor)


def _place(subject: Named, rated: RatedSubject | None, scale: str) -> RatedPlace:
    if rated is None:
        return RatedPlace(subject, None, {})
    departments = {one.name: one.scales[scale] for one in rated.departments if scale in one.scales}
    return RatedPlace(subject, rated.scales.get(scale), departments)


def disputes_of(rating: RoomRating, picture: Picture) -> RoomRating:
    """Only where the room disagrees on this scale, the widest spread first."""
    places = {place.subject.id: place for place in rating.places}
    found = [one.subject for one in disputed(picture) if one.scale == rating.scale.id]
    return replace(rating, places=tuple(places[id_] for id_ in found if id_ in places))


def departments_of(rating: RoomRating) -> RoomRating:
    """Only where departments stand apart, the greatest difference first; none where all say the same."""
    apart = [place for place in rating.places if distance(place)]
    return replace(rating, places=tuple(sorted(apart, key=lambda place: -distance(place))))


def distance(place: RatedPlace) -> float:
    """How far apart the medians of the departments are."""
    medians = [figure.median for figure in place.departments.values()]
    return max(medians) - min(medians) if len(medians) > 1 else 0.0


def whole_of(scale: RateScale, picture: Picture) -> RoomWhole:
    """The figure about the whole."""
    rated = picture.rate.subjects.get(WHOLE)
    return RoomWhole(scale, rated.scales.get(scale.id) if rated else None, picture.floor)


def cloud_of(gain: RateScale, cost: RateScale, picture: Picture, subjects: Sequence[Named]) -> RoomCloud:
    """The subjects between two scales, in the order in which they were asked about."""
    rated = {one: picture.rate.subjects[one.id] for one in subjects if one.id in picture.rate.subjects}
    found = (
        CloudSubject(one, of.n, (of.scales[gain.id].median, of.scales[cost.id].median), of.cloud)
        for one, of in rated.items()
    )
    missing = tuple(one for one in subjects if one not in rated)
    return RoomCloud(gain, cost, tuple(found), missing, picture.floor)


def ranking_of(
    spent: SpendingPicture | None, subjects: Sequence[Named], floor: int, *, is_points: bool
) -> RoomRanking:
    """The subjects, those with the most points or dots first."""
    if spent is None:
        return RoomRanking(is_points, 0, (), floor)
    names = {one.id: one for one in subjects}
    ordered = [(names[id_], spent.subjects[id_]) for id_ in by_points(spent) if id_ in names]
    given = [one.given for _, one in ordered]
    ranked = (RankedSubject(given.index(one.given) + 1, subject, one) for subject, one in ordered)
    return RoomRanking(is_points, spent.n, tuple(ranked), floor)
