"""Who planned an action and who committed himself to it, and which actions have to be done before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from pages._action_drawer import ActionDrawer
from pages._action_several import Several, choose_several
from pages._labels import told_apart
from pages._person_choice import person_names, stored_persons
from pages._touchpoint_drawer import show_outcome
from storage.action_parts import set_needs, set_persons
from storage.actions import PersonOf
from touchpoints.model import Part

_PLACE = "people"


def show_people(drawer: ActionDrawer) -> None:
    """Three lists to choose from; each is stored as soon as it changes."""
    say, action = drawer.say, drawer.action
    names = person_names(drawer.page, drawer.project)
    _choose_persons(drawer, Part.TOOK_PART, say("Planned together with"), action.took_part, names)
    _choose_persons(drawer, Part.COMMITTED, say("Committed"), action.committed, names)
    others = told_apart({one.id: one.name for one in drawer.plan.actions if one.id != action.id})
    needed = [id_ for id_ in action.needs if id_ in others]
    hidden = [id_ for id_ in action.needs if id_ not in others]
    # What was finished in an earlier round is not offered, and stays.
    depends_on = Several("needs", say("Depends on"), say("none yet"), needed, others)
    choose_several(
        drawer, _PLACE, depends_on, lambda ids: set_needs(*drawer.where, action.id, [*ids, *hidden])
    )
    show_outcome(drawer.page, drawer.place(_PLACE))


def _choose_persons(
    drawer: ActionDrawer,
    part: Part,
    label: str,
    persons: Collection[PersonOf],
    names: Mapping[UUID, str],
) -> None:
    """People of the project, and names typed anew."""

    def store(chosen: Collection[UUID]) -> None:
        ids = stored_persons(drawer.page, drawer.project, chosen)
        set_persons(*drawer.where, drawer.action.id, part, ids)

    known = {**{person.id: person.name for person in persons}, **names}
    stored = [person.id for person in persons]
    several = Several(part.value, label, drawer.say("nobody yet"), stored, known, accepts_new=True)
    choose_several(drawer, _PLACE, several, store)
