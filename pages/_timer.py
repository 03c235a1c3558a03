"""The time that an activity has left, counted in the browser: no run of the server for a second gone by."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pages._component import component
from pages._page import PageContext
from storage.agenda import ActivityEntry

_FILES = Path(__file__).with_name("_components") / "timer"
_timer = component(
    "timer",
    '<div class="timer" role="timer"></div>',
    style=(_FILES / "timer.css").read_text(encoding="utf-8"),
    script=(_FILES / "timer.js").read_text(encoding="utf-8"),
)
_TIME = "{time}"


def show_timer(page: PageContext, activity: ActivityEntry, size: Literal["console", "wall"]) -> None:
    """Time left to the soft end, time over it, or what a paused or planned activity has; nothing without."""
    left = activity.minutes * 60 if activity.left_seconds is None else activity.left_seconds
    _timer(
        key=f"timer-{size}",
        width="content" if size == "console" else "stretch",
        # In a list, since Streamlit looks whether each value of a dictionary is a table.
        data=[
            {
                "endsAt": activity.ends_at.timestamp() * 1000 if activity.ends_at else None,
                "now": page.store.now().timestamp() * 1000,
                "left": left,
                "size": size,
                "words": _words(page),
            }
        ],
    )


def _words(page: PageContext) -> dict[str, str]:
    """What stands around the time, which the browser fills in."""
    say = page.wording.say
    return {
        "left": say("{time} left", time=_TIME),
        "over": say("{time} over", time=_TIME),
        "still": say("{time} min", time=_TIME),
    }
