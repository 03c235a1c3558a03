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


def as_kept(text: str) -> str:
    """The text without the characters that no name may hold."""
    return clean_text(text)
