"""A whole short workshop in several browsers at once: console, wall and three phones, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE, Actor
from storage.actions import add_action, list_actions
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry, add_activity, list_activities
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.cards import write_card
from storage.projects import new_project
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.team_view import read_team_view
from storage.wording import BabelWording, wording_for
from storage.workshops import add_workshop, read_workshop
from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.messages import plural
from touchpoints.model import CardKind, Depth, ProjectInput, Selection, WorkshopState

DESK, INVOICE, FORM = "Desk", "Invoice", "Shorter form"
PHONES = 3
# Whoever else sits in the room, so that a figure may be shown: they answer without a browser.
OTHERS = 3


@dataclass(frozen=True)
class Room:
    """The workshop, who is in it, and the words of its language."""

    store: Store
    project: UUID
    workshop: UUID
    wording: BabelWording
    console: Page
    wall: Page
    phones: tuple[Page, ...]
    others: list[Actor]

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        return self.store, COMMAND_LINE, self.project

    def say(self, text: str, **values: object) -> str:
        return self.wording.say(text, **values)

    def activity(self, kind: str) -> ActivityEntry:
        return next(one for one in list_activities(*self.where, self.workshop) if one.kind == kind)

    def press(self, label: str) -> None:
        self.console.get_by_role("button", name=self.say(label), exact=True).click()

    def look_into(self, part: str) -> None:
        self.console.get_by_role("radio", name=self.say(part), exact=True).click()

    def start(self, kind: str) -> UUID:
        """Choose an activity on the console and start it; wall and phones go along by themselves."""
        title = self.activity(kind).title
        self.console.get_by_role("radiogroup", name=self.say("Agenda")).get_by_text(title).click()
        expect(self.console.get_by_role("heading", level=2, name=title)).to_be_visible()
        self.press("Start activity")
        expect(self.wall.get_by_role("heading", name=title)).to_be_visible()
        for phone in self.phones:
            expect(phone.get_by_role("heading", name=title)).to_be_visible()
        return self.activity(kind).id

    def reveal(self) -> None:
        self.press("Reveal")
        for phone in self.phones:
            expect(
                phone.get_by_text(self.say("Look at the wall: the result is shown there."))
            ).to_be_visible()


@pytest.fixture(params=["de", "en"])
def room(request: pytest.FixtureRequest, visit: Visit, server: Server, server_store: Store) -> Room:
    language: str = request.param
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name="Hotel", language=language))
    where = (server_store, COMMAND_LINE, project)
    workshop = prepare(*where)
    console, wall = visit(language), visit(language, 1920, 1080)
    for page, name in ((console, "console"), (wall, "wall")):
        page.goto(server.personal_link)
        page.goto(f"{server.address}/{name}?project={project}&workshop={workshop}")
    wait_until_drawn(console)
    phones = tuple(visit(language, 390, 844) for _ in range(PHONES))
    return Room(server_store, project, workshop, wording_for(language), console, wall, phones, [])


def prepare(store: Store, actor: Actor, project: UUID) -> UUID:
    """Two key touchpoints, one action, and an agenda of five activities."""
    where = (store, actor, project)
    new = [NewTouchpoint(DESK), NewTouchpoint(INVOICE)]
    add_touchpoints(*where, new)
    set_depth(*where, [one.id for one in new], Depth.KEY)
    add_action(*where, {"name": FORM})
    workshop = add_workshop(*where, {"name": "Monday"})
    for kind, more in AGENDA.items():
        add_activity(*where, workshop, {"kind": kind, "title": f"The {kind}", "minutes": 10, **more})
    return workshop


AGENDA = {
    "first_contact": {},
    "collect": {"by_table": True},
    "experience": {"selection": Selection.KEY, "settings": {"together": True}},
    "commit": {"selection": Selection.ALL, "is_named": True},
    "closing": {},
}


def test_a_short_workshop_from_the_code_to_the_protocol(room: Room, server: Server) -> None:
    join_by_code(room, server)
    say_the_first_contact(room)
    collect_at_tables(room)
    rate_together(room)
    take_over(room)
    promise(room)
    close_the_day(room)
    conclude(room)
    read_the_protocol(room)


def join_by_code(room: Room, server: Server) -> None:
    """The code is read from the wall and typed; an address from inside leads back to one's own page."""
    room.press("Let people in")
    code = room.wall.locator(".wall-code")
    expect(code).to_be_visible()
    for phone in room.phones:
        phone.goto(server.address)
        phone.get_by_role("textbox").fill(code.inner_text().lower())
        phone.keyboard.press("Enter")
        phone.get_by_role("button", name=room.say("Join")).click()
        expect(phone.locator(".workshop")).to_have_text("Monday")
    join = read_workshop(*room.where, room.workshop).code
    room.others.extend(participant_of(room.store, join_workshop(room.store, join)) for _ in range(OTHERS))
    inside = room.say(plural("{count} person is in", "{count} people are in", PHONES + OTHERS))
    expect(room.wall.get_by_text(inside)).to_be_visible()
    room.phones[0].goto(f"{server.address}/journey?project={room.project}")
    expect(room.phones[0].locator(".workshop")).to_have_text("Monday")
    expect(room.phones[0].get_by_role("dialog")).to_have_count(0)


def say_the_first_contact(room: Room) -> None:
    activity = room.start("first_contact")
    for number, phone in enumerate(room.phones):
        write(room, phone, f"Search {number}")
    for number, other in enumerate(room.others):
        write_card(room.store, other, activity, {"kind": CardKind.FIRST_CONTACT, "text": f"Friend {number}"})
    expect(room.wall.get_by_text("Search 1")).to_have_count(0)
    room.reveal()
    expect(room.wall.get_by_text("Search 1")).to_be_visible()


def write(room: Room, phone: Page, text: str) -> None:
    phone.get_by_label(room.say("Your text")).fill(text)
    phone.get_by_role("button", name=room.say("Put it on the wall")).click()
    expect(phone.get_by_text(room.say("Stored"), exact=True)).to_be_visible()


def collect_at_tables(room: Room) -> None:
    """All sit at one table, and whoever came first writes for it."""
    room.start("collect")
    room.look_into("Who is in")
    field = room.console.get_by_label(room.say("Number of tables"))
    field.fill("1")
    field.press("Enter")
    room.press("Deal people to tables")
    writer, *listening = room.phones
    expect(writer.get_by_label(room.say("Your text"))).to_be_visible()
    for phone in listening:
        said = room.say(
            "You sit at table {number}. Another phone writes for it; say what you think.", number=1
        )
        expect(phone.get_by_text(said)).to_be_visible()
    write(room, writer, "Nobody answers the phone")
    expect(room.wall.get_by_text("Nobody answers the phone")).to_be_visible()
    room.look_into("Cards")
    expect(room.console.locator(".board").get_by_text("Nobody answers the phone")).to_be_visible()
    room.reveal()


def rate_together(room: Room) -> None:
    """One touchpoint after the other: phones show what the console says, and nothing before the reveal."""
    activity = room.start("experience")
    for subject in list_subjects(*room.where, activity):
        room.press("Next")
        for phone in room.phones:
            expect(phone.get_by_role("heading", name=subject.name)).to_be_visible()
            phone.locator(".choice").first.click()
            expect(phone.get_by_text(room.say("Stored"), exact=True)).to_be_visible()
        for other in room.others:
            answer(room.store, other, activity, {"rate": {str(subject.id): {"experience": -2}}})
    everybody = PHONES + OTHERS
    done = room.say("{done} of {asked} done", done=everybody, asked=everybody)
    expect(room.wall.get_by_text(done)).to_be_visible()
    assert room.wall.locator(".js-plotly-plot").count() == 0
    room.reveal()
    expect(room.wall.locator(".main-svg").first).to_be_visible()
    room.look_into("Result")
    expect(room.console.get_by_test_id("stDataFrame")).to_be_visible()


def take_over(room: Room) -> None:
    """What is new landed with the reveal; undone, it is offered, and taken over by a press."""
    assert rated_by_the_team(room) == 2
    room.look_into("Take over")
    room.press("Undo")
    again = room.say(plural("Take {count} value over", "Take {count} values over", 2))
    button = room.console.get_by_role("button", name=again, exact=True)
    expect(button).to_be_visible()
    assert rated_by_the_team(room) == 0
    button.click()
    expect(button).to_have_count(0)
    assert rated_by_the_team(room) == 2


def rated_by_the_team(room: Room) -> int:
    return len(read_team_view(*room.where).answers)


def promise(room: Room) -> None:
    room.start("commit")
    phone = room.phones[0]
    phone.get_by_label(room.say("Your name")).fill("Ada")
    phone.get_by_role("button", name=room.say("Save")).click()
    phone.get_by_role("button", name=room.say("I take this on")).click()
    phone.get_by_label(room.say("Until when?")).fill("2030-05-01")
    expect(room.wall.get_by_text("Ada")).to_be_visible()
    room.reveal()
    [action] = list_actions(*room.where)
    assert (action.owner, action.due_on) == ("Ada", date(2030, 5, 1))


def close_the_day(room: Room) -> None:
    activity = room.start("closing")
    for phone in room.phones:
        phone.locator(".choice").first.click()
        expect(phone.get_by_text(room.say("Stored"), exact=True)).to_be_visible()
    for other in room.others:
        answer(room.store, other, activity, {"rate": {"": {"worth": 5}}})
    room.reveal()


def conclude(room: Room) -> None:
    room.look_into("Conclude")
    room.press("Conclude the workshop")
    room.press("Erase the answers and conclude")
    expect(room.wall.locator(".wall-alone")).to_be_visible()
    for phone in room.phones:
        expect(phone.get_by_text(room.say(CONCLUDED))).to_be_visible()
    assert read_workshop(*room.where, room.workshop).state is WorkshopState.CONCLUDED


CONCLUDED = (
    "The workshop is concluded. Thank you! Except for what you gave under your name, your answers are "
    "anonymous now."
)


def read_the_protocol(room: Room) -> None:
    room.console.get_by_role("link", name=room.say("Protocol")).click()
    protocol = room.console.locator(".tp-document")
    expect(protocol).to_contain_text("Ada")
    expect(protocol).to_contain_text(FORM)
    expect(protocol).to_contain_text("Nobody answers the phone")
    expect(protocol).to_contain_text(DESK)
