"""All kinds of survey files that do harm, texts and workbooks."""

from tests.storage.survey_files import hostile_texts, hostile_workbooks
from tests.storage.survey_files._kinds import FITS, KINDS, Kind

__all__ = ["FITS", "KINDS", "Kind", "hostile_texts", "hostile_workbooks"]
