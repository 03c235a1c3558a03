"""Who signs in through an identity provider: his groups, until this sign-in ends."""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.add_column(sa.Column('provider_groups', sa.JSON(), nullable=True))

    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.drop_column('valid_since')


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
