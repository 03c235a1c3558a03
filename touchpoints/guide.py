"""The guide through step 1: each question of the method, at the depth that counts, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from touchpoints.messages import N_, Message, message, plural

ALL, SHORTLIST, KEY = "all", "shortlist", "key"
# From so many touchpoints before the contact the blind spot counts as looked into.
ENOUGH_BEFORE_CONTACT = 3
ENOUGH_RANKED = 3


@dataclass(frozen=True)
class TouchpointFacts:
    """What is known of one touchpoint; `notes` are the kinds of findings and factor levels it has."""

    id: str
    depth: str = ALL
    is_before_contact: bool = False
    has_encounter: bool = False
    has_steps: bool = False
    has_handovers: bool = False
    team_rated: frozenset[str] = frozenset()
    has_importance: bool = False
    is_measured: bool = False
    factor_levels: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()

    @property
    def is_experienced(self) -> bool:
        """Whether anybody, customers or team, has said how it is."""
        return self.is_measured or "experience" in self.team_rated


@dataclass(frozen=True)
class ProjectFacts:
    """All touchpoints of a project, and the findings that are about the whole journey."""

    touchpoints: tuple[TouchpointFacts, ...] = ()
    notes: frozenset[str] = frozenset()

    def at(self, depth: str) -> tuple[TouchpointFacts, ...]:
        """The touchpoints of a depth or deeper."""
        deeper = {ALL: {ALL, SHORTLIST, KEY}, SHORTLIST: {SHORTLIST, KEY}, KEY: {KEY}}[depth]
        return tuple(touchpoint for touchpoint in self.touchpoints if touchpoint.depth in deeper)

    @property
    def all_notes(self) -> frozenset[str]:
        """Every kind of finding there is."""
        return self.notes.union(*(touchpoint.notes for touchpoint in self.touchpoints))


@dataclass(frozen=True)
class Progress:
    """How far a question is answered: `done` of `of`; `missing` are the touchpoints that lack it."""

    done: int
    of: int
    missing: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether nothing is missing, and there was something to answer at all."""
        return self.of > 0 and self.done >= self.of

    @property
    def is_begun(self) -> bool:
        """Whether something is there."""
        return self.done > 0


@dataclass(frozen=True)
class GuideQuestion:
    """A question of the method: its text, how a facilitator puts it, and how far it is answered."""

    id: str
    text: str
    spoken: str
    measure: Callable[[ProjectFacts], Progress]
    depth: str | None = None


def _each(depth: str, has: Callable[[TouchpointFacts], bool]) -> Callable[[ProjectFacts], Progress]:
    """Answered when every touchpoint of the depth has it."""

    def measure(facts: ProjectFacts) -> Progress:
        meant = facts.at(depth)
        missing = tuple(touchpoint.id for touchpoint in meant if not has(touchpoint))
        return Progress(len(meant) - len(missing), len(meant), missing)

    return measure


def _any_note(*kinds: str) -> Callable[[ProjectFacts], Progress]:
    """Answered when the team has written down at least one of these kinds."""

    def measure(facts: ProjectFacts) -> Progress:
        return Progress(int(bool(facts.all_notes.intersection(kinds))), 1)

    return measure


def _ranked(facts: ProjectFacts) -> Progress:
    """Need for action can be ranked where importance and experience are known."""
    ranked = [point for point in facts.touchpoints if point.has_importance and point.is_experienced]
    return Progress(min(len(ranked), ENOUGH_RANKED), ENOUGH_RANKED)


def _before_contact(facts: ProjectFacts) -> Progress:
    found = sum(touchpoint.is_before_contact for touchpoint in facts.touchpoints)
    return Progress(min(found, ENOUGH_BEFORE_CONTACT), ENOUGH_BEFORE_CONTACT)


def _experience(facts: ProjectFacts) -> Progress:
    """Experience for the shortlist, and for key touchpoints what makes it so."""
    missing = tuple(
        touchpoint.id
        for touchpoint in facts.at(SHORTLIST)
        if not touchpoint.is_experienced or (touchpoint.depth == KEY and not touchpoint.factor_levels)
    )
    of = len(facts.at(SHORTLIST))
    return Progress(of - len(missing), of, missing)


QUESTIONS: Sequence[GuideQuestion] = (
    GuideQuestion(
        "1.1",
        N_("Which customers meet us where, on which occasion, how often, with which of our people?"),
        N_("Who comes by here, why, and how often? Whom of us does he meet?"),
        _each(SHORTLIST, lambda t: t.has_encounter),
        SHORTLIST,
    ),
    GuideQuestion(
        "1.2",
        N_("What happens at each point?"),
        N_("Walk it as the customer: what do you do, what do you see, what do you wait for?"),
        _each(KEY, lambda t: t.has_steps),
        KEY,
    ),
    GuideQuestion(
        "1.3",
        N_("Do departments hand over to each other without a break?"),
        N_("Who passes the customer on to whom, and where does he fall between two stools?"),
        _each(KEY, lambda t: t.has_handovers),
        KEY,
    ),
    GuideQuestion(
        "1.4",
        N_("Is the point staged as the brand demands?"),
        N_("If our logo were covered here, would one still know that it is us?"),
        _each(KEY, lambda t: "brand" in t.team_rated),
        KEY,
    ),
    GuideQuestion(
        "1.5",
        N_("Can our people keep here what the brand or company promises?"),
        N_("What do our people lack to keep the promise here? It is about conditions, not about persons."),
        _each(KEY, lambda t: "promise" in t.team_rated),
        KEY,
    ),
    GuideQuestion(
        "1.6",
        N_("How does the customer experience and judge it?"),
        N_("Disappointing, okay or delightful, and what makes it so?"),
        _experience,
        SHORTLIST,
    ),
    GuideQuestion("1.7", N_("What goes well?"), N_("What must we not break?"), _any_note("keep")),
    GuideQuestion("1.8", N_("What must go?"), N_("What would no customer miss?"), _any_note("drop")),
    GuideQuestion(
        "1.9",
        N_("What must be different or better? Where do we waste time or money?"),
        N_("What annoys you here yourselves, and what does it cost?"),
        _any_note("improve", "waste"),
    ),
    GuideQuestion(
        "1.10",
        N_("Which process barriers exist?"),
        N_("What has kept us from it so far?"),
        _any_note("barrier"),
    ),
    GuideQuestion(
        "1.11",
        N_("Where is the need for action, seen by the customer?"),
        N_("Where is the gap large and the point important to the customer?"),
        _ranked,
    ),
    GuideQuestion(
        "1.12",
        N_("Where does the journey really begin?"),
        N_("Which is the first touchpoint a customer has with your company? Is it really the first?"),
        _before_contact,
    ),
)


def answered(facts: ProjectFacts) -> tuple[str, ...]:
    """The ids of the questions that are answered at their depth."""
    return tuple(question.id for question in QUESTIONS if question.measure(facts).is_answered)


def say_progress(question: GuideQuestion, progress: Progress) -> Message:
    """How far a question is, counted at the depth that it asks for."""
    if question.depth is None:
        return message("answered") if progress.is_answered else message("open")
    if progress.of == 0:
        return _no_touchpoints(question.depth)
    if progress.is_answered:
        return message("answered")
    return _count_missing(question.depth, len(progress.missing), progress.of)


def _no_touchpoints(depth: str) -> Message:
    if depth == KEY:
        return message("no key touchpoint is chosen yet")
    return message("the shortlist is still empty")


def _count_missing(depth: str, missing: int, of: int) -> Message:
    if depth == KEY:
        return plural(
            "open at {count} of {of} key touchpoints",
            "open at {count} of {of} key touchpoints",
            missing,
            of=of,
        )
    return plural(
        "open at {count} of {of} on the shortlist", "open at {count} of {of} on the shortlist", missing, of=of
    )


def missing_at(questions: Iterable[GuideQuestion], facts: ProjectFacts, id_: str) -> tuple[str, ...]:
    """The touchpoints that lack what one question asks for."""
    question = next(question for question in questions if question.id == id_)
    return question.measure(facts).missing
