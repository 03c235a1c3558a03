"""Solves the programmes of the best choice in child processes, so that nobody else's page waits for them."""

from storage.solving.errors import SolvingEnded, SolvingFault, SolvingTooSlow
from storage.solving.solver import ChildSolver, SolvingStopped, Work, stop_solving

__all__ = [
    "ChildSolver",
    "SolvingEnded",
    "SolvingFault",
    "SolvingStopped",
    "SolvingTooSlow",
    "Work",
    "stop_solving",
]
