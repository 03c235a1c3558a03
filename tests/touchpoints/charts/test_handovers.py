"""A broken hand-over is marked by sign, colour, line and word."""

from __future__ import annotations

from touchpoints.charts import LIGHT, handovers
from touchpoints.handovers import HandoverChain
from touchpoints.messages import Wording
from touchpoints.statistics import Level, room_figure

CHAIN = HandoverChain(
    "id-1",
    "Check-in",
    ("Terminal", "Marketing", "IT"),
    {1: "nobody is told"},
    room_figure({-1: 3, 0: 2, 1: 2}),
)


def texts_of(chains: list[HandoverChain], wording: Wording) -> list[str]:
    figure = handovers.draw(chains, wording, LIGHT).figure
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def test_departments_stand_in_order_with_a_sign_for_each_hand_over(wording: Wording) -> None:
    assert texts_of([CHAIN], wording)[:5] == ["Terminal", "▶", "Marketing", "<b>✕</b>", "IT"]


def test_a_break_has_a_dotted_line_and_its_note_in_words(wording: Wording) -> None:
    figure = handovers.draw([CHAIN], wording, LIGHT).figure
    colour = LIGHT.sign(Level.DISAPPOINTING).colour
    broken = [trace for trace in figure.data if trace.mode == "lines" and trace.line.color == colour]
    assert [trace.line.dash for trace in broken] == ["dot"]
    assert "✕ break from Marketing to IT: nobody is told" in texts_of([CHAIN], wording)


def test_the_coordination_is_said_and_that_the_team_disagrees(wording: Wording) -> None:
    heading = next(text for text in texts_of([CHAIN], wording) if "Check-in" in text)
    assert "coordination 0 ≠ the team disagrees" in heading


def test_on_a_phone_a_long_chain_goes_on_in_the_next_row(wording: Wording) -> None:
    wide = handovers.draw([CHAIN], wording, LIGHT).figure
    narrow = handovers.draw([CHAIN], wording, LIGHT.for_phone()).figure
    assert narrow.layout.yaxis.range[0] > wide.layout.yaxis.range[0]


def test_of_250_chains_those_with_breaks_are_drawn(wording: Wording) -> None:
    whole = HandoverChain("id-2", "Parking", ("Terminal", "IT"), {}, None)
    chart = handovers.draw([*[whole] * 249, CHAIN], wording, LIGHT)
    assert "Marketing" in chart.figure.data[3].text
    assert "210 more in the table" in chart.subtitle
