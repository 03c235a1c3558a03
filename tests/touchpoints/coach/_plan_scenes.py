"""Scenes of the rules about targets, options, actions and money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.touchpoints.coach._scenes import BUY, INFORM, USE, Scene, action, option, place, project
from touchpoints.coach_facts import GoalFact
from touchpoints.model import Answer, BudgetKind, ContactType, Decision, Depth, Lever, Size

SOFTWARE, TRAINING = BudgetKind.SOFTWARE, BudgetKind.TRAINING
PROCESS_TRAINING = BudgetKind.PROCESS_TRAINING
SOME_WHERE = (
    place("desk", contact_type=ContactType.IN_PERSON),
    place("web", phase=USE, contact_type=ContactType.MEDIAL),
)
LONG_AGO, LATELY = date(2025, 6, 1), date(2026, 2, 1)

PLAN_SCENES = {
    "r01-targets": Scene(
        project(place(target=1.0, experience=-0.5)),
        {
            "an action is planned": project(place(target=1.0), action()),
            "the target is reached": project(place(target=1.0, experience=1.2)),
            "it was decided to leave it": project(place(target=1.0, decision=Decision.NEGLECT)),
        },
    ),
    "r01-goals": Scene(
        project(GoalFact("fast", "Faster", "desk")),
        {
            "an action serves the goal": project(GoalFact("fast", "Faster"), action(at=None, goal_id="fast")),
            "an action is at its touchpoint": project(GoalFact("fast", "Faster", "desk"), place(), action()),
        },
    ),
    "r01-actions": Scene(
        project(action(has_owner=False)),
        {
            "it has owner and day": project(action()),
            "it is done, whoever did it": project(action(has_owner=False, has_due_day=False, is_done=True)),
        },
    ),
    "r01-budgets": Scene(
        project(place(), action(has_resources=False)),
        {
            "its days were estimated": project(place(), action()),
            "it is about no key touchpoint": project(
                place(depth=Depth.SHORTLIST), action(has_resources=False)
            ),
        },
    ),
    "r02-phase": Scene(
        project(INFORM, BUY, place(), place("ad", phase=INFORM), *(action(str(n)) for n in range(3))),
        {
            "two actions are a beginning": project(
                *(INFORM, BUY, place(), place("ad", phase=INFORM), action("1"), action("2"))
            ),
            "one is in another phase": project(
                *(INFORM, BUY, place(), place("ad", phase=INFORM)),
                *(action("1"), action("2"), action("3", at="ad")),
            ),
            "the journey has one phase alone": project(BUY, place(), *(action(str(n)) for n in range(3))),
        },
    ),
    "r02-channel": Scene(
        project(*SOME_WHERE, *(action(str(n), at="web") for n in range(3))),
        {
            "one is in person": project(
                *SOME_WHERE,
                *(action("1", at="web"), action("2", at="web"), action("3")),
            ),
            "one is about the whole journey": project(
                *SOME_WHERE, action("1", at="web"), action("2", at="web"), action("3", at=None)
            ),
        },
    ),
    "r02-team": Scene(
        project(*(action(str(n), team="Sales") for n in range(3)), departments=4),
        {
            "two departments work on it": project(
                *(action("1", team="IT"), action("2", team="Sales"), action("3", team="Sales")), departments=4
            ),
            "nobody said who does it": project(*(action(str(n)) for n in range(3)), departments=4),
            "there is one department alone": project(
                *(action(str(n), team="Sales") for n in range(3)), departments=1
            ),
        },
    ),
    "r03-sides": Scene(
        project(place(target=1.0), option("a", "desk", "tool"), option("b", "desk", "people")),
        {
            "all four sides are touched": project(
                place(target=1.0),
                option("a", "desk", "tool", "data"),
                option("b", "desk", "people", "process"),
            ),
            "the others were looked at": project(
                place(target=1.0, looked_at=frozenset({"data", "process", "people"})),
                option("a", "desk", "tool"),
            ),
            "it was asked, and nobody knows it": project(
                place(
                    target=1.0,
                    looked_at=frozenset({"data", "people"}),
                    sides_not_known=frozenset({"process"}),
                ),
                option("a", "desk", "tool"),
            ),
            "nobody has looked for options yet": project(place(target=1.0)),
        },
    ),
    "r03-unknown": Scene(
        project(place(target=1.0, sides_not_known=frozenset({"data"}))),
        {
            "an option is about it by now": project(
                place(target=1.0, sides_not_known=frozenset({"data"})), option("a", "desk", "data")
            ),
            "no target is set yet": project(place(sides_not_known=frozenset({"data"}))),
        },
    ),
    "r04-begin": Scene(
        project(INFORM, BUY, USE),
        {
            "one touchpoint is there": project(INFORM, BUY, USE, place()),
            "many are there": project(INFORM, BUY, place(), place("ad", phase=INFORM)),
        },
    ),
    "r04-touchpoints": Scene(
        project(INFORM, BUY, place()),
        {
            "each phase has one": project(INFORM, BUY, place(), place("ad", phase=INFORM)),
            "nothing is collected yet": project(INFORM, BUY),
        },
    ),
    "r04-targets": Scene(
        project(
            *(INFORM, BUY, place("ad", phase=INFORM)),
            *(place(f"desk{n}", target=1.0) for n in range(3)),
        ),
        {
            "only two targets are set so far": project(
                *(INFORM, BUY, place("ad", phase=INFORM), place("a", target=1.0), place("b", target=1.0))
            ),
            "each phase has one": project(
                *(INFORM, BUY, place("ad", phase=INFORM, target=0.5)),
                *(place(f"desk{n}", target=1.0) for n in range(3)),
            ),
        },
    ),
    "r04-actions": Scene(
        project(
            *(INFORM, BUY, place(target=1.0), place("ad", phase=INFORM, target=1.0)),
            *(action(str(n)) for n in range(3)),
        ),
        {
            "the other phase shall not get better": project(
                *(INFORM, BUY, place(target=1.0), place("ad", phase=INFORM)),
                *(action(str(n)) for n in range(3)),
            ),
            "two actions are a beginning": project(
                *(INFORM, BUY, place(target=1.0), place("ad", phase=INFORM, target=1.0)),
                *(action("1"), action("2")),
            ),
        },
    ),
    "r05-share": Scene(
        project(action(costs={SOFTWARE: 10_000, TRAINING: 900})),
        {
            "it is a tenth, in another action": project(
                action(costs={SOFTWARE: 10_000}), action("b", costs={TRAINING: 1_000})
            ),
            "no software is bought": project(action(costs={BudgetKind.CAMPAIGN: 10_000})),
        },
    ),
    "r05-process": Scene(
        project(action(costs={SOFTWARE: 10_000, TRAINING: 2_000})),
        {
            "it is an item of its own": project(
                action(costs={SOFTWARE: 10_000, TRAINING: 2_000, PROCESS_TRAINING: 500})
            ),
            "no software is bought": project(action(costs={TRAINING: 2_000})),
        },
    ),
    "r05-again": Scene(
        project(action(costs={PROCESS_TRAINING: 500}, is_done=True, done_on=LONG_AGO)),
        {
            "it ended lately": project(action(costs={PROCESS_TRAINING: 500}, is_done=True, done_on=LATELY)),
            "another one is planned": project(
                action(costs={PROCESS_TRAINING: 500}, is_done=True, done_on=LONG_AGO),
                action("again", costs={TRAINING: 500}),
            ),
        },
    ),
    "r06-time": Scene(
        project(action(said_to_change_work=Answer.YES)),
        {
            "days are set aside": project(action(said_to_change_work=Answer.YES, learning_days=Decimal(3))),
            "nobody will work otherwise, for all its training": project(
                action(said_to_change_work=Answer.NO, costs={TRAINING: 500})
            ),
        },
    ),
    "r06-unknown": Scene(
        project(action(said_to_change_work=Answer.NOT_KNOWN)),
        {
            "nobody was asked": project(action()),
            "it is done by now": project(action(said_to_change_work=Answer.NOT_KNOWN, is_done=True)),
        },
    ),
    "r11-price": Scene(
        project(action(lever=Lever.PRICE)),
        {
            "as many work by experience": project(
                action(lever=Lever.PRICE), action("b", lever=Lever.EXPERIENCE)
            ),
            "nobody said by what": project(action(), action("b")),
            "one is not known, and the others are halves": project(
                action(lever=Lever.PRICE),
                action("b", lever=Lever.EXPERIENCE),
                action("c", lever=Lever.NOT_KNOWN),
            ),
        },
    ),
    "r11-unknown": Scene(
        project(action(lever=Lever.NOT_KNOWN)),
        {
            "nobody was asked, as it shall keep nobody": project(action()),
            "it is known": project(action(lever=Lever.EXPERIENCE)),
        },
    ),
    "r11-barrier": Scene(
        project(action(lever=Lever.BARRIER), action("b", lever=Lever.EXPERIENCE)),
        {
            "it works by experience": project(action(lever=Lever.EXPERIENCE)),
            "the barrier was made and is done": project(action(lever=Lever.BARRIER, is_done=True)),
        },
    ),
    "r12-gain": Scene(
        project(place(), action(has_customer_gain=False)),
        {
            "the gain is told": project(place(), action()),
            "it was written down in the room, without an owner": project(
                place(), action(has_customer_gain=False, has_owner=False)
            ),
        },
    ),
    "r13-few": Scene(
        project(place(target=1.0), option("a")),
        {
            "there are two": project(place(target=1.0), option("a"), option("b")),
            "no target is set yet": project(place()),
            "it is no key touchpoint": project(place(target=1.0, depth=Depth.SHORTLIST)),
        },
    ),
    "r13-alike": Scene(
        project(
            place(target=1.0),
            option("a", "desk", "tool", size=Size.M),
            option("b", "desk", "tool", size=Size.M),
        ),
        {
            "one is smaller": project(
                place(target=1.0),
                option("a", "desk", "tool", size=Size.M),
                option("b", "desk", "tool", size=Size.S),
            ),
            "nobody has sized them yet": project(place(target=1.0), option("a"), option("b")),
        },
    ),
    "r18-touchpoints": Scene(
        project(place(target=1.0, has_importance=True)),
        {
            "somebody backs it": project(place(target=1.0, has_importance=True, has_sponsor=True)),
            "it is only being looked at": project(place(has_importance=True)),
        },
    ),
    "r18-goals": Scene(
        project(GoalFact("fast", "Faster")),
        {
            "somebody backs it": project(GoalFact("fast", "Faster", has_sponsor=True)),
            "there is no goal": project(place()),
        },
    ),
    "r20-gain": Scene(
        project(action(costs={PROCESS_TRAINING: 500}, has_staff_gain=False)),
        {
            "the gain is told": project(action(costs={PROCESS_TRAINING: 500})),
            "nobody will work otherwise": project(action(has_staff_gain=False)),
        },
    ),
}
