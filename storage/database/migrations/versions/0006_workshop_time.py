"""When a workshop begins, and how long it is to take."""

import sqlalchemy as sa
from alembic import op


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Workshops that are there already begin at nine and take half a day, as new ones do.
    with op.batch_alter_table("workshop", schema=None) as batch_op:
        batch_op.add_column(sa.Column("starts_at", sa.Time(), nullable=False, server_default="09:00:00"))
        batch_op.add_column(sa.Column("minutes", sa.Integer(), nullable=False, server_default="240"))
