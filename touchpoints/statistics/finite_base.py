"""How much an interval shrinks where the customers are few enough to be counted, as in B2B."""

from __future__ import annotations

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.statistics.counts import PointCounts


class MoreAnswersThanCustomers(TouchpointsError):
    """The customer base that was entered is smaller than the number of answers."""

    sentence = N_(
        "There are {answers} answers but only {customers} customers. Correct the number of customers."
    )


def n_in_finite_base(answers: int, customers: int, effective_n: float | None = None) -> float | None:
    """The n that stands in an interval for n of N customers: n (N - 1) / (N - n), None where all answered.

    With weights the effective n takes the place of the first n; how many of the N are still unheard is
    a matter of people, so the second stays. Raises MoreAnswersThanCustomers. Source: the finite
    population correction (Cochran 1977, 2.6), put as an n so that it serves every interval.
    """
    if answers > customers:
        raise MoreAnswersThanCustomers(answers=answers, customers=customers)
    if answers == customers:
        return None
    return (answers if effective_n is None else effective_n) * (customers - 1) / (customers - answers)


def interval_n(counts: PointCounts, customers: int | None) -> float | None:
    """The n of an interval: the effective n, seen against the customer base where there is one."""
    if customers is None:
        return counts.effective_n
    return n_in_finite_base(counts.total, customers, counts.effective_n)
