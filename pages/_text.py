"""Shows what a user typed as it was typed, wherever Streamlit would read it as Markdown."""

from __future__ import annotations

import re
import string
from functools import lru_cache

_PUNCTUATION = re.compile("([" + re.escape(string.punctuation) + "])")
_WORD_JOINER = "\u2060"  # no width, no break: invisible, but it takes a pattern apart

# A backslash stops Markdown itself. Icons, emoji, arrows and web addresses are found later, in the text that
# Markdown leaves behind, where backslashes are gone; these patterns have to be taken apart.
_PATTERNS = re.compile(
    r"""(?<=:)(?=//|[\w+-]+:)                 # http://  :smile:  :material_home:
      | (?<=www)(?=\.)                        # www.
      | (?<=@)(?=\w)                          # somebody@somewhere
      | (?<=[-<>=~])(?=[-<>=])                # ->  --  <=  ~=
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n\s*\n")


# The same names are shown at every run.
@lru_cache(maxsize=2_000)
def escaped(text: str) -> str:
    """The text as Markdown that shows it letter by letter; lines and paragraphs are kept.

    Use it for every text of a user in markdown, write, titles, labels, captions, messages, metrics and
    the options of radio buttons and pills, and in the cells of st.table. Data frames, select boxes and
    input fields show text as it is.
    """
    paragraphs = _BLANK_LINES.split(text.replace("\r\n", "\n").strip())
    return "\n\n".join(_escaped_lines(paragraph) for paragraph in paragraphs)


def _escaped_lines(paragraph: str) -> str:
    # Blanks at the start of a line would make a code block, two at its end are Markdown's line break.
    return "  \n".join(_escaped_line(line.strip()) for line in paragraph.split("\n"))


def _escaped_line(line: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", _PATTERNS.sub(_WORD_JOINER, line))
