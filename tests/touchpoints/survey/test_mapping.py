"""MAP.toml becomes a mapping, or all of its faults are told at once."""

import tomllib

import pytest

from touchpoints.messages import in_english
from touchpoints.statistics.scale import Scale
from touchpoints.survey.mapping import MappingFaults, parse_mapping
from touchpoints.survey.rules import Layout, Period, Role

AIRPORT = """
survey = "Airport customer survey"
wave = { column = "wave", period = "year" }
weight = "weight"
pairs = [["Gender", "Age"]]

[columns.restaurants]
role = "touchpoint"
touchpoint = "Restaurants"
phase = "Waiting"
scale = [1, 5]
best = 5
missing = [0, 6, "Blank"]

[columns.netpro]
role = "nps"
missing = [11]

[columns.gender_code]
role = "segmentation"
name = "Gender"
labels = { "1" = "male", "2" = "female", "Male" = "male", "Female" = "female" }
missing = [0, 4]

[columns.age_code]
role = "segmentation"
name = "Age"

[columns."Gesamtzufriedenheit"]
role = "overall"
answers = { "sehr zufrieden" = 1, "zufrieden" = 2, "weniger zufrieden" = 3, "unzufrieden" = 4 }
best = 1
text_after = "comment"

[columns.respnum]
role = "ignore"
"""


def faults_of(text: str) -> list[str]:
    with pytest.raises(MappingFaults) as caught:
        parse_mapping(tomllib.loads(text))
    return [in_english(fault) for fault in caught.value.faults]


def test_it_says_what_each_column_is_for() -> None:
    mapping = parse_mapping(tomllib.loads(AIRPORT))
    assert mapping.survey == "Airport customer survey"
    assert (mapping.wave.column, mapping.wave.period) == ("wave", Period.YEAR)
    assert mapping.weight == "weight"
    assert mapping.pairs == (("Gender", "Age"),)
    assert [rule.role for rule in mapping.questions] == [Role.TOUCHPOINT, Role.NPS, Role.OVERALL]
    assert mapping.ignored == ("respnum",)


def test_it_keeps_touchpoint_phase_scale_and_codes() -> None:
    restaurants = parse_mapping(tomllib.loads(AIRPORT)).questions[0]
    assert (restaurants.touchpoint, restaurants.phase) == ("Restaurants", "Waiting")
    assert restaurants.answer.scale == Scale(1, 5, 5)
    assert restaurants.answer.missing == ("0", "6", "Blank")


def test_named_answers_span_their_own_scale() -> None:
    overall = parse_mapping(tomllib.loads(AIRPORT)).questions[2]
    assert overall.answer.scale == Scale(1, 4, 1)
    assert overall.answer.text_after


@pytest.mark.parametrize(
    ("role", "scale"),
    [
        ("nps", Scale(0, 10, 10)),
        ("csat", Scale(1, 5, 5)),
        ("ces", Scale(1, 7, 7)),
        ("recommendation", Scale(0, 1, 1)),
    ],
)
def test_known_questions_need_no_scale(role: str, scale: Scale) -> None:
    mapping = parse_mapping({"survey": "S", "columns": {"q": {"role": role}}})
    assert mapping.questions[0].answer.scale == scale


def test_the_version_of_the_effort_question_follows_its_direction() -> None:
    easy_is_high = parse_mapping({"survey": "S", "columns": {"q": {"role": "ces"}}})
    easy_is_low = parse_mapping({"survey": "S", "columns": {"q": {"role": "ces", "best": 1}}})
    assert easy_is_high.questions[0].version == "2.0"
    assert easy_is_low.questions[0].version == "1.0"


def test_a_wave_may_be_constant_or_missing() -> None:
    columns = {"q": {"role": "nps"}}
    assert parse_mapping({"survey": "S", "wave": "2018", "columns": columns}).wave.constant == "2018"
    assert parse_mapping({"survey": "S", "wave": 2018, "columns": columns}).wave.constant == "2018"
    assert parse_mapping({"survey": "S", "columns": columns}).wave.constant == "1"


def test_a_touchpoint_is_called_like_its_column_unless_it_is_named() -> None:
    mapping = parse_mapping({"survey": "S", "columns": {"Parking": {"role": "touchpoint", "scale": [1, 5]}}})
    assert mapping.questions[0].touchpoint == "Parking"


def test_all_faults_are_told_at_once() -> None:
    faults = faults_of(
        """
        colour = "red"
        pairs = [["Gender", "Age"]]
        [columns.a]
        role = "touchpoint"
        touchpoint = "Parking"
        scale = [1, 5]
        best = 3
        [columns.b]
        role = "touchpoint"
        touchpoint = "parking"
        scale = [5, 1]
        [columns.c]
        role = "judge"
        [columns.d]
        role = "nps"
        sclae = [0, 10]
        [columns.e]
        role = "segmentation"
        name = "Gender"
        """
    )
    assert "MAP.toml: the key colour is not known here; known are survey," in faults[0]
    assert any(fault.startswith("[columns.a]: best must be") for fault in faults)
    assert any(fault.startswith("[columns.b]: scale must be") for fault in faults)
    assert any(fault.startswith("[columns.c]: role must be") for fault in faults)
    assert any("[columns.d]: the key sclae is not known here" in fault for fault in faults)
    assert any("has no name" in fault for fault in faults)
    assert "a and b are both the touchpoint parking; ignore one or rename it." in faults
    assert "pairs: Age is not the name of a segmentation." in faults


def test_the_error_lists_its_faults() -> None:
    with pytest.raises(MappingFaults, match=r"role must be.* And 5 more faults\."):
        parse_mapping({"survey": "S", "columns": {f"q{place}": {"role": "judge"} for place in range(24)}})


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ('[columns.q]\nrole = "touchpoint"', "scale must be given"),
        ('[columns.q]\nrole = "nps"\nscale = [1, 5]', "for this role, or absent"),
        ('[columns.q]\nrole = "csat"\nmissing = [true]', "a list of numbers and texts"),
        ('[columns.q]\nrole = "csat"\nanswers = { good = 9 }', "points of the scale 1 to 5"),
        ('[columns.q]\nrole = "csat"\ntext_after = "yes"', '"comment"'),
        ('[columns.q]\nrole = "touchpoint"\nscale = [1, 900]', "scale must be two whole numbers"),
        ('[columns.q]\nrole = "item"', "role must be one of"),
        ('[columns.q]\nrole = "weight"', "role must be one of"),
        ("[columns.q]\nscale = [1, 5]", "role must be one of"),
        ("columns = 3", "columns must be a table"),
        ('[columns.q]\nrole = "ignore"', "No column is a touchpoint"),
        ('[columns.p]\nrole = "nps"\n[columns.q]\nrole = "nps"', "p and q both have the role nps"),
    ],
)
def test_it_refuses(columns: str, fault: str) -> None:
    assert any(fault in found for found in faults_of(f'survey = "S"\n{columns}'))


@pytest.mark.parametrize(
    ("top", "fault"),
    [
        ('wave = { period = "year" }', "column must be the name of a column"),
        ('wave = { column = "w", period = "week" }', "period must be one of"),
        ('wave = { column = "w", format = "%Y" }', "period must be given beside a format"),
        ('decimal = ";"', 'decimal must be "," or "."'),
        ('pairs = ["Gender"]', "pairs must be a list of two names each"),
        ('layout = "tall"', "layout must be one of"),
        ('layout = "long"', 'The layout long needs a column with the role "item"'),
        ("items = { A = { scale = [1, 5] } }", "items must be absent"),
    ],
)
def test_it_refuses_above_the_columns(top: str, fault: str) -> None:
    assert any(fault in found for found in faults_of(f'survey = "S"\n{top}\n[columns.q]\nrole = "nps"'))


def test_a_pair_names_two_different_segmentations_once() -> None:
    faults = faults_of(
        """
        survey = "S"
        pairs = [["Class", "Class"], ["Class", "Age"], ["Age", "Class"]]
        [columns.q]
        role = "nps"
        [columns.Class]
        role = "segmentation"
        [columns.Age]
        role = "segmentation"
        """
    )
    assert "pairs: Class cannot be a pair with itself." in faults
    assert "pairs: the same two segmentations are named twice." in faults


def test_in_long_layouts_items_take_over_the_scale_of_the_answers() -> None:
    mapping = parse_mapping(
        {
            "survey": "S",
            "layout": "long",
            "columns": {
                "Frage": {"role": "item"},
                "Antwort": {"role": "answer", "scale": [1, 5], "missing": [6, "k.A."]},
            },
            "items": {"Weiterempfehlung": {"role": "nps"}, "Interviewer": {"role": "ignore"}},
        }
    )
    assert mapping.layout is Layout.LONG
    parking = mapping.question_of("Parken")
    assert parking is not None
    assert (parking.role, parking.answer.scale) == (Role.TOUCHPOINT, Scale(1, 5, 5))
    assert mapping.question_of("Interviewer") is None


def test_a_six_that_means_no_answer_on_one_scale_is_an_answer_on_another() -> None:
    mapping = parse_mapping(
        {
            "survey": "S",
            "layout": "long",
            "columns": {
                "Frage": {"role": "item"},
                "Antwort": {"role": "answer", "scale": [1, 5], "missing": [6, "k.A."]},
            },
            "items": {"Weiterempfehlung": {"role": "nps"}},
        }
    )
    recommend = mapping.question_of("Weiterempfehlung")
    assert recommend is not None
    assert recommend.answer.missing == ("k.A.",)
