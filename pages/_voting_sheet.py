"""A voting sheet as a page that is printed: what is asked, with boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from pages._card_words import CARD_WORDS
from storage.activity_subjects import SubjectEntry
from storage.sheets import Sheet
from touchpoints.activities import Dots, Part, Points, Promise, Rate, RateScale, Write
from touchpoints.messages import Wording

_BOX = '<span class="box"></span>'
_LINE = '<p class="line"></p>'
_STYLE = Path(__file__).with_name("_voting_sheet.css").read_text(encoding="utf-8")


def voting_sheet(wording: Wording, sheet: Sheet) -> str:
    """The page; how it is printed is said on the screen alone."""
    how = wording.say("Print this page, once for each person; A4 or A5.")
    parts = "".join(_part(wording, part, sheet.subjects) for part in sheet.parts)
    return (
        f'<!doctype html><html lang="{wording.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(sheet.title)}</title>'
        f"<style>{_STYLE}</style></head><body><main>"
        f'<p class="hint">{escape(how)}</p>'
        f"<p><small>{escape(sheet.workshop)}</small></p><h1>{escape(sheet.title)}</h1>"
        f"<p>{escape(sheet.instructions)}</p><p><small>{escape(_said_before(wording, sheet))}</small></p>"
        f"{_fields(wording, sheet)}{parts}</main></body></html>"
    )


def _said_before(wording: Wording, sheet: Sheet) -> str:
    """The same as phones say before the first answer."""
    if sheet.is_named:
        return wording.say("Open: your name is shown beside what you answer here.")
    return wording.say(
        "Without a name: only figures about {floor} people or more are shown.", floor=sheet.floor
    )


def _fields(wording: Wording, sheet: Sheet) -> str:
    name = escape(wording.say("Your name"))
    return f"<h2>{name}</h2>{_LINE}" if sheet.is_named else ""


def _part(wording: Wording, part: Part, subjects: Sequence[SubjectEntry]) -> str:
    match part:
        case Rate():
            names = [wording.say("All in all")] if part.is_about_the_whole else [one.name for one in subjects]
            return "".join(_rated(wording, scale, names) for scale in part.scales)
        case Points():
            return _spent(wording.say("Spread {count} points.", count=part.budget), subjects)
        case Dots():
            most, each = part.most, part.most_each
            return _spent(
                wording.say("Set {most} dots, at most {each} on each.", most=most, each=each), subjects
            )
        case Write():
            return _cards(wording, part)
        case Promise():
            return _spent(wording.say("Until when do you take it on?"), subjects)


def _rated(wording: Wording, scale: RateScale, names: Sequence[str]) -> str:
    values = range(scale.low, scale.high + 1)
    heads = "".join(f"<th>{_value(wording, scale, value)}</th>" for value in values)
    boxes = f"<td>{_BOX}</td>" * len(values)
    rows = "".join(f"<tr><td>{escape(name)}</td>{boxes}</tr>" for name in names)
    question = escape(wording.say(scale.question))
    return f"<table><thead><tr><th>{question}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _value(wording: Wording, scale: RateScale, value: int) -> str:
    number = wording.number(value, signed=scale.low < 0)
    word = scale.words.get(value)
    if scale.is_choice and word:
        return escape(wording.say(word))
    return f"{number}<br>{escape(wording.say(word))}" if word else number


def _spent(question: str, subjects: Sequence[SubjectEntry]) -> str:
    rows = "".join(f'<tr><td>{escape(one.name)}</td><td class="write"></td></tr>' for one in subjects)
    return f"<h2>{escape(question)}</h2><table><tbody>{rows}</tbody></table>"


def _cards(wording: Wording, part: Write) -> str:
    """A few lines for each kind; whoever needs more takes another sheet."""
    kinds = part.kinds if len(part.kinds) > 1 else ()
    lines = "".join(f"<h2>{escape(wording.say(CARD_WORDS[kind]))}</h2>{_LINE * 2}" for kind in kinds)
    return f"<h2>{escape(wording.say(part.question))}</h2>{lines or _LINE * (part.most or 4)}"
