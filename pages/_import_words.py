"""The words of the import for roles, layouts and periods: one place, so that its steps say the same."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_
from touchpoints.survey.rules import Layout, Period, Role

ROLE_WORDS: Mapping[Role, str] = {
    Role.TOUCHPOINT: N_("Touchpoint"),
    Role.OVERALL: N_("Overall satisfaction"),
    Role.NPS: N_("NPS (0 to 10)"),
    Role.CSAT: N_("CSAT"),
    Role.CES: N_("Customer effort (CES)"),
    Role.RECOMMENDATION: N_("Came by recommendation"),
    Role.SEGMENTATION: N_("Segmentation"),
    Role.IGNORE: N_("Not used"),
    Role.ITEM: N_("Touchpoint or question"),
    Role.ANSWER: N_("Answer"),
    Role.COUNT: N_("Number of answers"),
    Role.MEAN: N_("Mean"),
    Role.SD: N_("Standard deviation (optional)"),
}
LAYOUT_WORDS: Mapping[Layout, str] = {
    Layout.WIDE: N_("a respondent"),
    Layout.LONG: N_("an answer"),
    Layout.COUNTS: N_("a count of answers"),
    Layout.MEANS: N_("a mean"),
}
PERIOD_WORDS: Mapping[Period | None, str] = {
    None: N_("Each value is a wave"),
    Period.YEAR: N_("One wave a year"),
    Period.HALF: N_("One wave a half-year"),
    Period.QUARTER: N_("One wave a quarter"),
    Period.MONTH: N_("One wave a month"),
    Period.DAY: N_("One wave a day"),
}
ENCODING_WORDS: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "iso8859-1": "Latin-1",
    "mac-roman": "Mac Roman",
}
DELIMITER_WORDS: Mapping[str, str] = {
    ",": N_("comma"),
    ";": N_("semicolon"),
    "\t": N_("tab"),
    "|": N_("vertical bar"),
}
