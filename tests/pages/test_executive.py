"""The executive's page: what it says, who sees it and with which ways, and several projects side by side."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._page import Role
from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.conditions import change_conditions
from storage.hint_answers import ToldHint, mark_discussed
from storage.invitations import invite, list_members
from storage.kpis import add_kpi, list_kpis
from storage.people import actor_of, enter
from storage.projects import new_project
from storage.store import Store
from tests.pages._roles import sign_in
from tests.pages._screen import (
    button,
    buttons,
    dialog_title,
    is_shown,
    open_page,
    press,
    press_in_dialog,
)
from tests.pages.conftest import OpenFrame
from tests.pages.plan._stored import add
from touchpoints.model import ActionStatus, Answer, Depth, ProjectInput, ProjectRole, Room, RunBy

EXAMPLE = "Example: the ratings are real, everything else in this project is invented."


def html(frame: AppTest) -> str:
    """The page itself."""
    [found] = [one.value for one in frame.get("html") if 'class="tp-executive"' in one.value]
    return str(found).partition("<style>")[0]


def ways(frame: AppTest) -> set[str]:
    """The pages that links of the page lead to."""
    return {address.partition("?")[0] for address in re.findall(r'<a href="([^"]+)"', html(frame))}


@pytest.fixture
def glance(facilitator: str, open_frame: OpenFrame, airport: UUID) -> AppTest:
    """The page of the sample."""
    assert facilitator
    return open_page(open_frame(), "executive", airport)


def test_the_sample_is_told_in_one_sentence_and_named_as_an_example(glance: AppTest) -> None:
    assert is_shown(glance, "Mixed: 1 of 12 KPI targets is reached")
    assert is_shown(glance, EXAMPLE)


def test_every_part_of_the_page_is_there(glance: AppTest) -> None:
    for part in ("decisions", "kpis", "journey", "plan", "budget", "results"):
        assert f'class="tp-{part}"' in html(glance), part
    assert html(glance).count('class="tp-tile"') == 12
    assert html(glance).count('<img class="tp-spark"') == 12


def test_a_tile_has_value_n_target_change_day_owner_status_and_what_is_next(glance: AppTest) -> None:
    [tile] = [one for one in html(glance).split("<article") if "Recommendation rate" in one]
    for piece in (
        "◇ open",
        "28%",
        "n = 421",
        "Target 32% by",
        "since",
        "no difference shown",
        "as of",
        "⚠ overdue since",
    ):
        assert piece in tile, piece
    assert 'alt="From ' in tile


def test_an_action_that_is_late_is_told_as_late(glance: AppTest) -> None:
    assert (html(glance).count("⚠ overdue since"), html(glance).count("→ by")) == (1, 7)


def test_every_figure_leads_to_its_reason(glance: AppTest, store: Store, airport: UUID) -> None:
    assert ways(glance) == {"kpis", "todo_plan", "rounds", "target_journey", "touchpoint_board"}
    first = list_kpis(store, COMMAND_LINE, airport)[0]
    for address in (
        f"kpis?project={airport}&amp;kpi={first.id}",
        f"todo_plan?project={airport}&amp;attention=blocked",
        f"todo_plan?project={airport}&amp;attention=overdue",
        f"todo_plan?project={airport}&amp;view=budget",
        f"todo_plan?project={airport}&amp;status=done",
    ):
        assert address in html(glance), address


def test_customers_and_team_are_drawn_by_marks_of_their_own(glance: AppTest) -> None:
    journey = html(glance).split('class="tp-journey"')[1]
    assert "Of 10 targets that customers rated: 0 reached, 9 clearly not" in journey
    for key in ("current, as the team sees it", "target", "measured, customers 2018"):
        assert key in journey, key


def test_the_page_of_a_blank_project_says_what_to_do_next(
    facilitator: str, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    frame = open_page(open_frame(), "executive", hotel)
    assert is_shown(frame, "There is nothing to report yet")
    assert "Choose the first KPI" in buttons(frame)
    press(frame, "Choose the first KPI")
    assert frame.title[0].value == "KPIs"


def test_a_project_with_little_says_what_is_missing(
    facilitator: str, store: Store, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    add(store, hotel, "Open earlier", due_on=date(2000, 1, 1))
    frame = open_page(open_frame(), "executive", hotel)
    assert is_shown(frame, "Cannot be told yet: no KPI has been measured; 1 of 1 open actions is overdue.")
    for said in ("No KPI has been chosen yet.", "No budget is planned yet.", "None: nothing waits"):
        assert is_shown(frame, said), said


def test_what_users_typed_is_shown_as_typed(
    facilitator: str, store: Store, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    hostile = '<img src="http://evil.example" onerror="alert(1)">'
    add_kpi(store, COMMAND_LINE, hotel, {"name": hostile, "kind": "share"})
    held_up = add(store, hotel, hostile)
    set_status(store, COMMAND_LINE, hotel, [held_up], ActionStatus.BLOCKED, date(2026, 3, 2), hostile)
    frame = open_page(open_frame(), "executive", hotel)
    assert "<img" not in html(frame)
    assert "&lt;img src=" in html(frame)


def test_a_hint_of_the_coach_that_needs_a_sponsor_is_a_decision_until_it_is_answered(
    facilitator: str, store: Store, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    changing = add(store, hotel, "A new desk", changes_work=Answer.YES)
    frame = open_page(open_frame(), "executive", hotel)
    assert is_shown(frame, "Decisions needed from you (1)")
    assert is_shown(frame, "Set days aside for the people concerned")
    assert is_shown(frame, "leaves them no time to learn: A new desk")
    assert f'href="todo_plan?project={hotel}&amp;hint=r06-time"' in html(frame)
    mark_discussed(store, COMMAND_LINE, hotel, ToldHint("r06-time", "Said", (str(changing),)))
    frame = open_page(open_frame(), "executive", hotel)
    assert is_shown(frame, "None: nothing waits for management.")


def test_the_way_from_a_hint_leads_to_the_coach_where_its_page_is_closed(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, COMMAND_LINE, hotel, [desk])
    set_depth(store, COMMAND_LINE, hotel, [desk.id], Depth.KEY)
    said = {"run_by": RunBy.OURSELVES, "room_to_decide": Room.NOTHING}
    change_conditions(store, COMMAND_LINE, hotel, desk.id, 0, said)
    add(store, hotel, "Open earlier")
    cookies |= sign_in(store, hotel, Role.EXECUTIVE)
    frame = open_frame()
    decided = html(frame).split('class="tp-decisions"')[1].split("</section>")[0]
    assert "people may decide nothing themselves" in decided
    assert f'href="coach?project={hotel}"' in decided


def test_side_by_side_as_many_decisions_are_counted_as_the_page_shows(
    facilitator: str, store: Store, open_frame: OpenFrame, hotel: UUID, airport: UUID
) -> None:
    assert facilitator
    add(store, hotel, "A new desk", changes_work=Answer.YES)
    counts = {}
    for project in (hotel, airport):
        frame = open_page(open_frame(), "executive", project)
        [counts[project]] = re.findall(r"Decisions needed from you \((\d+)\)", html(frame))
    side_by_side = html(open_page(open_frame(), "executive"))
    for project, count in counts.items():
        [row] = [one for one in side_by_side.split("<tr>") if f"executive?project={project}" in one]
        assert f'">{count}</a></td></tr>' in row


def test_an_executive_comes_in_and_lands_here(
    store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    cookies |= sign_in(store, airport, Role.EXECUTIVE)
    frame = open_frame()
    assert is_shown(frame, "Mixed: 1 of 12 KPI targets is reached")
    assert "Link for management" not in buttons(frame)


@pytest.mark.parametrize("role", [Role.TEAM_LEAD, Role.FACILITATOR, Role.ADMINISTRATOR])
def test_everybody_with_a_role_reads_it_and_who_invites_makes_links(
    store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, airport, role)
    frame = open_page(open_frame(), "executive", airport)
    assert is_shown(frame, "Mixed: 1 of 12 KPI targets is reached")
    assert ("Link for management" in buttons(frame)) is (role is not Role.TEAM_LEAD)


def test_figures_are_no_links_to_pages_that_the_role_does_not_have(
    store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    cookies |= sign_in(store, airport, Role.EXECUTIVE)
    frame = open_frame()
    assert ways(frame) <= {page.removesuffix(".py") for page in _pages_of(frame)}


def _pages_of(frame: AppTest) -> set[str]:
    return {str(one["script_path"]).rpartition("/")[2] for one in frame._registered_pages.values()}


def test_a_link_for_management_opens_the_page_for_a_month_and_changes_nothing(
    facilitator: str, store: Store, airport: UUID, open_frame: OpenFrame
) -> None:
    frame = press(open_page(open_frame(), "executive", airport), "Link for management")
    assert dialog_title(frame) == "Link for management"
    assert button(frame, "Make the link")
    frame = press_in_dialog(frame, "Make the link")
    [code] = frame.code
    token = enter(store, code.value.rpartition("/")[2])
    assert actor_of(store, token).role_in(airport) is ProjectRole.EXECUTIVE
    [member] = list_members(store, actor_of(store, facilitator), airport)
    assert (member.name, len(member.links)) == ("Management", 1)
    assert (member.links[0].expires_at - store.now()).days in (29, 30)


def test_several_projects_stand_side_by_side(
    facilitator: str, store: Store, airport: UUID, open_frame: OpenFrame
) -> None:
    assert facilitator
    bank = new_project(store, COMMAND_LINE, ProjectInput(name="Bank", language="en"))
    frame = open_page(open_frame(), "executive")
    assert is_shown(frame, "Mixed")
    assert is_shown(frame, "Nothing to judge yet")
    for project in (airport, bank):
        assert f'href="executive?project={project}"' in html(frame)
    frame = press(open_page(frame, "executive", airport), "All projects")
    assert is_shown(frame, "Nothing to judge yet")


def test_an_executive_sees_only_his_projects_side_by_side(
    store: Store, airport: UUID, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    new_project(store, COMMAND_LINE, ProjectInput(name="Secret bank", language="en"))
    cookies |= sign_in(store, airport, Role.EXECUTIVE)
    # A second invitation in the same browser adds its project.
    enter(store, _invitation(store, hotel), cookies[COOKIE])
    frame = open_frame()
    assert is_shown(frame, "Airport")
    assert is_shown(frame, "Hotel")
    assert not is_shown(frame, "Secret bank")


def _invitation(store: Store, project: UUID) -> str:
    values = {"name": "Ada", "role": ProjectRole.EXECUTIVE, "days": 9}
    token: str = invite(store, COMMAND_LINE, project, values)
    return token
