"""Where the points or dots of a room went: the subjects in their order, each with a bar."""

from __future__ import annotations

import plotly.graph_objects as go

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import filled_boxes
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_words import RoomWords, bold
from touchpoints.messages import N_, Wording, plural
from touchpoints.room.drawing import RankedSubject, RoomRanking

ID = "room_ranking"
NAME = N_("Ranking of the room")
INPUT = Input.ROOM_RANKING


def draw(ranking: RoomRanking, wording: Wording, look: Look) -> Chart:
    """Points as a share of all, dots as they were counted."""
    words = RoomWords(wording)
    title = _finding(ranking, words)
    first = [f"{one.rank}. {one.subject.name} ({_given(one, ranking, words)})" for one in ranking.ranked[:5]]
    return Chart(
        figure=_figure(ranking, look, words),
        title=title,
        subtitle=_how(ranking, look, words),
        description=f"{title}. {', '.join(first)}",
        source=words.source_of_room(),
        tabulate=lambda: _table(ranking, words),
    )


def _finding(ranking: RoomRanking, words: RoomWords) -> str:
    if not ranking.ranked:
        return words.say("Nothing to show yet: {why}", why=words.too_few(ranking.floor))
    leaders = [one for one in ranking.ranked if one.rank == 1]
    most = _given(leaders[0], ranking, words)
    if len(leaders) == 1:
        return words.say("{name} comes first with {most}", name=leaders[0].subject.name, most=most)
    names = words.names([one.subject.name for one in leaders])
    return words.say("These come first with {most} each: {names}", names=names, most=most)


def _how(ranking: RoomRanking, look: Look, words: RoomWords) -> str:
    if not ranking.ranked:
        return ""
    what = words.say("share of all points") if ranking.is_points else ""
    more = words.more(ranking.ranked[look.rows() :])
    return " · ".join(filter(None, (f"n = {words.count(ranking.n)}", what, more)))


def _given(one: RankedSubject, ranking: RoomRanking, words: RoomWords) -> str:
    if ranking.is_points:
        return words.share(one.spent.share)
    return words.say(plural("{count} dot", "{count} dots", one.spent.given))


def _figure(ranking: RoomRanking, look: Look, words: RoomWords) -> go.Figure:
    ranked = ranking.ranked[: look.rows()]
    most = max((one.spent.given for one in ranked), default=0) or 1
    rows = RoomRows(look, max(1, len(ranked)), names=34, notes=9, heads=0)
    boxes = [rows.bar(row, one.spent.given / most) for row, one in enumerate(ranked) if one.spent.given]
    names = [f"{one.rank}. {one.subject.name}" for one in ranked]
    notes = [bold(_given(one, ranking, words)) for one in ranked]
    if not ranked:
        names, notes = [words.too_few(ranking.floor)], [""]
    return rows.draw([filled_boxes(boxes, look.measured), rows.written(names, notes).trace()])


def _table(ranking: RoomRanking, words: RoomWords) -> Table:
    say = words.say
    given = say("Points") if ranking.is_points else say("Dots")
    columns = (
        say("Rank"),
        say("Subject"),
        say("Phase"),
        given,
        say("Per person"),
        say("Share of all"),
        say("n"),
    )
    return Table(columns, tuple(_row(one, ranking, words) for one in ranking.ranked))


def _row(one: RankedSubject, ranking: RoomRanking, words: RoomWords) -> tuple[str, ...]:
    return (
        *(words.count(one.rank), one.subject.name, one.subject.phase, words.count(one.spent.given)),
        *(words.decimal(one.spent.mean), words.share(one.spent.share), words.count(ranking.n)),
    )
