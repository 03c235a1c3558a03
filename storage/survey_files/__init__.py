"""Reads survey files of users, hostile ones included: `describe`, `preview`, `count`, in a child process."""

from storage.survey_files.asking import count, describe, preview
from storage.survey_files.errors import SurveyFileError
from storage.survey_files.results import FileDescription, FilePreview, FileTraits

__all__ = ["FileDescription", "FilePreview", "FileTraits", "SurveyFileError", "count", "describe", "preview"]
