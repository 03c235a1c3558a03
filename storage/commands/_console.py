"""What commands share: where they print, and how they find the project they are about."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from storage.access import COMMAND_LINE, NoSuchProject
from storage.configuration import Settings
from storage.projects import ProjectSummary, list_projects
from storage.store import Store, open_store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, Wording


class AmbiguousProject(TouchpointsError):
    """Two projects have the name that was given."""

    sentence = N_("Several projects are called {name}. Name the one you mean by its id: {ids}.")


@dataclass(frozen=True)
class Console:
    """Results go to stdout, progress and sentences to stderr."""

    wording: Wording

    def say(self, sentence: Message) -> None:
        """A sentence for the person at the keyboard."""
        print(self.wording.say(sentence), file=sys.stderr)

    def show(self, text: Message | str) -> None:
        """A line of the result."""
        print(text if isinstance(text, str) else self.wording.say(text))

    def show_json(self, value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """The result as JSON, alone on stdout; figures are unrounded."""
        print(json.dumps(value, ensure_ascii=False, indent=2, default=str, allow_nan=False))

    def progress(self, share: float) -> None:
        """How far a long file is, only where somebody watches."""
        if sys.stderr.isatty():
            print(f"\r{self.wording.percent(share)} ", end="", file=sys.stderr, flush=True)


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store of the installation for the length of a command."""
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


def project_named(store: Store, wanted: str) -> ProjectSummary:
    """The project with this id or exactly this name; raises NoSuchProject, AmbiguousProject."""
    projects = list_projects(store, COMMAND_LINE)
    found = [project for project in projects if wanted in {str(project.id), project.name}]
    if not found:
        raise NoSuchProject
    if len(found) > 1:
        raise AmbiguousProject(name=wanted, ids=", ".join(str(project.id) for project in found))
    return found[0]
