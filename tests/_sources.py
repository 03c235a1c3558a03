"""The project's own source files, parsed, for the tests that look at how it is written."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRODUCT = ("app.py", "pages", "touchpoints", "storage")
STANDARD_LIBRARY = sys.stdlib_module_names

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path

    @property
    def name(self) -> str:
        """The path from the project's root, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """What the file holds."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, self.name)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All that the parsed file is made of."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imports(self) -> tuple[tuple[int, str], ...]:
        """Line and full name of all that is imported, wherever it stands; `from a import b` is "a.b"."""
        return tuple(self._imports())

    def _imports(self) -> Iterator[tuple[int, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno} imports relatively"
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    @property
    def names(self) -> set[str]:
        """What the file defines at its top level."""
        defined = {node.name for node in self.tree.body if isinstance(node, Function | ast.ClassDef)}
        assigned = [node for node in self.tree.body if isinstance(node, ast.Assign)]
        return defined | {ast.unparse(target) for node in assigned for target in node.targets}

    @property
    def functions(self) -> Iterator[Function]:
        """All functions and methods."""
        return (node for node in self.nodes if isinstance(node, Function))

    @property
    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """All calls with what is called, as written: "date.today"."""
        return ((node, ast.unparse(node.func)) for node in self.nodes if isinstance(node, ast.Call))


def sources(*places: str) -> list[Source]:
    """The Python files in these folders (or these files); migrations are left out, they are history."""
    found = [path for place in places for path in _python_files(ROOT / place)]
    return [_source(path) for path in sorted(found) if "versions" not in path.parts]


@cache
def _source(path: Path) -> Source:
    """Many tests look at the same file, which is read and parsed for the first of them alone."""
    return Source(path)


def _python_files(place: Path) -> list[Path]:
    return [place] if place.is_file() else list(place.rglob("*.py"))
