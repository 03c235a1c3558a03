"""What can go wrong between the product and its database, each with its sentence."""

from __future__ import annotations

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_


class DatabaseInUse(TouchpointsError):
    """Another server already serves this file."""

    sentence = N_(
        "The file {file} is already served by another running server. "
        "Stop that one, or choose another data folder for this one."
    )


class DatabaseBusy(TouchpointsError):
    """The write lock was not free in time."""

    sentence = N_("Somebody else is saving just now and is not finished. Nothing was lost; please try again.")


class ServerIsRunning(TouchpointsError):
    """This SQLite version cannot bear two writing processes."""

    sentence = N_(
        "This computer's SQLite {sqlite} can damage a file that two programs write to. "
        "Stop the server first, then run the command again."
    )


class SchemaTooNew(TouchpointsError):
    """The file was written by a newer version."""

    sentence = N_(
        "The database has the schema {found}, which is newer than this version knows ({known}). "
        "Update the program; the data was not touched."
    )


class MigrationDamaged(TouchpointsError):
    """A migration left references to nothing and was rolled back."""

    sentence = N_(
        "The update of the database to schema {known} found {count} broken references and was undone. "
        "The data is as before; a copy lies at {copy}."
    )


class DatabaseUnreachable(TouchpointsError):
    """The database cannot be opened at all."""

    sentence = N_(
        "The database at {place} cannot be opened: {reason}. "
        "Check that it is running and that the address is right."
    )
