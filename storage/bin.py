"""The bin: what was thrown away in the last 30 days, and its end."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import delete

from storage.store import Store
from touchpoints.model import ENTITIES, BinnableRow

logger = logging.getLogger(__name__)


def empty_bin(store: Store) -> int:
    """Erase for good what has lain in the bin for 30 days; gives the number of rows. Run at every start."""
    limit = store.now() - timedelta(days=BinnableRow.bin_days)
    erased = 0
    with store.writing() as session:
        # Children first, so that a parent's cascade does not make the count too small.
        for table in reversed(ENTITIES.metadata.sorted_tables):
            if "binned_at" in table.columns:
                found = session.connection().execute(delete(table).where(table.c.binned_at < limit))
                erased += found.rowcount
    if erased:
        logger.info("erased %d rows that had lain in the bin for %d days", erased, BinnableRow.bin_days)
    return erased
