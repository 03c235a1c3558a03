"""A segment knows its group in the surveys, a card who does it and by when; "not known" is an answer."""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

ANSWERS = ('yes', 'in_part', 'no', 'not_known')
RUN_BY = ('ourselves', 'both', 'outsiders', 'nobody', 'not_known')
LEVERS = ('experience', 'price', 'barrier', 'not_known')
LOOKED_AT = ('looked_at_data', 'looked_at_process', 'looked_at_tool', 'looked_at_people')


def upgrade() -> None:
    with op.batch_alter_table('card', schema=None) as batch_op:
        batch_op.add_column(sa.Column('name', sa.String(length=80), server_default='', nullable=False))
        batch_op.add_column(sa.Column('due_on', sa.Date(), nullable=True))

    with op.batch_alter_table('segment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('surveyed_as_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_segment_surveyed_as_id'), ['surveyed_as_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_segment_surveyed_as_id_segmentation_value'), 'segmentation_value', ['surveyed_as_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('touchpoint_conditions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('gives_back', word('gives_back', ANSWERS), nullable=True))
    widen('touchpoint_conditions', 'runby', 'run_by', RUN_BY)
    # Whoever has written down what the customer gets has answered whether he gets something.
    op.execute("UPDATE touchpoint_conditions SET gives_back = 'yes' WHERE given_for_data <> ''")

    make_answers('action', {'changes_work': 'no'})
    widen('action', 'lever', 'lever', LEVERS)
    # An empty box said as little as nobody.
    make_answers('touchpoint_decision', dict.fromkeys(LOOKED_AT))


def word(name, words):
    """One word of a closed list."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)


def widen(table, check, column, words):
    """Let a closed list have one word more; in two steps, since SQLite would forget the new list with the old."""
    name = op.f(f'ck_{table}_{check}')
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_constraint(name, type_='check')
    with op.batch_alter_table(table, schema=None) as batch_op:
        known = ', '.join(f"'{one}'" for one in words)
        batch_op.create_check_constraint(name, sa.text(f'{column} IN ({known})'))


def make_answers(table, columns):
    """Make answers of marks: a set one is a yes, one that is not set what is given by its column."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.alter_column(column, new_column_name=f'{column}_mark', existing_type=sa.Boolean())
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.add_column(sa.Column(column, word(column, ANSWERS), nullable=True))
    for column, unset in columns.items():
        marks = sa.table(table, sa.column(column), sa.column(f'{column}_mark', sa.Boolean()))
        mark = marks.c[f'{column}_mark']
        answer = sa.case((mark.is_(sa.true()), 'yes'), (mark.is_(sa.false()), unset))
        op.execute(marks.update().values({column: answer}))
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.drop_column(f'{column}_mark')


def downgrade() -> None:
    raise NotImplementedError("restore the copy made before the migration")
