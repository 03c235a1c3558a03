"""Whoever listens hears of every commit, of this process and of others, and of nothing after the end."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from queue import Empty, Queue
from threading import enumerate as running_threads
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.hub import Hub
from storage.revisions import CONTENT, WORKSHOP, raise_revision, revisions_of
from storage.store import Store, open_store

LONG = 10.0
SHORT = 1.2  # two looks at what other processes have committed


class Ear:
    """Keeps what it hears in the order in which it was told."""

    def __init__(self) -> None:
        self._heard: Queue[tuple[str, int]] = Queue()

    def __call__(self, scope: str, number: int) -> None:
        self._heard.put((scope, number))

    def next(self) -> tuple[str, int]:
        return self._heard.get(timeout=LONG)

    def hears_nothing(self, seconds: float = 0) -> bool:
        try:
            self._heard.get(timeout=seconds or None, block=bool(seconds))
        except Empty:
            return True
        return False


def move(store: Store, project: UUID, *scopes: str) -> None:
    with store.writing() as session:
        for scope in scopes:
            raise_revision(session, project, scope)


def move_and_fail(store: Store, project: UUID) -> None:
    with store.writing() as session:
        raise_revision(session, project, WORKSHOP)
        raise ZeroDivisionError


@pytest.fixture
def ear(store: Store, project: UUID) -> Iterator[Ear]:
    """Listens to the project, and has heard what its making moved."""
    heard = Ear()
    end = store.hub.listen(project, heard)
    made = revisions_of(store, COMMAND_LINE, project)
    assert dict(heard.next() for _ in made) == made
    yield heard
    end()


@pytest.fixture
def other_server(store: Store) -> Iterator[Store]:
    """Another process on the same database."""
    opened = open_store(store.settings)
    yield opened
    opened.close()


def test_moves_are_told_with_their_numbers_in_the_order_of_the_commits(
    store: Store, project: UUID, ear: Ear
) -> None:
    before = revisions_of(store, COMMAND_LINE, project)[CONTENT]
    move(store, project, WORKSHOP, CONTENT)
    move(store, project, CONTENT)
    told = [ear.next() for _ in range(3)]
    assert told == [(WORKSHOP, 1), (CONTENT, before + 1), (CONTENT, before + 2)]


def test_what_another_process_commits_is_told_once(project: UUID, ear: Ear, other_server: Store) -> None:
    move(other_server, project, WORKSHOP)
    assert ear.next() == (WORKSHOP, 1)
    assert ear.hears_nothing(SHORT)


def test_own_commits_are_told_before_the_call_returns_and_not_a_second_time(
    store: Store, project: UUID, ear: Ear
) -> None:
    move(store, project, WORKSHOP)
    assert not ear.hears_nothing()
    assert ear.hears_nothing(SHORT)


def test_what_is_undone_is_not_told(store: Store, project: UUID, ear: Ear) -> None:
    with pytest.raises(ZeroDivisionError):
        move_and_fail(store, project)
    assert ear.hears_nothing(SHORT)


def test_another_project_is_not_heard(store: Store, other_project: UUID, ear: Ear) -> None:
    move(store, other_project, WORKSHOP)
    assert ear.hears_nothing(SHORT)


def test_a_listener_that_fails_keeps_it_from_nobody(store: Store, project: UUID) -> None:
    def fail(scope: str, number: int) -> None:
        raise ValueError(scope, number)

    heard = Ear()
    ends = [store.hub.listen(project, fail), store.hub.listen(project, heard)]
    move(store, project, WORKSHOP)
    while heard.next() != (WORKSHOP, 1):
        pass
    for end in ends:
        end()


def test_nothing_is_heard_after_the_end_and_the_watcher_goes(store: Store, project: UUID) -> None:
    heard = Ear()
    end = store.hub.listen(project, heard)
    heard.next()
    [watcher] = [thread for thread in running_threads() if thread.name == "revisions"]
    end()
    watcher.join(timeout=LONG)
    assert not watcher.is_alive()
    while not heard.hears_nothing():
        pass
    move(store, project, WORKSHOP)
    assert heard.hears_nothing()


def test_whoever_comes_after_the_watcher_went_is_told_too(
    store: Store, project: UUID, other_server: Store
) -> None:
    store.hub.listen(project, Ear())()
    heard = Ear()
    end = store.hub.listen(project, heard)
    move(other_server, project, WORKSHOP)
    while heard.next() != (WORKSHOP, 1):
        pass
    end()


def test_a_database_that_is_away_for_a_moment_ends_nothing(project: UUID) -> None:
    answers = iter([ConnectionError("away"), [(project, WORKSHOP, 7)]])

    def ask(projects: Collection[UUID]) -> list[tuple[UUID, str, int]]:
        assert projects == (project,)
        answer = next(answers, [])
        if isinstance(answer, Exception):
            raise answer
        return answer

    hub, heard = Hub(ask), Ear()
    hub.listen(project, heard)
    assert heard.next() == (WORKSHOP, 7)
    hub.close()


def test_each_process_goes_by_a_name_of_its_own(store: Store, other_server: Store) -> None:
    assert store.hub.boot != other_server.hub.boot
