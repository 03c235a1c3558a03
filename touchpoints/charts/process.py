"""The process at a touchpoint: steps over time in three lanes, and how much of it is waiting."""

from __future__ import annotations

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import Frame
from touchpoints.charts._look import Look
from touchpoints.charts._process_lanes import LANES, ProcessLanes
from touchpoints.charts._standing_words import StandingWords
from touchpoints.messages import N_, Wording, plural
from touchpoints.process import Process, Step, finding_of_process, span_of_time

ID = "process"
NAME = N_("Process with durations")
INPUT = Input.PROCESS
HATCHED, UNTIMED = "▨", "◇"


def draw(process: Process, wording: Wording, look: Look) -> Chart:
    """The steps in order, as wide as they take long."""
    words = StandingWords(wording)
    lanes = ProcessLanes(process, look, words)
    key = words.say(
        "{hatched} waiting, {untimed} time not known, dashed: line of visibility",
        hatched=HATCHED,
        untimed=UNTIMED,
    )
    source = words.say("Source: {sources}", sources=words.say("the team"))
    frame = Frame(look, key, source, lanes.height, feet=2 * look.size)
    return Chart(
        figure=frame.draw(lanes.traces(), lanes.layout(), lanes.texts(), lanes.shapes()),
        title=words.say(finding_of_process(process)),
        subtitle=" · ".join(_subtitle(process, words)),
        description=" ".join(_described(process, words)),
        source=source,
        tabulate=lambda: _table(process, words),
    )


def _subtitle(process: Process, words: StandingWords) -> list[str]:
    """How many steps, the customer's longest wait, and what is not known."""
    said = [words.say(plural("{count} step", "{count} steps", len(process.steps)))]
    longest = max(process.seen.steps, key=lambda step: step.waiting, default=None)
    if longest and longest.waiting:
        time = span_of_time(longest.waiting)
        said.append(words.say("longest waiting: {time}, before “{step}”", time=time, step=longest.text))
    if process.untimed and process.is_timed:
        untimed = plural("{count} step without a time", "{count} steps without a time", len(process.untimed))
        said.append(words.say(untimed))
    return said


def _described(process: Process, words: StandingWords) -> list[str]:
    """The finding, and how the lanes share the steps."""
    said = [words.say(finding_of_process(process)) + "."]
    for layer, name in LANES.items():
        count = sum(step.layer == layer for step in process.steps)
        if count:
            said.append(
                words.say(
                    plural("{lane}: {count} step.", "{lane}: {count} steps.", count, lane=words.say(name))
                )
            )
    return said


def _table(process: Process, words: StandingWords) -> Table:
    columns = (
        words.say("Step"),
        words.say("What happens"),
        words.say("Lane"),
        words.say("Department"),
        words.say("Waiting before it (min)"),
        words.say("Duration (min)"),
    )
    return Table(columns, tuple(_row(number, step, words) for number, step in enumerate(process.steps, 1)))


def _row(number: int, step: Step, words: StandingWords) -> tuple[str, ...]:
    times = (_minutes(step.waiting_minutes, words), _minutes(step.duration_minutes, words))
    return (words.count(number), step.text, words.say(LANES[step.layer]), step.department, *times)


def _minutes(minutes: float | None, words: StandingWords) -> str:
    if minutes is None:
        return ""
    return words.number(minutes, 0 if minutes == int(minutes) else 1)
