"""Touchpoint templates: complete in both languages, and a faulty file says what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from storage.content import BrokenContent, RepeatedContentKey, UnknownContentKeys, WrongContent
from storage.templates import (
    CONTACT_TYPES,
    CONTROLS,
    Template,
    UnknownTemplate,
    list_templates,
    read_template,
    read_templates,
)
from touchpoints.model import ContactType, Control

FOLDER = Path(__file__).parents[2] / "storage" / "templates"
IDS = [template.id for template in list_templates()]
A_SHOP = """
id = "a_shop"
name = { de = "Laden", en = "Shop" }
description = { de = "Ein Laden.", en = "A shop." }
touchpoint = [
  { key = "door", phase = 1, name = { de = "Tür", en = "Door" }, control = "owned", contact = "medial" },
]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shared files only."""
    for file in FOLDER.glob("_*.toml"):
        shutil.copy(file, tmp_path)
    return tmp_path


def faulty(folder: Path, old: str, new: str) -> None:
    assert old in A_SHOP
    (folder / "a_shop.toml").write_text(A_SHOP.replace(old, new, 1), encoding="utf-8")


def texts(template: Template) -> list[tuple[str, str]]:
    named = (template, *template.phases, *template.touchpoints, *template.segments)
    both = [thing.name for thing in named] + [template.description] + [s.note for s in template.segments]
    return [(text.de, text.en) for text in both]


def test_every_industry_has_its_template_in_the_order_of_the_file_names() -> None:
    assert IDS == ["b2b_machinery", "bank_insurance", "healthcare", "hotel_travel", "retail", "saas"]


@pytest.mark.parametrize("id_", IDS)
def test_a_template_covers_all_six_phases_in_the_order_of_the_journey(id_: str) -> None:
    numbers = [touchpoint.phase for touchpoint in read_template(id_).touchpoints]
    assert numbers == sorted(numbers)
    assert set(numbers) == {phase.number for phase in read_template(id_).phases} == set(range(6))


@pytest.mark.parametrize("id_", IDS)
def test_a_template_has_at_least_forty_touchpoints_and_three_to_four_segments(id_: str) -> None:
    assert len(read_template(id_).touchpoints) >= 40
    assert len(read_template(id_).segments) in {3, 4}


@pytest.mark.parametrize("id_", IDS)
def test_no_text_has_spaces_around_it_and_touchpoint_names_fit_on_a_card(id_: str) -> None:
    template = read_template(id_)
    assert all(text == text.strip() for pair in texts(template) for text in pair)
    assert all(max(len(t.name.de), len(t.name.en)) <= 60 for t in template.touchpoints)


@pytest.mark.parametrize("id_", IDS)
def test_no_two_touchpoints_of_a_template_have_the_same_name(id_: str) -> None:
    touchpoints = read_template(id_).touchpoints
    assert len({t.name.de for t in touchpoints}) == len({t.name.en for t in touchpoints}) == len(touchpoints)


def test_only_the_first_phase_lies_before_contact() -> None:
    phases = read_template("retail").phases
    assert [phase.is_before_contact for phase in phases] == [True] + [False] * 5


def test_the_words_for_control_and_contact_type_are_those_of_the_model() -> None:
    assert set(CONTROLS) == {word.value for word in Control}
    assert set(CONTACT_TYPES) == {word.value for word in ContactType}


def test_an_industry_may_say_a_phase_in_its_own_words() -> None:
    decide = read_template("hotel_travel").phases[2]
    assert (decide.name.de, decide.name.en) == ("Entscheiden & buchen", "Decide & book")


def test_an_industry_leaves_out_what_it_says_more_exactly_itself() -> None:
    keys = {touchpoint.key for touchpoint in read_template("healthcare").touchpoints}
    assert "symptom_worry" in keys
    assert "own_need" not in keys


def test_an_unknown_id_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownTemplate) as refusal:
        read_template("bakery")
    assert str(refusal.value) == f"There is no template bakery. Available: {', '.join(IDS)}."


def test_swiss_german_goes_without_sharp_s_and_a_third_language_reads_english() -> None:
    name = read_template("retail").touchpoints[-3].name
    spoken = [name.in_language(language) for language in ("de", "de_AT", "de_CH", "en", "fr")]
    assert spoken == ["Geburtstagsgruß", "Geburtstagsgruß", "Geburtstagsgruss", *["Birthday greeting"] * 2]


def test_a_new_file_is_a_new_template(folder: Path) -> None:
    faulty(folder, "", "")
    (template,) = read_templates(folder)
    assert template.id == "a_shop"
    assert template.touchpoints[-1].key == "door"


@pytest.mark.parametrize(
    ("old", "new", "error", "sentence"),
    [
        ('"Laden"', "Laden", BrokenContent, "a_shop.toml cannot be read as TOML: "),
        ("id =", 'colour = "red"\nid =', UnknownContentKeys, "a_shop.toml has the unknown keys colour. "),
        ('de = "Tür", ', "", WrongContent, "a_shop.toml, touchpoint door, name: de must be a text."),
        ('"Door"', '" "', WrongContent, "a_shop.toml, touchpoint door, name: en must be a text."),
        ('"Door"', '"Door", fr = "Porte"', UnknownContentKeys, "a_shop.toml, touchpoint door, name has"),
        (
            "phase = 1",
            "phase = 6",
            WrongContent,
            "a_shop.toml, touchpoint door: phase must be a whole number",
        ),
        ('"owned"', '"rented"', WrongContent, "door: control must be earned, owned, paid."),
        ('"medial"', '"sms"', WrongContent, "door: contact must be in_person, medial, third_party."),
        ('"door"', '"Front door"', WrongContent, "key must be small letters, digits and underscores."),
        ('"door"', '"forum"', RepeatedContentKey, "a_shop.toml: the key forum is there twice."),
        ('"a_shop"', '"b_shop"', WrongContent, "a_shop.toml: id must be a_shop."),
        ("id =", 'leaves_out = ["x"]\nid =', WrongContent, "a_shop.toml: leaves_out must be"),
        (
            "id =",
            "phase_name = { later = 1 }\nid =",
            UnknownContentKeys,
            "phase_name has the unknown keys later.",
        ),
        (
            "touchpoint = [",
            "segment = [1]\ntouchpoint = [",
            WrongContent,
            "segment must be a list of tables.",
        ),
    ],
)
def test_a_faulty_template_says_where_and_what(
    folder: Path, old: str, new: str, error: type[Exception], sentence: str
) -> None:
    faulty(folder, old, new)
    with pytest.raises(error) as refusal:
        read_templates(folder)
    assert sentence in str(refusal.value)
