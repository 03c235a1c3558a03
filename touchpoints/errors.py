"""The one base of every error that a user may see: a name, its values, and its sentence."""

from __future__ import annotations

from typing import ClassVar

from touchpoints.messages import Message, Value, in_english


class TouchpointsError(Exception):
    """Base of all errors with a sentence; subclasses set `sentence` (English, {braces} for the values)."""

    sentence: ClassVar[str]

    def __init__(self, **values: Value) -> None:
        self.values = values
        super().__init__(self.sentence)

    @property
    def message(self) -> Message:
        """The sentence with its values, to be put into words."""
        return Message(self.sentence, self.values)

    def __str__(self) -> str:
        """The English sentence, for logs."""
        return in_english(self.message)
