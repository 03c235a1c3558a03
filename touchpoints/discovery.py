"""The one-file rule: a new chart, template reader, page or command registers itself by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from touchpoints.errors import TouchpointsError


class DuplicateId(TouchpointsError):
    """Two files of one package claim the same id."""

    sentence = "The files {first} and {second} both use the id {id}. Give one of them another id."


def discover(package: ModuleType) -> list[ModuleType]:
    """The modules of a package in the order of their file names; names that begin with _ are left out.

    A module that does not import raises its own ImportError: a broken extension must stop the start.
    """
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return [
        importlib.import_module(f"{package.__name__}.{name}") for name in names if not name.startswith("_")
    ]


def by_id(found: Iterable[tuple[str, ModuleType]]) -> dict[str, ModuleType]:
    """Modules by their id; raises DuplicateId where two claim the same one."""
    modules: dict[str, ModuleType] = {}
    for id_, module in found:
        if id_ in modules:
            raise DuplicateId(first=modules[id_].__name__, second=module.__name__, id=id_)
        modules[id_] = module
    return modules
