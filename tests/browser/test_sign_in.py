"""Coming in through the company's identity provider: a test provider on this machine, and real browsers."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.accounts import list_accounts, sign_out_everywhere
from storage.configuration import Settings
from storage.group_roles import give_role
from storage.invitations import invite
from storage.projects import new_project
from storage.store import Store, open_store
from tests.browser._server import Server, running_server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput, ProjectRole

EVA = User(sub="eva", claims={"email": "Eva@Company.example", "name": "Eva Example"})
BOARD = User(sub="board", claims={"email": "b@company.example", "name": "Bo Board", "groups": ["board"]})
BOSS = User(sub="boss", claims={"email": "boss@company.example", "name": "Bob Boss"})
STRANGER = User(sub="stranger", claims={"email": "s@company.example", "groups": ["canteen"]})
# The test provider asks its own library for what that calls old.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
WAY_IN = "Sign in with your company account"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose people come in through the provider."""
    with (
        run_server_in_thread(user_claims=[EVA, BOARD, BOSS, STRANGER]) as provider,
        running_server(
            tmp_path_factory.mktemp("company"),
            sign_in_url=f"http://localhost:{provider.server_port}/.well-known/openid-configuration",
            sign_in_client_id="touchpoints",
            sign_in_client_secret="known to nobody else",
            sign_in_administrators="boss@company.example",
        ) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def company_store(company: Server) -> Iterator[Store]:
    store = open_store(Settings(data_folder=company.folder))
    yield store
    store.close()


@pytest.fixture(scope="module")
def bakery(company_store: Store) -> UUID:
    made = new_project(company_store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    eva = {"name": "Eva", "mail": "eva@company.example", "role": "team_lead", "days": 9}
    invite(company_store, COMMAND_LINE, made, eva)
    give_role(company_store, COMMAND_LINE, made, "board", ProjectRole.EXECUTIVE)
    return made


def come_in(page: Page, company: Server, who: User) -> Page:
    page.goto(company.address)
    page.get_by_role("button", name=WAY_IN).click()
    page.get_by_role("button", name=who.sub, exact=True).click()
    return page


def pages_of(page: Page) -> list[str]:
    beside = page.get_by_test_id("stSidebar")
    expect(beside.get_by_role("link", name="Sign out")).to_be_visible()
    return [link.split("\n")[-1] for link in beside.get_by_role("link").all_inner_texts()]


@pytest.mark.usefixtures("bakery")
def test_whoever_was_invited_by_mail_comes_in_with_that_role_and_leaves_no_word_of_the_provider(
    visit: Visit, company: Server
) -> None:
    page = come_in(visit(), company, EVA)
    assert "Ideas and warnings" in pages_of(page)
    assert "People and links" not in pages_of(page)
    cookies = {one["name"]: one for one in page.context.cookies()}
    assert not [name for name in cookies if name.startswith("_streamlit_user")]
    assert cookies["touchpoints_sign_in"]["httpOnly"]
    assert cookies["touchpoints_sign_in"]["sameSite"] == "Lax"


@pytest.mark.usefixtures("bakery")
def test_a_group_gives_its_role_to_whoever_is_in_it(visit: Visit, company: Server) -> None:
    shown = pages_of(come_in(visit(), company, BOARD))
    assert "At a glance" in shown
    assert "Ideas and warnings" not in shown


@pytest.mark.usefixtures("bakery")
def test_whom_the_settings_name_administers(visit: Visit, company: Server) -> None:
    assert "Administration" in pages_of(come_in(visit(), company, BOSS))


@pytest.mark.usefixtures("bakery")
def test_whoever_has_no_role_is_told_whom_to_ask(visit: Visit, company: Server) -> None:
    page = come_in(visit(), company, STRANGER)
    expect(page.get_by_text("nobody has given you a role yet")).to_be_visible()
    page.goto(company.address)
    expect(page.get_by_role("button", name=WAY_IN)).to_be_visible()


@pytest.mark.usefixtures("bakery")
def test_ending_a_sign_in_ends_it_on_open_pages_too(
    visit: Visit, company: Server, company_store: Store
) -> None:
    page = come_in(visit(), company, EVA)
    assert pages_of(page)
    [eva] = [one for one in list_accounts(company_store, COMMAND_LINE) if one.name == "Eva"]
    sign_out_everywhere(company_store, COMMAND_LINE, eva.id)
    page.get_by_test_id("stSidebar").get_by_role("link", name="My to-dos").click()
    expect(page.get_by_role("button", name=WAY_IN)).to_be_visible()
