"""Which disappointing factors an action removes."""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action_factor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("factor_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_factor_action_id_action"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["factor_id"], ["factor.id"], name=op.f("fk_action_factor_factor_id_factor"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_action_factor_project_id_project"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_factor")),
        sa.UniqueConstraint("action_id", "factor_id", name=op.f("uq_action_factor_action_id_factor_id")),
    )
    with op.batch_alter_table("action_factor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_factor_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_factor_factor_id"), ["factor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_factor_project_id"), ["project_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
