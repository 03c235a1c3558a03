"""A question of the method, as the guide puts it."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.guide.measures import Measure, Progress
from touchpoints.messages import Message, message
from touchpoints.project_facts import ProjectFacts


@dataclass(frozen=True)
class GuideQuestion:
    """A question of the method: its text, how a facilitator puts it, and how far it is answered."""

    id: str
    text: str
    spoken: str
    measure: Measure

    def progress(self, facts: ProjectFacts) -> Progress:
        """How far it is answered."""
        return self.measure.count(facts)

    def say_progress(self, progress: Progress) -> Message:
        """How far that is, counted at the depth that it asks for."""
        return message("answered") if progress.is_answered else self.measure.say(progress)
