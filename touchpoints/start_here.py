"""A few options to start with and why: no big bang, but first what disappoints and what is quickly done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from touchpoints.messages import N_, Message, Number, message, plural
from touchpoints.option_gain import Candidate, Ground

PICKS = 3


@dataclass(frozen=True)
class Pick:
    """An option to start with, and the reason."""

    candidate: Candidate
    reason: Message


def start_here(candidates: Iterable[Candidate], ground: Ground) -> tuple[Pick, ...]:
    """At most three options, each of another touchpoint; none that has to wait for another one.

    One against a disappointment, the one with the most gain for a person-day, and the team's favourite.
    Where a touchpoint or a goal has an option that was chosen, no other one is proposed instead of it.
    """
    able = [one for one in _undecided_or_chosen(tuple(candidates)) if _can_start(one, ground)]
    picks: list[Pick] = []
    for rule in (_against_disappointment, _quick, _favourite, _greatest, _greatest):
        taken = {pick.candidate.option.touchpoint_id for pick in picks}
        found = rule([one for one in able if one.option.touchpoint_id not in taken], ground)
        if found is not None and len(picks) < PICKS:
            picks.append(found)
    return tuple(picks)


def _undecided_or_chosen(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The options without those that lost against another one of their touchpoint or goal."""
    chosen = [one.option for one in candidates if one.option.is_chosen]
    decided = {option.touchpoint_id for option in chosen} | {
        option.goal_id for option in chosen if option.goal_id
    }
    return [
        one
        for one in candidates
        if one.option.is_chosen or not {one.option.touchpoint_id, one.option.goal_id} & decided
    ]


def _can_start(one: Candidate, ground: Ground) -> bool:
    option = one.option
    waits = bool(option.needs) or (option.is_delight and option.touchpoint_id in ground.disappointing)
    return not one.missing and one.gain > 0 and not waits


def _against_disappointment(able: Sequence[Candidate], ground: Ground) -> Pick | None:
    against = [one for one in able if one.option.touchpoint_id in ground.disappointing]
    best = max(against, key=lambda one: one.gain, default=None)
    if best is None:
        return None
    # What the team noted can disappoint where the customers' rating as a whole is still okay.
    is_rated_so = best.option.touchpoint_id in ground.rated_disappointing
    text = (
        N_("Customers are disappointed here, and this changes most.")
        if is_rated_so
        else N_("Something here still disappoints, as the team noted, and this changes most.")
    )
    return Pick(best, message(text))


def _quick(able: Sequence[Candidate], _ground: Ground) -> Pick | None:
    # A day is added, so that what takes none is compared by its gain, too.
    best = max(able, key=lambda one: one.gain / (float(one.effort.person_days) + 1), default=None)
    if best is None:
        return None
    days = best.effort.person_days
    reason = message(
        "The most gain for the effort: {gain} for {days} person-days.",
        gain=Number(100 * best.gain, 1),
        days=Number(float(days), 0 if days == int(days) else 1),
    )
    return Pick(best, reason)


def _favourite(able: Sequence[Candidate], _ground: Ground) -> Pick | None:
    best = max(able, key=lambda one: one.option.team_votes or 0, default=None)
    votes = (best.option.team_votes or 0) if best else 0
    reason = plural("The team wants it: {count} vote.", "The team wants it: {count} votes.", votes)
    return Pick(best, reason) if best and votes else None


def _greatest(able: Sequence[Candidate], _ground: Ground) -> Pick | None:
    best = max(able, key=lambda one: one.gain, default=None)
    return Pick(best, message("The greatest gain of what is left.")) if best else None
