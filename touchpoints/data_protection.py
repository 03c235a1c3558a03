"""What is stored about people, who sees it and how long it is kept: by topic, over all tables."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.messages import N_


@dataclass(frozen=True)
class Topic:
    """Something that is stored about people, in one or more tables."""

    id: str
    title: str
    tables: frozenset[str]
    stored: str
    seen_by: str
    kept: str


_LEADS = N_("The facilitators of the project, and administrators")
_PROJECT = N_("Everybody with a role in the project")
_WITH_PROJECT = N_("As long as the project; after it was thrown away, 30 days")
_ACTED = N_(
    "As long as the project; after it was thrown away, 30 days; whose account it was is forgotten after "
    "24 months"
)

TOPICS = (
    Topic(
        "accounts",
        N_("Who may sign in"),
        frozenset({"account", "membership", "group_role"}),
        N_(
            "Name, the language chosen, the mail address if one was given, the role in each "
            "project, and when the own to-dos were last looked at. No password."
        ),
        _LEADS,
        N_("Until the account is removed"),
    ),
    Topic(
        "links",
        N_("Personal links and sign-ins"),
        frozenset({"access_link", "sign_in", "sign_in_link", "calendar_feed"}),
        N_(
            "A hash of each link and of each browser's cookie, when it was made and when it ends, "
            "and the day of its last use; where people sign in with the company's provider, the groups "
            "that it names. No address of a device, no time of day."
        ),
        N_("The facilitators of the project; the day of the last use administrators alone"),
        N_("Until the link ends, a year at most; sign-ins 90 days, with the company's provider 12 hours"),
    ),
    Topic(
        "people",
        N_("Who answers for something"),
        frozenset({"person", "touchpoint", "goal", "action", "kpi", "action_person", "owner_change"}),
        N_(
            "Name, position and department of people whom the team names, and which touchpoints, "
            "goals, actions and KPIs they answer for, back, planned together or promised. No figure"
            " about them."
        ),
        _PROJECT,
        _WITH_PROJECT,
    ),
    Topic(
        "meetings",
        N_("Reviews and remarks"),
        frozenset({"review_person", "comment"}),
        N_("Who took part in a review, and who wrote a remark on an action, with its moment."),
        _PROJECT,
        _ACTED,
    ),
    Topic(
        "coach",
        N_("Conditions at touchpoints, and answers to the coach"),
        frozenset({"touchpoint_conditions", "hint_answer"}),
        N_(
            "What a team says of know-how and staff turnover at a key touchpoint, asked of roles with five "
            "people or more alone and never about one person; and which account waved a hint off, and why."
        ),
        _PROJECT,
        _ACTED,
    ),
    Topic(
        "room",
        N_("Who takes part in a workshop"),
        frozenset({"participant", "ballot", "card", "reveal", "take_over"}),
        N_(
            "A seat with a hash of the phone's cookie; a name or a department only where an "
            "activity asks for it and says so before. Answers hang on a pseudonym that the phone "
            "alone can make; texts are shown word for word, names on promises and on open votes "
            "with them."
        ),
        N_("The facilitators, as counts of five people or more; what is open, the room"),
        N_("Answers until the workshop is concluded, seven days at most, then counts alone for good"),
    ),
    Topic(
        "voices",
        N_("Ideas and warnings, and what customers say"),
        frozenset({"voice", "voice_box", "feedback_form", "feedback_sentence"}),
        N_(
            "The text and its day, a name only if its author gives one, a hash of the code by "
            "which he reads the answer, and the account that answered. Of customers counts, and "
            "sentences that nothing ties to a figure. Network addresses are held in memory for "
            "minutes, to damp abuse, and never stored."
        ),
        N_(
            "Those who keep the project up to date; customers' sentences others only after they were released"
        ),
        _ACTED,
    ),
    Topic(
        "history",
        N_("Who changed what"),
        frozenset({"history_entry"}),
        N_(
            "Each change with its moment and the account that made it, shown with the thing that "
            "was changed. It is never filtered, counted or ranked per person."
        ),
        _LEADS,
        N_("As long as the project; the account is removed from it after 24 months"),
    ),
    Topic(
        "surveys",
        N_("Answers of customers to surveys"),
        frozenset({"answer_count", "answer_mean"}),
        N_(
            "Counts per question and group of customers. The file is read and not kept; no "
            "respondent is stored."
        ),
        N_("Everybody with a role in the project; no figure for fewer than five answers"),
        _WITH_PROJECT,
    ),
)

# What the other tables hold is about the company's work; a test holds each table to one of the two lists.
WITHOUT_PEOPLE = frozenset(
    {
        *(
            "project",
            "round",
            "phase",
            "segment",
            "encounter",
            "factor",
            "finding",
            "handover",
            "process_step",
        ),
        *(
            "importance",
            "team_answer",
            "target",
            "touchpoint_decision",
            "option",
            "option_need",
            "option_segment",
        ),
        *("action_factor", "action_need", "budget_line", "kpi_action", "measurement"),
        *("review", "review_decision", "review_finding", "review_topic"),
        *("survey", "wave", "question", "segmentation", "segmentation_value", "import_mapping"),
        *("workshop", "activity", "activity_subject", "paper_tally"),
        *("intent_record", "revision", "privacy_notice"),
    }
)
