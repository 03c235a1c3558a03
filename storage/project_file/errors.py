"""Why a file is not taken in: one sentence for each reason, and what to do about it."""

from __future__ import annotations

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_


class DataFileError(TouchpointsError):
    """Base of all reasons for which a file of a project, or of an installation, is refused."""


class WrongKindOfFile(DataFileError):
    """Something else was chosen: a picture, a survey, another archive."""

    sentence = N_("This is not a file that this program has made. Choose one whose name ends in {suffix}.")


class DataFileDamaged(DataFileError):
    """The content is not what its own list says, or nothing that can be stored."""

    sentence = N_(
        "The file is damaged ({place}), and nothing of it was stored. Make the file anew where it comes from."
    )


class DataFileTooNew(DataFileError):
    """A newer version has made the file."""

    sentence = N_(
        "The file was made by version {product} with schema {found}; this version knows schema {known}. "
        "Update this program, then open the file again."
    )


class DataFileTooLarge(DataFileError):
    """The archive unpacks to far more than anybody has, as those do that are made to stop a server."""

    sentence = N_(
        "The file unpacks to an unusual amount of data ({entries} parts, {size} MB), and nothing of it was "
        "read. Make the file anew where it comes from."
    )
