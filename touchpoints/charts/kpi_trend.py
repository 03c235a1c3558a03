"""The trend of a KPI: values with intervals, the target, and when linked actions began and ended."""

from __future__ import annotations

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._kpi_figure import KpiFigure
from touchpoints.charts._look import Look
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_, Wording, plural

ID = "kpi_trend"
NAME = N_("Trend of a KPI")
INPUT = Input.KPI


def draw(course: KpiCourse, wording: Wording, look: Look) -> Chart:
    """One KPI over time; its title says the newest value and how it stands to the target."""
    words = KpiWords(course.kind, course.unit, wording, course.target)
    return Chart(
        figure=KpiFigure(course, look, words).figure(),
        title=_title(course, words),
        subtitle=" · ".join(_facts(course, words)),
        description=_description(course, words),
        source=_source(course, words),
        tabulate=lambda: _table(course, words),
    )


def _title(course: KpiCourse, words: KpiWords) -> str:
    say = words.wording.say
    if course.last is None:
        return say("{name}: not measured yet", name=course.name)
    value = words.measured(course.last)
    if course.target is None:
        return say("{name}: {value}, no target set", name=course.name, value=value)
    return say(
        "{name}: {value}, target {target}: {status}",
        name=course.name,
        value=value,
        target=words.value(course.target),
        status=course.status.message,
    )


def _facts(course: KpiCourse, words: KpiWords) -> list[str]:
    """What the newest value rests on, and what changed since the one before."""
    say, last = words.wording.say, course.last
    if last is None:
        return []
    ends = words.interval(last.estimate)
    facts = [words.period(last)]
    if last.n is not None:
        facts.append(f"n = {words.wording.number(last.n)}")
    facts.append(say("95 % interval {interval}", interval=ends) if ends else say("no interval"))
    if change := said_change(course, words):
        facts.append(change)
    return facts


def said_change(course: KpiCourse, words: KpiWords) -> str:
    """What changed since the value before, and whether chance alone explains it; "" where there is none."""
    change, say = course.change, words.wording.say
    if change is None:
        return ""
    before, after = course.values[-2:]
    written = words.difference(change, words.digits_beside(before, after, change))
    moved = say("since {period}: {moved}", period=words.period(before), moved=written)
    ends = words.difference_interval(change)
    if not ends:
        return say("{moved}, no interval", moved=moved)
    if change.is_clear_of_zero:
        return say("{moved} ({interval})", moved=moved, interval=ends)
    return say("{moved} ({interval}), no difference shown", moved=moved, interval=ends)


def _description(course: KpiCourse, words: KpiWords) -> str:
    """What the figure shows, for those who do not see it."""
    say = words.wording.say
    count = len(course.values)
    said = [say(plural("{name}: {count} value.", "{name}: {count} values.", count, name=course.name))]
    if course.values:
        first, last = course.values[0], course.values[-1]
        said.append(
            say(
                "From {first} ({start}) to {last} ({end}).",
                first=words.measured(first),
                start=words.period(first),
                last=words.measured(last),
                end=words.period(last),
            )
        )
    if course.target is not None:
        said.append(
            say("Target {target}: {status}.", target=words.value(course.target), status=course.status.message)
        )
    return " ".join(said)


def _source(course: KpiCourse, words: KpiWords) -> str:
    found = dict.fromkeys(value.source for value in course.values if value.source)
    return words.wording.say("Source: {sources}", sources="; ".join(found)) if found else ""


def _table(course: KpiCourse, words: KpiWords) -> Table:
    say = words.wording.say
    columns = (say("Period"), say("Value"), say("95 % interval"), say("n"), say("Source"))
    rows = tuple(
        (
            words.period(value),
            words.measured(value),
            words.interval(value.estimate) or say("no interval"),
            "" if value.n is None else words.wording.number(value.n),
            value.source,
        )
        for value in reversed(course.values)
    )
    return Table(columns, rows)
