"""Steps 2 to 4: targets, goals, options, actions with their budgets, KPIs with measurements, and reviews."""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('goal',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('segment_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('kpi_kind', sa.String(length=40), nullable=False),
    sa.Column('metric', sa.String(length=200), nullable=False),
    sa.Column('from_value', sa.Float(), nullable=True),
    sa.Column('to_value', sa.Float(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('money', sa.BigInteger(), nullable=True),
    sa.Column('person_days', sa.Numeric(precision=8, scale=1), nullable=True),
    sa.Column('approach', sa.String(length=1000), nullable=False),
    sa.Column('sponsor_id', sa.Uuid(), nullable=True),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_goal_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_goal_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['segment_id'], ['segment.id'], name=op.f('fk_goal_segment_id_segment'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['sponsor_id'], ['person.id'], name=op.f('fk_goal_sponsor_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_goal_touchpoint_id_touchpoint'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal'))
    )
    with op.batch_alter_table('goal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_goal_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_goal_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('review',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('minutes', sa.String(length=8000), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_review_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_review_touchpoint_id_touchpoint'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review'))
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_round_id'), ['round_id'], unique=False)

    op.create_table('target',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=False),
    sa.Column('segment_id', sa.Uuid(), nullable=True),
    sa.Column('level', sa.Numeric(precision=2, scale=1), nullable=False),
    sa.CheckConstraint('level BETWEEN -2 AND 2', name=op.f('ck_target_level')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_target_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_target_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['segment_id'], ['segment.id'], name=op.f('fk_target_segment_id_segment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_target_touchpoint_id_touchpoint'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_target')),
    sa.UniqueConstraint('round_id', 'touchpoint_id', 'segment_id', name=op.f('uq_target_round_id_touchpoint_id_segment_id'))
    )
    with op.batch_alter_table('target', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_target_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_target_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_target_segment_id'), ['segment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_target_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('touchpoint_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=False),
    sa.Column('decision', sa.Enum('focus', 'improve', 'combine', 'neglect', 'remove', 'new', name='decision', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('combine_with_id', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('improvement', sa.String(length=500), nullable=False),
    sa.ForeignKeyConstraint(['combine_with_id'], ['touchpoint.id'], name=op.f('fk_touchpoint_decision_combine_with_id_touchpoint'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_touchpoint_decision_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_touchpoint_decision_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_touchpoint_decision_touchpoint_id_touchpoint'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_touchpoint_decision')),
    sa.UniqueConstraint('round_id', 'touchpoint_id', name=op.f('uq_touchpoint_decision_round_id_touchpoint_id'))
    )
    with op.batch_alter_table('touchpoint_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_touchpoint_decision_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_touchpoint_decision_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_touchpoint_decision_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('kpi',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('goal_id', sa.Uuid(), nullable=True),
    sa.Column('question_id', sa.Uuid(), nullable=True),
    sa.Column('definition', sa.String(length=500), nullable=False),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('direction', sa.Enum('up', 'down', name='direction', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('method', sa.String(length=300), nullable=False),
    sa.Column('source', sa.String(length=300), nullable=False),
    sa.Column('interval_months', sa.Integer(), nullable=True),
    sa.Column('audience', sa.String(length=200), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=True),
    sa.Column('baseline', sa.Float(), nullable=True),
    sa.Column('target', sa.Float(), nullable=True),
    sa.Column('target_on', sa.Date(), nullable=True),
    sa.Column('smallest_change', sa.Float(), nullable=True),
    sa.Column('customer_base', sa.Integer(), nullable=True),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_kpi_goal_id_goal'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_kpi_owner_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_kpi_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_kpi_question_id_question'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_kpi_touchpoint_id_touchpoint'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kpi'))
    )
    with op.batch_alter_table('kpi', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kpi_goal_id'), ['goal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_kpi_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_kpi_question_id'), ['question_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_kpi_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('option',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=False),
    sa.Column('goal_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('size', sa.Enum('S', 'M', 'L', name='size', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('cost_once', sa.BigInteger(), nullable=True),
    sa.Column('cost_per_year', sa.BigInteger(), nullable=True),
    sa.Column('software_cost', sa.BigInteger(), nullable=True),
    sa.Column('training_cost', sa.BigInteger(), nullable=True),
    sa.Column('person_days', sa.Numeric(precision=8, scale=1), nullable=True),
    sa.Column('effect_worst', sa.Numeric(precision=2, scale=1), nullable=True),
    sa.Column('effect_realistic', sa.Numeric(precision=2, scale=1), nullable=True),
    sa.Column('effect_best', sa.Numeric(precision=2, scale=1), nullable=True),
    sa.Column('risk', sa.String(length=500), nullable=False),
    sa.Column('touches_data', sa.Boolean(), nullable=False),
    sa.Column('touches_process', sa.Boolean(), nullable=False),
    sa.Column('touches_tool', sa.Boolean(), nullable=False),
    sa.Column('touches_people', sa.Boolean(), nullable=False),
    sa.Column('is_must_have', sa.Boolean(), nullable=False),
    sa.Column('is_delight', sa.Boolean(), nullable=False),
    sa.Column('team_votes', sa.Integer(), nullable=True),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.Column('is_chosen', sa.Boolean(), nullable=False),
    sa.Column('choice_reason', sa.String(length=500), nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_option_goal_id_goal'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_option_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_option_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_option_touchpoint_id_touchpoint'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_option'))
    )
    with op.batch_alter_table('option', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_option_goal_id'), ['goal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('review_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(length=500), nullable=False),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_decision_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_review_decision_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_decision'))
    )
    with op.batch_alter_table('review_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_decision_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_decision_review_id'), ['review_id'], unique=False)

    op.create_table('review_finding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('finding_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_review_finding_finding_id_finding'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_finding_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_review_finding_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_finding')),
    sa.UniqueConstraint('review_id', 'finding_id', name=op.f('uq_review_finding_review_id_finding_id'))
    )
    with op.batch_alter_table('review_finding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_finding_finding_id'), ['finding_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_finding_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_finding_review_id'), ['review_id'], unique=False)

    op.create_table('review_person',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_review_person_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_person_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_review_person_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_person')),
    sa.UniqueConstraint('review_id', 'person_id', name=op.f('uq_review_person_review_id_person_id'))
    )
    with op.batch_alter_table('review_person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_person_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_person_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_person_review_id'), ['review_id'], unique=False)

    op.create_table('action',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('goal_id', sa.Uuid(), nullable=True),
    sa.Column('option_id', sa.Uuid(), nullable=True),
    sa.Column('finding_id', sa.Uuid(), nullable=True),
    sa.Column('review_decision_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=True),
    sa.Column('team', sa.String(length=80), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('person_days', sa.Numeric(precision=8, scale=1), nullable=True),
    sa.Column('saving_per_year', sa.BigInteger(), nullable=True),
    sa.Column('customer_gain', sa.String(length=500), nullable=False),
    sa.Column('staff_gain', sa.String(length=500), nullable=False),
    sa.Column('expected_result', sa.String(length=500), nullable=False),
    sa.Column('measure', sa.String(length=300), nullable=False),
    sa.Column('blocked_by', sa.String(length=300), nullable=False),
    sa.Column('status', sa.Enum('planned', 'running', 'blocked', 'done', 'dropped', name='actionstatus', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_action_finding_id_finding'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_action_goal_id_goal'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['option_id'], ['option.id'], name=op.f('fk_action_option_id_option'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name=op.f('fk_action_owner_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_action_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_decision_id'], ['review_decision.id'], name=op.f('fk_action_review_decision_id_review_decision'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_action_round_id_round'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_action_touchpoint_id_touchpoint'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action'))
    )
    with op.batch_alter_table('action', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_action_option_id'), ['option_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_review_decision_id'), ['review_decision_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_round_id'), ['round_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('measurement',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('kpi_id', sa.Uuid(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('value', sa.Float(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=True),
    sa.Column('sd', sa.Float(), nullable=True),
    sa.Column('favourable', sa.Integer(), nullable=True),
    sa.Column('unfavourable', sa.Integer(), nullable=True),
    sa.Column('method', sa.String(length=300), nullable=False),
    sa.CheckConstraint('starts_on <= ends_on', name=op.f('ck_measurement_period')),
    sa.ForeignKeyConstraint(['kpi_id'], ['kpi.id'], name=op.f('fk_measurement_kpi_id_kpi'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_measurement_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measurement'))
    )
    with op.batch_alter_table('measurement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_measurement_kpi_id'), ['kpi_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measurement_project_id'), ['project_id'], unique=False)

    op.create_table('option_need',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('option_id', sa.Uuid(), nullable=False),
    sa.Column('needs_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['needs_id'], ['option.id'], name=op.f('fk_option_need_needs_id_option'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['option_id'], ['option.id'], name=op.f('fk_option_need_option_id_option'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_option_need_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_option_need')),
    sa.UniqueConstraint('option_id', 'needs_id', name=op.f('uq_option_need_option_id_needs_id'))
    )
    with op.batch_alter_table('option_need', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_option_need_needs_id'), ['needs_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_need_option_id'), ['option_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_need_project_id'), ['project_id'], unique=False)

    op.create_table('option_segment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('option_id', sa.Uuid(), nullable=False),
    sa.Column('segment_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['option_id'], ['option.id'], name=op.f('fk_option_segment_option_id_option'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_option_segment_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['segment_id'], ['segment.id'], name=op.f('fk_option_segment_segment_id_segment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_option_segment')),
    sa.UniqueConstraint('option_id', 'segment_id', name=op.f('uq_option_segment_option_id_segment_id'))
    )
    with op.batch_alter_table('option_segment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_option_segment_option_id'), ['option_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_segment_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_option_segment_segment_id'), ['segment_id'], unique=False)

    op.create_table('action_need',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.Column('needs_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_action_need_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['needs_id'], ['action.id'], name=op.f('fk_action_need_needs_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_action_need_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action_need')),
    sa.UniqueConstraint('action_id', 'needs_id', name=op.f('uq_action_need_action_id_needs_id'))
    )
    with op.batch_alter_table('action_need', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_action_need_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_need_needs_id'), ['needs_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_need_project_id'), ['project_id'], unique=False)

    op.create_table('action_person',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.Enum('took_part', 'committed', name='part', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_action_person_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_action_person_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_action_person_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action_person')),
    sa.UniqueConstraint('action_id', 'person_id', 'part', name=op.f('uq_action_person_action_id_person_id_part'))
    )
    with op.batch_alter_table('action_person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_action_person_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_person_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_person_project_id'), ['project_id'], unique=False)

    op.create_table('budget_line',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('software', 'training', 'process_training', 'campaign', 'other', name='budgetkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('planned', sa.BigInteger(), nullable=False),
    sa.Column('spent', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_budget_line_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_budget_line_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget_line')),
    sa.UniqueConstraint('action_id', 'kind', name=op.f('uq_budget_line_action_id_kind'))
    )
    with op.batch_alter_table('budget_line', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_budget_line_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_budget_line_project_id'), ['project_id'], unique=False)

    op.create_table('comment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(length=2000), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_comment_account_id_account'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_comment_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_comment_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment'))
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_project_id'), ['project_id'], unique=False)

    op.create_table('kpi_action',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('kpi_id', sa.Uuid(), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_kpi_action_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['kpi_id'], ['kpi.id'], name=op.f('fk_kpi_action_kpi_id_kpi'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_kpi_action_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kpi_action')),
    sa.UniqueConstraint('kpi_id', 'action_id', name=op.f('uq_kpi_action_kpi_id_action_id'))
    )
    with op.batch_alter_table('kpi_action', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kpi_action_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_kpi_action_kpi_id'), ['kpi_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_kpi_action_project_id'), ['project_id'], unique=False)

    op.create_table('review_topic',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(length=500), nullable=False),
    sa.Column('note', sa.String(length=2000), nullable=False),
    sa.Column('kpi_id', sa.Uuid(), nullable=True),
    sa.Column('action_id', sa.Uuid(), nullable=True),
    sa.Column('finding_id', sa.Uuid(), nullable=True),
    sa.Column('rank', sa.String(length=100).with_variant(sa.String(length=100, collation='C'), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_review_topic_action_id_action'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_review_topic_finding_id_finding'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['kpi_id'], ['kpi.id'], name=op.f('fk_review_topic_kpi_id_kpi'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_review_topic_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_review_topic_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_topic'))
    )
    with op.batch_alter_table('review_topic', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_topic_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_topic_review_id'), ['review_id'], unique=False)

    with op.batch_alter_table('touchpoint', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_planned', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('first_round', sa.Integer(), nullable=False, server_default='1'))
        batch_op.add_column(sa.Column('last_round', sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
