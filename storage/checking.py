"""Checks what a user gave before anything is stored, and says in one sentence what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, message
from touchpoints.model import Input

AnyInput = TypeVar("AnyInput", bound=Input)


class UnusableInput(TouchpointsError):
    """A field holds what it must not."""

    sentence = N_("This cannot be saved: {reason}")


def checked(kind: type[AnyInput], values: Mapping[str, Any]) -> AnyInput:
    """The validated input; raises UnusableInput for the first field that is wrong."""
    try:
        return kind.model_validate(dict(values))
    except ValidationError as fault:
        first = fault.errors()[0]
        # What is wrong between two fields is not told of one of them.
        field = str(first["loc"][0]) if first["loc"] else ""
        raise UnusableInput(reason=_reason(str(first["type"]), field, first["msg"])) from None


def _reason(kind: str, field: str, text: str) -> Message:
    if kind == "string_too_short":
        return message("a name is missing.")
    if kind == "string_too_long":
        return message("a text is too long.")
    if kind == "ends_before_start":
        return message("the end lies before the start.")
    if kind == "counts_above_n":
        return message("more answers were counted than were given.")
    # The rest cannot be entered on a screen; scripts get the field and the validator's English words.
    return message("{field}: {reason}.", field=field, reason=text)
