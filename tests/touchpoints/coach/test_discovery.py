"""A rule is found by being there, and a file that is none stops the start."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest

import touchpoints.coach
from touchpoints.coach import BrokenRule, Rule, all_rules


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ModuleType]]:
    """What lies in the folder, for this test alone."""
    modules: list[ModuleType] = []
    monkeypatch.setattr(touchpoints.coach, "discover", lambda _package: modules)
    all_rules.cache_clear()
    yield modules
    all_rules.cache_clear()


def file(**content: object) -> ModuleType:
    module = ModuleType("touchpoints.coach.r99_new")
    vars(module).update(content)
    return module


def test_a_new_file_is_a_new_rule(found: list[ModuleType]) -> None:
    rule = Rule("r99", "Nobody reads the minutes.", lambda _facts: ())
    found.append(file(RULE=rule))
    assert all_rules() == {"r99": rule}


@pytest.mark.parametrize(
    "content", [{}, {"RULE": SimpleNamespace(id="r99")}, {"RULE": Rule("new", "", list)}]
)
def test_a_file_that_is_no_rule_is_named(found: list[ModuleType], content: dict[str, object]) -> None:
    found.append(file(**content))
    with pytest.raises(BrokenRule) as fault:
        all_rules()
    assert "r99_new" in str(fault.value)
