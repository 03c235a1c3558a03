"""What the name of a column hints at, in German and English."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Hint(StrEnum):
    """What a column may be for, as far as its name tells."""

    WAVE = "wave"
    WEIGHT = "weight"
    RESPONDENT = "respondent"
    RECOMMEND = "recommend"
    CSAT = "csat"
    EFFORT = "effort"
    OVERALL = "overall"
    GRADE = "grade"
    SEGMENT = "segment"
    BIRTH = "birth"


# Whole words of a name; a star stands for any ending or beginning.
WORDS: dict[Hint, str] = {
    Hint.WAVE: """wave welle *welle jahr year quartal quarter halbjahr monat month periode period erhebung""",
    Hint.WEIGHT: """weight weights *weight gewicht *gewicht gewichtung *gewichtung wt wgt weighting""",
    Hint.RESPONDENT: """id *id uuid respnum respondent fragebogennummer fragebogennr nr lfdnr laufnummer
        email mail token kundennummer kundennr interviewnr interviewnummer name telefon phone""",
    Hint.BIRTH: """geburt* birth* born dob""",
    Hint.RECOMMEND: """nps netpro netpromoter promoter recommend* weiterempf* empfehl* empfohl*""",
    Hint.CSAT: """csat""",
    Hint.EFFORT: """ces effort aufwand mühe kundenaufwand""",
    Hint.OVERALL: """overall gesamt* insgesamt total""",
    Hint.GRADE: """note noten *note schulnote* grade grades zensur""",
    Hint.SEGMENT: """code gender sex geschlecht age alter altersgruppe altersklasse agegroup income einkommen
        gruppe *gruppe group segment *segment typ *typ type klasse *klasse kundenart neukunde stammkunde""",
}
# Words that name a segmentation only when they stand alone: "Store" divides, "Store cleanliness" is rated.
ALONE = """region bundesland land country kanton canton stadt city language sprache lang kanal channel class
    filiale branch standort store branche industry sector plz beruf occupation bildung education abteilung
    department produkt product tarif status mitglied membership peak area zone"""


def pattern_of(words: str) -> re.Pattern[str]:
    """A pattern for any one of the words."""
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words.split()]
    return re.compile(f"(?:{'|'.join(parts)})")


PATTERNS = {hint: pattern_of(words) for hint, words in WORDS.items()}


@lru_cache(maxsize=2048)
def hints_of(name: str) -> frozenset[Hint]:
    """What any word of the name hints at; CamelCase and snake_case are taken apart."""
    apart = re.sub(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])", " ", name).replace("_", " ")
    words = re.findall(r"[^\W\d]+", apart.casefold())
    hints = {hint for hint, found in PATTERNS.items() if any(map(found.fullmatch, words))}
    is_alone = len(words) == 1 and words[0] in ALONE.split()
    return frozenset(hints | {Hint.SEGMENT} if is_alone else hints)


NO_ANSWER_TEXTS = """
    blank, empty, leer, keine angabe, keine angaben, k.a., k. a., ka, weiß nicht, weiß ich nicht
    wn, keine antwort, kann ich nicht beurteilen, kann ich nicht sagen, nicht beurteilbar
    nicht genutzt, nie genutzt, nicht zutreffend, entfällt, keine erfahrung, unbekannt, verweigert
    ohne angabe, fehlend, unbestimmt, n/a, na, n.a., n. a., nan, null, none, nil, missing, unknown
    don't know, dont know, do not know, dk, refused, don't know or refused, no answer
    not applicable, does not apply, never used, not used, no opinion, no experience
    prefer not to say, prefer not to answer, can't say, cannot say, not stated, not sure, skipped
"""


def fold_text(text: str) -> str:
    """A text by its letters and digits alone."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


NO_ANSWER = frozenset(fold_text(text) for text in re.split(r"[,\n]", NO_ANSWER_TEXTS))


def says_no_answer(text: str) -> bool:
    """Whether a text says that there is no answer; so do texts without a letter or digit, such as "-"."""
    return fold_text(text) in NO_ANSWER
