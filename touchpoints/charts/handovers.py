"""Departments and hand-overs: who works at a touchpoint in which order, and where the hand-over breaks."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.charts._chain_rows import BREAK, HOLDS, ChainRows
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import Frame
from touchpoints.charts._look import Look
from touchpoints.charts._standing_words import StandingWords
from touchpoints.handovers import HandoverChain, finding_of_handovers
from touchpoints.messages import N_, Wording, plural

ID = "handovers"
NAME = N_("Departments and hand-overs")
INPUT = Input.CHAINS
SHOWN_AT_MOST = 40


def draw(chains: Sequence[HandoverChain], wording: Wording, look: Look) -> Chart:
    """One row per touchpoint with departments; a break carries a sign, a dotted line and its note."""
    words = StandingWords(wording)
    noted = [chain for chain in chains if chain.departments]
    rows = ChainRows(_shown(noted), look, words)
    key = words.say(
        "{holds} holds, {broken} breaks; coordination as the team rates it, −2 to +2",
        holds=HOLDS,
        broken=BREAK,
    )
    source = words.say("Source: {sources}", sources=words.say("the team"))
    frame = Frame(look, key, source, rows.height * look.size)
    return Chart(
        figure=frame.draw(rows.traces(), rows.layout(), []),
        title=words.say(finding_of_handovers(noted)),
        subtitle=" · ".join(_subtitle(noted, words)),
        description=" ".join([words.say(finding_of_handovers(noted)) + ".", *_breaks(noted, words)]),
        source=source,
        tabulate=lambda: _table(noted, words),
    )


def _shown(chains: Sequence[HandoverChain]) -> Sequence[HandoverChain]:
    """All in the order of the journey; of too many those with the most breaks."""
    if len(chains) <= SHOWN_AT_MOST:
        return chains
    return sorted(chains, key=lambda chain: chain.broken, reverse=True)[:SHOWN_AT_MOST]


def _subtitle(chains: Sequence[HandoverChain], words: StandingWords) -> list[str]:
    """How many touchpoints and departments take part, and what is not shown."""
    departments = {name.casefold() for chain in chains for name in chain.departments}
    said = [
        words.say(
            plural("{count} touchpoint with departments", "{count} touchpoints with departments", len(chains))
        ),
        words.say(plural("{count} department", "{count} departments", len(departments))),
    ]
    left_out = len(chains) - len(_shown(chains))
    if left_out:
        said.append(words.say("those with the most breaks shown, {count} more in the table", count=left_out))
    return said


def _breaks(chains: Sequence[HandoverChain], words: StandingWords) -> list[str]:
    """The first breaks with their notes, for those who do not see the figure."""
    broken = [(chain, step) for chain in chains for step in chain.handovers if step.breaks]
    return [
        words.say(
            "{touchpoint}: {giver} to {taker}, {note}.",
            touchpoint=chain.touchpoint,
            giver=step.giver,
            taker=step.taker,
            note=step.note,
        )
        for chain, step in broken[:5]
    ]


def _table(chains: Sequence[HandoverChain], words: StandingWords) -> Table:
    columns = (
        words.say("Touchpoint"),
        words.say("Place"),
        words.say("Department"),
        words.say("Hands over to"),
        words.say("Break"),
        words.say("Coordination (median)"),
        words.say("Quartiles"),
        words.say("n"),
    )
    return Table(columns, tuple(row for chain in chains for row in _rows(chain, words)))


def _rows(chain: HandoverChain, words: StandingWords) -> list[tuple[str, ...]]:
    room = chain.coordination
    rating = (words.median(room), words.quartiles(room), words.count(room.n)) if room else ("", "", "")
    following = [*chain.departments[1:], ""]
    return [
        (chain.touchpoint, words.count(place + 1), name, taker, chain.breaks.get(place, ""), *rating)
        for place, (name, taker) in enumerate(zip(chain.departments, following, strict=True))
    ]
