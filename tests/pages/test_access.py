"""People and links on the screen: invited in one form, the link shown once, all of it taken back."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._page import Role
from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE, GUEST
from storage.invitations import Member, invite, list_members
from storage.people import actor_of, enter
from storage.persons import add_person
from storage.store import Store
from storage.wording import wording_for
from tests.pages._roles import sign_in
from tests.pages._screen import _dialog_alone as dialog_alone
from tests.pages._screen import button, buttons, dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from tests.pages.test_goals import choose_row
from touchpoints.days import day_in
from touchpoints.model import ProjectRole


def members(store: Store, project: UUID) -> tuple[Member, ...]:
    return list_members(store, COMMAND_LINE, project)


def make_member(store: Store, project: UUID, name: str = "Ada") -> str:
    return invite(store, COMMAND_LINE, project, {"name": name, "role": ProjectRole.TEAM_LEAD, "days": 30})


def begin(frame: AppTest, project: UUID) -> AppTest:
    """The open form of an invitation."""
    return press(open_page(frame, "access", project), "Invite somebody")


def type_name(frame: AppTest, name: str) -> None:
    """Type a name that is not in the list, which simulated pages know of those in the list alone."""
    box = frame.selectbox(key="invite-who")
    box.options.append(name)
    box.set_value(name)


def shown_link(frame: AppTest) -> str:
    [code] = frame.code
    return str(code.value)


def choose_in_drawer(frame: AppTest, label: str, value: object) -> AppTest:
    [field] = [one for one in frame.selectbox if one.label == label]
    field.set_value(value)
    with dialog_alone(frame):
        return frame.run()


@pytest.mark.usefixtures("facilitator")
def test_an_empty_list_says_what_each_role_may_and_has_one_button(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_page(open_frame(), "access", hotel)
    assert is_shown(frame, "Nobody is invited yet")
    assert is_shown(frame, "changes everything, leads workshops and invites")
    assert "Invite somebody" in buttons(frame)
    assert not frame.dataframe


@pytest.mark.usefixtures("facilitator")
def test_a_name_and_a_press_make_a_link_that_works(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    frame = begin(open_frame(), hotel)
    type_name(frame, "Zoë <b>")
    frame.text_input(key="invite-mail").set_value("Zoe@company.example")
    frame = press_in_dialog(frame, "Make the link")
    address = urlsplit(shown_link(frame))
    assert actor_of(store, enter(store, address.path.removeprefix("/enter/"))).roles == (
        (hotel, ProjectRole.TEAM_LEAD),
    )
    [member] = members(store, hotel)
    assert (member.name, member.mail) == ("Zoë <b>", "zoe@company.example")
    [mail] = [one.proto.url for one in frame.get("link_button")]
    assert mail.startswith("mailto:Zoe@company.example?")
    assert address.geturl() in parse_qs(urlsplit(mail).query)["body"][0]


@pytest.mark.usefixtures("facilitator")
def test_the_mail_is_in_the_language_of_the_page(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    make_member(store, hotel)
    frame = choose_row(open_page(open_frame(locale="de-DE"), "access", hotel), 0)
    [way_on] = [one for one in frame.button if (one.key or "").startswith("link-")]
    frame = press_in_dialog(frame, way_on.label)
    [mail] = [one.proto.url for one in frame.get("link_button")]
    last_day = day_in(store.now(), "Europe/Berlin") + timedelta(days=90)
    assert wording_for("de").date(last_day) in parse_qs(urlsplit(mail).query)["body"][0]


@pytest.mark.usefixtures("facilitator")
def test_a_link_is_shown_once(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    frame = begin(open_frame(), hotel)
    type_name(frame, "Ada")
    assert shown_link(press_in_dialog(frame, "Make the link"))
    assert not begin(frame, hotel).code
    assert len(members(store, hotel)) == 1


@pytest.mark.usefixtures("facilitator")
def test_somebody_of_the_project_is_invited_as_himself(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    person = add_person(store, COMMAND_LINE, hotel, "Ben")
    frame = begin(open_frame(), hotel)
    frame.selectbox(key="invite-who").set_value(person)
    press_in_dialog(frame, "Make the link")
    [member] = members(store, hotel)
    assert (member.name, member.person_id) == ("Ben", person)


@pytest.mark.usefixtures("facilitator")
@pytest.mark.parametrize(("name", "mail"), [(None, ""), ("Ada", "no address")])
def test_what_is_missing_or_wrong_is_said_and_nothing_is_stored(
    open_frame: OpenFrame, store: Store, hotel: UUID, name: str | None, mail: str
) -> None:
    frame = begin(open_frame(), hotel)
    if name:
        type_name(frame, name)
    frame.text_input(key="invite-mail").set_value(mail)
    frame = press_in_dialog(frame, "Make the link")
    assert is_shown(frame, "This cannot be saved")
    assert members(store, hotel) == ()


@pytest.mark.usefixtures("facilitator")
def test_a_row_opens_what_can_be_done_about_somebody(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    token = make_member(store, hotel)
    frame = choose_row(open_page(open_frame(), "access", hotel), 0)
    assert dialog_title(frame) == "Ada"
    frame = press_in_dialog(frame, "End this link")
    assert enter(store, token) is None
    assert is_shown(frame, "The link has ended")
    press_in_dialog(frame, "Undo")
    assert enter(store, token) is not None


@pytest.mark.usefixtures("facilitator")
def test_another_role_and_another_person_are_stored_at_once(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    make_member(store, hotel)
    person = add_person(store, COMMAND_LINE, hotel, "Ben")
    frame = choose_row(open_page(open_frame(), "access", hotel), 0)
    frame = choose_in_drawer(frame, "Role", ProjectRole.EXECUTIVE)
    assert is_shown(frame, "Ada has another role from now on: Executive")
    choose_in_drawer(frame, "Person of this project", str(person))
    [member] = members(store, hotel)
    assert (member.role, member.person_id) == (ProjectRole.EXECUTIVE, person)


@pytest.mark.usefixtures("facilitator")
def test_a_role_that_was_taken_away_can_be_given_back(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    cookie = enter(store, make_member(store, hotel))
    frame = choose_row(open_page(open_frame(), "access", hotel), 0)
    frame = press_in_dialog(frame, "Take the role away")
    assert actor_of(store, cookie) == GUEST
    frame = open_page(frame, "access", hotel)
    press(frame, "Undo")
    assert actor_of(store, cookie).roles == ((hotel, ProjectRole.TEAM_LEAD),)


def test_a_facilitator_cannot_lock_himself_out_and_learns_no_day_of_use(
    open_frame: OpenFrame, store: Store, hotel: UUID, cookies: dict[str, str]
) -> None:
    cookies |= sign_in(store, hotel, Role.FACILITATOR)
    assert actor_of(store, cookies[COOKIE]).roles
    frame = choose_row(open_page(open_frame(project=str(hotel)), "access", hotel), 0)
    assert "Last used" not in frame.dataframe[0].value.columns
    assert not is_shown(frame, "last used")
    assert "Take the role away" not in buttons(frame)
    assert [one.disabled for one in frame.selectbox if one.label == "Role"] == [True]
    assert not button(frame, "End this link").disabled
