"""What a room votes lands where nothing stood, changes what stands only on demand, and can be undone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.activity_course import open_activity
from storage.agenda import add_activity
from storage.ballots import answer
from storage.board import set_depth
from storage.conclusion import conclude_workshop
from storage.history import list_changes, names_of
from storage.journey import list_touchpoints
from storage.options import add_option, list_options
from storage.reveals import reveal_activity
from storage.rounds import begin_next_round
from storage.segments import add_segment
from storage.take_over import ChangedMeanwhile, Proposed, list_proposals, take_over_values
from storage.take_over_record import RehearsalStaysOut, RoundIsOver, list_take_overs, undo_take_over
from storage.targets import read_targets, set_target
from storage.team_view import give_points, rate_touchpoint, read_team_view
from storage.workshops import add_workshop, open_workshop
from tests.storage.workshop.conftest import Room
from touchpoints.model import Aspect, Depth, Selection, Size
from touchpoints.room.proposals import Slot


def vote(room: Room, activity: UUID, *ballots: dict[str, Any]) -> None:
    """Each ballot is somebody else's; then they are revealed."""
    for ballot in ballots:
        answer(room.store, room.join(), activity, ballot)
    room.press(reveal_activity, activity)


def rated(room: Room, scale: str, *values: int, place: int = 0) -> list[dict[str, Any]]:
    return [{"rate": {str(room.touchpoints[place]): {scale: value}}} for value in values]


def experience(room: Room, place: int = 0) -> Any:
    answers = read_team_view(*room.place).answers
    return answers.get(room.touchpoints[place], {}).get(Aspect.EXPERIENCE)


def proposals(room: Room, activity: UUID) -> tuple[Proposed, ...]:
    return list_proposals(*room.place, activity)


def undo_last(room: Room) -> None:
    undo_take_over(*room.place, list_take_overs(*room.place, room.workshop)[0].id)


def test_an_experience_lands_at_the_reveal_where_the_team_had_said_nothing(room: Room) -> None:
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", -2, -1, 1, 1, 2))
    assert experience(room) == {-2: 1, -1: 1, 1: 2, 2: 1}
    assert proposals(room, activity) == ()
    [landed] = list_take_overs(*room.place, room.workshop)
    assert (landed.activity_id, landed.is_automatic, landed.count) == (activity, True, 1)
    assert room.activity(activity).taken_over_at is not None


def test_of_fewer_than_the_floor_nothing_lands(room: Room) -> None:
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", -2, -1, 1, 1))
    assert experience(room) is None
    assert list_take_overs(*room.place, room.workshop) == ()


def test_what_stands_changes_only_when_the_facilitator_says_so_and_comes_back(room: Room) -> None:
    rate_touchpoint(*room.place, room.touchpoints[0], Aspect.EXPERIENCE, {1: 1})
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", -2, -2, -2, -2, -2))
    assert experience(room) == {1: 1}
    [shown] = proposals(room, activity)
    assert (shown.slot, shown.name, shown.now, shown.said, shown.is_new) == (
        Slot.EXPERIENCE,
        "Web site",
        {"1": 1},
        {"-2": 5},
        False,
    )
    take_over_values(*room.place, activity, [shown])
    assert experience(room) == {-2: 5}
    undo_last(room)
    assert experience(room) == {1: 1}
    assert list_take_overs(*room.place, room.workshop) == ()
    assert room.activity(activity).taken_over_at is None


def test_what_landed_can_be_undone(room: Room) -> None:
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", 1, 1, 1, 1, 1))
    undo_last(room)
    assert experience(room) is None
    assert [one.is_new for one in proposals(room, activity)] == [True]


def test_undoing_leaves_what_was_changed_since(room: Room) -> None:
    vote(room, room.begin(), *rated(room, "experience", 1, 1, 1, 1, 1))
    rate_touchpoint(*room.place, room.touchpoints[0], Aspect.EXPERIENCE, {2: 1})
    undo_last(room)
    assert experience(room) == {2: 1}


def test_what_has_changed_since_it_was_shown_is_not_overwritten(room: Room) -> None:
    rate_touchpoint(*room.place, room.touchpoints[0], Aspect.EXPERIENCE, {1: 1})
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", -2, -2, -2, -2, -2))
    shown = proposals(room, activity)
    rate_touchpoint(*room.place, room.touchpoints[0], Aspect.EXPERIENCE, {2: 1})
    with pytest.raises(ChangedMeanwhile):
        take_over_values(*room.place, activity, shown)
    assert experience(room) == {2: 1}


def test_the_history_says_from_which_workshop_it_comes(room: Room) -> None:
    vote(room, room.begin(), *rated(room, "experience", 1, 1, 1, 1, 1))
    changes = list_changes(*room.place)
    [change] = [one for one in changes if "experience" in one.after]
    assert change.after["workshop_id"] == str(room.workshop)
    assert names_of(*room.place, changes)[str(room.workshop)] == "Monday"


def test_the_part_of_one_segment_is_no_opinion_about_all_customers(room: Room) -> None:
    segment = add_segment(*room.place, "Families")
    activity = room.begin(segment_id=segment)
    vote(room, activity, *rated(room, "experience", 1, 1, 1, 1, 1))
    assert (experience(room), proposals(room, activity)) == (None, ())


def points(room: Room, *given: int) -> dict[str, Any]:
    of = {str(id_): n for id_, n in zip(room.touchpoints, given, strict=True) if n}
    return {"points": of}


def test_importance_lands_as_shares_of_the_budget(room: Room) -> None:
    vote(room, room.begin("importance"), *[points(room, 50, 25, 25)] * 4, points(room, 100, 0, 0))
    assert read_team_view(*room.place).points == dict(zip(room.touchpoints, (60, 20, 20), strict=True))


def test_a_budget_that_was_spent_before_is_changed_as_a_whole(room: Room) -> None:
    web, desk, invoice = room.touchpoints
    give_points(*room.place, {web: 60, desk: 40})
    activity = room.begin("importance")
    vote(room, activity, *[points(room, 0, 50, 50)] * 5)
    shown = proposals(room, activity)
    assert {one.subject: (one.now, one.said, one.is_new) for one in shown} == {
        web: (60, None, False),
        desk: (40, 50, False),
        invoice: (None, 50, False),
    }
    take_over_values(*room.place, activity, shown)
    assert read_team_view(*room.place).points == {desk: 50, invoice: 50}
    undo_last(room)
    assert read_team_view(*room.place).points == {web: 60, desk: 40}


def test_target_levels_are_medians_for_all_or_for_the_segment_of_the_activity(room: Room) -> None:
    segment = add_segment(*room.place, "Families")
    assert segment
    vote(room, room.begin("target_level"), *rated(room, "target", 0, 1, 1, 2, 2))
    vote(room, room.begin("target_level", segment_id=segment), *rated(room, "target", 2, 2, 2, 2, 2))
    targets = read_targets(*room.place)
    assert targets.for_all == {room.touchpoints[0]: 1}
    assert targets.by_segment == {segment: {room.touchpoints[0]: 2}}
    set_target(*room.place, room.touchpoints[1], None, 0.5)
    activity = room.begin("target_level")
    vote(room, activity, *rated(room, "target", -1, -1, -1, -1, -1, place=1))
    assert read_targets(*room.place).for_all[room.touchpoints[1]] == 0.5


def dots(*given: UUID) -> dict[str, Any]:
    return {"dots": {str(id_): 1 for id_ in given}}


def depths(room: Room) -> list[Depth]:
    return [one.depth for one in list_touchpoints(*room.place)]


def test_dots_on_touchpoints_make_a_shortlist_where_there_is_none(room: Room) -> None:
    web, desk, _ = room.touchpoints
    set_depth(*room.place, room.touchpoints, Depth.ALL)
    activity = room.begin("dot_vote", selection=Selection.ALL, settings={"subjects": "touchpoint", "best": 1})
    vote(room, activity, *[dots(web, desk)] * 3, *[dots(desk)] * 2)
    assert depths(room) == [Depth.ALL, Depth.SHORTLIST, Depth.ALL]
    undo_last(room)
    assert depths(room) == [Depth.ALL] * 3


def test_dots_never_lower_a_key_touchpoint(room: Room) -> None:
    web, desk, invoice = room.touchpoints
    set_depth(*room.place, [desk, invoice], Depth.ALL)
    activity = room.begin("dot_vote", selection=Selection.ALL, settings={"subjects": "touchpoint"})
    vote(room, activity, *[dots(web, desk)] * 5)
    assert depths(room) == [Depth.KEY, Depth.ALL, Depth.ALL]
    shown = proposals(room, activity)
    assert [(one.subject, one.said) for one in shown] == [(desk, Depth.SHORTLIST)]
    take_over_values(*room.place, activity, shown)
    assert depths(room) == [Depth.KEY, Depth.SHORTLIST, Depth.ALL]


def test_the_blind_top_ten_stays_a_record(room: Room) -> None:
    set_depth(*room.place, room.touchpoints, Depth.ALL)
    activity = room.begin("blind_top_ten", selection=Selection.ALL)
    vote(room, activity, *[dots(*room.touchpoints)] * 5)
    assert depths(room) == [Depth.ALL] * 3
    assert proposals(room, activity) == ()


def test_options_take_votes_and_a_size(room: Room) -> None:
    option = add_option(*room.place, {"touchpoint_id": room.touchpoints[0], "name": "Chat"})
    about = {"subjects": "option"}
    vote(room, room.begin("dot_vote", selection=Selection.ALL, settings=about), *[dots(option)] * 6)
    ballots = [{"rate": {str(option): {"impact": 5, "effort": effort}}} for effort in (3, 3, 3, 4, 5)]
    vote(room, room.begin("impact_effort", selection=Selection.ALL, settings=about), *ballots)
    [stored] = list_options(*room.place)
    assert (stored.team_votes, stored.size) == (6, Size.M)
    undo_last(room)
    [stored] = list_options(*room.place)
    assert (stored.team_votes, stored.size) == (6, None)


def test_nothing_of_a_rehearsal_is_taken_over(room: Room) -> None:
    store, actor, project = room.place
    workshop = add_workshop(store, actor, project, {"name": "Trial"}, is_rehearsal=True)
    open_workshop(store, actor, project, workshop)
    trial = Room(store, actor, project, workshop, room.touchpoints)
    activity = add_activity(
        *room.place,
        workshop,
        {"kind": "experience", "title": "x", "minutes": 5, "selection": Selection.KEY},
    )
    trial.press(open_activity, activity)
    vote(trial, activity, *rated(trial, "experience", 1, 1, 1, 1, 1))
    assert (experience(trial), proposals(trial, activity)) == (None, ())
    with pytest.raises(RehearsalStaysOut):
        take_over_values(*room.place, activity, [])


def test_a_workshop_of_an_earlier_round_says_nothing_about_the_one_that_is_on(room: Room) -> None:
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", 1, 1, 1, 1, 1))
    begin_next_round(*room.place, room.store.now().date() + timedelta(days=1))
    assert (experience(room), proposals(room, activity)) == (None, ())
    with pytest.raises(RoundIsOver):
        undo_last(room)


def test_what_nobody_revealed_lands_when_the_workshop_is_concluded(room: Room) -> None:
    activity = room.begin()
    for ballot in rated(room, "experience", 1, 1, 1, 1, 1):
        answer(room.store, room.join(), activity, ballot)
    conclude_workshop(*room.place, room.workshop)
    assert experience(room) == {1: 5}


def test_a_press_sent_twice_takes_over_once(room: Room, facilitator: Actor) -> None:
    rate_touchpoint(*room.place, room.touchpoints[0], Aspect.EXPERIENCE, {1: 1})
    activity = room.begin()
    vote(room, activity, *rated(room, "experience", -2, -2, -2, -2, -2))
    shown, once = proposals(room, activity), facilitator.once()
    for _ in range(2):
        take_over_values(room.store, once, room.project, activity, shown)
    assert len(list_take_overs(*room.place, room.workshop)) == 1
