"""The method's words for what the model keeps: one place, so that every screen says the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from touchpoints.messages import N_
from touchpoints.model import (
    ActionStatus,
    Answer,
    BudgetKind,
    ChangeKind,
    ContactType,
    Control,
    Decision,
    Degree,
    Depth,
    Direction,
    FindingKind,
    HintState,
    Layer,
    Lever,
    Origin,
    Period,
    Response,
    Room,
    RunBy,
    Source,
    Treatment,
)
from touchpoints.model import Level as FactorLevel
from touchpoints.plan_words import KIND_WORDS, STATUS_WORDS
from touchpoints.statistics import Level

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Depth: {
        Depth.ALL: N_("captured"),
        Depth.SHORTLIST: N_("shortlist"),
        Depth.KEY: N_("key touchpoint"),
    },
    ContactType: {
        ContactType.IN_PERSON: N_("in person"),
        ContactType.MEDIAL: N_("by web, mail, parcel or paper"),
        ContactType.THIRD_PARTY: N_("through third parties"),
    },
    Control: {
        Control.OWNED: N_("owned"),
        Control.PAID: N_("paid"),
        Control.EARNED: N_("earned"),
    },
    Layer: {
        Layer.CUSTOMER: N_("The customer does"),
        Layer.VISIBLE: N_("The customer sees"),
        Layer.BEHIND: N_("Behind the line of visibility"),
    },
    FactorLevel: {
        FactorLevel.DISAPPOINTING: N_("Disappointing"),
        FactorLevel.OKAY: N_("Okay"),
        FactorLevel.DELIGHTFUL: N_("Delightful"),
    },
    Level: {
        Level.DISAPPOINTING: N_("disappointing"),
        Level.OKAY: N_("okay"),
        Level.DELIGHTFUL: N_("delightful"),
        Level.UNCLEAR: N_("unclear"),
    },
    FindingKind: {
        FindingKind.KEEP: N_("Goes well"),
        FindingKind.DROP: N_("Must go"),
        FindingKind.IMPROVE: N_("Must get better"),
        FindingKind.BARRIER: N_("Barrier"),
        FindingKind.WASTE: N_("Waste"),
        FindingKind.IDEA: N_("Idea"),
    },
    Direction: {
        Direction.UP: N_("more is better"),
        Direction.DOWN: N_("less is better"),
    },
    Source: {
        Source.TEAM: N_("team"),
        Source.CUSTOMER: N_("customer"),
        Source.SURVEY: N_("survey"),
    },
    Period: {
        Period.DAY: N_("a day"),
        Period.WEEK: N_("a week"),
        Period.MONTH: N_("a month"),
        Period.YEAR: N_("a year"),
    },
    ActionStatus: STATUS_WORDS,
    BudgetKind: KIND_WORDS,
    Decision: {
        Decision.FOCUS: N_("focus"),
        Decision.IMPROVE: N_("improve"),
        Decision.COMBINE: N_("combine"),
        Decision.NEGLECT: N_("neglect"),
        Decision.REMOVE: N_("remove"),
        Decision.NEW: N_("new"),
    },
    Answer: {
        Answer.YES: N_("yes"),
        Answer.IN_PART: N_("in part"),
        Answer.NO: N_("no"),
        Answer.NOT_KNOWN: N_("not known"),
    },
    Degree: {
        Degree.LOW: N_("low"),
        Degree.USUAL: N_("usual"),
        Degree.HIGH: N_("high"),
        Degree.NOT_KNOWN: N_("not known"),
    },
    RunBy: {
        RunBy.OURSELVES: N_("our own people"),
        RunBy.BOTH: N_("both"),
        RunBy.OUTSIDERS: N_("outsiders"),
        RunBy.NOBODY: N_("nobody"),
        RunBy.NOT_KNOWN: N_("not known"),
    },
    Room: {
        Room.NOTHING: N_("nothing"),
        Room.LITTLE: N_("little"),
        Room.ENOUGH: N_("enough"),
        Room.NOT_KNOWN: N_("not known"),
    },
    Response: {
        Response.HOURS: N_("within hours"),
        Response.DAY: N_("within a day"),
        Response.DAYS: N_("within days"),
        Response.LONGER: N_("later"),
        Response.NOBODY: N_("nobody answers"),
        Response.NOT_KNOWN: N_("not known"),
    },
    Lever: {
        Lever.EXPERIENCE: N_("a better experience"),
        Lever.PRICE: N_("a price: discount, points, voucher"),
        Lever.BARRIER: N_("a barrier to leaving"),
        Lever.NOT_KNOWN: N_("not known"),
    },
    Treatment: {
        Treatment.SERVE_BETTER: N_("serve better"),
        Treatment.PART: N_("part honestly"),
    },
    Origin: {
        Origin.OWN: N_("asked by ourselves"),
        Origin.BOUGHT: N_("bought"),
    },
    HintState: {
        HintState.WAVED_OFF: N_("waved off"),
        HintState.DISCUSSED: N_("discussed"),
        HintState.ACTION: N_("made an action"),
    },
    ChangeKind: {
        ChangeKind.ADDED: N_("added"),
        ChangeKind.CHANGED: N_("changed"),
        ChangeKind.BINNED: N_("moved to bin"),
        ChangeKind.RESTORED: N_("restored"),
        ChangeKind.ERASED: N_("erased"),
        ChangeKind.IMPORTED: N_("imported"),
    },
}

# The team's scale from -2 to +2, in words: how a touchpoint is experienced, and how far a thing is true.
EXPERIENCE_POINTS: Mapping[int, str] = {
    -2: N_("harsh disappointment"),
    -1: N_("disappointing"),
    0: N_("okay"),
    1: N_("good"),
    2: N_("delightful"),
}
TRUTH_POINTS: Mapping[int, str] = {
    -2: N_("not at all"),
    -1: N_("rather not"),
    0: N_("in part"),
    1: N_("mostly"),
    2: N_("entirely"),
}
LEVEL_SIGNS: Mapping[Level, str] = {
    Level.DISAPPOINTING: "▼",
    Level.OKAY: "●",
    Level.DELIGHTFUL: "▲",
    Level.UNCLEAR: "?",
}
POINT_SIGNS: Mapping[int, str] = {-2: "▼▼", -1: "▼", 0: "●", 1: "▲", 2: "▲▲"}


def word_for(member: StrEnum) -> str:
    """The text id of a word; say() puts it into the language of the page."""
    return WORDS[type(member)][member]
