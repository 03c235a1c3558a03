"""What a public form asks customers: the words of each kind, its scale, and the ends of that scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from touchpoints.messages import N_, Message, message
from touchpoints.model import FeedbackKind, QuestionKind
from touchpoints.statistics import CES_SCALES, CSAT_SCALE, NPS_SCALE, Scale

# How many touchpoints one may name as the most important ones.
MOST_NAMED = 10


@dataclass(frozen=True)
class Asked:
    """A question with its scale, and what its lowest and its highest point mean."""

    question: QuestionKind
    scale: Scale
    words: str
    words_about: str
    low: str
    high: str


ASKED: Mapping[FeedbackKind, Asked] = {
    FeedbackKind.NPS: Asked(
        QuestionKind.NPS,
        NPS_SCALE,
        N_("How likely are you to recommend us to a friend or colleague?"),
        N_("How likely are you to recommend us after your experience with “{touchpoint}”?"),
        N_("not at all likely"),
        N_("extremely likely"),
    ),
    FeedbackKind.CSAT: Asked(
        QuestionKind.CSAT,
        CSAT_SCALE,
        N_("How satisfied are you with us?"),
        N_("How satisfied are you with “{touchpoint}”?"),
        N_("very dissatisfied"),
        N_("very satisfied"),
    ),
    FeedbackKind.CES: Asked(
        QuestionKind.CES,
        CES_SCALES["2.0"],
        N_("We made it easy for you. Do you agree?"),
        N_("At “{touchpoint}” we made it easy for you. Do you agree?"),
        N_("strongly disagree"),
        N_("strongly agree"),
    ),
}
_TOP_TEN = N_("Which of these moments with us matter most to you? Choose up to ten.")


def standard_question(kind: FeedbackKind, touchpoint: str | None = None) -> Message:
    """The question of a form that has no words of its own, about the whole journey or one touchpoint."""
    if kind not in ASKED:
        return message(_TOP_TEN)
    asked = ASKED[kind]
    return message(asked.words_about, touchpoint=touchpoint) if touchpoint else message(asked.words)
