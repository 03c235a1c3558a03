"""Roles in projects, what links open, who speaks up by a public link, and changes of owner."""

import sqlalchemy as sa
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('privacy_notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('controller', sa.String(length=500), nullable=False),
    sa.Column('contact', sa.String(length=300), nullable=False),
    sa.Column('purpose', sa.String(length=1000), nullable=False),
    sa.Column('duration', sa.String(length=500), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_privacy_notice'))
    )
    op.create_table('calendar_feed',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('projects', sa.JSON(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_calendar_feed_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_feed')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_calendar_feed_token_hash'))
    )
    with op.batch_alter_table('calendar_feed', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_feed_account_id'), ['account_id'], unique=False)

    op.create_table('group_role',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('role', sa.Enum('facilitator', 'team_lead', 'executive', name='projectrole', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_group_role_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_role')),
    sa.UniqueConstraint('project_id', 'group', name=op.f('uq_group_role_project_id_group'))
    )
    with op.batch_alter_table('group_role', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_role_project_id'), ['project_id'], unique=False)

    op.create_table('voice_box',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_voice_box_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_voice_box')),
    sa.UniqueConstraint('code', name=op.f('uq_voice_box_code')),
    sa.UniqueConstraint('project_id', name=op.f('uq_voice_box_project_id'))
    )
    with op.batch_alter_table('voice_box', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_voice_box_project_id'), ['project_id'], unique=False)

    op.create_table('membership',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.Enum('facilitator', 'team_lead', 'executive', name='projectrole', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_membership_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_membership_person_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_membership_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_membership')),
    sa.UniqueConstraint('project_id', 'account_id', name=op.f('uq_membership_project_id_account_id'))
    )
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_membership_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_membership_project_id'), ['project_id'], unique=False)

    op.create_table('sign_in_link',
    sa.Column('sign_in_id', sa.Uuid(), nullable=False),
    sa.Column('link_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['access_link.id'], name=op.f('fk_sign_in_link_link_id_access_link'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['sign_in_id'], ['sign_in.id'], name=op.f('fk_sign_in_link_sign_in_id_sign_in'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('sign_in_id', 'link_id', name=op.f('pk_sign_in_link'))
    )
    # Whoever was signed in before stays so: he came by a link of his account.
    op.execute(
        'INSERT INTO sign_in_link (sign_in_id, link_id) SELECT sign_in.id, access_link.id'
        ' FROM sign_in JOIN access_link ON access_link.account_id = sign_in.account_id'
    )
    op.create_table('voice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('kind', sa.Enum('idea', 'warning', name='voicekind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('text', sa.String(length=2000), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('came_on', sa.Date(), nullable=False),
    sa.Column('reply_hash', sa.String(length=64), nullable=True),
    sa.Column('answer', sa.String(length=2000), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('finding_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_voice_account_id_account'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_voice_finding_id_finding'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_voice_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_voice_touchpoint_id_touchpoint'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_voice')),
    sa.UniqueConstraint('reply_hash', name=op.f('uq_voice_reply_hash'))
    )
    with op.batch_alter_table('voice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_voice_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_voice_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('feedback_form',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.Enum('nps', 'csat', 'ces', 'top_ten', name='feedbackkind', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('touchpoint_id', sa.Uuid(), nullable=True),
    sa.Column('kpi_id', sa.Uuid(), nullable=True),
    sa.Column('question', sa.String(length=300), nullable=False),
    sa.Column('asks_sentence', sa.Boolean(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('question_id', sa.Uuid(), nullable=True),
    sa.Column('answers', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['kpi_id'], ['kpi.id'], name=op.f('fk_feedback_form_kpi_id_kpi'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_feedback_form_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_feedback_form_question_id_question'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['touchpoint_id'], ['touchpoint.id'], name=op.f('fk_feedback_form_touchpoint_id_touchpoint'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback_form')),
    sa.UniqueConstraint('code', name=op.f('uq_feedback_form_code'))
    )
    with op.batch_alter_table('feedback_form', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_form_kpi_id'), ['kpi_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_form_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_form_touchpoint_id'), ['touchpoint_id'], unique=False)

    op.create_table('feedback_sentence',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('form_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(length=500), nullable=False),
    sa.Column('came_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'released', 'refused', name='sentencestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('finding_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_feedback_sentence_finding_id_finding'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['form_id'], ['feedback_form.id'], name=op.f('fk_feedback_sentence_form_id_feedback_form'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_feedback_sentence_project_id_project'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback_sentence'))
    )
    with op.batch_alter_table('feedback_sentence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_sentence_form_id'), ['form_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_sentence_project_id'), ['project_id'], unique=False)

    op.create_table('owner_change',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Uuid(), nullable=False),
    sa.Column('action_id', sa.Uuid(), nullable=False),
    sa.Column('to_person_id', sa.Uuid(), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('from_person_id', sa.Uuid(), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_accepted', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_owner_change_action_id_action'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['from_person_id'], ['person.id'], name=op.f('fk_owner_change_from_person_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_owner_change_project_id_project'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['to_person_id'], ['person.id'], name=op.f('fk_owner_change_to_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_owner_change'))
    )
    with op.batch_alter_table('owner_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_owner_change_action_id'), ['action_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_owner_change_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_owner_change_to_person_id'), ['to_person_id'], unique=False)

    with op.batch_alter_table('access_link', schema=None) as batch_op:
        batch_op.add_column(sa.Column('project_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('last_used_on', sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f('ix_access_link_project_id'), ['project_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_access_link_project_id_project'), 'project', ['project_id'], ['id'], ondelete='CASCADE')

    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mail', sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column('valid_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('seen_before_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_account_mail'), ['mail'])

    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('due_before', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('due_after', sa.Date(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
