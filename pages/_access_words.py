"""The words of access: roles, what each is for, and how long a link works."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_
from touchpoints.model import ProjectRole

ROLES: Mapping[ProjectRole, str] = {
    ProjectRole.EXECUTIVE: N_("Executive"),
    ProjectRole.TEAM_LEAD: N_("Team lead"),
    ProjectRole.FACILITATOR: N_("Facilitator"),
}
MAY: Mapping[ProjectRole, str] = {
    ProjectRole.EXECUTIVE: N_("reads and prints"),
    ProjectRole.TEAM_LEAD: N_("also keeps to-dos, KPIs, findings and reviews up to date"),
    ProjectRole.FACILITATOR: N_("changes everything, leads workshops and invites"),
}
# By their length in days.
SPANS: Mapping[int, str] = {
    7: N_("one week"),
    30: N_("30 days"),
    90: N_("90 days"),
    365: N_("one year"),
}
USUAL_SPAN = 90
