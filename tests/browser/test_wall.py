"""The room's screen in a browser: nothing on it is too small, too wide or cut, in any state and look."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE, Actor
from storage.activity_course import close_activity, open_activity, pause_activity, show_activity
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry, add_activity, list_activities
from storage.ballots import answer
from storage.cards import write_card
from storage.conclusion import conclude_workshop
from storage.hint_asking import open_on_hints
from storage.projects import SAMPLE, new_project
from storage.reveals import reveal_activity
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.activities import Dots, Points, Promise, Rate, Write, activity_kind, all_activities
from touchpoints.model import ProjectInput, Selection
from touchpoints.room.hints import AskedHint

# Of every text that is seen: its size, whether it belongs to a code, and where it ends.
_TEXTS = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const stage = document.querySelector(".st-key-wall-stage")?.getBoundingClientRect();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement, style = getComputedStyle(element), range = document.createRange();
    range.selectNode(node);
    const box = range.getBoundingClientRect();
    // The link past the navigation is there for the keyboard alone.
    const isUnseen = style.visibility === "hidden" || element.closest("style, script, a");
    if (!node.textContent.trim() || !box.width || isUnseen) continue;
    // A long title is cut after two lines by its own box.
    const low = Math.min(box.bottom, element.getBoundingClientRect().bottom);
    const floor = element.closest(".st-key-wall-stage") ? stage.bottom + 1 : innerHeight;
    found.push({ text: node.textContent.trim().slice(0, 40), size: parseFloat(style.fontSize),
      isCode: Boolean(element.closest(".wall-code")),
      isInside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && low <= floor });
  }
  return found;
}"""
_ARE_DRAWN = """() => [...document.querySelectorAll(".st-key-wall [data-testid=stPlotlyChart]")]
  .every((chart) => chart.querySelector(".main-svg"))"""
_LEAST, _LEAST_CODE = 44, 120
PEOPLE = 6


class Room:
    """A workshop in the sample with one activity of each kind, and six people who answer all of them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        about = ProjectInput(name="Airport", language="en")
        self.project = new_project(store, COMMAND_LINE, about, SAMPLE)
        self.where: tuple[Store, Actor, UUID] = (store, COMMAND_LINE, self.project)
        self.workshop = add_workshop(*self.where, {"name": "A day about our customers"})
        for kind in all_activities().values():
            values = {"kind": kind.id, "title": kind.name, "instructions": kind.instructions, "minutes": 10}
            chosen = {"selection": kind.selection and Selection.ALL, "is_named": kind.is_named}
            add_activity(*self.where, self.workshop, values | chosen)
        open_workshop(*self.where, self.workshop)
        code = read_workshop(*self.where, self.workshop).code
        self.people = [participant_of(store, join_workshop(store, code)) for _ in range(PEOPLE)]

    def agenda(self) -> tuple[ActivityEntry, ...]:
        return list_activities(*self.where, self.workshop)

    def press(self, button: Callable[..., None], kind: str) -> None:
        [shown] = [one for one in self.agenda() if one.kind == kind]
        button(*self.where, shown.id, shown.version)

    def answer_all(self, kind: str) -> None:
        """Everybody answers each part, every other person the opposite."""
        [activity] = [one for one in self.agenda() if one.kind == kind]
        subjects = [str(one.id) for one in list_subjects(*self.where, activity.id)]
        for number, person in enumerate(self.people):
            for part in activity_kind(kind).parts:
                if isinstance(part, Write):
                    card = {"kind": part.kinds[-1], "text": f"Something noticed by number {number}"}
                    write_card(self.store, person, activity.id, card)
                else:
                    answer(self.store, person, activity.id, {part.id: _content(part, subjects, number)})


def _content(part: Rate | Points | Dots | Promise, subjects: list[str], number: int) -> dict[str, object]:
    match part:
        case Rate():
            about = [""] if part.is_about_the_whole else subjects
            values = {one.id: one.high if number % 2 else one.low for one in part.scales}
            return dict.fromkeys(about, values)
        case Points():
            return dict.fromkeys(subjects[:12], 5)
        case Dots():
            return dict.fromkeys(subjects[: part.most], 1)
        case Promise():
            return {subjects[number]: "2026-12-24"}


@pytest.fixture(scope="module")
def room(server_store: Store) -> Room:
    return Room(server_store)


def open_wall(visit: Visit, server: Server, room: Room, **about: object) -> Page:
    page = visit(width=1920, height=1080, **about)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/wall?project={room.project}&workshop={room.workshop}")
    expect(page.locator(".st-key-wall")).to_be_visible()
    return page


def faults(page: Page) -> list[str]:
    """What is too small or cut, of each screen of a picture."""
    page.wait_for_timeout(400)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_function(_ARE_DRAWN)
    screens = page.locator('[class*="st-key-wall-screen-"]').count()
    return [fault for number in range(max(1, screens)) for fault in _faults_of(page, number)]


def _faults_of(page: Page, number: int) -> list[str]:
    rules = (
        '[class*="st-key-wall-screen-"] { animation: none !important; visibility: hidden !important; }'
        f".st-key-wall-screen-{number} {{ visibility: visible !important; }}"
    )
    page.evaluate(
        "rules => { (window.turned ??= document.head.appendChild(document.createElement('style')))"
        ".textContent = rules; }",
        rules,
    )
    found = page.evaluate(_TEXTS)
    assert found
    least = [_LEAST_CODE if one["isCode"] else _LEAST for one in found]
    return [
        f"{one['text']}: {one['size']}" if one["isInside"] else f"{one['text']}: cut"
        for one, size in zip(found, least, strict=True)
        if one["size"] < size or not one["isInside"]
    ]


def test_the_way_in_is_read_from_the_last_row(visit: Visit, server: Server, room: Room) -> None:
    page = open_wall(visit, server, room)
    show_activity(*room.where, room.workshop, None)
    expect(page.locator(".wall-way-in")).to_be_visible()
    assert faults(page) == []
    assert (
        page.locator(".wall-way-in .wall-code").evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
        >= 120
    )


def open_on_two_hints(store: Store, actor: Actor, project: UUID, activity: UUID, version: int) -> None:
    """What the coach says, as long as it sometimes is."""
    said = "4 of 11 targets have no action: Check-in, Security, Boarding and the way to the gate"
    why = "What nobody does anything about stays as it is, and the team learns that targets cost nothing."
    advice = "Give each an action, or drop the target."
    hints = [AskedHint(f"r0{at}-x", said, why, advice, ()) for at in (1, 2)]
    open_on_hints(store, actor, project, activity, version, hints)


@pytest.mark.parametrize("kind", list(all_activities()))
def test_every_activity_is_read_from_the_last_row_in_every_state(
    visit: Visit, server: Server, room: Room, kind: str
) -> None:
    """All states follow each other on one open page, which nobody touches."""
    page = open_wall(visit, server, room)
    title = activity_kind(kind).name
    found = {}
    room.press(open_on_two_hints if kind == "coach_asks" else open_activity, kind)
    if activity_kind(kind).takes_answers:
        room.answer_all(kind)
    expect(page.locator(".st-key-wall-stage")).to_contain_text(title)
    expect(page.locator(".timer")).to_contain_text("left")
    expect(page.get_by_text("people are in")).to_have_count(0)
    found["open"] = faults(page)
    room.press(pause_activity, kind)
    expect(page.locator(".timer")).to_contain_text("min")
    found["paused"] = faults(page)
    room.press(close_activity, kind)
    expect(page.locator(".timer")).to_have_count(0)
    found["closed"] = faults(page)
    if activity_kind(kind).takes_answers:
        room.press(reveal_activity, kind)
        expect(page.locator(".wall-head").first).to_be_visible()
        found["revealed"] = faults(page)
    assert not {state: list_ for state, list_ in found.items() if list_}


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (2560, 1440)])
def test_on_other_projectors_the_whole_stage_is_there_and_charts_fill_it(
    visit: Visit, server: Server, room: Room, size: tuple[int, int]
) -> None:
    room.press(open_activity, "importance")
    room.press(reveal_activity, "importance")
    page = open_wall(visit, server, room)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.reload()
    figure = page.locator(".st-key-wall .main-svg").first
    expect(figure).to_be_visible()
    stage = page.locator(".st-key-wall").bounding_box()
    drawn = figure.bounding_box()
    assert stage
    assert drawn
    assert stage["x"] >= 0
    assert stage["x"] + stage["width"] <= size[0] + 1
    assert stage["width"] > 0.94 * min(size[0], size[1] * 16 / 9)
    assert drawn["width"] == pytest.approx(stage["width"] * 1800 / 1920, rel=0.02)


def test_concluded_it_thanks_and_lets_nobody_in(visit: Visit, server: Server, room: Room) -> None:
    page = open_wall(visit, server, room)
    conclude_workshop(*room.where, room.workshop)
    expect(page.locator(".wall-alone")).to_contain_text("Thank you!")
    expect(page.locator(".wall-code")).to_have_count(0)
    assert faults(page) == []
