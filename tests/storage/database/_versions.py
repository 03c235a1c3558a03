"""The migrations as a later or earlier version has them, for tests of what happens between two versions."""

from __future__ import annotations

import shutil
from pathlib import Path

from storage.database import migrate
from storage.database.migrate import known_schemas

REBUILD_PROJECTS = """
    with op.batch_alter_table("project") as table:
        table.alter_column("name", type_=sa.String(length=300), existing_nullable=False)
        table.add_column(sa.Column("colour", sa.String(length=20), server_default="red", nullable=False))
"""
LEAVE_ORPHANS = """
    op.execute("DELETE FROM project")
"""
STOP_HALF_WAY = """
    from tests.storage._child import HALF_WAY, wait_half_way
    op.create_table("half", sa.Column("id", sa.Integer()))
    op.execute("UPDATE project SET name = 'half'")
    wait_half_way(*HALF_WAY)
"""
LATEST = known_schemas()[-1]
NEXT = f"{int(LATEST) + 1:04}"
_FILE = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{LATEST}"


def upgrade() -> None:
"""


def next_version(folder: Path, upgrade: str) -> Path:
    """A folder with all migrations there are and one more, whose upgrade is this code."""
    migrations = _copied(folder)
    (migrations / "versions" / f"{NEXT}_next.py").write_text(_FILE + upgrade)
    return migrations


def version_before(folder: Path) -> Path:
    """A folder with all migrations there are but the latest."""
    migrations = _copied(folder)
    [latest] = (migrations / "versions").glob(f"{LATEST}_*.py")
    latest.unlink()
    return migrations


def _copied(folder: Path) -> Path:
    migrations = folder / "migrations"
    shutil.copytree(migrate._MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    return migrations
