"""What is done against a factor that disappoints: its actions and how far they are, or one press for one."""

from __future__ import annotations

from collections.abc import Iterator

from pages._into_plan import NAME_LENGTH, offer_as_sign, offer_to_take_out
from pages._text import escaped
from pages._touchpoint_drawer import Drawer, attempt
from pages._words import word_for
from storage.access import Actor
from storage.actions import add_action
from storage.disappointments import Disappointment
from touchpoints.messages import message
from touchpoints.model import ActionStatus
from touchpoints.plan_words import STATUS_SIGNS


def said_of_remedies(drawer: Drawer, found: Disappointment) -> Iterator[str]:
    """A line for each action, such as: ▶ running: Put up new signs."""
    for remedy in found.remedies:
        status = f"{STATUS_SIGNS[remedy.status]} {drawer.say(word_for(remedy.status))}"
        yield f":small[{status}: {escaped(remedy.name)}]"


def offer_action(drawer: Drawer, found: Disappointment, place: str) -> None:
    """One press puts it into the plan, where nothing is under way against it."""
    under_way = [one for one in found.remedies if one.status is not ActionStatus.DROPPED]
    if under_way or not drawer.page.may_follow_up:
        return
    label = drawer.say("Make an action against: {factor}", factor=escaped(found.text))
    made_of = (drawer, found, place, drawer.page.actor.once())
    offer_as_sign(drawer.page, found.id, label, _make_action, made_of)


def _make_action(drawer: Drawer, found: Disappointment, place: str, actor: Actor) -> None:
    page, project = drawer.page, drawer.project
    name = drawer.say("Put right: {factor}", factor=found.text)[:NAME_LENGTH]
    values = {"name": name, "touchpoint_id": found.touchpoint_id}

    def store() -> None:
        added = add_action(page.store, actor, project.id, values, factors=[found.id])
        offer_to_take_out(page, project, message("{name} is in the to-do plan.", name=name), [added], place)

    attempt(place, store)
