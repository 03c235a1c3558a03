"""A segment knows the group of the surveys that it is, a proposed action who does it and until when."""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.add_column(sa.Column('name', sa.String(length=80), server_default='', nullable=False))
        batch_op.add_column(sa.Column('due_on', sa.Date(), nullable=True))

    with op.batch_alter_table('segment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('surveyed_as_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_segment_surveyed_as_id'), ['surveyed_as_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_segment_surveyed_as_id_segmentation_value'), 'segmentation_value', ['surveyed_as_id'], ['id'], ondelete='SET NULL')


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
