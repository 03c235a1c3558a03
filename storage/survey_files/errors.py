"""What can be wrong with a survey file: each fault has a name and a sentence that says what to do."""

from __future__ import annotations

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_


class SurveyFileError(TouchpointsError):
    """Base of every fault of a survey file."""

    sentence = N_("The survey file cannot be read.")


class FileMissing(SurveyFileError):
    """There is no file of that name, or it is a folder, a pipe or a device."""

    sentence = N_("There is no file {name}. Check the name and the folder.")


class FileUnreadable(SurveyFileError):
    """The operating system refuses to open the file."""

    sentence = N_("The file {name} may not be opened. Close it in other programs and check its permissions.")


class FileEmpty(SurveyFileError):
    """Nothing is in the file, or nothing but blanks."""

    sentence = N_("The file is empty. Export the answers again and import that file.")


class FileOverLimit(SurveyFileError):
    """The file is bigger than an import takes."""

    sentence = N_(
        "The file has {size} MB, an import takes {limit} MB."
        " Delete the columns that are not needed, or split it."
    )


class FileTooLarge(SurveyFileError):
    """What is in the file does not fit into the memory that an import may use."""

    sentence = N_(
        "The content of the file needs more than {limit} MB of memory. Delete the columns that are not needed"
        " (identifiers, free text) and stray cells far from the table, or split the file."
    )


class FileTooSlow(SurveyFileError):
    """Reading did not end in the time that a file of this size may take."""

    sentence = N_(
        "Reading the file was stopped after {seconds} seconds. Save the table alone as a new CSV file, or try"
        " again when the computer is less busy."
    )


class FileBroken(SurveyFileError):
    """The file is damaged, or made in a way that no program that exports surveys makes."""

    sentence = N_(
        "The file is damaged and cannot be read. Export it again, or save the table as a new CSV file."
    )


class FileCutOff(SurveyFileError):
    """The file ends in the middle of a character, a row or a quotation."""

    sentence = N_(
        "The file ends in the middle of a row: a quotation mark is opened and never closed,"
        " or the file was cut off. Export it again."
    )


class FileOfOtherKind(SurveyFileError):
    """The content is not a table, whatever the file is called."""

    sentence = N_("The file is {kind}, not a table. Save the answers as CSV or as an Excel workbook (.xlsx).")


class WorkbookOfOtherKind(SurveyFileError):
    """A workbook, but in the format before 2007, in Excel's binary one, or in that of another program."""

    sentence = N_("This workbook has another format (such as .xls, .xlsb or .ods). Save it as .xlsx or CSV.")


class WorkbookLocked(SurveyFileError):
    """A workbook behind a password."""

    sentence = N_("The workbook is protected by a password. Save a copy without a password and import that.")


class WorkbookSuspicious(SurveyFileError):
    """The archive inside the workbook unpacks to far more than a survey can hold."""

    sentence = N_(
        "The workbook unpacks to an unusual amount of data ({entries} parts, {size} MB)."
        " Copy the table alone into a new workbook."
    )


class SheetMissing(SurveyFileError):
    """The sheet that was asked for is not in the workbook."""

    sentence = N_("The workbook has no sheet {sheet}. Its sheets are: {sheets}.")


class SheetsEmpty(SurveyFileError):
    """No visible sheet of the workbook holds a cell."""

    sentence = N_("The workbook has no sheet with data. Check that this is the right file.")


class HeaderOnly(SurveyFileError):
    """There are column names and no answers."""

    sentence = N_("The file has column names and no answers below them. Export it again with the answers.")


class HeaderMissing(SurveyFileError):
    """The first row names no column."""

    sentence = N_("The first row of the file names no column. Put one name above each column.")


class ColumnNamesRepeated(SurveyFileError):
    """Two columns have the same name, so an answer could belong to either."""

    sentence = N_("Several columns have the same name: {names}. Give each column a name of its own.")


class ColumnNameTooLong(SurveyFileError):
    """The first row is not a row of names."""

    sentence = N_(
        "The name of column {column} has {length} characters, {limit} are the limit. Check that the first row"
        " holds the column names and that the rows are separated by line breaks."
    )


class TooManyColumns(SurveyFileError):
    """More columns than a survey has questions."""

    sentence = N_(
        "The file has {columns} columns, an import takes {limit}. Delete the columns that are not needed."
    )


class TooManyRows(SurveyFileError):
    """More rows than an import takes."""

    sentence = N_("The file has more than {limit} rows. Split it, for instance by survey wave.")


class RowOfOtherLength(SurveyFileError):
    """A row has more or fewer cells than the first one."""

    sentence = N_(
        "Row {row} has {found} cells, the first row has {expected}. Check the quotation marks and the"
        " delimiter in this row, and whether the file was cut off."
    )


class RowTooLong(SurveyFileError):
    """No row ends within the space that a row may take."""

    sentence = N_(
        "From row {row} on, no row ends within {limit} MB: line breaks are missing, or a quotation mark"
        " is never closed. Export the file again."
    )


class CellTooLong(SurveyFileError):
    """One cell holds more text than a spreadsheet could."""

    sentence = N_(
        "A cell in row {row} holds more than {limit} characters. Shorten it, or look there for a quotation"
        " mark that is never closed."
    )


class NotText(SurveyFileError):
    """Bytes that no text holds."""

    sentence = N_("The file holds bytes that are not text. Save it as CSV in UTF-8.")


class EncodingUnknown(SurveyFileError):
    """The encoding that was asked for is not one of those that are read."""

    sentence = N_("The encoding {encoding} is not known. Available: {known}.")


class EncodingWrong(SurveyFileError):
    """The file is not written in the encoding that was asked for."""

    sentence = N_(
        "The file is not written in the encoding {encoding}. Leave the encoding out to have it found."
    )


class DelimiterUnknown(SurveyFileError):
    """The delimiter that was asked for is not one of those that are read."""

    sentence = N_("The delimiter {delimiter} is not known. Known are: comma, semicolon, tab and |.")
