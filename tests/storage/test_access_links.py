"""Whoever looks after the installation lists links, ends them and makes one; tokens stay secret."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from storage.__main__ import main
from storage.access import COMMAND_LINE, GUEST, Actor, NotYourRole
from storage.access_links import end_link, list_links
from storage.intents import NoSuchRow
from storage.invitations import invite
from storage.people import actor_of, enter, issue_start_link
from storage.store import Store
from tests.storage._actors import somebody
from touchpoints.model import LinkPurpose, ProjectRole

ADA = {"name": "Ada", "role": ProjectRole.TEAM_LEAD, "days": 3, "mail": "ada@company.example"}
Run = Callable[..., str]


@pytest.fixture
def run(store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on the database of the test; gives what stands on stdout."""
    monkeypatch.setenv("TOUCHPOINTS_DATABASE_URL", store.settings.database_url)
    monkeypatch.setenv("TOUCHPOINTS_PUBLIC_URL", "https://workshop.example")

    def run_one(*arguments: str, status: int = 0) -> str:
        assert main(["links", *arguments]) == status
        return capsys.readouterr().out

    return run_one


def test_links_are_listed_with_whom_they_let_into_what(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    invite(store, facilitator, project, ADA)
    invited, start = list_links(store, facilitator)
    assert (invited.name, invited.project, invited.role) == ("Ada", "Bakery", ProjectRole.TEAM_LEAD)
    assert (start.purpose, start.project_id, start.role) == (LinkPurpose.START, None, None)
    assert invited.last_used_on is None


def test_links_that_ended_are_not_listed(
    store: Store, facilitator: Actor, project: UUID, pass_time: Callable[[timedelta], object]
) -> None:
    invite(store, facilitator, project, ADA)
    pass_time(timedelta(days=3))
    [start] = list_links(store, facilitator)
    end_link(store, facilitator, start.id)
    assert list_links(store, facilitator) == ()
    for gone in (start.id, uuid4()):
        with pytest.raises(NoSuchRow):
            end_link(store, facilitator, gone)


@pytest.mark.parametrize("role", ProjectRole)
def test_only_administrators_see_and_end_links_of_all_projects(
    store: Store, project: UUID, role: ProjectRole
) -> None:
    actor = somebody(store, project, role)
    link, *_ = list_links(store, COMMAND_LINE)
    with pytest.raises(NotYourRole):
        list_links(store, actor)
    with pytest.raises(NotYourRole):
        end_link(store, actor, link.id)


def test_the_command_lists_links_and_never_a_token(
    store: Store, facilitator: Actor, project: UUID, run: Run
) -> None:
    token = invite(store, facilitator, project, ADA)
    printed = run("--json")
    invited = json.loads(printed)[0]
    assert (invited["name"], invited["project"], invited["role"]) == ("Ada", str(project), "team_lead")
    assert invited.keys() >= {"id", "purpose", "created", "expires", "last_used"}
    lines = run()
    assert lines.splitlines()[0].split("\t")[1:4] == ["Ada", "team_lead", "Bakery"]
    assert token not in printed + lines


def test_the_command_makes_a_link_for_the_administrator(store: Store, run: Run) -> None:
    address = run("--new").strip()
    assert address.startswith("https://workshop.example/enter/")
    assert actor_of(store, enter(store, address.rsplit("/", 1)[1])).is_administrator
    assert json.loads(run("--new", "--json"))["link"].startswith("https://workshop.example/enter/")


def test_the_command_ends_a_link_and_all_that_was_opened_by_it(store: Store, run: Run) -> None:
    token = issue_start_link(store)
    cookie = enter(store, token)
    [link] = list_links(store, COMMAND_LINE)
    run("--end", str(link.id))
    assert enter(store, token) is None
    assert actor_of(store, cookie) == GUEST
    run("--end", str(link.id), status=1)
