"""Touchpoint templates by industry: one TOML file each, found by being there, sorted by file name.

Files that begin with _ are shared: the six phases, and the touchpoints before contact of every industry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.content import (
    Bilingual,
    Entry,
    WrongContent,
    read_content,
    refuse_repeated_keys,
)
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

CONTROLS = ("owned", "paid", "earned")
CONTACT_TYPES = ("in_person", "medial", "third_party")
_FOLDER = Path(__file__).parent
_TOUCHPOINT_KEYS = {"key", "phase", "name", "control", "contact"}


class UnknownTemplate(TouchpointsError):
    """No template has this id."""

    sentence = N_("There is no template {id}. Available: {known}.")


@dataclass(frozen=True)
class TemplatePhase:
    """A stage of the journey, in the customer's words; number 0 lies before contact."""

    key: str
    number: int
    name: Bilingual

    @property
    def is_before_contact(self) -> bool:
        """Whether the customer has not met the company yet."""
        return self.number == 0


@dataclass(frozen=True)
class TemplateTouchpoint:
    """A touchpoint that is usual in the industry; control and contact_type are the model's words."""

    key: str
    phase: int
    name: Bilingual
    control: str
    contact_type: str


@dataclass(frozen=True)
class TemplateSegment:
    """A customer segment that is usual in the industry."""

    key: str
    name: Bilingual
    note: Bilingual


@dataclass(frozen=True)
class Template:
    """What a project of one industry starts from; touchpoints stand in the order of the journey."""

    id: str
    name: Bilingual
    description: Bilingual
    phases: tuple[TemplatePhase, ...]
    touchpoints: tuple[TemplateTouchpoint, ...]
    segments: tuple[TemplateSegment, ...]


@cache
def standard_phases() -> tuple[TemplatePhase, ...]:
    """The six phases of the method, for a project that starts blank."""
    return _read_phases(_FOLDER)


@cache
def list_templates() -> tuple[Template, ...]:
    """Every template, in the order of the file names."""
    return read_templates(_FOLDER)


def read_template(id_: str) -> Template:
    """The template with this id; raises UnknownTemplate."""
    templates = {template.id: template for template in list_templates()}
    if id_ not in templates:
        raise UnknownTemplate(id=id_, known=", ".join(templates))
    return templates[id_]


def read_templates(folder: Path) -> tuple[Template, ...]:
    """Every template of a folder; raises the errors of storage.content."""
    phases = _read_phases(folder)
    before_contact = tuple(_read_before_contact(folder))
    files = sorted(file for file in folder.glob("*.toml") if not file.name.startswith("_"))
    return tuple(_read_file(file, phases, before_contact) for file in files)


def _read_file(
    file: Path, phases: tuple[TemplatePhase, ...], before_contact: tuple[TemplateTouchpoint, ...]
) -> Template:
    known = {"id", "name", "description", "leaves_out", "phase_name", "touchpoint", "segment"}
    entry = read_content(file, known)
    shared = _without(before_contact, entry)
    touchpoints = sorted((*shared, *_read_touchpoints(entry)), key=lambda touchpoint: touchpoint.phase)
    refuse_repeated_keys(entry.place, [touchpoint.key for touchpoint in touchpoints])
    return Template(
        id=_own_id(entry, file),
        name=entry.bilingual("name"),
        description=entry.bilingual("description"),
        phases=_renamed(phases, entry),
        touchpoints=tuple(touchpoints),
        segments=_read_segments(entry),
    )


def _own_id(entry: Entry, file: Path) -> str:
    """The id, which is the file's name, so that two files can never share one."""
    if entry.key("id") != file.stem:
        raise WrongContent(place=entry.place, key="id", allowed=file.stem)
    return file.stem


def _read_phases(folder: Path) -> tuple[TemplatePhase, ...]:
    entries = read_content(folder / "_phases.toml", {"phase"}).entries("phase", {"key", "number", "name"})
    return tuple(TemplatePhase(e.key(), e.whole("number", 0, 5), e.bilingual("name")) for e in entries)


def _renamed(phases: tuple[TemplatePhase, ...], entry: Entry) -> tuple[TemplatePhase, ...]:
    """The phases, some of them in the words of the industry."""
    if "phase_name" not in entry:
        return phases
    keys = {phase.key for phase in phases}
    names = Entry(f"{entry.place}, phase_name", entry.table("phase_name"), keys)
    return tuple(
        TemplatePhase(p.key, p.number, names.bilingual(p.key)) if p.key in names else p for p in phases
    )


def _read_before_contact(folder: Path) -> Iterator[TemplateTouchpoint]:
    return _read_touchpoints(read_content(folder / "_before_contact.toml", {"touchpoint"}))


def _without(shared: tuple[TemplateTouchpoint, ...], entry: Entry) -> tuple[TemplateTouchpoint, ...]:
    """The shared touchpoints but for those that the industry says more exactly itself."""
    left_out = entry.words_of("leaves_out", [touchpoint.key for touchpoint in shared])
    return tuple(touchpoint for touchpoint in shared if touchpoint.key not in left_out)


def _read_touchpoints(entry: Entry) -> Iterator[TemplateTouchpoint]:
    for touchpoint in entry.entries("touchpoint", _TOUCHPOINT_KEYS):
        yield TemplateTouchpoint(
            key=touchpoint.key(),
            phase=touchpoint.whole("phase", 0, 5),
            name=touchpoint.bilingual("name"),
            control=touchpoint.word("control", CONTROLS),
            contact_type=touchpoint.word("contact", CONTACT_TYPES),
        )


def _read_segments(entry: Entry) -> tuple[TemplateSegment, ...]:
    segments = tuple(
        TemplateSegment(segment.key(), segment.bilingual("name"), segment.bilingual("note"))
        for segment in entry.entries("segment", {"key", "name", "note"})
    )
    refuse_repeated_keys(entry.place, [segment.key for segment in segments])
    return segments
