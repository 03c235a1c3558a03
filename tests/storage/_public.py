"""The storage's public functions that ask who wants to know, found by their signature."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any
from uuid import UUID

import storage

Function = Callable[..., Any]


@cache
def functions_with_an_actor() -> dict[str, Function]:
    """All of them by module and name."""
    return {name: function for name, function in _public().items() if takes_actor(function)}


@cache
def _public() -> dict[str, Function]:
    return {
        f"{module.__name__.removeprefix('storage.')}.{name}": function
        for module in _modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


@cache
def functions_of_a_project() -> dict[str, Function]:
    """Those that are about one project."""
    return {
        name: function
        for name, function in functions_with_an_actor().items()
        if is_intent(function) or "project_id" in inspect.signature(function).parameters
    }


@cache
def functions_of_a_seat() -> dict[str, Function]:
    """What a phone may do in an activity, and nothing else."""
    return {name: function for name, function in _public().items() if is_participation(function)}


def call(function: Function, *first: object) -> Any:
    """Call a function with its first arguments; what comes after them must not be looked at yet."""
    named = list(inspect.signature(function).parameters.values())
    # An intent is written as a function of its work; store, actor and project come in its place.
    rest = named[1:] if is_intent(function) else named[len(first) :]
    needed = [p for p in rest if p.default is p.empty and p.kind is not p.KEYWORD_ONLY]
    return function(*first, *(object() for _ in needed))


def first_arguments(function: Function, store: object, actor: object, project: UUID) -> list[object]:
    """Store and actor, and the project where the function takes one."""
    is_about_project = is_intent(function) or "project_id" in inspect.signature(function).parameters
    return [store, actor, project] if is_about_project else [store, actor]


def takes_actor(function: Function) -> bool:
    """Whether it is called with store and actor."""
    return is_intent(function) or list(inspect.signature(function).parameters)[:2] == ["store", "actor"]


def is_intent(function: Function) -> bool:
    """Whether it was made by storage.intents.intent."""
    return _is_work(function) and not is_participation(function)


def is_participation(function: Function) -> bool:
    """Whether it was made by storage.taking_part.participation: its work is about an activity."""
    names = list(inspect.signature(function).parameters)
    return _is_work(function) and names[1:2] == ["activity"]


def _is_work(function: Function) -> bool:
    return hasattr(function, "__wrapped__") and next(iter(inspect.signature(function).parameters)) == "work"


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(storage.__path__, "storage."):
        if not found.ispkg and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)
