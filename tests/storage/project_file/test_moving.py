"""A project moves from either database to either with every value, and without any way in."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID

import pytest
from sqlalchemy import text

from storage.access import COMMAND_LINE, Actor, ActorKind, NotYourRole
from storage.activity_course import open_activity
from storage.conclusion import conclude_workshop
from storage.configuration import Settings
from storage.history import list_changes
from storage.invitations import invite
from storage.project_export import WorkshopGoesOn, export_project
from storage.project_file.selection import moving_columns
from storage.project_import import ProjectIsHere, import_project, look_into
from storage.projects import SAMPLE, bin_project, list_projects, new_project
from storage.public_codes import new_public_code
from storage.store import Store, open_store
from tests._databases import Databases
from tests.conftest import migrate
from tests.storage._rows import everything, only_row, rows_of
from tests.storage.conftest import Opened
from tests.storage.project_file._filled import ALL_TABLES, fill, rows_of_project
from tests.storage.workshop.conftest import Room, room
from touchpoints.model import (
    Account,
    HistoryEntry,
    Membership,
    ProjectInput,
    ProjectRole,
    VoiceBox,
)

__all__ = ["room"]


@pytest.fixture
def elsewhere(makers: Callable[[str], Databases], databases: Databases) -> Iterator[Store]:
    """Another installation, on the other kind of database."""
    other = "postgresql" if type(databases).__name__.startswith("Sqlite") else "sqlite"
    with ExitStack() as stack:
        store = open_store(Settings(database_url=stack.enter_context(makers(other).migrated(migrate))))
        stack.callback(store.close)
        yield store


def saved(store: Store, project: UUID) -> io.BytesIO:
    file = io.BytesIO()
    export_project(store, COMMAND_LINE, project, file)
    return file


def test_every_table_either_moves_or_is_known_to_stay() -> None:
    stays = {"intent_record", "privacy_notice", "access_link", "calendar_feed", "group_role", "sign_in"}
    raw = {"sign_in_link", "ballot", "paper_tally"}
    assert {table.name for table in moving_columns()} == ALL_TABLES - stays - raw


def test_nothing_that_sounds_like_a_way_in_moves() -> None:
    secrets = ("code", "token", "hash", "secret", "pseudonym", "mail", "address")
    moving = {f"{table.name}.{name}" for table, columns in moving_columns().items() for name in columns}
    assert [name for name in moving if any(word in name.split(".")[1] for word in secrets)] == []


def test_there_and_back_every_value_is_the_same(store: Store, project: UUID, elsewhere: Store) -> None:
    fill(store, project)
    before = rows_of_project(store, project)
    assert all(before[table.name] for table in moving_columns() if table.name != "account")
    assert import_project(elsewhere, COMMAND_LINE, saved(store, project)) == project
    assert rows_of_project(elsewhere, project) == before
    back = saved(elsewhere, project)
    with store.writing() as session:
        session.execute(text("DELETE FROM project"))
    import_project(store, COMMAND_LINE, back)
    assert rows_of_project(store, project) == before


def test_the_sample_moves_with_all_its_rows(sample: Opened, elsewhere: Store) -> None:
    import_project(elsewhere, COMMAND_LINE, saved(sample.store, sample.project))
    assert rows_of_project(elsewhere, sample.project) == rows_of_project(sample.store, sample.project)


def test_the_history_says_who_did_what_by_name(
    store: Store, facilitator: Actor, project: UUID, elsewhere: Store
) -> None:
    [mine] = rows_of(store, Account)
    with store.writing() as session:
        session.merge(mine).name = "Eva Brandt"
    import_project(elsewhere, COMMAND_LINE, saved(store, project))
    told = [(change.who, change.kind) for change in list_changes(elsewhere, COMMAND_LINE, project)]
    assert told[-1] == ("Eva Brandt", "added")
    assert told[0] == (None, "imported")
    assert facilitator.name != "Eva Brandt"


def test_an_account_comes_as_a_name_and_takes_nobody_for_somebody_else(
    store: Store, project: UUID, elsewhere: Store
) -> None:
    """The first account of every installation has the same id: by another name it is another person."""
    [mine] = rows_of(store, Account)
    with elsewhere.writing() as session:
        values = mine.model_dump() | {"name": "Otto", "mail": "otto@company.example", "version": None}
        session.add(Account(**values))
    import_project(elsewhere, COMMAND_LINE, saved(store, project))
    come = only_row(elsewhere, Account, name=mine.name)
    assert come.id != mine.id
    assert (come.is_administrator, come.mail) == (False, None)
    assert only_row(elsewhere, Account, name="Otto").is_administrator
    assert {e.account_id for e in rows_of(elsewhere, HistoryEntry, project_id=project)} == {come.id, None}


def test_no_way_in_leaves_and_each_is_listed_to_be_made_anew(
    store: Store, facilitator: Actor, project: UUID, elsewhere: Store
) -> None:
    place = (store, facilitator, project)
    token = invite(*place, {"name": "Jo", "mail": "jo@company.example", "role": "team_lead", "days": 9})
    code = new_public_code()
    with store.writing() as session:
        session.add(VoiceBox(project_id=project, code=code))
    file = saved(store, project)
    links = look_into(elsewhere, COMMAND_LINE, file).links
    assert [(one.kind, one.name, one.role) for one in links] == [
        ("member", "Jo", "team_lead"),
        ("voices", "", None),
    ]
    content = unpacked(file)
    for secret in (token, code, "jo@company.example", *hashes(store)):
        assert secret not in content
    import_project(elsewhere, COMMAND_LINE, file)
    assert only_row(elsewhere, Membership).role is ProjectRole.TEAM_LEAD
    assert only_row(elsewhere, VoiceBox).code != code


def unpacked(file: io.BytesIO) -> str:
    with zipfile.ZipFile(file) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def hashes(store: Store) -> list[str]:
    return [value for value in everything(store) if len(value) == 64]


def test_a_workshop_that_goes_on_does_not_leave(room: Room) -> None:
    with pytest.raises(WorkshopGoesOn, match="Monday"):
        saved(room.store, room.project)
    conclude_workshop(*room.place, room.workshop)
    content = unpacked(saved(room.store, room.project))
    assert room.code not in content


def test_what_is_asked_ahead_holds_a_planned_workshop_back(room: Room) -> None:
    with room.store.writing() as session:
        session.execute(text("UPDATE workshop SET state = 'planned', opened_at = NULL"))
    assert saved(room.store, room.project)
    with room.store.writing() as session:
        session.execute(text("UPDATE workshop SET state = 'open'"))
    asked = room.add()
    room.press(open_activity, asked)
    with room.store.writing() as session:
        session.execute(text("UPDATE workshop SET state = 'planned'"))
    with pytest.raises(WorkshopGoesOn):
        saved(room.store, room.project)


def test_what_is_here_already_can_come_as_a_copy(store: Store, project: UUID) -> None:
    fill(store, project)
    file = saved(store, project)
    assert look_into(store, COMMAND_LINE, file).is_here
    with pytest.raises(ProjectIsHere, match="Bakery"):
        import_project(store, COMMAND_LINE, file)
    before = rows_of_project(store, project)
    copy = import_project(store, COMMAND_LINE, file, "Second bakery")
    assert rows_of_project(store, project) == before
    found = rows_of_project(store, copy)
    assert {name: len(rows) for name, rows in found.items()} == {n: len(rows) for n, rows in before.items()}
    names = [one.name for one in list_projects(store, COMMAND_LINE)]
    assert sorted(names) == ["Bakery", "Second bakery"]


def test_a_copy_refers_to_itself_alone_in_its_history_too(store: Store, project: UUID) -> None:
    fill(store, project)
    old = {str(row["id"]) for row in _ids(store, project)}
    copy = import_project(store, COMMAND_LINE, saved(store, project), "Copy")
    told = [entry.model_dump_json() for entry in rows_of(store, HistoryEntry, project_id=copy)]
    assert [id_ for id_ in old for line in told if id_ in line] == []


def _ids(store: Store, project: UUID) -> list[dict[str, UUID]]:
    with store.unchecked() as session:
        return [
            {"id": id_}
            for table in moving_columns()
            if "project_id" in table.columns and "id" in table.columns and table.name != "answer_count"
            for (id_,) in session.connection().execute(
                table.select().with_only_columns(table.c.id).where(table.c.project_id == project)
            )
            if isinstance(id_, UUID)
        ]


def test_pressed_twice_it_comes_in_once(store: Store, project: UUID, elsewhere: Store) -> None:
    file, sent = saved(store, project), COMMAND_LINE.once()
    assert import_project(elsewhere, sent, file) == import_project(elsewhere, sent, file)
    assert len(list_projects(elsewhere, COMMAND_LINE)) == 1


def test_one_in_the_bin_counts_as_here(store: Store, facilitator: Actor, project: UUID) -> None:
    file = saved(store, project)
    bin_project(store, facilitator, project)
    with pytest.raises(ProjectIsHere):
        import_project(store, COMMAND_LINE, file)


def test_facilitators_save_their_project_and_administrators_alone_open_one(
    store: Store, project: UUID
) -> None:
    def somebody(role: ProjectRole) -> Actor:
        return Actor(ActorKind.ACCOUNT, roles=((project, role),))

    file = io.BytesIO()
    export_project(store, somebody(ProjectRole.FACILITATOR), project, file)
    for role in (ProjectRole.TEAM_LEAD, ProjectRole.EXECUTIVE):
        with pytest.raises(NotYourRole):
            export_project(store, somebody(role), project, io.BytesIO())
    with pytest.raises(NotYourRole):
        import_project(store, somebody(ProjectRole.FACILITATOR), file)


def test_the_list_in_the_file_can_be_read_by_people(store: Store, project: UUID) -> None:
    with zipfile.ZipFile(saved(store, project)) as archive:
        said = json.loads(archive.read("manifest.json"))
    assert (said["format"], said["format_version"]) == ("touchpoints project", 1)
    assert said["project"]["name"] == "Bakery"
    rows = {table["name"]: table["rows"] for table in said["tables"]}
    assert (rows["project"], rows["phase"]) == (1, 6)


def test_the_progress_of_a_large_file_rises_to_its_end(store: Store, elsewhere: Store) -> None:
    made = new_project(store, COMMAND_LINE, ProjectInput(name="Air", language="en"), SAMPLE)
    heard: list[float] = []
    import_project(elsewhere, COMMAND_LINE, saved(store, made), progress=heard.append)
    assert heard == sorted(heard)
    assert heard
    assert heard[-1] <= 1
