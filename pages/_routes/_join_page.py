"""The small pages of joining: they are there at once, before anything of the tool itself is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from pages._code_form import code_form
from storage.seats import WayIn
from touchpoints.messages import Wording

_FRAME = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>
:root {{ color-scheme: light dark; --ink: #08171C; --ground: #FFFFFF; --accent: #0B6E75; --on-accent: #FFFFFF;
  --line: #6B7C80 }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #E8EFF0; --ground: #10191C; --accent: #4FC3C8;
  --on-accent: #0B1A1D; --line: #8FA3A7 }} }}
* {{ box-sizing: border-box }}
body {{ margin: 0; color: var(--ink); background: var(--ground); font: 1.125rem/1.5 system-ui, sans-serif }}
main {{ max-width: 30rem; min-height: 100dvh; margin: 0 auto; padding: 2rem 1.25rem 2.5rem;
  display: flex; flex-direction: column; justify-content: center; gap: 1.25rem }}
h1 {{ margin: 0; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere }}
p {{ margin: 0 }}
button, summary, input {{ min-height: 3.5rem; font: inherit }}
button {{ width: 100%; border: 0; border-radius: .75rem; background: var(--accent); color: var(--on-accent);
  font-size: 1.25rem; font-weight: 650; cursor: pointer }}
form {{ display: grid; gap: .75rem }}
input {{ width: 100%; padding: 0 1rem; border: 1px solid var(--line); border-radius: .75rem; color: inherit;
  background: transparent; font-size: 1.5rem; letter-spacing: .1em; text-transform: uppercase }}
summary {{ display: flex; align-items: center; text-decoration: underline; cursor: pointer }}
details p + p {{ margin-top: .75rem }}
:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 3px }}
</style></head><body><main>{body}</main></body></html>
"""


def join_page(wording: Wording, way_in: WayIn, notice_title: str, notice: Sequence[str]) -> str:
    """The name of the workshop, a sentence, one button, and the notice a tap away."""
    say = wording.say
    text = say("Take part with this phone: you need no account and no name.")
    join = say("Join")
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in notice)
    body = (
        f"<h1>{escape(way_in.workshop)}</h1><p>{escape(text)}</p>"
        f'<form method="post"><button>{escape(join)}</button></form>'
        f"<details><summary>{escape(notice_title)}</summary>{paragraphs}</details>"
    )
    return _framed(wording, way_in.workshop, body)


def code_page(wording: Wording, sentence: str) -> str:
    """Why a code opens nothing, and the field to type it once more."""
    title = wording.say("Join with a code")
    body = f'<h1>{escape(title)}</h1><p role="alert">{escape(sentence)}</p>{code_form(wording)}'
    return _framed(wording, title, body)


def waiting_page(wording: Wording, sentence: str) -> str:
    """That the code is right and the workshop has not begun, and a button that asks once more."""
    title, again = wording.say("Join with a code"), wording.say("Try again")
    button = f'<form method="get"><button>{escape(again)}</button></form>'
    body = f'<h1>{escape(title)}</h1><p role="alert">{escape(sentence)}</p>{button}'
    return _framed(wording, title, body)


def _framed(wording: Wording, title: str, body: str) -> str:
    return _FRAME.format(language=wording.language, title=escape(title), body=body)
