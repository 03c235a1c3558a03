"""What the team thinks: ratings as counts, importance as points, hand-overs between departments."""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("binned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touchpoint_id", sa.Uuid(), nullable=False),
        sa.Column("department", sa.String(length=80), nullable=False),
        sa.Column("break_note", sa.String(length=300), nullable=False),
        sa.Column(
            "rank",
            sa.String(length=100).with_variant(sa.String(length=100, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_handover_project_id_project"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"],
            ["touchpoint.id"],
            name=op.f("fk_handover_touchpoint_id_touchpoint"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_touchpoint_id"), ["touchpoint_id"], unique=False)

    op.create_table(
        "importance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("touchpoint_id", sa.Uuid(), nullable=False),
        sa.Column("team_points", sa.Integer(), nullable=True),
        sa.Column("customer_mentions", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_importance_project_id_project"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_importance_round_id_round"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"],
            ["touchpoint.id"],
            name=op.f("fk_importance_touchpoint_id_touchpoint"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_importance")),
        sa.UniqueConstraint("round_id", "touchpoint_id", name=op.f("uq_importance_round_id_touchpoint_id")),
    )
    with op.batch_alter_table("importance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_importance_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_importance_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_importance_touchpoint_id"), ["touchpoint_id"], unique=False)

    op.create_table(
        "team_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("touchpoint_id", sa.Uuid(), nullable=False),
        sa.Column(
            "aspect",
            sa.Enum(
                "experience",
                "coordination",
                "brand",
                "promise",
                name="aspect",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("point", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("point BETWEEN -2 AND 2", name=op.f("ck_team_answer_point")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_team_answer_project_id_project"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_team_answer_round_id_round"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"],
            ["touchpoint.id"],
            name=op.f("fk_team_answer_touchpoint_id_touchpoint"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_answer")),
        sa.UniqueConstraint(
            "round_id",
            "touchpoint_id",
            "aspect",
            "point",
            name=op.f("uq_team_answer_round_id_touchpoint_id_aspect_point"),
        ),
    )
    with op.batch_alter_table("team_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_answer_project_id"), ["project_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_answer_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_answer_touchpoint_id"), ["touchpoint_id"], unique=False)

    with op.batch_alter_table("factor", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_planned", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.add_column(sa.Column("customers_asked", sa.Integer(), nullable=True))

    with op.batch_alter_table("touchpoint", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lacking", sa.String(length=500), nullable=False, server_default=""))


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
