"""Runs a migration on the connection it is given; there is no ini file and no own connection."""

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from touchpoints.model import ENTITIES
from touchpoints.model.types import Instant, Money

_PLAIN = {Instant: "sa.DateTime(timezone=True)", Money: "sa.BigInteger()"}


def render_item(kind: str, item: Any, context_: object) -> str | Literal[False]:  # noqa: ANN401, ARG001 - Alembic's signature
    """Write our own types as plain ones: an old migration must not change with today's code."""
    if kind != "type":
        return False
    if isinstance(item, AutoString):
        return f"sa.String(length={item.length})"
    return _PLAIN.get(type(item), False)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=ENTITIES.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
