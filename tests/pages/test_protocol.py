"""The protocol and the voting sheet: what is printed, with every text as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE, Actor
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.cards import add_card, write_card
from storage.conclusion import conclude_workshop
from storage.reveals import reveal_activity
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.take_over_cards import take_over_cards
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.pages._screen import is_shown, open_page, texts
from touchpoints.model import Depth, Selection


def hold(store: Store, project: UUID, people: int, *, rates_again: bool = False) -> UUID:
    """A concluded workshop: so many have rated one touchpoint, and written a card each.

    `rates_again`: then it is opened once more, and one of them rates it otherwise.
    """
    where = (store, COMMAND_LINE, project)
    desk = NewTouchpoint("Desk <1>")
    add_touchpoints(*where, [desk])
    set_depth(*where, [desk.id], Depth.KEY)
    workshop = add_workshop(*where, {"name": "Monday"})
    open_workshop(*where, workshop)
    about = {"kind": "experience", "title": "Experience", "minutes": 20, "selection": Selection.KEY}
    experience = add_activity(*where, workshop, about)
    closing = add_activity(*where, workshop, {"kind": "closing", "title": "Closing", "minutes": 5})
    code = read_workshop(*where, workshop).code
    seats = [participant_of(store, join_workshop(store, code)) for _ in range(people)]
    open_activity(*where, experience, 1)
    for seat in seats:
        answer(store, seat, experience, {"rate": {str(desk.id): {"experience": 2}}})
    reveal_activity(*where, experience, 2)
    if rates_again:
        open_activity(*where, experience, version_of(*where, workshop, experience))
        answer(store, seats[0], experience, {"rate": {str(desk.id): {"experience": -2}}})
        reveal_activity(*where, experience, version_of(*where, workshop, experience))
    open_activity(*where, closing, 1)
    for seat in seats:
        write_card(store, seat, closing, {"kind": "sentence", "text": "*Well* spent"})
    conclude_workshop(*where, workshop)
    return workshop


def version_of(store: Store, actor: Actor, project: UUID, workshop: UUID, activity: UUID) -> int:
    """As the console shows it now."""
    return next(one.version for one in list_activities(store, actor, project, workshop) if one.id == activity)


def protocol(frame: AppTest, project: UUID, workshop: UUID) -> AppTest:
    return open_page(frame, "protocol", project, workshop=str(workshop))


def test_it_tells_results_with_how_many_they_are_about_and_cards_word_for_word(
    facilitator: str, hotel: UUID, store: Store, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = protocol(open_frame(project=str(hotel)), hotel, hold(store, hotel, 5))
    assert is_shown(frame, "About n Median Middle half Mean Disagreement Desk <1> 5 2.0 2.0 to 2.0 2.0 no")
    assert is_shown(frame, "*Well* spent")
    assert not is_shown(frame, "not concluded yet")


def test_below_the_floor_it_shows_no_figure(
    facilitator: str, hotel: UUID, store: Store, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = protocol(open_frame(project=str(hotel)), hotel, hold(store, hotel, 4))
    assert is_shown(frame, "Fewer than 5 answers: no figure is shown.")
    assert not is_shown(frame, "Median")


def test_where_an_older_picture_stands_it_says_which(
    facilitator: str, hotel: UUID, store: Store, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = protocol(open_frame(project=str(hotel)), hotel, hold(store, hotel, 5, rates_again=True))
    assert is_shown(frame, "Fewer than 5 have answered or changed their answer since; the picture of")
    assert is_shown(frame, "Desk <1> 5 2.0 2.0 to 2.0 2.0 no")


def test_a_proposal_that_was_taken_over_is_promised_by_name_until_a_day(
    facilitator: str, hotel: UUID, store: Store, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    where = (store, COMMAND_LINE, hotel)
    workshop = add_workshop(*where, {"name": "Monday"})
    of = {"workshop_id": workshop, "kind": "action"}
    signs = add_card(*where, of | {"text": "New signs", "name": "Ada", "due_on": "2026-03-12"})
    add_card(*where, of | {"text": "Left out", "name": "Bea"})
    take_over_cards(*where, [signs, add_card(*where, of | {"text": "Nobody yet"})])
    frame = protocol(open_frame(project=str(hotel)), hotel, workshop)
    assert is_shown(frame, "Who promised what Who What Until Ada New signs 12 Mar 2026")
    assert is_shown(frame, "To-dos from the workshop What Owner Due Nobody yet")
    assert is_shown(frame, "Left out (Bea)")


def test_without_a_workshop_it_says_so(
    facilitator: str, hotel: UUID, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = open_page(open_frame(project=str(hotel)), "protocol", hotel)
    assert any("nothing to put on paper" in one for one in texts(frame))
