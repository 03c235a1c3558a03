"""What can go wrong with a child that solves: each fault has a sentence that says what to do."""

from __future__ import annotations

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_


class SolvingFault(TouchpointsError):
    """Base of what can go wrong with the child; trying again may help."""

    sentence = N_("The best choice cannot be computed. Try again.")


class SolvingEnded(SolvingFault):
    """The child could not be started, or ended before it had answered."""

    sentence = N_(
        "The computation ended before it was done. Try again; close other programs if it happens again."
    )


class SolvingTooSlow(SolvingFault):
    """No answer came in the time that a programme may take."""

    sentence = N_(
        "The computation was stopped after {seconds} seconds. Try again when the computer is less busy."
    )
