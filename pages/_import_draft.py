"""What the columns of an uploaded file mean so far: guessed, kept from last time, or changed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storage.survey_files import FileDescription
from touchpoints.messages import Message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.columns import LONGEST_NAME, LONGEST_SEGMENTATION
from touchpoints.survey.guess import ColumnGuess, guess
from touchpoints.survey.guess_questions import Values
from touchpoints.survey.number_scales import likely_scale
from touchpoints.survey.profile import ColumnProfile
from touchpoints.survey.rules import (
    QUESTION_ROLES,
    USUAL_SCALES,
    AnswerRule,
    FileHints,
    Layout,
    QuestionRule,
    Role,
    SegmentationRule,
    SurveyMapping,
    WaveRule,
)
from touchpoints.survey.scales import FIXED_SCALES, MOST_POINTS


@dataclass
class Entry:
    """One column, or in long files one item; `best` is None until somebody said which end that is.

    `name` is the touchpoint or the segmentation. Doubtful values are decided once they stand among `missing`
    ("no answer") or `valid` (they mean something after all).
    """

    source: str
    role: Role
    reason: Message | None = None
    name: str = ""
    phase: str = ""
    scale: tuple[int, int] | None = None
    best: int | None = None
    missing: tuple[str, ...] = ()
    answers: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    text_after: bool = False
    valid: tuple[str, ...] = ()

    @property
    def is_question(self) -> bool:
        """Whether its values are answers."""
        return self.role in QUESTION_ROLES


@dataclass
class Draft:
    """All that a MAP.toml would say, while it is being decided."""

    survey: str
    profiles: Mapping[str, ColumnProfile]
    guesses: Mapping[str, ColumnGuess]
    source: str = ""
    layout: Layout = Layout.WIDE
    wave: WaveRule = field(default_factory=WaveRule)
    weight: str | None = None
    hints: FileHints = field(default_factory=FileHints)
    pairs: tuple[tuple[str, str], ...] = ()
    parts: dict[Role, str] = field(default_factory=dict)
    columns: dict[str, Entry] = field(default_factory=dict)
    items: dict[str, Entry] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The columns that are not used for the row as a whole, in the order of the file."""
        used = {self.wave.column, self.weight, *self.used_parts.values()}
        return tuple(entry for name, entry in self.columns.items() if name not in used)

    @property
    def answered(self) -> tuple[Entry, ...]:
        """The columns in which answers stand."""
        answers = self.used_parts.get(Role.ANSWER) or self.used_parts.get(Role.MEAN)
        if self.layout is not Layout.WIDE:
            return (self.columns[answers],) if answers in self.columns else ()
        return tuple(entry for entry in self.listed if entry.is_question)

    @property
    def used_parts(self) -> Mapping[Role, str]:
        """The columns that say item, answer and count; a file with one row a respondent has none."""
        return {} if self.layout is Layout.WIDE else self.parts


def draft_of_guesses(file: FileDescription, survey: str, options: Mapping[str, object]) -> Draft:
    """What the columns seem to mean; the decisions that are a person's to take are still open.

    `options` are what somebody said about how the file is written.
    """
    guesses = {one.column: one for one in guess(file.profiles)}
    draft = Draft(survey[:LONGEST_NAME], {profile.name: profile for profile in file.profiles}, guesses)
    said = {name: str(options[name]) for name in ("encoding", "delimiter") if options.get(name)}
    draft.hints = FileHints(**said, decimal=file.traits.decimal, sheet=_chosen_sheet(file))
    draft.columns = {name: _guessed(one) for name, one in guesses.items()}
    for one in guesses.values():
        if one.role is Role.WAVE:
            draft.wave = WaveRule(column=one.column, period=one.period, format=_sure_format(one))
        elif one.role is Role.WEIGHT:
            draft.weight = one.column
    return draft


def draft_of_mapping(mapping: SurveyMapping, file: FileDescription, options: Mapping[str, object]) -> Draft:
    """What a mapping from last time, or from the command line, says of this file.

    How the file is written is not taken from there: the next export may come from another program.
    """
    draft = draft_of_guesses(file, mapping.survey, options)
    for entry in draft.columns.values():
        entry.role = Role.IGNORE
    kept = {rule.column: _kept_segmentation(rule) for rule in mapping.segmentations}
    questions = {rule.source: _kept_question(rule) for rule in mapping.questions}
    kept |= questions if mapping.layout is Layout.WIDE else {}
    for name in draft.columns.keys() & kept.keys():
        draft.columns[name] = replace(kept[name], reason=draft.columns[name].reason)
    draft.layout, draft.wave, draft.weight = mapping.layout, mapping.wave, mapping.weight
    draft.pairs, draft.parts = mapping.pairs, dict(mapping.parts)
    if mapping.layout is not Layout.WIDE:
        draft.items = questions
        _keep_usual(draft, mapping.usual)
    return draft


def spoken_name(column: str) -> str:
    """The name of a column as a touchpoint would be called: clean_restrooms becomes Clean restrooms."""
    text = " ".join(column.replace("_", " ").split())
    return text[:1].upper() + text[1:] if "_" in column or column.islower() else text


def same_name(text: str) -> str:
    """The form in which names are compared: neither case nor punctuation makes another touchpoint."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def match_touchpoints(entries: Iterable[Entry], known: Sequence[str]) -> None:
    """Call touchpoints as the journey does where it has one of that name."""
    names = {same_name(name): name for name in known}
    for entry in entries:
        if entry.role is Role.TOUCHPOINT:
            entry.name = names.get(same_name(entry.name), entry.name)


def _guessed(one: ColumnGuess) -> Entry:
    name = one.touchpoint or spoken_name(one.column) if one.role is Role.TOUCHPOINT else one.touchpoint or ""
    is_row = one.role in (Role.WAVE, Role.WEIGHT)
    return Entry(
        source=one.column,
        role=Role.IGNORE if is_row else one.role,
        reason=one.reason,
        name=spoken_name(one.column)[:LONGEST_SEGMENTATION] if one.role is Role.SEGMENTATION else name,
        scale=(one.scale.low, one.scale.high) if one.scale else None,
        best=one.scale.best if one.scale and one.question is None else None,
        answers=dict(one.answers),
        text_after=one.text_after,
    )


def _sure_format(one: ColumnGuess) -> str | None:
    """The way in which days are written, unless day and month might be the other way round."""
    return one.format if one.question is None else None


def _chosen_sheet(file: FileDescription) -> str | None:
    """The sheet, where there was a choice."""
    return file.traits.sheet if len(file.traits.sheets) > 1 else None


def _kept_question(rule: QuestionRule) -> Entry:
    return _with_answers(
        Entry(rule.source, rule.role, name=rule.touchpoint or "", phase=rule.phase or ""), rule.answer
    )


def _kept_segmentation(rule: SegmentationRule) -> Entry:
    return Entry(
        rule.column, Role.SEGMENTATION, name=rule.name, missing=rule.missing, labels=dict(rule.labels)
    )


def _with_answers(entry: Entry, rule: AnswerRule) -> Entry:
    return replace(
        entry,
        scale=(rule.scale.low, rule.scale.high) if rule.scale else None,
        best=None if rule.scale is None else rule.scale.best,
        missing=rule.missing,
        answers=dict(rule.answers),
        text_after=rule.text_after,
    )


def _keep_usual(draft: Draft, usual: AnswerRule) -> None:
    """Answers of a long file stand in one column, so that is where their scale is kept."""
    column = draft.parts.get(Role.ANSWER) or draft.parts.get(Role.MEAN)
    if column in draft.columns:
        draft.columns[column] = _with_answers(draft.columns[column], usual)


def change_role(draft: Draft, entry: Entry, role: Role) -> None:
    """Use a column for something else, with what is usual for that until somebody says more."""
    had_own_scale = entry.is_question and entry.role not in FIXED_SCALES
    entry.role = role
    if role is Role.SEGMENTATION:
        entry.name = spoken_name(entry.source)[:LONGEST_SEGMENTATION]
    elif role is Role.TOUCHPOINT:
        entry.name = spoken_name(entry.source)
    elif entry.is_question:
        entry.name = ""
    usual = USUAL_SCALES.get(role)
    if entry.is_question and (usual is not None or not had_own_scale):
        scale = usual or _scale_of(draft.profiles.get(entry.source))
        entry.scale = (scale.low, scale.high) if scale else None
        entry.best = scale.best if scale and _is_best_known(draft, entry) else None


def _is_best_known(draft: Draft, entry: Entry) -> bool:
    """Whether the question or the words of its answers say which end is best; numbers alone never do."""
    guess = draft.guesses.get(entry.source)
    is_open = guess is None or guess.question is not None
    return entry.role in FIXED_SCALES or (bool(entry.answers) and not is_open)


def _scale_of(profile: ColumnProfile | None) -> Scale | None:
    """The usual scale that fits the numbers of a column, else the one that spans them."""
    numbers = sorted(Values.of(profile).numbers) if profile else []
    if not numbers:
        return None
    low, high = numbers[0], numbers[-1]
    return likely_scale(numbers) or (Scale(low, high, high) if 0 < high - low < MOST_POINTS else None)
