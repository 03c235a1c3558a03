"""Texts that somebody may type as a name, and that must be shown letter by letter and never be obeyed."""

from __future__ import annotations

from touchpoints.model.base import clean_text

HOSTILE = (
    "<b>Counter</b>",
    "<script>window.hurt = 1</script>",
    "<img src=x onerror='window.hurt = 1'>",
    "![Counter](http://evil.example/pixel.png)",
    "[Counter](javascript:window.hurt=1)",
    "<a href='http://evil.example'>Counter</a>",
    "Counter\u202egnp.exe",
    "Counter\x00\x07 desk",
    "Counter 👩‍👩‍👧‍👦 :smile: :material/home:",
    "$\\frac{1}{2}$ and $$x$$",
    ":red[Counter] :blue-badge[desk]",
    "# **Counter** _desk_ `code` ~~gone~~ | a | b |",
    "{counter} {0} %s %(n)s",
    '=HYPERLINK("http://evil.example")',
    "Ä" * 120,
)


_EVIL = "http://evil.example"
_HTML = (
    "<svg onload='window.hurt = 1'>",
    "<svg><script>window.hurt = 1</script></svg>",
    f"<iframe src='{_EVIL}'></iframe>",
    "<iframe srcdoc='<script>parent.hurt = 1</script>'></iframe>",
    "<body onload='window.hurt = 1'>",
    "<details open ontoggle='window.hurt = 1'>Counter</details>",
    "<input autofocus onfocus='window.hurt = 1'>",
    "<video><source onerror='window.hurt = 1'></video>",
    f"<object data='{_EVIL}'></object>",
    f"<embed src='{_EVIL}'>",
    f"<link rel='stylesheet' href='{_EVIL}/look.css'>",
    f"<style>@import '{_EVIL}/look.css'</style>",
    f"<div style='background: url({_EVIL}/pixel.png)'>Counter</div>",
    f"<meta http-equiv='refresh' content='0; url={_EVIL}'>",
    f"<base href='{_EVIL}'>",
    f"<form action='{_EVIL}'><button>Counter</button></form>",
    "<math><a href='javascript:window.hurt=1'>Counter</a></math>",
    '"><script>window.hurt = 1</script>',
    "'><img src=x onerror=window.hurt=1>",
    "</textarea><script>window.hurt = 1</script>",
    "</style></script><script>window.hurt = 1</script>",
    "<!-- --><img src=x onerror='window.hurt = 1'>-->",
    "&lt;script&gt;window.hurt = 1&lt;/script&gt;",
    "&#60;img src=x onerror=window.hurt=1&#62;",
    f"<img srcset='{_EVIL}/pixel.png 2x'>",
)
_MARKDOWN = (
    f"![]({_EVIL}/pixel.png)",
    f"[![Counter]({_EVIL}/pixel.png)]({_EVIL})",
    f"![Counter][1]\n\n[1]: {_EVIL}/pixel.png",
    f"<{_EVIL}>",
    f"{_EVIL}/counter",
    "www.evil.example",
    "somebody@evil.example",
    "[Counter](data:text/html,<script>window.hurt=1</script>)",
    "    code\n```\nmore\n```",
    "> Counter\n- desk\n1. desk\n---",
    "| a | b |\n|---|---|\n| c | d |",
    "[^1] [^1]: note",
    ":material/delete: :streamlit: :balloon:",
    ":red-background[Counter] :small[desk] :orange-badge[x]",
    "-> <- <-> -- >= <= ~=",
    "\\[Counter\\] \\(x\\) $x$",
)
_CHARTS = (
    f"<a href='{_EVIL}'>Counter</a><br>desk",
    "<b>Counter</b> <i>desk</i> <sup>2</sup><sub>3</sub>",
    "%{customdata} %{x} %{text}<extra></extra>",
    "<span style='font-size: 200px'>Counter</span>",
)
_SIGNS = (
    *(f"Counter{sign}gnp.exe" for sign in "\u202a\u202b\u202d\u2066\u2067\u2068\u200e\u200f"),
    "\u05d0\u05d1\u05d2 Counter \u0645\u0631\u062d\u0628\u0627",
    "C\u0300\u0301\u0302\u0303\u0304ounter" + "\u0336" * 30,
    "🇩🇪🏳️‍🌈👩🏽‍🚀 Counter",
    "Counter\u2028desk\u2029\u0085desk",
    "Counter\u200b\u200c\u200d\ufeffdesk",
    "\x01\x1b[31mCounter\x7f",
)
_FORMULAS = ("+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A0")
# All of them, for what is tried once; the first ones stand for their kinds.
ALL_HOSTILE = (*HOSTILE, *_HTML, *_MARKDOWN, *_CHARTS, *_SIGNS, *_FORMULAS, "Counter " * 5_000)


def as_kept(text: str) -> str:
    """The text without the characters that no name may hold."""
    return clean_text(text)
