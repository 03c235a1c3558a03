"""Who may do what, written into the README from what the code says: `make roles`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pages._discovery import find_pages
from pages._page import Role
from storage.access import RIGHTS, Right
from touchpoints.model import ProjectRole

BEGIN, END = "<!-- make roles writes from here -->", "<!-- the roles end here -->"
_README = Path(__file__).resolve().parents[1] / "README.md"
_YES, _NO = "●", "–"


def role_matrix() -> str:
    """Two tables: what each role may do, and which pages it can open."""
    return "\n\n".join("\n".join(lines) for lines in (_rights(), _pages()))


def _rights() -> Iterator[str]:
    yield from _head("right")
    yield _line("Take part in a workshop, by its code", {*Role} - {Role.GUEST})
    for right in Right:
        yield _line(right.value, {role for role in Role if right in _rights_of(role)})
    yield _line("Make, copy and move projects; every project; all links", {Role.ADMINISTRATOR})


def _rights_of(role: Role) -> frozenset[Right]:
    """Those of a project; administrators are facilitators of every one."""
    if role is Role.ADMINISTRATOR:
        return RIGHTS[ProjectRole.FACILITATOR]
    return RIGHTS[ProjectRole(role.value)] if role.value in {*ProjectRole} else frozenset()


def _pages() -> Iterator[str]:
    yield from _head("page")
    for found in sorted(find_pages(), key=lambda one: one.page.id):
        yield _line(f"`{found.page.id}` {found.page.title}", found.page.roles)


def _head(first: str) -> Iterator[str]:
    yield "| " + " | ".join([first, *(role.value.replace("_", " ") for role in Role)]) + " |"
    yield "|---" * (1 + len(Role)) + "|"


def _line(first: str, roles: set[Role] | frozenset[Role]) -> str:
    return "| " + " | ".join([first, *(_YES if role in roles else _NO for role in Role)]) + " |"


def write_into_readme() -> None:
    """Put the tables between their two marks."""
    before, rest = _README.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    _README.write_text(f"{before}{BEGIN}\n\n{role_matrix()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write_into_readme()
