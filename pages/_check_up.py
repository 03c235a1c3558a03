"""The check-up report as one piece of HTML, written once for each state of a project."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pages._check_up_hints import hints_html
from pages._check_up_rounds import rounds_html
from pages._coach import Coaching, coaching_at
from pages._document import document, heading, paragraph
from pages._executive_ways import Ways
from pages._kept import kept
from pages._page import STEPS, PageContext
from storage.check_ups import list_checked_rounds
from storage.projects import ProjectSummary
from storage.revisions import revisions_of
from storage.step_facts import read_project_facts
from touchpoints.check_up import CheckUp, answered_by_step
from touchpoints.guide import QUESTIONS, Step
from touchpoints.messages import plural
from touchpoints.project_facts import ProjectFacts

# Where the questions of each step are answered.
_GUIDES = ("guide", "target_guide", "plan_guide", "monitoring_guide")


def written_check_up(page: PageContext, project: ProjectSummary) -> str | None:
    """All of it; None of a project in which there is nothing to check yet."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    about = (project.id, project.version, sorted(revisions.items()), page.today)
    reader = (page.wording.language, sorted(page.entries))
    return _written(page, project, coaching_at(page, project, revisions), repr((about, reader)))


@kept(30)
def _written(
    _page: PageContext,
    _project: ProjectSummary,
    _coaching: Coaching,
    key: str,  # noqa: ARG001 - says of which state, day, language and role the rest is
) -> str | None:
    where = (_page.store, _page.actor, _project.id)
    facts, rounds = read_project_facts(*where), list_checked_rounds(*where)
    if len(rounds) == 1 and not (facts.touchpoints or facts.things or _coaching.answers):
        return None
    now = CheckUp(_page.store.now(), answered_by_step(facts), _coaching.count)
    ways = Ways(_project.id, _page.entries)
    return document(
        [
            *_head(_page, _project, now),
            *rounds_html(_page.wording, rounds, now, _coaching.answers),
            *hints_html(_page.wording, ways, _coaching),
            *_open_questions(_page, ways, facts),
        ]
    )


def _head(page: PageContext, project: ProjectSummary, now: CheckUp) -> Iterator[str]:
    say, done = page.wording.say, now.answered
    title, as_of = say("Check-up report"), say("As of {day}", day=page.today)
    said = [say("{done} of {all} questions answered", done=done.done, all=done.of)]
    if now.hints is not None:
        number = sum(now.hints.open.values())
        said.append(say(plural("{count} open hint", "{count} open hints", number)))
    yield f"<h1>{escape(title)}</h1>"
    yield paragraph(f"{project.name} · {as_of}")
    if project.is_example:
        yield paragraph(say("Example: the ratings are real, everything else in this project is invented."))
    yield f"<p><strong>{escape(' · '.join(said))}</strong></p>"


def _open_questions(page: PageContext, ways: Ways, facts: ProjectFacts) -> Iterator[str]:
    """By step, each with what of it is open."""
    say = page.wording.say
    by_step = {step: "".join(_questions(page, facts, step)) for step in Step}
    if any(by_step.values()):
        yield heading(say("Questions that are still open"))
    for section, guide, items in zip(STEPS, _GUIDES, by_step.values(), strict=True):
        if items:
            yield f"<h3>{ways.link(escape(say(section)), guide)}</h3><ul>{items}</ul>"


def _questions(page: PageContext, facts: ProjectFacts, step: Step) -> Iterator[str]:
    say = page.wording.say
    for question in QUESTIONS[step]:
        progress = question.progress(facts)
        if not progress.is_answered:
            open_ = escape(say(question.say_progress(progress)))
            yield f"<li>{question.id} {escape(say(question.text))} <small>{open_}</small></li>"
