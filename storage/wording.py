"""Puts messages, numbers, dates and money into a language: gettext catalogues through Babel."""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from touchpoints.messages import Message, Number, Percent, Value

_CATALOGUES = Path(__file__).parent / "locales"
# The domain's texts are written in English, so English needs no catalogue.
SOURCE_LANGUAGE = "en"


def languages() -> tuple[str, ...]:
    """The languages there are: English and every folder with a catalogue."""
    return _languages_in(_CATALOGUES)


@cache
def _languages_in(catalogues: Path) -> tuple[str, ...]:
    found = sorted(file.parts[-3] for file in catalogues.glob("*/LC_MESSAGES/messages.po"))
    return (*found, SOURCE_LANGUAGE)


def best_language(wanted: Iterable[str]) -> str:
    """The first language of a list such as ["de-CH", "fr"] that there is a catalogue for, else English."""
    tags = [tag.replace("-", "_") for tag in wanted if tag]
    # Babel gives the tag as it was asked for, in whatever capitals.
    known = {language.lower(): language for language in languages()}
    found = negotiate_locale(tags, known, aliases={})
    return known[found.lower()] if found else _by_main_language(tags)


def _by_main_language(tags: Iterable[str]) -> str:
    known = languages()
    return next((main for tag in tags if (main := tag.split("_")[0].lower()) in known), SOURCE_LANGUAGE)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue read in process; there is no compile step that could be forgotten."""
    file = _CATALOGUES / language / "LC_MESSAGES" / "messages.po"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


# Most who read English here write the day before the month; plain English would be that of America.
_AS_WRITTEN = {"en": "en_GB"}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_AS_WRITTEN.get(language, language))


# A page says the same few hundred words and numbers at every run; Babel reads its patterns anew each time.
@lru_cache(maxsize=5_000)
def _plain(language: str, text: str) -> str:
    return _catalogue(language).gettext(text) if text else ""  # gettext answers the empty id with its header


@lru_cache(maxsize=20_000)
def _decimal(language: str, value: float | Decimal, pattern: str | None = None) -> str:
    return format_decimal(value, format=pattern, locale=_locale(language))


@lru_cache(maxsize=2_000)
def _date(language: str, day: dt.date) -> str:
    return format_date(day, format="medium", locale=_locale(language))


@dataclass(frozen=True)
class BabelWording:
    """The wording of one language; see touchpoints.messages.Wording."""

    language: str

    @property
    def locale(self) -> Locale:
        """Babel's locale of this language."""
        return _locale(self.language)

    def say(self, text: Message | str, /, **values: Value) -> str:
        """The text in this language with its values filled in."""
        if not values and isinstance(text, str):
            return _plain(self.language, text)
        spoken = text if isinstance(text, Message) else Message(text, values)
        filled = {name: self._value(value) for name, value in spoken.values.items()}
        return self._translated(spoken).format(**filled) if filled else self._translated(spoken)

    def number(self, value: float, digits: int = 0, *, signed: bool = False) -> str:
        """A figure with exactly `digits` decimals and a real minus sign."""
        digits_part = "." + "0" * digits if digits else ""
        text = _decimal(self.language, abs(value), f"#,##0{digits_part}")
        if not any(digit in text for digit in "123456789"):
            return text
        return f"\N{MINUS SIGN}{text}" if value < 0 else f"+{text}" if signed else text

    def percent(self, share: float, digits: int = 0) -> str:
        """A share between 0 and 1 in per cent."""
        digits_part = "." + "0" * digits if digits else ""
        space = "\N{NO-BREAK SPACE}" if self.language.startswith("de") else ""
        return format_percent(share, format=f"#,##0{digits_part}{space}%", locale=self.locale)

    def date(self, day: dt.date) -> str:
        """A calendar day, medium length."""
        return _date(self.language, day)

    def _translated(self, spoken: Message) -> str:
        if spoken.plural is None or spoken.count is None:
            return _plain(self.language, spoken.text)
        return _catalogue(self.language).ngettext(spoken.text, spoken.plural, spoken.count)

    def _value(self, value: Value) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, Number):
            return self.number(value.value, value.digits, signed=value.signed)
        if isinstance(value, Percent):
            return self.percent(value.value, value.digits)
        return self._plain_value(value)

    def _plain_value(self, value: str | int | dt.date | Decimal) -> str:
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, int | Decimal):
            return _decimal(self.language, value)
        return value


@cache
def wording_for(language: str) -> BabelWording:
    """The wording of a language, English where there is none; texts that its catalogue lacks stay English."""
    return BabelWording(best_language([language]))
