"""Errors and their values as JSON, so that the parent raises what the child met."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message, Number, Percent

# The child has read a file of unknown origin: what it names is looked up in these packages alone.
_PACKAGES = ("storage.survey_files.", "touchpoints.")

_PACKED: Mapping[type, Callable[[Any], list[Any]]] = {
    Message: lambda said: [
        said.text,
        {key: pack(value) for key, value in said.values.items()},
        said.plural,
        said.count,
    ],
    Number: lambda number: [number.value, number.digits, number.signed],
    Percent: lambda share: [share.value, share.digits],
    date: lambda day: [day.isoformat()],
    Decimal: lambda amount: [str(amount)],
    tuple: lambda values: [pack(value) for value in values],
}
_UNPACKED: Mapping[str, Callable[[list[Any]], Any]] = {
    "Message": lambda parts: Message(
        parts[0], {k: unpack(v) for k, v in parts[1].items()}, parts[2], parts[3]
    ),
    "Number": lambda parts: Number(*parts),
    "Percent": lambda parts: Percent(*parts),
    "date": lambda parts: date.fromisoformat(parts[0]),
    "Decimal": lambda parts: Decimal(parts[0]),
    "tuple": lambda parts: tuple(unpack(part) for part in parts),
}


def pack(value: Any) -> Any:  # noqa: ANN401 - whatever a message may hold
    """A value of a message as JSON: plain ones as they are, others as {type: parts}."""
    packed = _PACKED.get(type(value))
    return {type(value).__name__: packed(value)} if packed else value


def unpack(value: Any) -> Any:  # noqa: ANN401 - whatever a message may hold
    """The reverse of `pack`."""
    if not isinstance(value, dict):
        return value
    ((kind, parts),) = value.items()
    return _UNPACKED[kind](parts)


def pack_error(error: TouchpointsError) -> dict[str, Any]:
    """An error by the name of its class and its values."""
    kind = type(error)
    values = {key: pack(value) for key, value in error.values.items()}
    extra = {key: pack(value) for key, value in vars(error).items() if key != "values"}
    return {"module": kind.__module__, "name": kind.__qualname__, "values": values, "extra": extra}


def unpack_error(packed: Mapping[str, Any]) -> TouchpointsError:
    """The same error; raises LookupError for a class that is none of ours."""
    kind = _error_class(str(packed["module"]), str(packed["name"]))
    # Past the constructor of the class, which may take other arguments than the values of its sentence.
    error = kind.__new__(kind)
    TouchpointsError.__init__(error, **{key: unpack(value) for key, value in packed["values"].items()})
    vars(error).update({key: unpack(value) for key, value in packed["extra"].items()})
    return error


def _error_class(module: str, name: str) -> type[TouchpointsError]:
    found = getattr(importlib.import_module(module), name, None) if module.startswith(_PACKAGES) else None
    if isinstance(found, type) and issubclass(found, TouchpointsError):
        return found
    raise LookupError(name)
