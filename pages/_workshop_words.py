"""The words of an agenda: how far an activity is, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.selections import SelectionSizes
from touchpoints.activities import ActivityKind, Rate, Write
from touchpoints.ballots import parts_asked
from touchpoints.guide import question_of
from touchpoints.messages import N_, Message, message, plural
from touchpoints.model import ActivityState, Selection, SubjectKind, WorkshopState

WORKSHOP_STATES: Mapping[WorkshopState, str] = {
    WorkshopState.PLANNED: N_("planned"),
    WorkshopState.OPEN: N_("open now"),
    WorkshopState.CONCLUDED: N_("concluded"),
}
ACTIVITY_STATES: Mapping[ActivityState, tuple[str, str]] = {
    ActivityState.OPEN: ("▶", N_("takes answers")),
    ActivityState.PAUSED: ("⏸", N_("paused")),
    ActivityState.REVEALED: ("◉", N_("revealed")),
    ActivityState.CLOSED: ("✓", N_("closed")),
}
SELECTIONS: Mapping[Selection, str] = {
    Selection.ALL: N_("all touchpoints"),
    Selection.SHORTLIST: N_("shortlist"),
    Selection.KEY: N_("key touchpoints"),
    Selection.BY_HAND: N_("chosen by hand"),
}
SUBJECTS: Mapping[SubjectKind, str] = {
    SubjectKind.TOUCHPOINT: N_("touchpoints"),
    SubjectKind.OPTION: N_("options"),
    SubjectKind.ACTION: N_("actions of the plan"),
    SubjectKind.FINDING: N_("findings"),
    SubjectKind.FACTOR: N_("factors"),
    SubjectKind.CARD: N_("cards of this workshop"),
    SubjectKind.HINT: N_("hints of the coach"),
}


def subject_of(kind: ActivityKind, settings: Mapping[str, object]) -> SubjectKind | None:
    """What an activity is about: as its facilitator has set, else the first that its kind can be about."""
    chosen = settings.get("subjects")
    return SubjectKind(str(chosen)) if chosen else next(iter(kind.subjects), None)


def plays_a_segment(kind: ActivityKind) -> bool:
    """Whether the room answers in the place of customers, so that it matters of which ones."""
    rates = any(isinstance(part, Rate) and not part.is_about_the_whole for part in kind.parts)
    return rates and kind.subjects == (SubjectKind.TOUCHPOINT,)


def said_of_subjects(kind: ActivityKind, activity: ActivityEntry, sizes: SelectionSizes) -> Message | None:
    """What an activity is about, such as "shortlist: 16 touchpoints"; None where it is about the whole."""
    subject = subject_of(kind, activity.settings)
    if subject is None:
        return None
    if subject is not SubjectKind.TOUCHPOINT:
        return message("about {subjects}", subjects=Message(SUBJECTS[subject]))
    if activity.selection not in SELECTIONS:
        return None
    count = sizes.of(activity.id, activity.selection)
    named = Message(SELECTIONS[activity.selection])
    return plural(
        "{selection}: {count} touchpoint", "{selection}: {count} touchpoints", count, selection=named
    )


def _asked_of_cards(kind: ActivityKind, settings: Mapping[str, object]) -> str:
    """The question of the cards that were chosen, "" where they have none of their own."""
    writes = (part for part in parts_asked(kind, settings) if isinstance(part, Write))
    return next((part.question for part in writes if part.question in part.question_of.values()), "")


def said_of_questions(opened: OpenWorkshop, kind: ActivityKind, settings: Mapping[str, object]) -> str:
    """Which question of the method it answers, in the words of the guide; of chosen cards what they ask."""
    if asked := _asked_of_cards(kind, settings):
        return opened.say(asked)
    found = [question for id_ in kind.questions if (question := question_of(id_)) is not None]
    if not found:
        return ""
    first, more = opened.say(found[0].text), len(found) - 1
    if not more:
        return first
    further = plural("and {count} more question", "and {count} more questions", more)
    return opened.say("{question} ({further})", question=first, further=further)
