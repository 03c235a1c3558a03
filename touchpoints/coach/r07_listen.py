"""R7: people were not listened to when they warned or had other ideas."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import FindingKind

_UNHEARD = Topic(
    "r07-unheard",
    why=N_("Those who meet the customer every day know first what goes wrong."),
    advice=N_("Ask the people who work there what annoys customers and what they would do."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
)
_UNANSWERED = Topic(
    "r07-unanswered",
    why=N_("Whoever had an idea and heard nothing brings no second one."),
    advice=N_("Say to each what becomes of it: an action, an option, or no, and why."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="findings",
)
_VOICES = Topic(
    "r07-voices",
    why=N_("Whoever warned and heard nothing keeps silent the next time."),
    advice=N_("Answer each of them: what becomes of it, or why nothing does."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="voices",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    heard = {finding.touchpoint_id for finding in facts.findings if finding.from_contact_staff}
    staffed = [one for one in facts.key if one.conditions.has_staff]
    if facts.findings:
        yield from _UNHEARD.about(
            cases_of(one for one in staffed if one.id not in heard),
            lambda count, names: plural(
                "At {count} of {of} key touchpoints nothing comes from those who work there: {names}",
                "At {count} of {of} key touchpoints nothing comes from those who work there: {names}",
                count,
                of=len(staffed),
                names=names,
            ),
        )
    ideas = [one for one in facts.findings if one.kind is FindingKind.IDEA and not one.is_voice]
    yield from _UNANSWERED.about(
        (Case(one.id, one.text) for one in ideas if not one.is_answered),
        lambda count, names: plural(
            "{count} of {of} ideas has no answer: {names}",
            "{count} of {of} ideas have no answer: {names}",
            count,
            of=len(ideas),
            names=names,
        ),
    )
    # What was handed in stands on a page of its own, and a warning waits for an answer as an idea does.
    voices = [one for one in facts.findings if one.is_voice]
    yield from _VOICES.about(
        (Case(one.id, one.text) for one in voices if not one.is_answered),
        lambda count, names: plural(
            "{count} of {of} ideas and warnings from the touchpoints has no answer: {names}",
            "{count} of {of} ideas and warnings from the touchpoints have no answer: {names}",
            count,
            of=len(voices),
            names=names,
        ),
    )


RULE = Rule("r07", N_("People warn and have other ideas: they want to be heard."), _find)
