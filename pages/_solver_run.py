"""What a child computes for pages: shared by the sessions that look at it, given up when none does."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import ClassVar, TypeVar

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.solving import ChildSolver, SolvingEnded, SolvingStopped, Work
from touchpoints.choice_programme import Solver
from touchpoints.errors import TouchpointsError

logger = logging.getLogger(__name__)


class SolverRun(ABC):
    """One computation in a thread that waits for its child; `fault` says what went wrong."""

    work: ClassVar[Work]

    def __init__(self) -> None:
        self.fault: TouchpointsError | None = None
        self._solver = ChildSolver(self.work)
        self._ended = Event()
        self._looking = 0
        self._is_given_up = False
        self._lock = Lock()

    @abstractmethod
    def compute(self, solver: Solver) -> None:
        """Keep what was found; raises what is wrong with what was asked."""

    def begin(self) -> None:
        """A server that is stopped does not wait for it."""
        Thread(target=self._run, name="solving", daemon=True).start()

    def end(self) -> None:
        """Nothing is left to be computed."""
        self._ended.set()

    @property
    def is_given_up(self) -> bool:
        """Whether nobody looks at it any more, so that nothing more comes."""
        return self._is_given_up

    @property
    def is_ended(self) -> bool:
        """Whether it is done, has failed or was given up."""
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it ends within so many seconds."""
        return self._ended.wait(seconds)

    def join(self) -> bool:
        """One more session looks at it; not where it was given up already."""
        with self._lock:
            self._looking += not self._is_given_up
            return not self._is_given_up

    def leave(self) -> None:
        """The last session that leaves ends the child."""
        with self._lock:
            self._looking -= 1
            self._is_given_up = self._looking <= 0 and not self.is_ended
        if self._is_given_up:
            self._solver.stop()

    def _run(self) -> None:
        try:
            with self._solver:
                self.compute(self._solver)
        except SolvingStopped:
            self._is_given_up = True
        except TouchpointsError as fault:
            self.fault = fault
        except Exception:
            logger.exception("Computing a choice failed.")
            self.fault = SolvingEnded()
        finally:
            self.end()


Run = TypeVar("Run", bound=SolverRun)


def look_at(place: str, find: Callable[[], Run], forget: Callable[[], None]) -> Run:
    """The run that a session wants at a place of the page; the one that it wanted before loses it."""
    run = find()
    before = st.session_state.get(place)
    if before is run and not run.is_given_up:
        return run
    while not run.join():
        forget()
        run = find()
    st.session_state[place] = run
    if isinstance(before, SolverRun):
        before.leave()
    return run


def show_fault(page: PageContext, fault: TouchpointsError, key: str, again: Callable[[], None]) -> None:
    """The sentence, and a way to try again."""
    say = page.wording.say
    st.error(escaped(say(fault.message)), icon=":material/error:")
    st.button(say("Try again"), key=key, icon=":material/refresh:", on_click=again)
