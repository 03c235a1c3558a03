"""Order by rank strings: a move writes one row, and no two processes fight over numbers."""

from __future__ import annotations

from fractional_indexing import generate_n_keys_between


def first_ranks(count: int) -> list[str]:
    """Ranks for a new list, in order."""
    ranks: list[str] = generate_n_keys_between(None, None, n=count)
    return ranks


def rank_between(before: str | None, after: str | None) -> str:
    """A rank that sorts between two neighbours; None stands for the end of the list."""
    return str(generate_n_keys_between(before, after, n=1)[0])
