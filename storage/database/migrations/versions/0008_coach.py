"""What the coach asks: conditions at touchpoints, its hints' answers, and more about what is there."""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('touchpoint_conditions',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=False),
    sa.Column('run_by', sa.Enum('ourselves', 'both', 'outsiders', 'nobody', name='runby', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('is_role_of_five', sa.Enum('yes', 'in_part', 'no', 'not_known', name='is_role_of_five', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('know_how', sa.Enum('low', 'usual', 'high', 'not_known', name='know_how', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('turnover', sa.Enum('low', 'usual', 'high', 'not_known', name='turnover', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('standing', sa.Enum('low', 'usual', 'high', 'not_known', name='standing', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('room_to_decide', sa.Enum('nothing', 'little', 'enough', 'not_known', name='room', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('cold_calls_outside', sa.Enum('yes', 'in_part', 'no', 'not_known', name='cold_calls_outside', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('sees_customer_value', sa.Enum('yes', 'in_part', 'no', 'not_known', name='sees_customer_value', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('captures_data', sa.Enum('yes', 'in_part', 'no', 'not_known', name='captures_data', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('trains_capture', sa.Enum('yes', 'in_part', 'no', 'not_known', name='trains_capture', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('checks_capture', sa.Enum('yes', 'in_part', 'no', 'not_known', name='checks_capture', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('given_for_data', sa.String(length=300), nullable=False),
    sa.Column('shares_data', sa.Enum('yes', 'in_part', 'no', 'not_known', name='shares_data', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('system_support', sa.Enum('yes', 'in_part', 'no', 'not_known', name='system_support', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('is_two_way', sa.Enum('yes', 'in_part', 'no', 'not_known', name='is_two_way', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('response', sa.Enum('hours', 'day', 'days', 'longer', 'nobody', 'not_known', name='response', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_touchpoint_conditions_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_touchpoint_conditions_touchpoint_id_touchpoint'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_touchpoint_conditions')),
    sa.UniqueConstraint('touchpoint_id', name=op.f('uq_touchpoint_conditions_touchpoint_id'))
    )
    with op.batch_alter_table('touchpoint_conditions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_touchpoint_conditions_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_touchpoint_conditions_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('hint_answer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('hint', sa.String(length=60), nullable=False),
    sa.Column('state', sa.Enum('waved_off', 'discussed', 'action', name='hintstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=True),
    sa.Column('said', sa.String(length=1000), nullable=False),
    sa.Column('cases', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_hint_answer_account_id_account'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_hint_answer_action_id_action'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_hint_answer_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hint_answer'))
    )
    with op.batch_alter_table('hint_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hint_answer_project_id'), ['project_id'], unique=False)

    with op.batch_alter_table('action', schema=None) as batch_op:
        batch_op.add_column(sa.Column('changes_work', sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column('learning_days', sa.Numeric(precision=8, scale=1), nullable=True))
        batch_op.add_column(sa.Column('lever', sa.Enum('experience', 'price', 'barrier', name='lever', native_enum=False, create_constraint=True, length=40), nullable=True))

    with op.batch_alter_table('round', schema=None) as batch_op:
        batch_op.add_column(sa.Column('check_up', sa.JSON(), nullable=True))

    with op.batch_alter_table('segment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('customers', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('revenue', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('contribution', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('listed_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('years', sa.Numeric(precision=4, scale=1), nullable=True))
        batch_op.add_column(sa.Column('discount_rate', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('treatment', sa.Enum('serve_better', 'part', name='treatment', native_enum=False, create_constraint=True, length=40), nullable=True))
        batch_op.add_column(sa.Column('treatment_reason', sa.String(length=500), nullable=False, server_default=''))

    with op.batch_alter_table('survey', schema=None) as batch_op:
        batch_op.add_column(sa.Column('origin', sa.Enum('own', 'bought', name='origin', native_enum=False, create_constraint=True, length=40), nullable=True))

    with op.batch_alter_table('touchpoint_decision', schema=None) as batch_op:
        batch_op.add_column(sa.Column('looked_at_data', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('looked_at_process', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('looked_at_tool', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('looked_at_people', sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
