"""What a browser sends of a board or a matrix, put where a page finds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from streamlit.testing.v1 import AppTest

from tests.pages._screen import _calm


def act(frame: AppTest, component: str, kind: str, **told: Any) -> AppTest:
    """Do something on a component of our own, which simulated pages do not draw."""
    frame.session_state[f"{component}-acts"] = [{"id": str(uuid4()), "kind": kind, **told}]
    return _calm(frame.run())


def sent(ids: Sequence[UUID]) -> list[list[Any]]:
    """Cards as the board sends them."""
    return [[str(id_), 1] for id_ in ids]
