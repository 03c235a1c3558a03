"""Budget of the plan: planned, spent and forecast side by side, by touchpoint, kind of cost or quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import Frame, letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Texts
from touchpoints.charts._text import plain, shortened
from touchpoints.charts._words import Words
from touchpoints.messages import N_, Message, Number, Wording, message
from touchpoints.plan_budget import PlanBudget, Quarter, Sums
from touchpoints.plan_words import KIND_WORDS

ID = "plan_budget"
NAME = N_("Budget")
INPUT = Input.PLAN_BUDGET
SHOWN_AT_MOST = 15
ROW = 5.2  # font sizes
NAME_AT, FIRST_AT, STEP, BAR_HEIGHT = 0.16, 0.4, 0.22, 0.17  # in rows
BAR_SHARE = 0.62  # of the width; the rest is for the figures
AMOUNTS = {"planned": N_("planned"), "spent": N_("spent"), "forecast": N_("forecast")}


def draw(budget: PlanBudget, wording: Wording, look: Look) -> Chart:
    """Three bars for each part; every bar carries its amount and what it is."""
    words = Words(wording)
    title = words.say(_finding(budget))
    left_out = len(budget.parts) - SHOWN_AT_MOST
    more = words.say("{count} more in the table", count=left_out) if left_out > 0 else ""
    return Chart(
        figure=_figure(budget, look, words),
        title=title,
        subtitle=" · ".join(filter(None, (words.say(_HOW), more))),
        description=f"{title}. {'; '.join(_described(budget, words))}",
        source=words.say("Source: {sources}", sources=words.say("the team")),
        tabulate=lambda: _table(budget, words),
    )


_HOW = N_("forecast: what was spent once an action is done or dropped, else at least what is planned")


def _finding(budget: PlanBudget) -> Message:
    """Whether the money will do."""
    whole, currency = budget.whole, budget.currency
    over = whole.forecast - whole.planned
    if over > 0:
        return message(
            "{over} {currency} more than planned are to be expected", over=_rounded(over), currency=currency
        )
    return message(
        "{spent} of {planned} {currency} are spent",
        spent=_rounded(whole.spent),
        planned=_rounded(whole.planned),
        currency=currency,
    )


def _figure(budget: PlanBudget, look: Look, words: Words) -> go.Figure:
    parts = budget.parts[:SHOWN_AT_MOST]
    farthest = max((float(max(_amounts(sums).values())) for _, sums in parts), default=0.0) or 1.0
    frame = Frame(look, "", "", max(1, len(parts)) * ROW * look.size)
    bars = [_bars(name, [sums for _, sums in parts], look) for name in AMOUNTS]
    axes = WHOLE.blank(look, [0, farthest / BAR_SHARE], [max(1, len(parts)), 0])
    return frame.draw([*bars, _texts(parts, look, words)], axes, [])


def _bars(name: str, sums: Sequence[Sums], look: Look) -> Part:
    """The planned amounts in the colour of targets, the spent ones in that of what is measured."""
    colour = {"planned": look.target, "spent": look.measured, "forecast": look.background}[name]
    at = FIRST_AT + STEP * list(AMOUNTS).index(name)
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(_amounts(one)[name]) for one in sums],
        "y": [row + at for row in range(len(sums))],
        "width": BAR_HEIGHT,
        "marker": {"color": colour, "line": {"width": 1.5 if name == "forecast" else 0, "color": look.text}},
        "hoverinfo": "skip",
        **WHOLE.names,
    }


def _texts(parts: Sequence[tuple[object, Sums]], look: Look, words: Words) -> Part:
    texts, letters = Texts(look), letters_in(look.width, look) - 4
    for row, (key, sums) in enumerate(parts):
        name = plain(shortened(said_of(key, words), letters))
        texts.write(0, row + NAME_AT, f"<b>{name}</b>", "middle right")
        for place, (which, amount) in enumerate(_amounts(sums).items()):
            said = f" {_money(amount, words)} {words.phrase(AMOUNTS[which])}"
            texts.write(float(amount), row + FIRST_AT + STEP * place, said, "middle right", look.muted)
    return texts.trace()


def said_of(key: object, words: Words) -> str:
    """A touchpoint's name, a kind of cost or a quarter, in words."""
    if isinstance(key, Quarter):
        return words.say("Quarter {number}, {year}", number=key.number, year=str(key.year))
    if key in KIND_WORDS:
        return words.phrase(KIND_WORDS[key])  # type: ignore[index] # just looked up
    return str(key) if key else words.say("Without a date or touchpoint")


def _amounts(sums: Sums) -> dict[str, Decimal]:
    return {"planned": sums.planned, "spent": sums.spent, "forecast": sums.forecast}


def _money(amount: Decimal, words: Words) -> str:
    return words.amount(amount)


def _rounded(amount: Decimal) -> Number:
    """Whole units; the cents stand in the table."""
    return Number(float(amount))


def _described(budget: PlanBudget, words: Words) -> Iterator[str]:
    for key, sums in budget.parts[:5]:
        said = (
            f"{words.phrase(AMOUNTS[which])} {_money(amount, words)}"
            for which, amount in _amounts(sums).items()
        )
        yield f"{said_of(key, words)}: {', '.join(said)}"


def _table(budget: PlanBudget, words: Words) -> Table:
    say = words.say
    columns = (say("Part"), say("Planned"), say("Spent"), say("Forecast"), say("Currency"))
    parts = [*((said_of(key, words), sums) for key, sums in budget.parts), (say("Together"), budget.whole)]
    return Table(columns, tuple((name, *_exact(sums, words), budget.currency) for name, sums in parts))


def _exact(sums: Sums, words: Words) -> tuple[str, ...]:
    amounts = _amounts(sums).values()
    return tuple(words.amount(amount, 2) for amount in amounts)
