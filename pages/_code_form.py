"""The field for a code, whose hyphens, blanks and small letters do not matter."""

from __future__ import annotations

from html import escape

from touchpoints.messages import Wording

# Streamlit's pages give forms no look of their own; the small page of joining has its own.
CODE_STYLE = """<style>
.code { display: grid; grid-template-columns: 1fr auto; gap: .5rem; margin: 1rem 0 2rem; max-width: 28rem }
.code label { grid-column: 1 / -1 }
.code input, .code button { min-height: 3.25rem; min-width: 0; font: inherit; font-size: 1.25rem;
  border-radius: .5rem; padding: 0 1rem; border: 1px solid currentColor; color: inherit;
  background: transparent }
.code input { letter-spacing: .1em; text-transform: uppercase }
.code button { font-weight: 650; cursor: pointer }
</style>"""


def code_form(wording: Wording) -> str:
    """A form that leads to where a scanned code leads."""
    label, go_on = escape(wording.say("Code")), escape(wording.say("Go on"))
    return (
        f'<form class="code" action="/code" method="get"><label for="code">{label}</label>'
        f'<input id="code" name="code" maxlength="20" required autocomplete="off" '
        f'autocapitalize="characters" spellcheck="false"><button>{go_on}</button></form>'
    )
