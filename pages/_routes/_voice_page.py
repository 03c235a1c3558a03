"""The pages of the box for ideas and warnings: what one writes, the reply code, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from pages._privacy import privacy_title, responsible, voice_notice
from pages._routes._public import Sent, first
from pages._routes._public_page import Leaf, fault_html, options, radio, spelled, text_area, text_line, told
from storage.privacy_notice import Notice
from storage.public_places import Place
from storage.voice_box import OpenBox, Reply
from touchpoints.messages import N_
from touchpoints.model import VoiceKind

KIND, TEXT, NAME, TOUCHPOINT, REPLY = "kind", "text", "name", "touchpoint", "reply"
_LONGEST_TEXT, _LONGEST_NAME = 2000, 80
_KINDS = {VoiceKind.IDEA: N_("An idea"), VoiceKind.WARNING: N_("A warning")}


def voice_form(leaf: Leaf, box: OpenBox, notice: Notice, mark: str, sent: Sent, fault: str = "") -> str:
    """The form, with what was sent in it where something was wrong."""
    title = leaf.say("Your idea, your warning")
    said = leaf.say("What do you see at the touchpoint that others do not? Each text gets an answer.")
    fields = _kinds(leaf, sent) + _touchpoints(leaf, box.places, sent) + _texts(leaf, sent)
    paragraphs = (*voice_notice(leaf.wording), *responsible(leaf.wording, notice))
    read, send = leaf.say("Read an answer"), leaf.say("Send")
    reply = f'<p><a href="{leaf.link(f"{leaf.address}/{REPLY}")}">{read}</a></p>'
    body = (
        f"<h1>{title}</h1><p>{said}</p>{fault_html(fault)}{leaf.form(fields, send, mark)}"
        f"{reply}{told(privacy_title(leaf.wording), paragraphs)}"
    )
    return leaf.framed(title, body)


def _kinds(leaf: Leaf, sent: Sent) -> str:
    chosen = first(sent, KIND)
    choices = "".join(
        radio(KIND, kind.value, leaf.say(words), is_chosen=kind.value == chosen)
        for kind, words in _KINDS.items()
    )
    legend = leaf.say("What is it?")
    return f"<fieldset><legend>{legend}</legend>{choices}</fieldset>"


def _touchpoints(leaf: Leaf, places: Sequence[Place], sent: Sent) -> str:
    by_phase = groupby(places, key=lambda place: place.phase)
    groups = [(phase, [(str(one.id), one.name) for one in ones]) for phase, ones in by_phase]
    where, whole = leaf.say("Where?"), leaf.say("The whole journey")
    return (
        f'<div class="field"><label for="{TOUCHPOINT}">{where}</label>'
        f'<select id="{TOUCHPOINT}" name="{TOUCHPOINT}"><option value="">{whole}</option>'
        f"{options(groups, first(sent, TOUCHPOINT))}"
        "</select></div>"
    )


def _texts(leaf: Leaf, sent: Sent) -> str:
    hint = leaf.say("Please name no customers and no colleagues.")
    text = text_area(TEXT, leaf.say("Your text"), hint, first(sent, TEXT), _LONGEST_TEXT, is_needed=True)
    unknown = leaf.say("Without a name you stay unknown.")
    return text + text_line(
        NAME, leaf.say("Your name, if you like"), unknown, first(sent, NAME), _LONGEST_NAME
    )


def thanks_page(leaf: Leaf, reply: str) -> str:
    """The reply code, which is shown this once."""
    title = leaf.say("Thank you, it has arrived")
    how = leaf.say(
        "You will get an answer. With this code, and only with it, you can read it. Write it down or take a "
        "photo: it cannot be shown again."
    )
    later, another = leaf.say("Read the answer later"), leaf.say("Hand in something else")
    read = f'<a href="{leaf.link(f"{leaf.address}/{REPLY}")}">{later}</a>'
    more = f'<a href="{leaf.link(leaf.address)}">{another}</a>'
    body = f'<h1>{title}</h1><p>{how}</p><p class="code">{spelled(reply)}</p><p>{read}</p><p>{more}</p>'
    return leaf.framed(title, body)


def reply_form(leaf: Leaf, typed: str = "", fault: str = "") -> str:
    """Where one types the reply code."""
    title, hint = leaf.say("Read the answer"), leaf.say("Twelve letters and digits, as shown to you.")
    field = text_line(REPLY, leaf.say("Your reply code"), hint, typed, 40, is_needed=True)
    show = leaf.say("Show the answer")
    body = f"<h1>{title}</h1>{fault_html(fault)}{leaf.form(field, show, '')}"
    return leaf.framed(title, body)


def reply_page(leaf: Leaf, reply: Reply) -> str:
    """What was handed in, and what was answered."""
    title = leaf.say("Read the answer")
    came = leaf.say(_KINDS[reply.kind]) + ", " + leaf.say("handed in on {day}", day=reply.came_on)
    answered = leaf.say("Answer of {day}", day=reply.answered_on) if reply.answered_on else ""
    waiting = leaf.say("There is no answer yet. Look again in some days, with the same code.")
    answer = (
        f'<h2>{answered}</h2><p class="said">{escape(reply.answer)}</p>' if answered else f"<p>{waiting}</p>"
    )
    body = f'<h1>{title}</h1><p>{came}</p><p class="said">{escape(reply.text)}</p>{answer}'
    return leaf.framed(title, body)
