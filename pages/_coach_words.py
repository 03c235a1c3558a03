"""What the history calls the entities and fields that the coach asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from touchpoints.messages import N_
from touchpoints.model import Answer, Degree, HintState, Lever, Origin, Response, Room, RunBy, Treatment

COACH_ENTITIES: Mapping[str, str] = {
    "TouchpointConditions": N_("Conditions"),
    "HintAnswer": N_("Answer to a hint"),
}
COACH_FIELDS: Mapping[str, str] = {
    "run_by": N_("Who meets the customer"),
    "is_role_of_five": N_("Five people or more in one role"),
    "know_how": N_("Know-how"),
    "turnover": N_("Turnover"),
    "standing": N_("Standing in the company"),
    "room_to_decide": N_("Room to decide"),
    "cold_calls_outside": N_("Cold calls out of house"),
    "sees_customer_value": N_("The customer's value is seen"),
    "captures_data": N_("Captures customer data"),
    "trains_capture": N_("Trained to enter them"),
    "checks_capture": N_("Entries are checked"),
    "gives_back": N_("Gives something for the data"),
    "given_for_data": N_("Given for the data"),
    "shares_data": N_("Shares customer data"),
    "system_support": N_("Supported by a system"),
    "is_two_way": N_("Customers can ask and answer"),
    "response": N_("Time to an answer"),
    "changes_work": N_("Changes how people work"),
    "learning_days": N_("Person-days for learning"),
    "lever": N_("Keeps customers by"),
    "looked_at_data": N_("Data looked at"),
    "looked_at_process": N_("Process looked at"),
    "looked_at_tool": N_("Tool looked at"),
    "looked_at_people": N_("People looked at"),
    "hint": N_("Hint"),
    "said": N_("What the hint said"),
    "taken_back_at": N_("Taken back"),
    "abc": N_("ABC by revenue"),
    "abc_is_assumed": N_("ABC is an assumption"),
    "attractiveness": N_("Attractiveness"),
    "portfolio_is_assumed": N_("Portfolio is an assumption"),
    "lifetime_value": N_("Lifetime value"),
    "lifetime_value_is_assumed": N_("Lifetime value is an assumption"),
    "classified_on": N_("Classified on"),
    "customers": N_("Number of customers"),
    "revenue": N_("Revenue a year"),
    "contribution": N_("Contribution a year"),
    "listed_on": N_("Day of the customer list"),
    "years": N_("Years as a customer"),
    "discount_rate": N_("Discount rate"),
    "surveyed_as_id": N_("Group in the surveys"),
    "treatment": N_("What becomes of it"),
    "treatment_reason": N_("Reason"),
    "origin": N_("Origin"),
    "check_up": N_("Check-up"),
}
_ANSWERED = (
    *("is_role_of_five", "cold_calls_outside", "sees_customer_value", "captures_data", "trains_capture"),
    *("checks_capture", "shares_data", "system_support", "is_two_way", "gives_back"),
    *("changes_work", "looked_at_data", "looked_at_process", "looked_at_tool", "looked_at_people"),
)
COACH_WORDED: Mapping[str, type[StrEnum]] = {
    **dict.fromkeys(("know_how", "turnover", "standing"), Degree),
    **dict.fromkeys(_ANSWERED, Answer),
    "run_by": RunBy,
    "room_to_decide": Room,
    "response": Response,
    "lever": Lever,
    "treatment": Treatment,
    "origin": Origin,
    "state": HintState,
}
