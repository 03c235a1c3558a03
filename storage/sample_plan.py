"""Filling the sample project with step 3: actions, and all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.sample.plan_values import SampleAction
from storage.sample_rows import Filling
from touchpoints.model import (
    Action,
    ActionFactor,
    ActionInput,
    ActionNeed,
    ActionPerson,
    BudgetInput,
    BudgetLine,
    Comment,
    CommentInput,
    Part,
)
from touchpoints.model.base import ProjectRow


def add_plan(filling: Filling, actions: Iterable[SampleAction]) -> Filling:
    """Add the actions of both rounds; the project knows them then."""
    listed = tuple(actions)
    filling = filling.knows("action", filling.add_ranked(Action, ActionInput, listed, "status", "done_on"))
    filling.work.fill(part for action in listed for part in _parts(filling, action))
    return filling


def _parts(filling: Filling, action: SampleAction) -> Iterator[ProjectRow]:
    """Budget, dependencies, what it removes, people and remarks of an action."""
    actions, people = filling.ids["action"], filling.ids["person"]
    id_, project = actions[action.key], filling.work.project
    for line in action.budget:
        yield filling.row(BudgetLine, BudgetInput, line, action_id=id_)
    for key in action.needs:
        yield ActionNeed(project_id=project, action_id=id_, needs_id=actions[key])
    for key in action.removes:
        factor = filling.ids["factor"][key]
        yield ActionFactor(project_id=project, action_id=id_, factor_id=factor)
    for part, keys in ((Part.TOOK_PART, action.took_part), (Part.COMMITTED, action.committed)):
        for key in keys:
            yield ActionPerson(project_id=project, action_id=id_, person_id=people[key], part=part)
    for text in action.comments:
        given = CommentInput(action_id=id_, text=text)
        # No account: whoever makes the sample did not write it.
        yield Comment(**given.model_dump(), project_id=project, at=filling.work.at)
