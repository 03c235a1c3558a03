"""A room that an attack goes at: people of departments, what they answer, and what is revealed of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from touchpoints.activities import Part, Points, Rate, RateScale
from touchpoints.room.basis import Basis
from touchpoints.room.picture import Picture
from touchpoints.room.reveal import Answers, Revealed, Shown, Tally, Voter, reveal

FLOOR = 5
SUBJECT = "desk"
OTHER_SUBJECT = "web"
ONE_SCALE = Rate((RateScale("experience", "?", -2, 2, {}),))
TWO_SCALES = Rate((RateScale("impact", "?", 1, 5, {}), RateScale("effort", "?", 1, 5, {})))
BUDGET = Points(10)


@dataclass(frozen=True)
class Person:
    """Somebody with a phone, or a sheet of paper; without values nothing was answered yet."""

    department: str = ""
    values: tuple[int, ...] | None = None
    is_on_paper: bool = False

    @property
    def is_counted_paper(self) -> bool:
        """Whether it is a sheet that was counted already."""
        return self.is_on_paper and self.values is not None


@dataclass
class Game:
    """Reveals one after the other, as a room answers between them; all that was published is kept."""

    part: Part
    people: list[Person]
    floor: int = FLOOR
    pictures: list[Picture] = field(default_factory=list)
    bases: list[dict[str, Basis]] = field(default_factory=list)
    rooms: list[list[Person]] = field(default_factory=list)

    def reveal(self) -> Revealed:
        """One more reveal of the room as it is now."""
        made = reveal(self._answers(), self._shown(), self.floor, len(self.pictures) + 1)
        self.pictures.append(made.picture)
        self.bases.append(dict(made.bases))
        self.rooms.append(list(self.people))
        return made

    def change(self, people: Iterable[int], **changes: Any) -> None:
        """Let some answer anew."""
        for person in people:
            self.people[person] = replace(self.people[person], **changes)

    def _answers(self) -> Answers:
        voters = [
            Voter(str(name), self._content(person.values), person.department)
            for name, person in enumerate(self.people)
            if person.values and not person.is_on_paper
        ]
        return Answers((self.part,), self._subjects(), voters, self._tally())

    def _subjects(self) -> list[str]:
        return [SUBJECT] if isinstance(self.part, Rate) else [SUBJECT, OTHER_SUBJECT]

    def _content(self, values: Sequence[int]) -> dict[str, Any]:
        if isinstance(self.part, Rate):
            names = [scale.id for scale in self.part.scales]
            return {"rate": {SUBJECT: dict(zip(names, values, strict=True))}}
        return {"points": dict(zip(self._subjects(), values, strict=True))}

    def _tally(self) -> Tally:
        sheets = [person.values for person in self.people if person.is_on_paper and person.values]
        if isinstance(self.part, Rate):
            keys = Counter(",".join(map(str, values)) for values in sheets)
            return Tally(len(sheets), {"rate": {SUBJECT: keys}} if sheets else {})
        sums = {name: sum(values[place] for values in sheets) for place, name in enumerate(self._subjects())}
        return Tally(len(sheets), {"points": sums} if sheets else {})

    def _shown(self) -> Shown:
        bases: dict[str, list[Basis]] = {}
        for drawn in self.bases:
            for place, basis in drawn.items():
                bases.setdefault(place, []).append(basis)
        return Shown(self.pictures[-1] if self.pictures else None, bases)


# Some people of one department who answer alike; a room of single minds would see one picture only.
Party = tuple[str, int, tuple[int, ...] | None, bool]
# From this person on so many change their answer to this one, or take it back.
Move = tuple[int, int, tuple[int, ...] | None]


def games(part: Part, values: st.SearchStrategy[tuple[int, ...]]) -> st.SearchStrategy[Game]:
    """Rooms that answer, change their minds in blocks, and are revealed again and again."""
    departments, on_paper = st.sampled_from(["Sales", "IT", ""]), st.sampled_from([False] * 4 + [True])
    party = st.tuples(departments, st.integers(1, 7), st.none() | values, on_paper)
    move = st.tuples(st.integers(0, 24), st.sampled_from([1, 2, 4, 5, 6, 10]), st.none() | values)
    rounds = st.lists(st.lists(move, min_size=1, max_size=4), min_size=1, max_size=4)
    return st.builds(_played(part), st.lists(party, min_size=2, max_size=6), rounds)


def _played(part: Part) -> Callable[[list[Party], list[list[Move]]], Game]:
    def play(parties: list[Party], rounds: list[list[Move]]) -> Game:
        game = Game(
            part, [Person(name, values, paper) for name, n, values, paper in parties for _ in range(n)]
        )
        game.reveal()
        for moves in rounds:
            for start, length, values in moves:
                # What stands on a sheet of paper stays there.
                block = range(start, min(start + length, len(game.people)))
                game.change((who for who in block if not game.people[who].is_counted_paper), values=values)
            game.reveal()
        return game

    return play
