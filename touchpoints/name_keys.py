"""What two spellings of one name share, so that doubles are found and asked about."""

from __future__ import annotations

import re
import unicodedata

# Endings that make a plural in German or English; close enough to ask about, never to merge unasked.
_PLURAL = re.compile(r"(?<=\w{4})(?:innen|en|er|es|n|e|s)+$|(?<=\w\w[bcdfghjklmnpqrtvwxz])s$")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
_TRANSCRIBED = re.compile("([aou])e")


def name_key(name: str) -> str:
    """A name without capitals, spaces, signs, umlauts and plural endings; never empty unless the name is."""
    folded = unicodedata.normalize("NFC", name).casefold()
    words = re.findall(r"\w+", folded)
    return "".join(_singular(word) for word in words) or folded.strip()


def _singular(word: str) -> str:
    plain = _TRANSCRIBED.sub(r"\1", word.translate(_UMLAUTS))
    shorter = _PLURAL.sub("", plain)
    return f"{shorter[:-1]}i" if shorter.endswith("y") and len(shorter) > 2 else shorter
