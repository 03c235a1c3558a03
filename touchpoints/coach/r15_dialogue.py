"""R15: a button is no dialogue."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer, ContactType, Response

_ONE_WAY = Topic(
    "r15-one_way",
    why=N_("A button is no dialogue: who cannot answer goes elsewhere, and says there what he thinks."),
    advice=N_("Give the customer a way to ask and to answer, and somebody who reads it."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)
_NO_ANSWER = Topic(
    "r15-no_answer",
    why=N_("A question that nobody answers is worse than no place to ask it."),
    advice=N_("Name who answers, and by when; if nobody can, close this way."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
)
_NO_TIME = Topic(
    "r15-no_time",
    why=N_("Without a time that was promised, every answer is late to the customer."),
    advice=N_("Agree within which time an answer comes, and tell the customer."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    web = [one for one in facts.key if one.contact_type is not ContactType.IN_PERSON]
    talking = [one for one in web if one.conditions.is_two_way in (Answer.YES, Answer.IN_PART)]
    silent = {one.id for one in web if one.conditions.response is Response.NOBODY}
    yield from _ONE_WAY.about(
        cases_of(one for one in web if one.conditions.is_two_way is Answer.NO and one.id not in silent),
        lambda count, names: plural(
            "{count} of {of} key touchpoints that are not in person is a one-way street: {names}",
            "{count} of {of} key touchpoints that are not in person are one-way streets: {names}",
            count,
            of=len(web),
            names=names,
        ),
    )
    yield from _NO_ANSWER.about(
        cases_of(one for one in web if one.id in silent),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints that are not in person nobody answers: {names}",
            "At {count} of {of} key touchpoints that are not in person nobody answers: {names}",
            count,
            of=len(web),
            names=names,
        ),
    )
    yield from _NO_TIME.about(
        cases_of(one for one in talking if one.conditions.response in (None, Response.NOT_KNOWN)),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints where customers can ask, nobody knows how soon they get "
            "an answer: {names}",
            "At {count} of {of} key touchpoints where customers can ask, nobody knows how soon they get "
            "an answer: {names}",
            count,
            of=len(talking),
            names=names,
        ),
    )
    # Where customers can ask, the time that nobody knows was told of above; where they cannot, there is none.
    untold = [one for one in web if one.conditions.is_two_way in (None, Answer.NOT_KNOWN)]
    yield from unknown(facts, "r15", _ASKED, untold)


_ASKED = {
    "is_two_way": N_("whether customers can ask and answer"),
    "response": N_("how soon customers get an answer"),
}


RULE = Rule("r15", N_("A button is no dialogue."), _find)
