"""A picture as plain JSON, as a reveal keeps it, and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from touchpoints.room.picture import Picture


def freeze(picture: Picture) -> dict[str, Any]:
    """The picture as plain JSON."""
    plain: dict[str, Any] = _adapter().dump_python(picture, mode="json")
    return plain


def thaw(plain: Mapping[str, Any]) -> Picture:
    """The picture that was stored as plain JSON."""
    return _adapter().validate_python(plain)


@cache
def _adapter() -> TypeAdapter[Picture]:
    return TypeAdapter(Picture)
