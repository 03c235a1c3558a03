"""The customer's form: one question, one sentence, one button; and the thanks."""

from __future__ import annotations

from html import escape
from itertools import groupby

from pages._privacy import feedback_notice, privacy_title, responsible
from pages._routes._public import Sent, first
from pages._routes._public_page import Leaf, checkbox, fault_html, radio, text_area, told
from storage.feedback_answers import LONGEST_SENTENCE, PublicForm
from storage.privacy_notice import Notice
from touchpoints.feedback import ASKED, standard_question
from touchpoints.messages import Wording

POINT, NAMED, SENTENCE = "point", "named", "sentence"


def question_in(wording: Wording, form: PublicForm) -> str:
    """The question in its own words, else in those of its kind; plain text."""
    return form.question or wording.say(standard_question(form.kind, form.touchpoint))


def feedback_page(
    leaf: Leaf, form: PublicForm, notice: Notice, mark: str, sent: Sent, fault: str = ""
) -> str:
    """The form, with what was sent in it where something was wrong; `fault` is HTML."""
    question = escape(question_in(leaf.wording, form))
    asked = _scale(leaf, form, sent) if form.kind in ASKED else _places(form, sent)
    fields = f'<fieldset aria-labelledby="question">{asked}</fieldset>{_sentence(leaf, form, sent)}'
    about = feedback_notice(leaf.wording, asks_sentence=form.asks_sentence)
    paragraphs = (*about, *responsible(leaf.wording, notice, form.project))
    send = leaf.say("Send")
    # Whom an answer goes to is said before it is given.
    asks = f'<p class="asks">{escape(notice.controller or form.project)}</p>'
    body = (
        f'{asks}<h1 id="question">{question}</h1>{fault_html(fault)}{leaf.form(fields, send, mark)}'
        f"{told(privacy_title(leaf.wording), paragraphs)}"
    )
    return leaf.framed(question, body)


def _scale(leaf: Leaf, form: PublicForm, sent: Sent) -> str:
    """The points of the scale in a row; what its ends mean is heard with them, too."""
    asked, chosen = ASKED[form.kind], first(sent, POINT)
    low, high = leaf.say(asked.low), leaf.say(asked.high)
    heard = {asked.scale.low: low, asked.scale.high: high}
    points = "".join(
        radio(
            POINT,
            str(point),
            f'{point}<span class="empty"> {heard[point]}</span>' if point in heard else str(point),
            is_chosen=str(point) == chosen,
            kind="point",
        )
        for point in range(asked.scale.low, asked.scale.high + 1)
    )
    ends = f"<small>{asked.scale.low} – {low}</small><small>{asked.scale.high} – {high}</small>"
    return f'<div class="points">{points}</div><div class="ends" aria-hidden="true">{ends}</div>'


def _places(form: PublicForm, sent: Sent) -> str:
    """All touchpoints by phase, as the customer meets them."""
    chosen = set(sent.get(NAMED, ()))
    return "".join(
        f"<fieldset><legend>{escape(phase)}</legend>"
        + "".join(checkbox(NAMED, str(one.id), one.name, is_chosen=str(one.id) in chosen) for one in places)
        + "</fieldset>"
        for phase, places in groupby(form.places, key=lambda place: place.phase)
    )


def _sentence(leaf: Leaf, form: PublicForm, sent: Sent) -> str:
    if not form.asks_sentence:
        return ""
    label = leaf.say("One sentence, if you like")
    hint = leaf.say("Please no names. It is shown to nobody before somebody has read it.")
    return text_area(SENTENCE, label, hint, first(sent, SENTENCE), LONGEST_SENTENCE)


def thanks_page(leaf: Leaf, *, was_here: bool) -> str:
    """That the answer is stored; or that this browser had answered before."""
    title = leaf.say("Thank you")
    said = (
        leaf.say("You have answered already; each browser counts once a day.")
        if was_here
        else leaf.say("Your answer has arrived.")
    )
    return leaf.framed(title, f"<h1>{title}</h1><p>{said}</p>")
