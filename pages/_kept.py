"""What is computed once for all sessions and kept for a while: how a page stays quick without being wrong."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st

_LASTS = timedelta(hours=1)
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def kept(
    most: int, hash_funcs: Mapping[type, Callable[[Any], Any]] | None = None
) -> Callable[[Callable[_Given, _Result]], Callable[_Given, _Result]]:
    """Keep the last results of a function, at most so many and for an hour.

    Arguments tell results apart, but for those whose names begin with an underscore. Streamlit looks up the
    signature of the function anew for each argument without a name, which is a hundredth of a run; so all are
    handed on with their names.
    """

    def keeping(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
        asked = st.cache_resource(
            show_spinner=False,
            max_entries=most,
            ttl=_LASTS,
            hash_funcs=None if hash_funcs is None else dict(hash_funcs),
        )(function)
        names = tuple(inspect.signature(function).parameters)

        @wraps(function)
        def found(*given: _Given.args, **named: _Given.kwargs) -> _Result:
            return asked(**dict(zip(names, given, strict=False)), **named)

        return found

    return keeping
