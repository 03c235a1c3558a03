"""What is computed once for all sessions and kept for a while: how a page stays quick without being wrong."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

import streamlit as st

# A duration, since Streamlit would read a text such as "1h" with pandas at every call.
_LASTS = timedelta(hours=1)
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class Kept(Generic[_Given, _Result]):
    """A function whose last results are kept.

    Streamlit looks up the signature of the function anew for each argument without a name, which is a
    hundredth of a run; so all are handed on with their names.
    """

    def __init__(self, function: Callable[_Given, _Result], **options: Any) -> None:  # noqa: ANN401 - Streamlit's own
        self._kept: Any = st.cache_resource(show_spinner=False, ttl=_LASTS, **options)(function)
        self._names = tuple(inspect.signature(function).parameters)
        update_wrapper(self, function)

    def __call__(self, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        """What was kept for these arguments, else what the function gives."""
        result: _Result = self._kept(**self._named(given), **named)
        return result

    def clear(self, *given: _Given.args, **named: _Given.kwargs) -> None:
        """Forget what was kept for these arguments."""
        self._kept.clear(**self._named(given), **named)

    def _named(self, given: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(self._names, given, strict=False))


def kept(
    most: int, hash_funcs: Mapping[type, Callable[[Any], Any]] | None = None
) -> Callable[[Callable[_Given, _Result]], Kept[_Given, _Result]]:
    """Keep the last results of a function, at most so many and for an hour.

    Arguments tell results apart, but for those whose names begin with an underscore.
    """
    options = {"max_entries": most, "hash_funcs": None if hash_funcs is None else dict(hash_funcs)}
    return lambda function: Kept(function, **options)
